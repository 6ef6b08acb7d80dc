"""Roles of reStructuredText: a name that links, a document, code, or words."""

from __future__ import annotations

import re

from markupsafe import escape

from mkdocs_repodoc.html.prose.markdown_html import PLAIN_CODE

_CODE_ROLES = frozenset(
    {"code", "math", "file", "samp", "command", "envvar", "option", "program", "kbd", "paramref"}
)
_WORD_ROLES = frozenset({"ref", "term", "abbr", "sup", "sub", "title-reference", "pep", "rfc"})
_OTHER_DOMAIN = re.compile(r"(?:c|cpp|cs|go|java|js|php|rb|rs|rust):", re.IGNORECASE)
"""Roles for names in domains of other languages than the documents' own."""
_SHOW = re.compile(r"(?P<text>.+?)\s*<(?P<target>[^<>]+)>", re.DOTALL)


def role_html(role: str, text: str) -> str:
    """Return what an interpreted text shows; `cross_references` links what it can look up.

    Args:
        role: The role in front of it, empty if there is none.
        text: What stands between the backticks.
    """
    shown, target = text, text
    if explicit := _SHOW.fullmatch(text):
        shown, target = explicit["text"], explicit["target"]
    name = role.rpartition(":")[2].lower()
    if name == "doc":
        return document_link(target, shown if explicit else "")
    if name in _WORD_ROLES:
        if name in {"pep", "rfc"}:
            shown = f"{name.upper()} {shown}"
        return str(escape(shown.rpartition("~")[2]))
    if name in _CODE_ROLES or _OTHER_DOMAIN.match(role):
        return f"{PLAIN_CODE}{escape(shown)}</code>"
    # A dot in front of a name means: wherever it is defined; it is not shown.
    dotted = target.lstrip("!~.").removesuffix("()")
    if not explicit:
        shown = dotted.rpartition(".")[2] if text.startswith("~") else text.lstrip("!.")
    if target.startswith("!") or not re.fullmatch(r"[A-Za-z_][\w.]*", dotted):
        return f"{PLAIN_CODE}{escape(shown)}</code>"
    # Without a role, it may be just a word.
    kind = "code" if role else "word"
    call = "()" if target.endswith("()") else ""
    return f'<a data-{kind}="{escape(dotted)}{call}"><code>{escape(shown)}</code></a>'


def document_link(target: str, title: str) -> str:
    """Return the link to a document that is named without its suffix, as Sphinx has them.

    Args:
        target: Relative to the document, or to Sphinx's folder if it begins with a slash.
        title: What is shown; the title of the document if it is empty.
    """
    return f'<a data-doc="{escape(target.strip())}" title="{escape(title)}"></a>'
