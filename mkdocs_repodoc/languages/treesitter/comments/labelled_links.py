"""Links whose target stands elsewhere in a comment, or nowhere: `[text][label]`, `[Name]`.

A comment's first sentence is shown without the rest of it, where a label is defined. The target is
therefore written behind the text, before anything is cut off. What has no target in the comment
names code in some languages, and is shown as code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_repodoc.text.english import one_line

_BLOCK = re.compile(
    r"(?ms)(^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)|^(?: {4}|\t).*?$)"
)
"""Code, in which brackets are code, too."""
_DEFINITION = re.compile(r"(?m)^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*(\S+)[ \t]*$\n?")
_LINK = re.compile(
    r"(?P<code>(?P<ticks>`+)[^`\n]{1,300}(?P=ticks))"
    r"|(?<![\\!\w\]\[*])(?<!- )\[(?P<text>(?:[^\[\]`]|`[^`\n]{1,200}`){1,200})\]"
    r"(?:\[(?P<label>[^\[\]\n]{0,200})\]|\((?P<target>[^()\s]{1,200})\))?(?![(\[:\]])"
)
_PAGE = re.compile(r"(?:[\w.-]+/)*[\w.-]+\.html(?:#.*)?")
"""A page of documentation made of the code, which names what the text of the link does."""


def with_targets(text: str, is_name: Callable[[str], bool]) -> str:
    """Return a comment with the target of each link right behind its text.

    Args:
        text: Without delimiters.
        is_name: Whether the text of a link or a target, as it is written, names code.
    """
    if "[" not in text:
        return text
    targets: dict[str, str] = {}
    parts = _BLOCK.split(text)
    for part in parts[::2]:
        for match in _DEFINITION.finditer(part):
            targets.setdefault(_label(match[1]), match[2].strip("<>"))
    parts[::2] = [_linked(part, targets, is_name) for part in parts[::2]]
    return "".join(parts)


def _linked(part: str, targets: Mapping[str, str], is_name: Callable[[str], bool]) -> str:
    def shown(match: re.Match[str]) -> str:
        text = match["text"]
        if text is None:
            return match[0]
        target = match["target"] or targets.get(_label(match["label"] or text), "")
        if not target and match["label"] and is_name(match["label"]):
            target = match["label"]
        if target:
            return _with_target(text, target, is_name)
        return f"`{_bare(text)}`" if is_name(text) else match[0]

    return _LINK.sub(shown, part)


def _with_target(text: str, target: str, is_name: Callable[[str], bool]) -> str:
    words, name = _bare(text), _bare(target).partition("#")[0]
    if is_name(name):
        return f"`{name}`" if name == words else f"[{text}][`{name}`]"
    is_page = _PAGE.fullmatch(target)
    return f"`{words}`" if is_page and is_name(text) else f"[{text}]({target})"


def _bare(text: str) -> str:
    return text.strip("`")


def _label(text: str) -> str:
    return one_line(text).casefold()
