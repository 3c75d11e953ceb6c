"""``python -m figures`` is ``figures``."""

from figures.cli import main

raise SystemExit(main())
