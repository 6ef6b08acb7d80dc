"""What looks like instructions of mdBook is shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_repodoc.hosts.export.mdbook_text import without_instructions

_LINK = re.compile(r"\\\{\{#.*\}\}|\{\{\s*#([a-zA-Z0-9_]+)\s+([^}]+)\}\}")
"""How mdBook finds instructions; one with a backslash before it is shown without."""


def as_shown(text: str) -> str:
    assert not [each[0] for each in _LINK.finditer(text) if not each[0].startswith("\\")]
    shown = _LINK.sub(lambda found: found[0][1:], text)
    return shown.replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{#include /etc/passwd}}", "\\{{#include /etc/passwd}}"),
        ("{{#title A}} and {{#title B}}", "\\{{#title A}} and {{#title B}}"),
        ("{{ #include a}}", "{\N{WORD JOINER}{ #include a}}"),
        ("{{#include\na}}", "{\N{WORD JOINER}{#include\na}}"),
        ("{{\n#include a}}", "{\N{WORD JOINER}{\n#include a}}"),
        ("{{#title A}} {{#include\na}}", "\\{{#title A}} {\N{WORD JOINER}{#include\na}}"),
        ("{{ name }} \\{\\{#include a\\}\\}", "{{ name }} \\{\\{#include a\\}\\}"),
    ],
)
def test_each_form_is_shown(text: str, expected: str) -> None:
    assert without_instructions(text) == expected
    assert as_shown(expected) == text


@given(st.lists(st.sampled_from(["{", "}", "{{#a b}}", "\\", "#", "a", " ", "\n", "{{#"])))
def test_none_is_left_in_any_text(parts: list[str]) -> None:
    assert as_shown(without_instructions("".join(parts))) == "".join(parts)


def test_a_long_line_takes_linear_time() -> None:
    assert without_instructions("{{#" * 300_000).count("\N{WORD JOINER}") == 300_000
