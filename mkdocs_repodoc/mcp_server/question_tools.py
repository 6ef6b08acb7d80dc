"""The questions as tools of the protocol, with the schemas of what goes in and out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import mcp_types as protocol
import msgspec

from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.answer_schema import as_json, output_schema
from mkdocs_repodoc.query.questions import QUESTION_TYPES, parameters_schema, purpose

REPOSITORY = "repository"
"""Parameter of all tools of a server with several repositories."""

INSTRUCTIONS = (
    "Exact look-ups in a repository, without a guess: each answer has positions, grades (exact or "
    "inferred), totals with a cursor, the commit, and the digest of each file that it names. "
    "Begin with overview or search; name symbols by the ids that answers give. Where a name means "
    "several symbols, candidates are listed. 'not known' is an answer; its reason is in note."
)
"""What a client may tell its model about the server."""

_READ_ONLY = protocol.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def tools(repositories: Sequence[str]) -> list[protocol.Tool]:
    """Return a tool for each question.

    Args:
        repositories: Names of the repositories that are served.
    """
    return [
        protocol.Tool(
            name=name,
            description=purpose(name),
            input_schema=_input_schema(name, repositories),
            output_schema=output_schema(name),
            annotations=_READ_ONLY,
        )
        for name in QUESTION_TYPES
    ]


def result(answer: Answer) -> protocol.CallToolResult:
    """Return an answer as the result of a call, as data and as the text of it."""
    text = as_json(answer)
    return protocol.CallToolResult(
        content=[protocol.TextContent(type="text", text=text)],
        structured_content=msgspec.json.decode(text),
    )


def failure(message: str) -> protocol.CallToolResult:
    """Return the result of a call that asks for what can't be answered."""
    content = protocol.TextContent(type="text", text=message)
    return protocol.CallToolResult(content=[content], is_error=True)


def _input_schema(name: str, repositories: Sequence[str]) -> dict[str, Any]:
    schema = parameters_schema(name)
    if len(repositories) == 1:
        return schema
    which = {"description": "Which repository is asked about.", "enum": list(repositories)}
    return {
        **schema,
        "properties": {REPOSITORY: which, **schema["properties"]},
        "required": [REPOSITORY, *schema["required"]],
    }
