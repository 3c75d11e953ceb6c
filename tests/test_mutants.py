"""The small changes that the tests have to notice: which are made, and what is left alone."""

from __future__ import annotations

import pytest

from benchmarks import mutants


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("a < b", ["(a <= b)"]),
        ("a and b", ["(a or b)"]),
        ("x = not a", ["a"]),
        ("a + b", ["(a - b)"]),
        ("x = 5", ["4", "6"]),
        ("x = 'ab'", ["'XXabXX'"]),
        ("x = True", ["False"]),
        ("x = f(a, b, c)", ["(f(b, a, c))"]),
        ("x = max(a, b)", []),
        ("x = f(a, a)", []),
        ("f(a)", ["pass"]),
        ("while a:\n    break", ["(not a)", "continue"]),
        ("def f(a: int = x) -> 'T':\n    '''Say.'''\n    return a", ["return None"]),
        ("x = {a, b, c, d, e, f, g}", ["({a, b, c, e, f, g})"]),
        ("@dataclass(frozen=True)\nclass A: ...", []),
        ("x = 'two words'", []),
        ("x = f'{a + b}'", []),
        ("__all__ = ['a']", []),
    ],
)
def test_each_change_is_made_alone_and_in_place(tmp_path, code, changes):
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    made = mutants.mutants(path, "code.py")
    assert [mutant.new for mutant in made] == changes
    for mutant in made:
        assert code.encode()[mutant.start : mutant.end].decode() == mutant.old
        compile(code[: mutant.start] + mutant.new + code[mutant.end :], "code", "exec")


def test_the_same_seed_draws_the_same_changes():
    area = mutants.AREAS[2]
    first, again, other = (mutants.drawn(mutants.ROOT, area, 20, seed) for seed in (1, 1, 2))
    assert first == again != other


def test_every_area_names_tests_that_are_there():
    for area in mutants.AREAS:
        for name in f"{area.tests} {area.wider}".split():
            assert mutants.tests(mutants.ROOT, name), name


def test_a_test_of_an_area_is_not_forgotten():
    named = {file for area in mutants.AREAS for file in mutants.tests(mutants.ROOT, f"{area.tests} {area.wider}")}
    for part in ("reading*", "checks*", "export*", "bad_*", "catalogue", "hostile_catalogue"):
        assert set(mutants.tests(mutants.ROOT, part)) <= named


def test_each_file_of_tests_is_taken_once():
    assert mutants.tests(mutants.ROOT, "dates d*es cite") == ["tests/test_dates.py", "tests/test_cite.py"]
