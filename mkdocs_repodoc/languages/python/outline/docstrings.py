"""Docstrings: their summary, and the sections that Griffe's parsers find in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, cast

import griffe

from mkdocs_repodoc.languages.python.outline.docstring_summaries import summarise
from mkdocs_repodoc.languages.python.outline.epytext import from_epytext
from mkdocs_repodoc.model.records import SEE_ALSO, DocField, DocSection
from mkdocs_repodoc.settings import DocstringStyle

_RST = re.compile(
    r":[a-z]+(?::[a-z]+)?:`[^`]|^[ \t]*\.\. [\w:-]+::|(?<!`)``[^`\n]+``(?!`)|`[^`\n]+`__?\b"
    r"|\S::$|^[ \t]*:(?:param|returns?|raises|rtype)\b",
    re.MULTILINE,
)
_MARKDOWN = re.compile(r"^[ \t]*(?:```|~~~)|\]\(\S+\)|^#{1,4} \S", re.MULTILINE)
_GAP = re.compile(
    r"^((?:args|arguments|parameters|params|keyword args|keyword arguments|attributes|returns?"
    r"|yields?|raises):)[ \t]*\n(?:[ \t]*\n)+(?=[ \t]+\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""Blank lines below a heading of Google's style, which would hide the section from Griffe."""
_SEE_ALSO = re.compile(
    r"(?P<names>(?:[\w.]+|`[\w.]+`)(?:\s*,\s*(?:[\w.]+|`[\w.]+`))*)\s*,?(?:\s*:(?:\s+(?P<why>.*))?)?"
)
_UNDERLINED_SEE_ALSO = re.compile(r"^See Also[ \t]*\n-{3,}[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ANY_FIELD = re.compile(r":[A-Za-z]+(?: [^:\n]*)?:(?:\s|$)")
_LISTED = {
    "parameters",
    "other parameters",
    "type parameters",
    "raises",
    "warns",
    "returns",
    "yields",
    "receives",
    "attributes",
    "functions",
    "classes",
    "type aliases",
    "modules",
}
_SILENT = {"warnings": False}
"""No parser may log: what is odd in a docstring is its author's business, and is still shown."""


@dataclass(slots=True)
class Owner:
    """What Griffe's parsers ask a docstring's object for: types that the docstring leaves out.

    It names no module on purpose. With one, Griffe would compile each type named in a docstring
    to an expression, and log where it can't.
    """

    name: str = ""
    parameters: griffe.Parameters = field(default_factory=griffe.Parameters)
    annotation: str | None = None
    returns: str | None = None
    is_function: bool = False
    is_attribute: bool = False


@dataclass(frozen=True, slots=True)
class ReadDocstring:
    """A docstring that was read."""

    summary: str = ""
    sections: tuple[DocSection, ...] = ()
    line: int = 0


def read_docstring(value: str, line: int, owner: Owner, style: DocstringStyle) -> ReadDocstring:
    """Read a docstring.

    Args:
        value: The string as it stands in the tree.
        line: Its first line.
        owner: What it documents.
        style: How to parse it; `auto` lets Griffe decide by its section headings.

    Returns:
        Its summary and all of its sections, the summary being part of the first.
    """
    docstring = griffe.Docstring(value, lineno=line, parent=cast("Any", owner))
    text = docstring.value = from_epytext(docstring.value)
    if not text:
        return ReadDocstring(line=line)
    sections: tuple[DocSection, ...] = (DocSection("text", text=text),)
    if "\n" in text:
        parser = _parser(docstring, style)
        if parser is not None:
            rest = ""
            if parser is griffe.Parser.google:
                docstring.value = _GAP.sub(r"\1\n", text)
            if parser is griffe.Parser.sphinx:
                docstring.value, rest = _fields_and_rest(text)
            parsed = griffe.parse(docstring, parser, **_SILENT)
            sections = tuple(made for section in parsed if (made := _section(section)))
            if rest:
                sections += (DocSection("text", text=rest),)
    return ReadDocstring(summarise(text, owner.name), sections, line)


def _parser(docstring: griffe.Docstring, style: DocstringStyle) -> griffe.Parser | None:
    if style != "auto":
        return griffe.Parser(style)
    text = docstring.value
    # Griffe's patterns look for whole lines, the last one included.
    docstring.value = f"\n{text}\n"
    parser, _ = griffe.infer_docstring_style(docstring)
    docstring.value = text
    # Griffe does not count this section among those that tell the style.
    return griffe.Parser.numpy if _UNDERLINED_SEE_ALSO.search(text) else parser


def _fields_and_rest(text: str) -> tuple[str, str]:
    """Split a text with field lists from what follows a field without belonging to it.

    A field goes on over indented lines, and over others up to a blank line. Griffe would take all
    up to the next field for its description.
    """
    kept: list[str] = []
    rest: list[str] = []
    in_field = after_blank = outside = False
    for line in text.split("\n"):
        if _ANY_FIELD.match(line):
            in_field, outside = True, False
        elif in_field and line.strip() and not line[0].isspace() and (after_blank or outside):
            outside = True
        after_blank = not line.strip()
        (rest if outside else kept).append(line)
    return "\n".join(kept), "\n".join(rest).strip("\n")


def _section(section: griffe.DocstringSection) -> DocSection | None:
    kind = section.kind.value
    title = section.title or ""
    value = section.value
    if kind in _LISTED:
        fields = tuple(_field(element) for element in value)
        return DocSection(kind, title, fields=fields) if fields else None
    if kind == "examples":
        return DocSection(kind, title, "\n\n".join(_example(*part) for part in value))
    if kind == "deprecated":
        return DocSection(kind, title, value.description, (DocField(str(value.version), "", ""),))
    if kind == "admonition":
        name = title or str(value.kind).capitalize()
        described = value.description
        if name.lower().replace("-", " ") == "see also":
            name, described = SEE_ALSO, _see_also(described)
        return DocSection(kind, name, described)
    return DocSection(kind, title, str(value)) if value else None


def _see_also(text: str) -> str:
    """Turn NumPy's list of names (`name : why`, the rest indented) into a list with marks.

    A text that is anything else is returned as it is.
    """
    items: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        if line[0].isspace() and items:
            items[-1] += ("" if ": " in items[-1] else ":") + f" {line.strip()}"
        elif match := _SEE_ALSO.fullmatch(line.rstrip()):
            names = [name.strip(" `") for name in match["names"].split(",")]
            shown = ", ".join(f"`{name}`" for name in names if name)
            items.append(f"- {shown}: {match['why']}" if match["why"] else f"- {shown}")
        else:
            return text
    return "\n".join(items)


def _field(element: griffe.DocstringElement) -> DocField:
    name, annotation = getattr(element, "name", "") or "", str(element.annotation or "")
    if not name and " : " in annotation:  # a name that Griffe does not take for one
        name, _, annotation = annotation.partition(" : ")
    return DocField(
        name,
        annotation,
        element.description.strip("\n"),
        str(getattr(element, "value", "") or ""),
    )


def _example(kind: griffe.DocstringSectionKind, text: str) -> str:
    return text if kind is griffe.DocstringSectionKind.text else text.strip("\n")


def markup_of(docstrings: list[str]) -> str:
    """Decide in which markup a file's docstrings are written.

    Returns:
        `rst` where roles, directives, field lists or literals of reStructuredText outnumber the
        fences, headings and links of Markdown; else `markdown`.
    """
    text = "\n".join(docstrings)
    rst = len(_RST.findall(text))
    return "rst" if rst and rst > len(_MARKDOWN.findall(text)) else "markdown"
