"""The command line. Each command imports what it needs, so that ``figures check`` starts at once."""

from __future__ import annotations

import argparse
import dataclasses
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from figures import terminal
from figures.errors import CatalogueError, escaped
from figures.files import WriteError, write
from figures.paths import default_data
from figures.terminal import say
from figures.version import VERSION

if TYPE_CHECKING:
    from figures.model import Catalogue

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

FORMATS = ("csv", "csv-excel", "xlsx", "json", "parquet", "datapackage", "bibtex", "csl")
"""The formats of ``export``; a test holds them against the table of formats."""

_TEXT_FORMATS = ("csv", "csv-excel", "json", "bibtex", "csl")

TRACE = "FIGURES_TRACE"
"""Environment variable: whether a fault of the program shows its trace."""

OK, FAILED, WRONG_FORM, INTERRUPTED = 0, 1, 2, 130


class _StopError(Exception):
    """Ends the command with one line and an exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 failed, 2 wrong in form or in usage."""
    for stream in (sys.stdout, sys.stderr):
        terminal.speak_utf8(stream)
    chosen = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has enough; Python would say so on its way out
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except (CatalogueError, WriteError, _StopError, OSError) as error:
        return _complain(error)
    except Exception as error:
        if TRACE in os.environ:
            raise
        return _complain(_StopError(_fault(error)))


