"""How much the tests notice: one small change to the code at a time, and the tests that must turn red.

    python -m benchmarks.mutants                        300 changes, the same ones every time
    python -m benchmarks.mutants --seed 2 --count 40    others, fewer
    python -m benchmarks.mutants --area exports --part 2/5    a fifth of one area, on a machine that others need

Works on a copy of a commit, never on the checkout. For each mutant first the tests of its area run,
then, for one that lives, those of what is built on it; none of them needs a browser. Left alone is what no test should
hold: docstrings, types, decorators, and the wording of messages.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import random
import re
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE = 6
"""A mutant whose tests take so many times as long as without it (and a minute more) hangs, and so is noticed."""

LIBRARIES = (
    *("hypothesis.internal.conjecture.engine", "_hypothesis_pytestplugin", "anyio.pytest_plugin"),
    *("anyio._backends._asyncio", "playwright.sync_api", "pandas", "pyarrow.parquet", "plotly.graph_objects"),
    *("yaml", "openpyxl", "xlsxwriter"),
)
"""Loaded once; each mutant's tests run in a fork of this process, which has them already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the code, its tests, those of what is built on it, and its share of a hundred mutants."""

    name: str
    code: tuple[str, ...]
    tests: str
    wider: str
    share: int


AREAS = (
    Area(
        name="reader",
        code=("reading/*", "units"),
        tests="reading_rules states units numbers reading_passages reading reading_[bct]* reading_kinds reading_*",
        wider="checks_* audit ledger view checks mutate draft",
        share=25,
    ),
    Area(
        name="checks",
        code=("checks/*",),
        tests="checks_rules* checks_texts sources verdicts audit checks_* checks mutate",
        wider="ledger view publish export draft cli store",
        share=25,
    ),
    Area(
        name="catalogue",
        code=("catalogue/*", "errors", "dates"),
        tests="errors dates sources catalogue bad_fields bad_yaml",
        wider="hostile_catalogue selection mutate checks draft cli store",
        share=25,
    ),
    Area(
        name="exports",
        code=("export/*", "cite", "frame"),
        tests="cite frame export_tables export_workbook export_package export",
        wider="view panels publish cli",
        share=25,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change: the file, the stretch of its bytes that is replaced, and by what."""

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        old, new = (" ".join(part.split())[:90] for part in (self.old, self.new))
        return f"{self.file}:{self.line}  {old}  ->  {new}"


# The changes

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq},
    **{ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In},
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult},
    **{ast.Div: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult},
}
WORDING = re.compile(r"\w[,.;:)”]? [\w(“]")
"""Two words with a space between them are a message, a description or a list of words, not a switch."""

TABLE = 6
"""A display with more entries is a table: one change, an entry less, and not one for each word in it."""


def replacements(node: ast.AST) -> Iterator[str]:
    """Yield what may stand for a node instead, as code."""
    yield from _expressions(node) if isinstance(node, ast.expr) else _statements(node)


def _expressions(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Compare(ops=[op, *_]):
            yield _with(node, ops=[COMPARISONS[type(op)](), *node.ops[1:]])
        case ast.BoolOp(op=op):
            yield _with(node, op=ast.And() if isinstance(op, ast.Or) else ast.Or())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield ast.unparse(operand)
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            yield _with(node, op=ARITHMETIC[type(op)]())
        case ast.Set(elts=entries) | ast.Tuple(elts=entries) | ast.List(elts=entries) if len(entries) > TABLE:
            yield _with(node, elts=[*entries[: len(entries) // 2], *entries[len(entries) // 2 + 1 :]])
        case ast.Dict(keys=keys, values=values) if len(keys) > TABLE:
            half = len(keys) // 2
            yield _with(node, keys=[*keys[:half], *keys[half + 1 :]], values=[*values[:half], *values[half + 1 :]])
        case ast.Constant(value=value):
            yield from map(repr, _constants(value))
        case ast.Call(args=[first, second, *rest]) if _order_tells(node):
            yield _with(node, args=[second, first, *rest])
        case ast.IfExp(test=test):
            yield from _negated(test)


def _order_tells(call: ast.Call) -> bool:
    """Whether the first two arguments are two, of a function that tells them apart."""
    if any(isinstance(one, ast.Starred) for one in call.args) or ast.unparse(call.func) in {"max", "min"}:
        return False
    return ast.dump(call.args[0]) != ast.dump(call.args[1])


def _statements(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Return(value=value) if value is not None and ast.unparse(value) != "None":
            yield "return None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise():
            yield "pass"
        case ast.Break():
            yield "continue"
        case ast.Continue():
            yield "break"
        case ast.If(test=test) | ast.While(test=test):
            yield from _negated(test)


def _with(node: ast.expr, **fields: object) -> str:
    kept = {name: value for name, value in ast.iter_fields(node) if name not in fields}
    return f"({ast.unparse(ast.fix_missing_locations(type(node)(**kept, **fields)))})"


def _constants(value: object) -> tuple[object, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return (value + 1, value - 1)
    if isinstance(value, str) and not WORDING.search(value):
        return (f"XX{value}XX",) if value else ("XX",)
    return ()


def _negated(test: ast.expr) -> Iterator[str]:
    """Yield nothing for tests that have changes of their own."""
    if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield f"(not {ast.unparse(test)})"


def mutants(path: Path, name: str) -> list[Mutant]:
    """Every mutant of one file, in the order of the file."""
    text = path.read_bytes()
    starts = [0, *(at.end() for at in re.finditer(b"\n", text))]
    found = []
    for node in _live(ast.parse(text)):
        for new in replacements(node):
            place: Any = node.test if isinstance(node, ast.If | ast.IfExp | ast.While) else node
            start = starts[place.lineno - 1] + place.col_offset
            end = starts[place.end_lineno - 1] + place.end_col_offset
            old = text[start:end].decode()
            found.append(Mutant(file=name, line=place.lineno, start=start, end=end, old=old, new=new))
    return sorted(found, key=lambda mutant: (mutant.start, mutant.end, mutant.new))


def _live(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through the code that runs: no docstring, type, decorator or message."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"} or (name == "bases" and isinstance(node, ast.ClassDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not (
                _dead(child) or (_is_table(node) and isinstance(child, ast.Constant))
            ):
                yield child
                yield from _live(child)


def _is_table(node: ast.AST) -> bool:
    return len(getattr(node, "elts", None) or getattr(node, "keys", ())) > TABLE


def _dead(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.Assert():
            return True
        case ast.Subscript(value=ast.Name(id="Literal" | "Callable")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


# The copy and its tests


def copy(to: Path, commit: str) -> None:
    """Put the files of a commit into a folder."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S607 (the git that is there)
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as files:
        files.extractall(to, filter="data")


def drawn(tree: Path, area: Area, wanted: int, seed: int) -> list[Mutant]:
    """The mutants of an area that the seed picks, in the order of the files."""
    files = sorted(path for one in area.code for path in (tree / "figures").glob(f"{one}.py"))
    every = [mutant for path in files for mutant in mutants(path, path.relative_to(tree).as_posix())]
    picked = random.Random(f"{seed} {area.name}").sample(every, min(wanted, len(every)))  # noqa: S311 (no secret)
    return sorted(picked, key=every.index)


def tests(tree: Path, names: str) -> list[str]:
    """The files of tests, given by the patterns of their names without ``test_``; each once, in this order."""
    found = [file for name in names.split() for file in sorted((tree / "tests").glob(f"test_{name}.py"))]
    return [file.relative_to(tree).as_posix() for file in dict.fromkeys(found)]


def green(tree: Path, files: list[str], patience: float | None = None) -> bool:
    """Whether these tests pass in the copy, within so many seconds."""
    child = os.fork()
    if child == 0:
        _test(tree, files)
    until = time.monotonic() + (patience or float("inf"))
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)  # with whatever the tests have started
    os.waitpid(child, 0)
    return False


def _test(tree: Path, files: list[str]) -> NoReturn:
    """Run tests in this process, and end it. Hypothesis takes the same few examples each time."""
    os.setsid()
    os.chdir(tree)
    sys.path.insert(0, str(tree))
    os.environ["FIGURES_EXAMPLES"] = "40"
    sys.dont_write_bytecode = False
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    quick = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=ci", f"--rootdir={tree}"]
    loaded = "-Wignore::pytest.PytestAssertRewriteWarning"
    os._exit(pytest.main([*quick, loaded, *files]))


def usual(tree: Path, files: list[str]) -> float:
    """Seconds to wait for these tests, by how long they take without a change; they have to be green."""
    start = time.monotonic()
    if not green(tree, files):
        sys.exit(f"red before any change: one of {' '.join(files)}")
    return PATIENCE * (time.monotonic() - start) + 60


def noticed(tree: Path, mutant: Mutant, files: list[str], patience: float) -> bool:
    """Whether the tests turn red with the change; the file is whole again afterwards."""
    path = tree / mutant.file
    whole = path.read_bytes()
    _write(path, whole[: mutant.start] + mutant.new.encode() + whole[mutant.end :])
    try:
        return not green(tree, files, patience)
    finally:
        _write(path, whole)


_SECONDS = count(1_000_000_000)


def _write(path: Path, data: bytes) -> None:
    """Write with a date of its own: Python knows compiled files by date and size."""
    path.write_bytes(data)
    os.utime(path, (next(_SECONDS),) * 2)


def run(tree: Path, area: Area, picked: list[Mutant]) -> tuple[int, list[Mutant]]:
    """Try an area's mutants; how many there were, and which of them nothing noticed."""
    alive: list[Mutant] = []
    own, wider = tests(tree, area.tests), tests(tree, area.wider)
    patience, longer = usual(tree, own), usual(tree, wider)
    for n, mutant in enumerate(picked, 1):
        if not noticed(tree, mutant, own, patience):
            lives = not noticed(tree, mutant, wider, longer)
            print(f"{area.name} {n}/{len(picked)} {'LIVES' if lives else 'noticed by others'}: {mutant}", flush=True)
            alive += [mutant] * lives
    return len(picked), alive


def main() -> None:
    """Run all areas and print the score of each, then every survivor by name."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=(__doc__ or "").split("\n")[0])
    options.add_argument("--seed", type=int, default=1, help="which mutants (default: %(default)s)")
    options.add_argument("--count", type=int, default=300, help="how many in all (default: %(default)s)")
    options.add_argument("--commit", default="HEAD", help="what is copied and changed (default: %(default)s)")
    options.add_argument("--part", default="1/1", help="of each area's mutants only these, such as the 2nd of 5: 2/5")
    options.add_argument("--area", choices=[area.name for area in AREAS], action="append", help="only this one")
    asked = options.parse_args()
    results = {}
    for library in LIBRARIES:
        import_module(library)
    gc.freeze()  # what is loaded is walked through in none of the forks
    gc.disable()
    part, parts = map(int, asked.part.split("/"))
    with tempfile.TemporaryDirectory() as folder:
        copy(Path(folder), asked.commit)
        for area in AREAS:
            if area.name in (asked.area or [area.name]):
                picked = drawn(Path(folder), area, asked.count * area.share // 100, asked.seed)
                results[area.name] = run(Path(folder), area, picked[part - 1 :: parts])
    for name, (tried, alive) in results.items():
        print(f"{name}: {tried - len(alive)} of {tried} noticed")
    total, living = sum(tried for tried, _ in results.values()), sum(len(alive) for _, alive in results.values())
    print(f"all: {total - living} of {total} noticed ({(total - living) / total:.1%}), seed {asked.seed}")
    for _, alive in results.values():
        print(*alive, sep="\n", end="\n" if alive else "")


if __name__ == "__main__":
    main()
