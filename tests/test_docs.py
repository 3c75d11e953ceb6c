"""The documents say what the program does: commands, options, formats, versions, rules."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from figures import cli, version

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BLOCKS = re.findall(r"^```\w*\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)


def commands():
    """Each call of the program in README's blocks of code, as arguments."""
    for block in BLOCKS:
        for line in block.replace("\\\n", " ").splitlines():
            for part in line.split("&&"):
                words = shlex.split(part, comments=True)
                if words and words[0].rsplit("/", 1)[-1] == "figures":
                    yield words[1:]
                elif words[:3] == ["uv", "run", "figures"]:
                    yield words[3:]


@pytest.mark.parametrize("arguments", list(commands()), ids=" ".join)
def test_the_parser_takes_every_command_of_readme(arguments):
    assert cli.parser().parse_args(arguments).run


def test_readme_is_short():
    assert len(README.splitlines()) < 130


def test_readme_starts_and_tests_in_one_line_each():
    lines = [line for block in BLOCKS for line in block.splitlines() if line.startswith("python3 -m venv")]
    starts, tests = lines
    assert starts.endswith("figures dashboard")
    assert "tests.browser" in tests
    assert "pytest" in tests
    assert all("-c constraints.txt" in line for line in lines)


def test_the_links_and_pictures_of_readme_exist():
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_every_dependency_is_pinned_and_no_registry_is_named():
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = {line.split("==")[0].lower() for line in pinned.splitlines()}
    assert "://" not in pinned
    assert "index" not in pinned
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *extras["test"], *extras["dev"]]
    for one in wanted:
        name = re.split(r"[\[<>= ;]", one)[0].lower()
        assert name in names | {"cited-figures"}, name


def test_the_changelog_tells_of_this_version_and_of_the_data():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version.VERSION}]" in changelog or "## [Unreleased]" in changelog
    assert "### Data" in changelog


def test_the_rule_of_layers_knows_every_module():
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {name.strip(" ()") for layer in layers for name in re.split(r"[|:]", layer)}
    modules = {
        path.stem for path in (ROOT / "figures").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert modules - {"__init__", "__main__"} <= named


def test_no_module_has_the_name_of_a_public_function():
    import figures

    modules = {path.stem for path in (ROOT / "figures").rglob("*.py")}
    assert modules & set(figures.__all__) == set()


def test_the_public_names_are_there():
    import figures

    for name in figures.__all__:
        assert callable(getattr(figures, name))
