"""How far a long step is, as the log and a terminal tell it."""

from __future__ import annotations

import io
import logging
import sys

import pytest

from mkdocs_repodoc.reporting.progress import Progress

LOG = logging.getLogger("mkdocs.plugins.repodoc")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that a test sets."""
    seconds = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: seconds[-1])
    return seconds


def test_a_quick_step_is_not_worth_a_word(
    clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    tell = Progress(LOG)
    clock.append(1.9)
    with caplog.at_level(logging.INFO):
        tell("Analysing", 5, 10)
    assert caplog.messages == []


def test_a_long_one_is_told_every_two_seconds_until_it_is_done(
    clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    tell = Progress(LOG)
    with caplog.at_level(logging.INFO):
        for second, done in ((2.5, 1_000), (3.0, 1_100), (4.6, 1_500), (9.0, 2_000)):
            clock.append(second)
            tell("Analysing", done, 2_000)
    assert caplog.messages == [
        "Analysing files: 1,000 of 2,000",
        "Analysing files: 1,500 of 2,000",
    ]


def test_a_terminal_has_one_line_that_is_gone_at_the_end(
    clock: list[float], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    tell = Progress(LOG)
    with caplog.at_level(logging.INFO):
        clock.append(3.0)
        tell("Linking", 1, 3)
        clock.append(6.0)
        tell("Linking", 2, 3)
        tell("Linking", 3, 3)
        tell("Linking", 3, 3)
    clear = "\r\033[K"
    assert screen.getvalue() == f"{clear}Linking files: 1 of 3{clear}Linking files: 2 of 3{clear}"
    assert caplog.messages == []


def test_a_quiet_build_is_quiet(
    clock: list[float], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    tell = Progress(LOG)
    clock.append(60.0)
    with caplog.at_level(logging.WARNING):
        monkeypatch.setattr(LOG, "level", logging.WARNING)
        tell("Analysing", 1, 2)
    assert (screen.getvalue(), caplog.messages) == ("", [])