def _fault(error: Exception) -> str:
    """A fault of this program in one line: whoever meets it can do nothing with the trace but pass it on."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}"
    return f"a fault of the program, not of your file: {what}; please report it, with the trace that {TRACE}=1 shows"


def _complain(error: Exception) -> int:
    """Print what went wrong, without a trace, and return the exit code."""
    text = str(error)
    if isinstance(error, OSError):
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or text
    start = "" if isinstance(error, CatalogueError) else "figures: "
    for line in text.splitlines():
        print(start + escaped(line), file=sys.stderr)
    if isinstance(error, CatalogueError):
        return WRONG_FORM
    return error.code if isinstance(error, _StopError) else FAILED


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="figures", description="Figures that can be traced to the sentences that state them."
    )
    top.add_argument("--version", action="version", version=f"figures {VERSION}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_dashboard(commands)
    _add_check(commands)
    _add_export(commands)
    _add_scan(commands)
    _add_draft(commands)
    _add_publish(commands)
    return top


def _command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], does: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    command.set_defaults(run=run)
    return command


def _data_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data", metavar="FILE", type=Path, help="the catalogue (data/figures.yaml here, else the sample)"
    )


# --- dashboard


def _add_dashboard(commands: Commands) -> None:
    command = _command(commands, "dashboard", _dashboard, "serve the dashboard to the browser of this machine")
    _data_option(command)
    command.add_argument("--port", metavar="N", type=_port, help="the port (the first free one from 8501)")
    command.add_argument("--no-browser", action="store_true", help="do not open a browser")


def _dashboard(chosen: argparse.Namespace) -> int:
    data = chosen.data or default_data()
    if not data.exists():
        raise _StopError(f"{data}: there is no such file; name a catalogue with --data FILE", WRONG_FORM)

    from figures import server

    def ready(url: str) -> None:
        print(f"Cited Figures: {url} (Ctrl-C ends it)", flush=True)
        if not chosen.no_browser:
            import webbrowser

            webbrowser.open(url)

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        server.run(data=data, port=chosen.port, ready=ready)
    except KeyboardInterrupt:
        print("Stopped.", flush=True)
    except ValueError as error:
        raise _StopError(str(error), WRONG_FORM) from error
    except OSError as error:
        raise _StopError(f"port {chosen.port} cannot be used: {error.strerror or error}") from error
    return OK


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"'{escaped(text)}' is no port: a number from 1 to 65535")
    return int(text)


# --- check


def _add_check(commands: Commands) -> None:
    command = _command(commands, "check", _check, "check every amount and quote against the stored sources")
    _data_option(command)
    command.add_argument("--json", action="store_true", help="the findings, the amounts and the ledger as JSON")
    command.add_argument("--all", action="store_true", help="list the passed checks too")
    command.add_argument("--mutate", action="store_true", help="change each amount and quote, and count what is caught")


def _check(chosen: argparse.Namespace) -> int:
    from figures.catalogue import load
    from figures.checks import check

    path = chosen.data or default_data()
    try:
        catalogue = load(path)
    except CatalogueError as error:
        if chosen.json:
            terminal.print_json({"file": str(path), "problems": [terminal.problem_json(one) for one in error.problems]})
            return WRONG_FORM
        raise
    if chosen.mutate:
        return _mutate(catalogue, as_json=chosen.json)
    report = check(catalogue)
    if chosen.json:
        terminal.print_json(terminal.as_json(catalogue, report))
    else:
        terminal.print_report(catalogue, report, everything=chosen.all)
    return FAILED if report.failed else OK


def _mutate(catalogue: Catalogue, *, as_json: bool) -> int:
    from figures.mutate import mutate

    result = mutate(catalogue)
    if as_json:
        terminal.print_json({"file": catalogue.file} | dataclasses.asdict(result))
        return OK
    for one in result.survivors:
        say(f"{one.subject}: not caught, {one.kind}: {one.what}")
    for kind, (caught, made) in result.by_kind().items():
        say(f"{kind}: {caught} of {made} caught")
    for subject in result.unscored:
        say(f"{subject}: fails as it is, so nothing was changed: figures check says why")
    for one in result.still_true:
        say(f"{one.subject}: still true, so not counted, {one.kind}: {one.what}: {one.true_because}")
    made = len(result.changes)
    say(f"{catalogue.file}: {made - len(result.survivors)} of {made} changes caught.")
    return OK


# --- export


def _add_export(commands: Commands) -> None:
    command = _command(commands, "export", _export, "write the figure table in one of the formats")
    command.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    _data_option(command)
    command.add_argument("-o", "--output", metavar="FILE", type=Path, help="the file (else standard output)")
    command.add_argument("--view", metavar="QUERY", default="", help="what the page shows at ?QUERY: sector=Energy")


def _export(chosen: argparse.Namespace) -> int:
    from figures import export, selection
    from figures.catalogue import load
    from figures.checks import check

    output = _output(chosen)
    if output is None and sys.stdout.isatty() and chosen.format not in _TEXT_FORMATS:
        raise _StopError(f"{chosen.format} is not for a terminal: name a file with -o FILE", WRONG_FORM)
    catalogue = load(chosen.data or default_data())
    view, unknown = selection.read(chosen.view, catalogue)
    if unknown:
        raise _StopError(f"not in this catalogue: {', '.join(unknown)}", WRONG_FORM)
    _spare(catalogue, output)
    _write(output, export.render(chosen.format, catalogue, check(catalogue), view if chosen.view else None))
    return OK


def _output(chosen: argparse.Namespace) -> Path | None:
    """The file that was named; None is standard output, which a hyphen names, too."""
    if chosen.output not in (None, Path("-")):
        return Path(chosen.output)
    if sys.stdout is None:  # whoever started this closed it
        raise _StopError("there is no standard output: name a file with -o FILE", WRONG_FORM)
    return None


def _spare(catalogue: Catalogue, output: Path | None) -> None:
    """Refuse an output, by whatever name, that is the catalogue's file or a source's."""
    folder = Path(catalogue.file).parent
    for own in (Path(catalogue.file), *(folder / source.path for source in catalogue.sources)):
        if output and output.exists() and own.exists() and output.samefile(own):
            raise _StopError(f"{output}: not written: this is made from it; name another file", WRONG_FORM)


def _write(output: Path | None, data: bytes) -> None:
    """To a file, which is whole or untouched at every moment; else to standard output."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    write(output, data)


# --- scan and draft


def _add_scan(commands: Commands) -> None:
    command = _command(commands, "scan", _scan, "list every number that is mentioned in a text file")
    command.add_argument("file", metavar="FILE", type=Path, help="a text in UTF-8")
    command.add_argument("--json", action="store_true", help="an array of mentions, offsets in code points")
    command.add_argument("--date", metavar="D", help="the day of the text, for 'last year': 2013-04-08")


