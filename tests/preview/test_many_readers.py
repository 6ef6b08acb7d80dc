"""Threads that answer readers get their turns, and the process its own ways back."""

from __future__ import annotations

import sys

from mkdocs_repodoc.preview.many_readers import quick_turns


def test_turns_are_quicker_for_as_long_as_a_preview_runs() -> None:
    before = sys.getswitchinterval()
    with quick_turns():
        assert sys.getswitchinterval() < before / 5
    assert sys.getswitchinterval() == before
