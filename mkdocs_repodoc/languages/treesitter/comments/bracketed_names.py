"""Names in square brackets, by which the documentation of some languages refers to code.

Dart and Kotlin write `[Name]`, Kotlin also `[words][Name]`, Scala `[[Name]]` and `[[Name words]]`.
In Markdown all of them are plain text in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment

_CODE = re.compile(
    r"(?ms)(^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)|`[^`\n]+`|^ {4}.*?$)"
)
"""What Markdown shows as code, in which brackets are code, too."""
_NAME = r"[A-Za-z_$][\w$]*(?:[.#][\w$]+)*(?:\(\))?"
_LABELLED = re.compile(rf"(?<![\\!\w])\[([^\[\]\n]+)\]\[{_NAME}\]")
_BRACKETED = re.compile(rf"(?<![\\!\w\]\[])(?<!- )\[({_NAME})\](?![\[(:\]])")
_WIKI = re.compile(r"\[\[([^\[\]\s]+)(?:[ \t]+([^\[\]\s][^\[\]\n]*))?\]\]")
_BOLD = re.compile(r"'''([^'\n]+)'''")
_WIKI_CODE = re.compile(r"\{\{\{(.*?)\}\}\}", re.DOTALL)


def bracketed_markdown(comment: str) -> str:
    """Return the text of a comment with names in brackets as code.

    Args:
        comment: As it is written, with its delimiters.
    """
    return _outside_code(strip_comment(comment), _named)


def scaladoc_markdown(comment: str) -> str:
    """Return the text of a comment in Scaladoc's own markup as Markdown.

    Args:
        comment: As it is written, with its delimiters.
    """
    text = _with_code_shown(strip_comment(comment))
    return _outside_code(text, lambda part: _BOLD.sub(r"**\1**", _WIKI.sub(_wiki_link, part)))


def _with_code_shown(text: str) -> str:
    # A beginning of code without an end is searched for one in all text behind it.
    end = text.rfind("}}}") + len("}}}")
    return _WIKI_CODE.sub(_shown_code, text[:end]) + text[end:]


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    if "[" not in text and "'''" not in text:
        return text
    parts = _CODE.split(text)
    parts[::2] = [change(part) for part in parts[::2]]
    return "".join(parts)


def _named(text: str) -> str:
    return _BRACKETED.sub(r"`\1`", _LABELLED.sub(r"\1", text))


def _wiki_link(match: re.Match[str]) -> str:
    target, words = match[1], match[2]
    if "://" in target:
        return f"[{words or target}]({target})"
    return words or f"`{target}`"


def _shown_code(match: re.Match[str]) -> str:
    code = match[1]
    return f"\n```\n{code.strip()}\n```\n" if "\n" in code else f"`{code.strip()}`"
