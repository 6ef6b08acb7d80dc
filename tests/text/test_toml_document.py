"""TOML that nobody writes by mistake."""

from __future__ import annotations

import tomllib

import pytest

from mkdocs_repodoc.text.document_parts.toml_document import load_toml


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{'a.' * 20_000}a = 1", "more than 200 parts"),
        (f"[{'a . ' * 20_000}a]", "more than 200 parts"),
        ('"a".' * 20_000 + "a = 1", "more than 200 parts"),
        (f"a = {'[' * 20_000}", "nested too deeply"),
        (f"a = {'1' * 5_000}", "digits"),
    ],
)
def test_what_would_take_long_or_cannot_be_held_is_an_error(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        load_toml(text)


def test_other_documents_are_read() -> None:
    text = f"a.b = 'A word. {'So. ' * 150}'\n" + "[c]\nd = 1.5\n"
    assert load_toml(text)["c"] == {"d": 1.5}
    with pytest.raises(tomllib.TOMLDecodeError):
        load_toml("a")
