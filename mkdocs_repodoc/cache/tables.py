"""Tables of the file in which results are kept."""

from __future__ import annotations

ENTRIES = """
CREATE TABLE IF NOT EXISTS entries (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    day INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
)
"""


UNSENT = """
CREATE TABLE IF NOT EXISTS unsent (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (kind, key)
)
"""
"""What a server has yet to be sent."""
