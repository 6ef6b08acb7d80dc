"""Keeps plugins and Markdown extensions from carrying out what a repository says.

Jinja (mkdocs-macros, Zensical's macros), include plugins and pymdownx.snippets look at a page
before Markdown is read, inside code too: they would run code of the repository, or include any file
of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_INSTRUCTION = re.compile(r"\{[{%#!]|-8<-")
"""What Jinja, include plugins and snippets act on."""
_FENCE = re.compile(
    r"^(?P<lead>(?:[ >]|- |1\. )*)(?P<ticks>`{3,})(?P<language>[^`\n]*)\n"
    r"(?P<body>(?:.*\n)*?)[ >]*(?P=ticks)$",
    re.MULTILINE,
)
_MARKER = re.compile(r"- |1\. ")
_SPAN = re.compile(r"(?<![`\\])(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)", re.DOTALL)
_BRACE = re.compile(r"\\?\{(?=\\?[{%#!])")
_SIGN = re.compile(r"[^\w ]|_")
_JOINER = "\N{WORD JOINER}"


def without_templates(text: str, *, has_indented_fences: bool) -> str:
    """Return a page in which nothing is carried out, and which shows the same.

    Code with an instruction becomes an element of HTML, its signs written as entities.

    Args:
        text: Markdown, as it is made for all readers.
        has_indented_fences: Whether fences in lists and quotations are code to the reader. To
            Python-Markdown's own extension they are text, with live HTML in it.
    """
    return "".join(_parts(text, has_indented_fences=has_indented_fences))


def title_without_templates(title: str) -> str:
    """Return a plain title between whose braces stands a character that nobody sees."""
    return re.sub(r"\{(?=[{%#!])", f"{{{_JOINER}", title)


def _parts(text: str, *, has_indented_fences: bool) -> Iterator[str]:
    done = 0
    for fence in _FENCE.finditer(text):
        yield _prose(text[done : fence.start()])
        done = fence.end()
        lead = fence["lead"]  # behind the mark of an item no fence is known
        is_code = not lead or (has_indented_fences and not _MARKER.search(lead))
        yield fence[0] if is_code and not _INSTRUCTION.search(fence["body"]) else _element(fence)
    yield _prose(text[done:])


def _prose(text: str) -> str:
    if "{" not in text and "-8<-" not in text:
        return text
    return _BRACE.sub("&#123;", _SPAN.sub(_span, text))


def _span(match: re.Match[str]) -> str:
    if not _INSTRUCTION.search(match[2]):
        return match[0]
    return f"<code>{_entities(match[2])}</code>"


def _element(fence: re.Match[str]) -> str:
    """Return a fence as one line of HTML, which each reader takes as it is."""
    below = _MARKER.sub("    ", fence["lead"])
    rows = [
        row.removeprefix(below if row.startswith(below) else below.rstrip())
        for row in fence["body"].split("\n")[:-1]
    ]
    language = f' class="language-{fence["language"]}"' if fence["language"] else ""
    return f"{fence['lead']}<pre><code{language}>{_entities(chr(10).join(rows))}</code></pre>"


def _entities(code: str) -> str:
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", code)
