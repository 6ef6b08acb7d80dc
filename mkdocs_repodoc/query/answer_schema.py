"""The answers as JSON, and the JSON Schema that says what is in them."""

from __future__ import annotations

from typing import Any

from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.asking import reply_to
from mkdocs_repodoc.query.questions import QUESTION_TYPES
from mkdocs_repodoc.text.json_schema import DIALECT, components_of, schema_of
from mkdocs_repodoc.text.json_text import encode_json

SCHEMA_VERSION = 1
"""Raised when a field is removed or means something else; new ones may come at any time."""


def as_json(answer: Answer) -> str:
    """Return an answer as JSON, on one line."""
    return encode_json(answer).decode()


def output_schema(name: str) -> dict[str, Any]:
    """Return the schema of a question's answer."""
    return schema_of(reply_to(name).answer, Answer)


def answers_schema() -> dict[str, Any]:
    """Return one schema for all answers, with each by the name of its question."""
    found, components = components_of([reply_to(name).answer for name in QUESTION_TYPES], Answer)
    return {
        "$schema": DIALECT,
        "title": f"Answers of mkdocs-repodoc, version {SCHEMA_VERSION}",
        "anyOf": list(found),
        "$defs": components,
    }
