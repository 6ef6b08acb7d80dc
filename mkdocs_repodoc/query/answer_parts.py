"""The parts that answers are made of, as programs read them: fields are public and versioned.

Paths are relative to the documented folder, lines count from 1, columns from 0 in bytes of UTF-8.
A text that is not known is empty, and so is a line that is not known 0.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Grade = Literal["exact", "inferred"]
"""Whether the rules of the language decide something, or a type had to be worked out for it."""

Status = Literal["answered", "several candidates", "not known"]


class AnswerPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Part of an answer; what is as by default is left out when it is written."""


class FileState(AnswerPart, frozen=True, kw_only=True):
    """A file that an answer names, and whether the answer still holds for it.

    Attributes:
        path: The file.
        digest: SHA-256 of the content that the answer rests on, hexadecimal.
        stale: Whether the file on disk has another content by now.
    """

    path: str
    digest: str
    stale: bool


class SymbolEntry(AnswerPart, frozen=True, kw_only=True):
    """A symbol, or a file as a whole.

    Attributes:
        id: What names it in further questions: `path#name`, or the path alone for a file.
        name: Dotted path with the module in front where its language has modules.
        kind: `class`, `function`, `method`, …; `file` for a file.
        path: File that defines it.
        line: First line of the definition, decorators included.
        end_line: Its last line.
        signature: Without the name; empty where there is none.
        summary: First sentence of its documentation.
        public: Whether the conventions of the language make it public.
        in_tests: Whether it stands in a test, or in what tests share.
    """

    id: str
    name: str
    kind: str
    path: str
    line: int
    end_line: int
    signature: str = ""
    summary: str = ""
    public: bool = True
    in_tests: bool = False


class Answer(AnswerPart, frozen=True, kw_only=True, omit_defaults=False):
    """What all answers have.

    Attributes:
        question: The question's name.
        status: `answered`; `several candidates` where a name means more than one symbol, which
            `candidates` lists; `not known` with the reason in `note`.
        commit: Hash of the commit that is checked out; empty outside git. Files may have changed
            since: `files` has the content that the answer rests on.
        subject: What the question was about, if it was about one symbol or file.
        candidates: What the name may mean; at most twenty.
        total: How many entries there are in all, of which `limit` are given at a time; of
            candidates if these are several.
        next_cursor: What to pass as `cursor` for the next entries; empty if these are the last.
        note: What the answer leaves open, and why, in sentences.
        files: The files that the answer names.
    """

    question: str
    status: Status = "answered"
    commit: str = ""
    subject: SymbolEntry | None = None
    candidates: tuple[SymbolEntry, ...] = ()
    total: int = 0
    next_cursor: str = ""
    note: str = ""
    files: tuple[FileState, ...] = ()
