r"""Documentation comments in parts: Doxygen, JSDoc, Javadoc, YARD, rustdoc, C# XML.

All of them are text with marks in it: `@param name`, `\return`, `# Errors`, `<summary>`. Known
marks become sections; everything else stays in the text, as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.treesitter.comment_text import FENCE
from mkdocs_repodoc.languages.treesitter.comments.documentation_tags import (
    BRIEF,
    NOTES,
    PARAMETERS,
    RAISES,
    RETURNS,
    RUST_SECTIONS,
    SKIPPED,
    TEXT,
)
from mkdocs_repodoc.languages.treesitter.comments.xml_documentation import is_xml, parse_xml
from mkdocs_repodoc.model.records import DocField, DocSection
from mkdocs_repodoc.text.prose import first_sentence

_TAG = re.compile(r"\s*[@\\]([A-Za-z]+)(\[[^\]]*\])?(?=[\s{:]|$)[ \t]*:?")
_HEADING = re.compile(r"\s*#{1,6}\s+(.+?)\s*#*$")
_ITEM = re.compile(r"\s*[-*+]\s+`?([\w.&' ]+?)`?\s*(?:\(([^)]*)\))?\s*(?:[-–—:]+)\s+(.*)")
_JSDOC_TYPE = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_YARD_TYPE = re.compile(r"\s*\[([^\]]*)\]")
_NAME = re.compile(r"\s*(\[[^\]]*\]|\.{3}|[\w$.*&:<>-]+)\s*(?:[-–—:]\s+)?")
_TYPE_BEFORE = re.compile(r"\s*([^\s$]+)\s+(?=(?:\.{3}|&)?\$\w)")
"""PHPDoc's type, in front of a name that its sign tells."""
_INLINE_TAG = re.compile(
    r"\{@(?:link|linkcode|linkplain|code|literal|value)\s++"
    r"((?:(?!\{@)[^}|])++)(?:\|(?:(?!\{@)[^}])*+)?\}"
)
"""None holds the beginning of another one, so that a comment of beginnings is read once."""
_INLINE_WORD = re.compile(r"(?<!\w)[@\\](?:c|p|ref|a|e|em|b)\s+([\w:.()~<>]+[\w)>])")
_CODE_BLOCK = re.compile(r"\s*[@\\](code|verbatim)(?:\{\.?(\w+)\})?\s*$")
_CODE_BLOCK_END = re.compile(r"\s*[@\\]end(?:code|verbatim)\b")

_BARE_NOTE = re.compile(r"^\*\*([\w ]+):\*\*(?=[ \t]*(?:\n[ \t]*\n|\n*\Z))", re.MULTILINE)
"""A note without a word of its own: it ends its sentence itself."""
_DETERMINER = re.compile(r"(?:The|An?|All|Each|Any|Whether|This)\b")
"""A first word that is small in the middle of a sentence."""
_NOTE_ALONE = re.compile(r"\*\*[\w ]+\.\*\*")


class Documentation(NamedTuple):
    """A parsed comment."""

    summary: str
    sections: tuple[DocSection, ...]
    tags: frozenset[str]
    """The marks in it, lower case, without their sign."""


def parse_documentation(text: str) -> Documentation:
    """Take a comment's text apart.

    Args:
        text: Without delimiters, as `comment_text.strip_comment` returns it.
    """
    if is_xml(text):
        sections = parse_xml(text)
        return Documentation(_summary(sections), sections, frozenset())
    reader = _TagReader()
    reader.read(text.split("\n"))
    sections = reader.sections()
    return Documentation(_summary(sections), sections, frozenset(reader.tags))


def _summary(sections: Sequence[DocSection]) -> str:
    for section in sections:
        if section.kind == "text":
            for paragraph in re.split(r"\n\s*\n", section.text):
                plain = paragraph.strip()
                is_text = plain and not FENCE.match(plain) and not _HEADING.fullmatch(plain)
                if is_text and not _NOTE_ALONE.fullmatch(plain):
                    return first_sentence(plain)
    for section in sections:
        if section.kind == "returns" and section.fields and section.fields[0].description:
            said = section.fields[0].description
            return first_sentence(f"Returns {_DETERMINER.sub(_small, said, count=1)}")
    return ""


def _small(match: re.Match[str]) -> str:
    return match[0].lower()


