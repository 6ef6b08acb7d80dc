"""Method resolution orders, beside Python's own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.strategies import integers, lists
from support.linked import link_files
from support.work import lines_run

from mkdocs_repodoc.languages.python.resolution.class_order import Classes
from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames

hierarchies = lists(lists(integers(0, 7), unique=True, max_size=3), min_size=1, max_size=8)
"""For each class, which of the classes before it are its bases."""


def statements(hierarchy: list[list[int]]) -> tuple[str, dict[str, type]]:
    """Return class statements that Python accepts, and the classes that it makes of them."""
    source = ""
    made: dict[str, type] = {}
    for number, wanted in enumerate(hierarchy):
        bases = [f"C{base}" for base in wanted if base < number]
        name = f"C{number}"
        try:
            made[name] = type(name, tuple(made[base] for base in bases), {})
        except TypeError:  # no order satisfies all of them
            bases = bases[:1]
            made[name] = type(name, tuple(made[base] for base in bases), {})
        source += f"class {name}({', '.join(bases)}): ...\n"
    return source, made


def classes_of(source: str) -> Classes:
    """Return the classes of a module `a.py`, none looked at so far; they count from 0."""
    files = link_files({"a.py": source}).repository.files.values()
    return PythonNames([(file.source, file.outline) for file in files]).resolver.classes


@settings(deadline=None)  # a machine under load
@given(hierarchies)
def test_orders_are_those_that_python_has(hierarchy: list[list[int]]) -> None:
    source, made = statements(hierarchy)
    classes = classes_of(source)
    for number, cls in enumerate(made.values()):
        order = [f"C{ref[1]}" for ref in classes.order("a.py", number) if ref is not None]
        assert order == [base.__name__ for base in cls.__mro__[:-1]]


def test_bases_that_have_no_order_are_taken_as_they_come() -> None:
    classes = classes_of(
        "class A: ...\nclass B(A): ...\nclass C(A, B): ...\nclass D(C, Unknown, A): ...\n"
    )
    assert classes.order("a.py", 2) == (("a.py", 2), ("a.py", 0), ("a.py", 1))
    assert classes.order("a.py", 3)[0] == ("a.py", 3)
    assert None in classes.order("a.py", 3)


def test_a_base_that_is_an_expression_is_one_that_nobody_knows() -> None:
    classes = classes_of("class A: ...\nclass B((A, A)[0], A): ...\n")
    assert classes.order("a.py", 1) == (("a.py", 1), None, ("a.py", 0))


def test_long_lines_and_circles_have_orders() -> None:
    # More than Python has room for on its stack.
    line = "".join(f"class C{number}(C{number + 1}): ...\n" for number in range(1_100))
    assert len(classes_of(line).order("a.py", 0)) == 1_101
    circle = classes_of("class A(B): ...\nclass B(C): ...\nclass C(A): ...\n")
    assert circle.order("a.py", 0) == (("a.py", 0), None)  # no class can inherit from itself
    assert classes_of("class A(A): ...\n").order("a.py", 0) == (("a.py", 0), None)


def cost(depth: int) -> int:
    """Return the work for the last class of a line in which each also has a mixin."""
    source = "class C: ...\nclass M: ...\n" + "".join(
        f"class M{number}(M): ...\nclass C{number}(C{number - 1 or ''}, M{number}): ...\n"
        for number in range(1, depth)
    )
    classes = classes_of(source)
    last = 2 * depth - 1
    classes.order("a.py", last - 2)
    return lines_run(lambda: classes.order("a.py", last))


def test_a_class_costs_what_its_order_is_long() -> None:
    assert cost(160) < 2.5 * cost(80)
