"""The questions, each with what is asked; the same on the command line and in every protocol."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

MOST = 500
"""Entries that one answer gives at most."""
LONGEST = 4096
"""Characters of a parameter at most, which is what systems have for paths."""

Name = Annotated[
    str,
    Meta(
        description="A symbol: `path#name` as answers have it, a dotted name with or without its "
        "module (`shop.Client.get`, `Client.get`, `get`), or `path:line`.",
        min_length=1,
        max_length=LONGEST,
    ),
]
_Thing = Annotated[
    str,
    Meta(
        description="A symbol as in other questions, or the path of a file.",
        min_length=1,
        max_length=LONGEST,
    ),
]
_File = Annotated[str, Meta(description="Path of a file.", min_length=1, max_length=LONGEST)]
_Path = Annotated[
    str,
    Meta(
        description="Path of a folder or file that the answer keeps to; empty for all.",
        max_length=LONGEST,
    ),
]
_Folder = Annotated[
    str, Meta(description="A folder; empty for the repository.", max_length=LONGEST)
]


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked; the fields are its parameters."""


class ListQuestion(Question, frozen=True, kw_only=True):
    """A question whose answer may have many entries."""

    limit: Annotated[int, Meta(description="Entries that the answer gives.", ge=1, le=MOST)] = 50
    cursor: Annotated[
        str,
        Meta(
            description="`next_cursor` of the answer before, for the entries that follow.",
            max_length=LONGEST,
        ),
    ] = ""


class OverviewQuestion(Question, frozen=True, kw_only=True):
    """What a repository or folder is: summary, languages, key files, entry points, commands."""

    path: _Folder = ""


class SearchQuestion(ListQuestion, frozen=True, kw_only=True):
    """Find symbols, files and folders by name, the most used of equally good ones first."""

    text: Annotated[
        str,
        Meta(
            description="A name, its beginning or a word in it, with or without outer names: "
            "`Client.get`, `client`; several words, of which names and summaries must have all; "
            "or `-> Path` for functions by what they return.",
            min_length=1,
            max_length=LONGEST,
        ),
    ]
    kind: Annotated[
        str,
        Meta(
            description="`class`, `function`, `method`, `file`, …; empty for all.",
            max_length=LONGEST,
        ),
    ] = ""
    path: _Path = ""


class SymbolQuestion(Question, frozen=True, kw_only=True):
    """What a symbol is, and where it is defined: signature, documentation, bases, members."""

    name: Name
    path: _Path = ""


class SourceQuestion(Question, frozen=True, kw_only=True):
    """The source of a symbol, or lines of a file."""

    name: _Thing
    path: _Path = ""
    line: Annotated[int, Meta(description="First line; 0 for that of the symbol.", ge=0)] = 0
    end_line: Annotated[int, Meta(description="Last line; 0 for that of the symbol.", ge=0)] = 0


class UsesQuestion(ListQuestion, frozen=True, kw_only=True):
    """Who refers to a symbol: callers, imports, annotations, subclasses, handlers."""

    name: _Thing
    path: _Path = ""
    kind: Annotated[
        Literal[
            "",
            "call",
            "name",
            "annotation",
            "base",
            "decorator",
            "raise",
            "except",
            "import",
            "assign",
        ],
        Meta(description="Only uses of this kind, such as `call`; empty for all."),
    ] = ""
    tests: Annotated[bool, Meta(description="Whether uses in tests are told as well.")] = True


class CalleesQuestion(ListQuestion, frozen=True, kw_only=True):
    """What a function calls in the repository, and what these calls may come to."""

    name: Name
    path: _Path = ""


class PathsQuestion(Question, frozen=True, kw_only=True):
    """How one function reaches another: the shortest chains of calls, a line for each step."""

    start: Name
    target: Name
    depth: Annotated[int, Meta(description="Longest chain.", ge=1, le=30)] = 12
    limit: Annotated[int, Meta(description="Chains that the answer gives.", ge=1, le=20)] = 3


class TestsQuestion(ListQuestion, frozen=True, kw_only=True):
    """Which tests cover a symbol or a file."""

    name: _Thing
    path: _Path = ""


class RelatedQuestion(Question, frozen=True, kw_only=True):
    """Which files are worth reading next to a file, with reasons."""

    path: _File


class ImportsQuestion(ListQuestion, frozen=True, kw_only=True):
    """What a file imports, or who imports it."""

    path: _File
    direction: Annotated[
        Literal["of", "to"],
        Meta(description="`of` the file: what it imports; `to` the file: who imports it."),
    ] = "of"


class CyclesQuestion(ListQuestion, frozen=True, kw_only=True):
    """Which files import each other in a ring."""

    path: _Path = ""


class ChangesQuestion(ListQuestion, frozen=True, kw_only=True):
    """What has changed since a tag or commit: files, and the symbols in them."""

    since: Annotated[
        str, Meta(description="A tag, branch or commit.", min_length=1, max_length=LONGEST)
    ]
    path: _Path = ""


class FindingsQuestion(ListQuestion, frozen=True, kw_only=True):
    """What rules have found: design, idiom, performance, security."""

    path: _Path = ""
    area: Annotated[
        Literal["", "design", "idiom", "performance", "security"],
        Meta(description="Only findings of this area; empty for all."),
    ] = ""


class CommandsQuestion(ListQuestion, frozen=True, kw_only=True):
    """How the repository is set up, built, run, tested and checked, each with its proof."""

    path: _Folder = ""


QUESTION_TYPES: Mapping[str, type[Question]] = MappingProxyType(
    {
        "overview": OverviewQuestion,
        "search": SearchQuestion,
        "symbol": SymbolQuestion,
        "source": SourceQuestion,
        "uses": UsesQuestion,
        "callees": CalleesQuestion,
        "paths": PathsQuestion,
        "tests": TestsQuestion,
        "related": RelatedQuestion,
        "imports": ImportsQuestion,
        "cycles": CyclesQuestion,
        "changes": ChangesQuestion,
        "findings": FindingsQuestion,
        "commands": CommandsQuestion,
    }
)
"""Name → question, in the order in which a newcomer has use for them."""


def purpose(name: str) -> str:
    """Return what a question is for, in a sentence."""
    return (QUESTION_TYPES[name].__doc__ or "").strip()


def parameters_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a question's parameters."""
    (found,), components = msgspec.json.schema_components([QUESTION_TYPES[name]])
    described: dict[str, Any] = components[found["$ref"].rpartition("/")[2]]
    return {"required": [], **described}
