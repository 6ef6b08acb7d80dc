"""Types that mean the same in all languages with classes."""

from __future__ import annotations

from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.references import Target

INT = Target("type", ("int",))


def type_of(path: str, term: Target | None) -> ClassType | None:
    return types.plain_type(path, term, type_of) if term is not None else None


def test_a_primitive_type_is_its_name() -> None:
    assert type_of("a.java", INT) == ClassType("int")


def test_an_array_has_the_type_of_its_elements() -> None:
    assert type_of("a.java", Target("many", (), INT)) == ClassType(types.ARRAY, (ClassType("int"),))


def test_a_type_variable_is_of_its_file_and_has_bounds() -> None:
    found = type_of("a.java", Target("own", ("T",), also=(INT,)))
    assert found == types.variable("a.java", "T", [ClassType("int")])
    assert found != type_of("b.java", Target("own", ("T",), also=(INT,)))


def test_what_a_language_looks_up_itself_is_none_of_these() -> None:
    assert type_of("a.java", Target("global", ("type", "-1", "List"))) is None