class _TagReader:
    """Reads text with `@tags` and Markdown headings, line by line."""

    def __init__(self) -> None:
        self.tags: set[str] = set()
        self.text: list[str] = []
        self.fields: dict[str, list[DocField]] = {}
        self.blocks: dict[str, list[str]] = {}
        self._open: tuple[str, list[str]] = ("text", self.text)

    def read(self, rows: Sequence[str]) -> None:
        fence = ""
        for row in rows:
            if fence:
                closes = _CODE_BLOCK_END.match(row) if fence == "@" else row.strip() == fence
                self._open[1].append("```" if closes and fence == "@" else row)
                fence = "" if closes else fence
            elif code := _CODE_BLOCK.match(row):
                self._open[1].append(f"```{code[2] or ''}")
                fence = "@"
            elif opened := FENCE.match(row):
                self._open[1].append(row)
                fence = opened[1]
            elif tag := _TAG.match(row):
                self._start_tag(tag[1].lower(), row[tag.end() :].strip(), row)
            elif (heading := _HEADING.match(row)) and heading[1].lower() in RUST_SECTIONS:
                self._finish()
                self._open = (RUST_SECTIONS[heading[1].lower()] + " section", [])
            elif heading and self._open[0] != "text":
                self._finish()
                self.text.append(row)
            elif not row.strip() and self._open[0] in {"tag", "brief"}:
                self._finish()
            else:
                self._open[1].append(row)
        if fence:
            self._open[1].append("```" if fence == "@" else fence)
        self._finish()

    def sections(self) -> tuple[DocSection, ...]:
        result = []
        text = _BARE_NOTE.sub(r"**\1.**", "\n".join(self.text).strip("\n"))
        if text.strip():
            result.append(DocSection("text", text=_inline(text)))
        result += [
            DocSection(kind, fields=tuple(self.fields[kind]))
            for kind in ("parameters", "returns", "raises")
            if self.fields.get(kind)
        ]
        result += [
            DocSection(kind, text="\n".join(rows).strip("\n"))
            for kind, rows in self.blocks.items()
            if "".join(rows).strip()
        ]
        return tuple(result)

    def _start_tag(self, tag: str, rest: str, row: str) -> None:
        self._finish()
        self.tags.add(tag)
        if tag in PARAMETERS or tag in RETURNS or tag in RAISES:
            self._open = ("tag", [tag, rest])
        elif tag == "example" and not rest:
            self._open = ("examples section", [])
        elif tag in BRIEF:
            self._open = ("brief", [rest])
        elif tag in TEXT:
            self.text.append(rest)
        elif tag in NOTES:
            self.text += ["", f"**{NOTES[tag]}:** {rest}".rstrip()]
        elif tag in SKIPPED or not rest:  # a mark alone tells tools something
            pass
        else:
            self.text.append(row)

    def _finish(self) -> None:
        kind, rows = self._open
        self._open = ("text", self.text)
        if kind == "tag":
            self._add_field(rows[0], " ".join(row.strip() for row in rows[1:]).strip())
        elif kind == "brief":
            self.text[:0] = [*rows, ""]
        elif kind == "parameters section":
            self._add_items(rows)
        elif kind == "returns section":
            text = _inline("\n".join(rows).strip())
            self.fields.setdefault("returns", []).append(DocField("", "", text))
        elif kind == "examples section":
            self.blocks.setdefault("examples", []).extend(rows)

    def _add_field(self, tag: str, rest: str) -> None:
        typed = _JSDOC_TYPE.match(rest)
        annotation = typed[1].strip() if typed else ""
        rest = rest[typed.end() :] if typed else rest
        name = ""
        if tag in PARAMETERS or tag == "retval":
            if not typed and (yard := _YARD_TYPE.match(rest)) and " " in rest[yard.end() :][:1]:
                annotation, rest = yard[1], rest[yard.end() :]
            if not typed and (written := _TYPE_BEFORE.match(rest)):
                annotation, rest = written[1], rest[written.end() :]
            match = _NAME.match(rest)
            name = match[1] if match else ""
            rest = rest[match.end() :] if match else rest
            if not annotation and (yard := _YARD_TYPE.match(rest)):
                annotation, rest = yard[1], rest[yard.end() :]
        elif yard := _YARD_TYPE.match(rest):
            annotation, rest = yard[1], rest[yard.end() :]
        elif tag in RAISES and not typed and (match := re.match(r"\s*([A-Z][\w:.]*)\s*", rest)):
            annotation, rest = match[1], rest[match.end() :]
        default = ""
        if name.startswith("["):  # JSDoc's optional parameter, `[name=default]`
            name, _, default = name[1:-1].partition("=")
        kind = "parameters" if tag in PARAMETERS else "returns" if tag in RETURNS else "raises"
        field = DocField(name.strip(), annotation, _inline(rest.strip()), default.strip())
        self.fields.setdefault(kind, []).append(field)

    def _add_items(self, rows: list[str]) -> None:
        """Read a Markdown list of parameters; what is none stays in the text."""
        fields: list[DocField] = []
        for row in rows:
            if item := _ITEM.match(row):
                fields.append(DocField(item[1].strip(), item[2] or "", _inline(item[3])))
            elif row.strip() and fields:
                last = fields[-1]
                fields[-1] = DocField(
                    last.name, last.annotation, f"{last.description} {_inline(row.strip())}"
                )
            elif row.strip():
                self.text += ["", "# Arguments", *rows]
                return
        self.fields.setdefault("parameters", []).extend(fields)


def _inline(text: str) -> str:
    text = _INLINE_TAG.sub(lambda match: f"`{match[1].strip()}`", text)
    return _INLINE_WORD.sub(lambda match: f"`{match[1]}`", text)
