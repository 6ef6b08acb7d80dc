"""Conditions on the line of what they decide on."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.code_reading.line_conditions import condition_of, is_in_condition


@pytest.mark.parametrize(
    ("line", "name", "condition"),
    [
        (
            "    if (input == null) return new Document(uri); // empty",
            "Document",
            "if (input == null)",
        ),
        ("  if (!(a && b(c))) stop();", "stop", "if (!(a && b(c)))"),
        ("  if (a) && (b) stop();", "stop", ""),
        ("        if not text: return empty(text)", "empty", "if not text"),
        ("  if raw { return plain(text); }", "plain", "if raw"),
        ("  return plain(text) if raw?", "plain", "if raw?"),
        ("    tidy(text) unless done(text)", "tidy", "unless done(text)"),
        ("    value = plain(text) if raw else rich(text)", "plain", "if raw"),
        ("    value = plain(text) if raw else rich(text)", "rich", ""),
        ("    found = [plain(each) for each in texts if each]", "plain", ""),
        ('    tell("what if nothing")', "tell", ""),
        ("    if (!IsEnabled(level)) return;", "IsEnabled", ""),
        ("    if (ready(input)) {", "ready", ""),
        ("    work(input);", "work", ""),
    ],
)
def test_a_condition_is_told_with_what_it_decides_on(line: str, name: str, condition: str) -> None:
    assert condition_of(line, name) == condition


@pytest.mark.parametrize(
    ("line", "name", "asks"),
    [
        ("    if (!IsEnabled(level)) return;", "IsEnabled", True),
        ("    } else if (this.help() && arg === name) {", "help", True),
        ("    if is_late(item):", "is_late", True),
        ("    if err := run(); err != nil {", "run", False),
        ("    if let Some(found) = find(text) {", "find", False),
        ("    if ((found = find(text)) != null) {", "find", False),
        ("    if (ready) open();", "open", False),
        ("    open();", "open", False),
    ],
)
def test_what_is_called_to_decide_by_it(line: str, name: str, asks: bool) -> None:
    assert is_in_condition(line, name) is asks
