"""Summaries of docstrings: the first sentence that says what something is."""

from __future__ import annotations

import ast
import re
import textwrap
import warnings

from mkdocs_repodoc.text.prose import first_sentence

_UNDERLINE = re.compile(r"([=\-~^\"'*+#.:_`])\1{2,}$")


_ADMONITION = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s|[ \t]{4}")
"""Opening of a Python-Markdown admonition, or what is indented below one: a remark, no summary."""


_HEADING = re.compile(
    r"(?:args|arguments|parameters|params|attributes|returns?|yields?|raises|examples?|notes?|"
    r"usage|warnings?|see also|keyword arguments)::?$",
    re.IGNORECASE,
)


_FIELD = re.compile(r":(?:param|parameter|arg|type|returns?|rtype|raises?|var|ivar|cvar)\b.*?:")


_PARAMETER = re.compile(r"([a-z]+_\w+)\s+--\s")
"""What a parameter is for, in a docstring that says no more."""


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
        if _is_no_sentence(first, name):
            return ""
        if name and first.startswith(f"{name}(") and len(rows) == 1 and _is_call(first, name):
            continue
        for position, row in enumerate(rows):
            if position and _STOPS.match(row.strip()):
                rows = rows[:position]
                break
        return first_sentence("\n".join(rows))
    return ""


def _is_no_sentence(row: str, name: str) -> bool:
    """Tell whether a row begins something else than text, in the docstring of what has a name."""
    if any(each.match(row) for each in (_HEADING, _FIELD, _DIRECTIVE)):
        return True
    parameter = _PARAMETER.match(row)
    return bool(name) and parameter is not None and parameter[1] != name


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
