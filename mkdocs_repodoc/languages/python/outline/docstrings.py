"""Docstrings: their summary, and the sections that Griffe's parsers find in them."""

from __future__ import annotations

import ast
import re
import textwrap
import warnings
from dataclasses import dataclass, field
from typing import Any, cast

import griffe

from mkdocs_repodoc.languages.python.outline.epytext import from_epytext
from mkdocs_repodoc.model.records import SEE_ALSO, DocField, DocSection
from mkdocs_repodoc.settings import DocstringStyle
from mkdocs_repodoc.text.prose import first_sentence

_RST = re.compile(
    r":[a-z]+(?::[a-z]+)?:`[^`]|^[ \t]*\.\. [\w:-]+::|(?<!`)``[^`\n]+``(?!`)|`[^`\n]+`__?\b"
    r"|\S::$|^[ \t]*:(?:param|returns?|raises|rtype)\b",
    re.MULTILINE,
)
_MARKDOWN = re.compile(r"^[ \t]*(?:```|~~~)|\]\(\S+\)|^#{1,4} \S", re.MULTILINE)
_UNDERLINE = re.compile(r"([=\-~^\"'*+#.:_`])\1{2,}$")
_ADMONITION = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s|[ \t]{4}")
"""Opening of a Python-Markdown admonition, or what is indented below one: a remark, no summary."""
_HEADING = re.compile(
    r"(?:args|arguments|parameters|params|attributes|returns?|yields?|raises|examples?|notes?|"
    r"usage|warnings?|see also|keyword arguments)::?$",
    re.IGNORECASE,
)
_FIELD = re.compile(r":(?:param|parameter|arg|type|returns?|rtype|raises?|var|ivar|cvar)\b.*?:")
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
_STOPS = re.compile(
    rf"(?:{_FIELD.pattern})|(?:{_HEADING.pattern})|(?:[-*+•]|\d+[.)])\s|>>> |```",
    re.IGNORECASE,
)
"""Rows that end a first paragraph which runs on without a blank line."""
_DIRECTIVE = re.compile(r"(?:\.\. |>>> |```|@\w+ )")
_STATEMENT = re.compile(
    r"[ \t]*(?:[A-Za-z_][\w.]*(?:\[[^\]]*\])? = \S|(?:assert|import|from|with|for|async|def) \S)"
)
"""How a paragraph begins that may be code; prose begins so too, but does not parse."""
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


_ON_A_MEMBER = re.compile(r"[A-Z][a-z]+ing `{0,2}self\.")
"""Beginning of a sentence on what doing something to a member leads to, which says of no type what
it is."""


_MODULE_NAME = re.compile(r"[a-z_][a-z0-9_.]*")
"""A title that is the name of the module alone, which says nothing of it."""


def summarise(text: str, name: str = "") -> str:
    """Return the first sentence of a clean docstring, on one line.

    Args:
        text: The docstring without its indentation.
        name: Name of what it documents; a first paragraph that is only its call is passed over.
    """
    paragraphs = re.split(r"\n[ \t]*\n", text, maxsplit=4)[:4]
    for paragraph in paragraphs:
        rows = [row for row in paragraph.split("\n") if not _UNDERLINE.match(row.strip())]
        if not rows or _ADMONITION.match(rows[0]):
            continue
        if len(rows) < paragraph.count("\n") + 1 and not _HEADING.match(rows[0].strip() + ":"):
            rows = rows[:1]  # an underlined title
            if _MODULE_NAME.fullmatch(rows[0].strip()) and paragraph is not paragraphs[-1]:
                continue
        if _is_code("\n".join(rows)) or _ON_A_MEMBER.match(rows[0].strip()):
            continue
        first = rows[0].strip()
        if _HEADING.match(first) or _FIELD.match(first) or _DIRECTIVE.match(first):
            return ""
        if name and first.startswith(f"{name}(") and len(rows) == 1 and _is_call(first, name):
            continue
        for position, row in enumerate(rows):
            if position and _STOPS.match(row.strip()):
                rows = rows[:position]
                break
        return first_sentence("\n".join(rows))
    return ""


def _is_code(paragraph: str) -> bool:
    """Whether a paragraph is statements of Python, an example without any mark of one."""
    if not _STATEMENT.match(paragraph):
        return False
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(textwrap.dedent(paragraph))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True


def _is_call(row: str, name: str) -> bool:
    return re.fullmatch(rf"{re.escape(name)}\(.*\)(?:\s*->.*)?\.?", row) is not None


_NAME_TITLE = r"(?:" + _MODULE_NAME.pattern + r"\n([=~*^\"-])\1{2,}\n)?"


def without_summary(text: str, summary: str) -> str:
    """Return what a docstring says after its summary."""
    words = summary.removesuffix("…").split()
    if summary.endswith("…") or not words:
        return text
    if text.startswith(summary):  # as of most docstrings; a pattern takes long to compile
        end = len(summary)
    elif found := re.match(_NAME_TITLE + r"\W*?" + r"\s+".join(map(re.escape, words)), text):
        end = found.end()
    else:
        return text
    rest = text[end:]
    head, _, tail = rest.lstrip("\n").partition("\n")
    return tail.strip("\n") if _UNDERLINE.match(head.strip()) else rest.strip()


def markup_of(docstrings: list[str]) -> str:
    """Decide in which markup a file's docstrings are written.

    Returns:
        `rst` where roles, directives, field lists or literals of reStructuredText outnumber the
        fences, headings and links of Markdown; else `markdown`.
    """
    text = "\n".join(docstrings)
    rst = len(_RST.findall(text))
    return "rst" if rst and rst > len(_MARKDOWN.findall(text)) else "markdown"
