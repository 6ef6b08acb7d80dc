"""Nothing of a repository acts on the terminal that it is shown on."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_repodoc.text.printable_text import terminal_json, terminal_line, terminal_text

ANY_TEXT = st.text(st.characters(), max_size=40)


def test_escapes_and_reordering_are_shown() -> None:
    hostile = "a\x1b]0;title\x07\x9b2J\u202ecba\x7f\udc80\r"
    assert terminal_text(hostile) == "a␛]0;title␇\ufffd2J\ufffdcba␡\ufffd␍"
    assert terminal_text("def f():\n\treturn 'é漢'\n") == "def f():\n\treturn 'é漢'\n"
    assert terminal_line("a\nWarning: b\t") == "a␊Warning: b␉"


@given(ANY_TEXT)
def test_no_text_acts(text: str) -> None:
    shown = terminal_text(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert len(shown) == len(text)
    assert terminal_text(shown) == shown
    assert shown.encode().decode() == shown
    assert "\n" not in terminal_line(text)


@given(ANY_TEXT)
def test_json_is_the_same_data(text: str) -> None:
    written = json.dumps({text: text}, ensure_ascii=False)
    assert json.loads(terminal_json(written)) == json.loads(written)
    assert not [c for c in terminal_json(written) if unicodedata.category(c) == "Cc"]