def _scan(chosen: argparse.Namespace) -> int:
    from figures.reading import scan

    mentions = scan(_text(chosen.file), date=_day(chosen.date))
    if chosen.json:
        terminal.print_json([terminal.mention_json(one) for one in mentions])
        return OK
    for one in mentions:
        value = "" if one.value is None else format(one.value, "f")
        said = " ".join(part for part in (one.bound if one.bound != "=" else "", value, one.unit, one.edtf) if part)
        say(f"{one.start}-{one.end}", one.kind, said, one.text)
    return OK


def _add_draft(commands: Commands) -> None:
    command = _command(commands, "draft", _draft, "propose a catalogue from a text, to be corrected by a person")
    command.add_argument("file", metavar="FILE", type=Path, help="a text in UTF-8")
    command.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help="the new catalogue")
    command.add_argument("--date", metavar="D", help="the day of the text: 2013-04-08")


def _draft(chosen: argparse.Namespace) -> int:
    from figures.draft import draft

    if chosen.output.exists():
        raise _StopError(f"{chosen.output} is there already, and a draft overwrites nothing: name a new file with -o")
    text = _text(chosen.file)
    if not text.strip("\ufeff \t\r\n"):
        raise _StopError(f"{chosen.file}: there is no text in it, so there is nothing to draft")
    stored = chosen.output.parent / "sources" / chosen.file.name
    proposed = draft(text, f"sources/{chosen.file.name}", _date(chosen.date), terminal.progress)
    _store_source(stored, text.encode())
    write(chosen.output, proposed.encode())
    say(f"Wrote {chosen.output}; figures check --data {chosen.output} says what is still to be decided.")
    return OK


def _store_source(stored: Path, data: bytes) -> None:
    if not stored.exists():
        stored.parent.mkdir(parents=True, exist_ok=True)
        write(stored, data)
    elif stored.read_bytes() != data:
        raise _StopError(
            f"{stored} is there already, with another text: rename your file, or draft into another folder"
        )


def _date(text: str | None) -> str | None:
    """The document's date, if any: a day, a month or a year."""
    if text is None:
        return None
    from figures.dates import parse

    try:
        interval = parse(text).precision == "interval"
    except ValueError as error:
        raise _no_date(text, str(error)) from error
    if interval:
        raise _no_date(text, "a document has one date, not an interval")
    return text


def _day(text: str | None) -> str | None:
    """The document's date, if any, which has to be a day here: nothing is counted from less."""
    from figures.dates import is_day

    if _date(text) and not is_day(text or ""):
        raise _no_date(text or "", "relative dates are counted from a whole day")
    return text


def _no_date(text: str, why: str) -> _StopError:
    return _StopError(f"--date: expected a date such as 2013-04-08, got '{escaped(text)}': {why}", WRONG_FORM)


def _text(path: Path) -> str:
    from figures.catalogue.sources import MOST_SOURCE_BYTES, read, reason

    try:
        return read(path.resolve(), MOST_SOURCE_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _StopError(
            f"{path}: no UTF-8 text, byte {error.start} is 0x{error.object[error.start]:02x}: save it as UTF-8"
        ) from error
    except (OSError, ValueError) as error:
        raise _StopError(f"{path}: {reason(error)}; name a text in UTF-8") from error


# --- publish


def _add_publish(commands: Commands) -> None:
    command = _command(commands, "publish", _publish, "write the whole as one HTML file that needs no server")
    _data_option(command)
    command.add_argument("-o", "--output", metavar="FILE.html", type=Path, help="the file (else standard output)")
    command.add_argument("--url", metavar="URL", type=_url, help="where the file will stand, for its citations")


def _publish(chosen: argparse.Namespace) -> int:
    from figures.catalogue import load
    from figures.checks import check
    from figures.publish import publish

    output = _output(chosen)
    if output is None and sys.stdout.isatty():
        raise _StopError("five megabytes are not for a terminal: name a file with -o FILE.html", WRONG_FORM)
    catalogue = load(chosen.data or default_data())
    _spare(catalogue, output)
    _write(output, publish(catalogue, check(catalogue), chosen.url))
    return OK


def _url(text: str) -> str:
    from figures.cite import page_address

    try:
        return page_address(text)
    except ValueError as error:
        said = "is no address of the web: write all of it, from https:// or http:// on, without spaces"
        raise argparse.ArgumentTypeError(f"'{escaped(text)}' {said}") from error
