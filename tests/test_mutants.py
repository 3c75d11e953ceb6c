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
        names = f"{area.tests} {area.wider}"
        assert len(mutants.tests(mutants.ROOT, names)) == len(names.split())
