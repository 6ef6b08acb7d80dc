"""reStructuredText to HTML: docutils reads it, a small writer makes regular HTML of the tree.

Nothing in a text reaches the disk or the page as it is: no includes, no raw. Roles and directives
that docutils does not know (Sphinx has many) are shown as what they say. A text without block
markup, as most docstrings are, never reaches docutils, which needs a millisecond for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import dropwhile
from typing import Any

from docutils import nodes, parsers
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, directives, states
from docutils.parsers.rst.directives.misc import Include
from docutils.readers.standalone import Reader
from docutils.utils import Reporter, new_document
from markupsafe import escape

from mkdocs_repodoc.html.code.code_fences import code_block
from mkdocs_repodoc.html.prose.markdown_html import PLAIN_CODE
from mkdocs_repodoc.html.prose.restructured_html import HtmlWriter

_INLINE = re.compile(
    r"``(?P<literal>[^`\n](?:[^`]|`(?!`))*?)``"
    r"|:(?P<role>[A-Za-z][\w:.-]*):`(?P<text>[^`\n]+)`"
    r"|`(?P<link>[^`<>\n]+?)\s*<(?P<target>[^`<>\n]+)>`__?"
    r"|`(?P<label>[^`<>\n]+)`__?(?!\w)"
    r"|`(?P<any>[^`<>\n]+)`"
    r"|\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|(?<![\w*])\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])"
)
_BLOCK = re.compile(
    r"::|^[ \t]+\S|^(?:[-*+•:|]|\.\.|>>>|\w{1,3}[.)]|\([\w]+\)|--?\w|[=#~^\"'+-]{2,})"
    r"|_\b|[`\w]_(?:[\s.,;:)]|$)|\||\\|\]_|<[^>]*>`",
    re.MULTILINE,
)
"""What makes a text more than paragraphs of words, literals and roles."""
_CODE_ROLES = frozenset(
    {"code", "math", "file", "samp", "command", "envvar", "option", "program", "kbd", "paramref"}
)
_OTHER_DOMAIN = re.compile(r"(?:c|cpp|cs|go|java|js|php|rb|rs|rust):", re.IGNORECASE)
"""Roles for names of other languages, which mean nothing in Python."""
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_MOST_PROBLEMS = 1_000
"""Of one text; directives that docutils does not know are problems to it, too."""
_SHOW = re.compile(r"(?P<text>.+?)\s*<(?P<target>[^<>]+)>", re.DOTALL)


def restructured_html(text: str, heading_level: int) -> str:
    """Render reStructuredText; links stay as written.

    Args:
        text: reStructuredText, perhaps broken.
        heading_level: Its own headings start one level below this one.

    Raises:
        Exception: Docutils raises nearly anything on a text that is none of its own.
    """
    if not _BLOCK.search(text):
        return "".join(
            f"<p>{_phrase(part)}</p>\n" for part in re.split(r"\n\s*\n", text.strip()) if part
        )
    return HtmlWriter(heading_level, _directive).write(_parse(text))


def restructured_phrase(text: str) -> str:
    """Render a phrase without a paragraph around it."""
    return _phrase(text)


def role_html(role: str, text: str) -> str:
    """Return what an interpreted text shows: a name that links, code, or words.

    Args:
        role: The role in front of it, empty if there is none.
        text: What stands between the backticks.
    """
    target = text
    if shown := _SHOW.fullmatch(text):
        text, target = shown["text"], shown["target"]
    name = role.rpartition(":")[2].lower()
    if name in {
        "ref",
        "doc",
        "term",
        "abbr",
        "sup",
        "sub",
        "title-reference",
        "pep",
        "rfc",
    }:
        if name in {"pep", "rfc"}:
            text = f"{name.upper()} {text}"
        return str(escape(text.rpartition("~")[2]))
    if name in _CODE_ROLES or _OTHER_DOMAIN.match(role):
        return f"{PLAIN_CODE}{escape(text)}</code>"
    # A dot in front of Python's names means: wherever it is defined; it is not shown.
    dotted = target.lstrip("!~.").removesuffix("()")
    if text == target:
        text = dotted.rpartition(".")[2] if text.startswith("~") else text.lstrip("!.")
    if target.startswith("!") or not re.fullmatch(r"[A-Za-z_][\w.]*", dotted):
        return f"{PLAIN_CODE}{escape(text)}</code>"
    # `crossrefs` links what it can look up. Without a role, it may be just a word.
    kind = "code" if role else "word"
    call = "()" if target.endswith("()") else ""
    return f'<a data-{kind}="{escape(dotted)}{call}"><code>{escape(text)}</code></a>'


def _phrase(text: str) -> str:
    pieces: list[str] = []
    position = 0
    for match in _INLINE.finditer(text):
        pieces += (str(escape(text[position : match.start()])), _inline(match))
        position = match.end()
    pieces.append(str(escape(text[position:])))
    return "".join(pieces)


def _inline(match: re.Match[str]) -> str:
    role, link = match["role"], match["link"]
    if role is not None:
        return role_html(role, match["text"])
    if link is not None:
        return f'<a href="{escape(match["target"])}">{escape(link)}</a>'
    content = match[match.lastgroup or 0]
    if match.lastgroup in {"strong", "em"}:
        return f"<{match.lastgroup}>{_phrase(content)}</{match.lastgroup}>"
    if match.lastgroup == "any":
        return role_html("", content)
    shown = str(escape(content))
    return f"<code>{shown}</code>" if match.lastgroup == "literal" else shown


def _inliner() -> states.Inliner:
    """Make an inliner that takes every role that docutils does not know for a name."""
    # Docutils reads its patterns from the very class, so that a subclass would lack them.
    inliner = states.Inliner()
    known = inliner.interpreted

    def interpreted(
        rawsource: str, text: str, role: str, lineno: int
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        if role in _DOCUTILS_ROLES:
            made: tuple[list[nodes.Node], list[nodes.system_message]]
            made = known(rawsource, text, role, lineno)
            return made
        return [nodes.raw("", role_html(role, nodes.unescape(text)), format="html")], []

    inliner.interpreted = interpreted  # type: ignore[method-assign] # of this one parser
    return inliner


def _later(name: str) -> Callable[[], Any]:
    """Return what makes the parser that a name stands for."""

    def make() -> Any:  # noqa: ANN401 - some class that a module has
        return parsers.get_parser_class(name.strip())()

    return make


class _Include(Include):
    """The directive without its habit of importing the module that `parser` names, unasked.

    Docutils keeps one list of directives for all of a process, so that this one serves whoever
    else may use it: the module is imported when the included file is to be parsed. Here, where no
    file may be included, it never is.
    """

    option_spec = {**(Include.option_spec or {}), "parser": _later}  # noqa: RUF012 - as docutils has it


directives.register_directive("include", _Include)

_DOCUTILS_ROLES = frozenset({"emphasis", "strong", "literal", "subscript", "superscript", "math"})


@cache
def _settings() -> Any:  # noqa: ANN401  # optparse values have no useful type
    settings = get_default_settings(Parser, Reader)
    settings.file_insertion_enabled = False
    settings.raw_enabled = False
    settings.report_level = Reporter.SEVERE_LEVEL + 1
    settings.halt_level = Reporter.SEVERE_LEVEL + 1
    settings.warning_stream = False
    settings.docinfo_xform = False
    settings.doctitle_xform = False
    settings.sectsubtitle_xform = False
    settings.smart_quotes = False
    settings.syntax_highlight = "none"
    settings.line_length_limit = 1_000_000
    return settings


class _TooManyProblemsError(Exception):
    """The text is no reStructuredText, or made to keep docutils busy."""


class _Reporter(Reporter):
    """Counts problems, and ends the parsing of a text that has nothing else.

    Docutils goes through all problems again for each that it meets.
    """

    def __init__(self) -> None:
        super().__init__("", _settings().report_level, _settings().halt_level, stream=False)
        self._left = _MOST_PROBLEMS

    def system_message(
        self,
        level: int,
        message: Any,  # noqa: ANN401 - as docutils has it
        *children: Any,  # noqa: ANN401 - as docutils has it
        **attributes: Any,  # noqa: ANN401 - as docutils has it
    ) -> nodes.system_message:
        self._left -= level >= self.WARNING_LEVEL
        if self._left < 0:
            raise _TooManyProblemsError
        return super().system_message(level, message, *children, **attributes)


def _parse(text: str) -> nodes.document:
    """Parse a text.

    Raises:
        _TooManyProblemsError: There is hardly anything in it that docutils understands.
    """
    document = new_document("", _settings())
    document.reporter = _Reporter()
    parser = Parser(inliner=_inliner())
    parser.parse(text.replace("\0", "\ufffd"), document)
    document.transformer.populate_from_components((Reader(), parser))
    document.transformer.apply_transforms()
    return document


def _directive(source: str, heading_level: int) -> str:
    """Show a directive that docutils does not know: its title, then its content, parsed."""
    match = re.match(r"\.\.[ ]+(?P<name>[\w:.+-]+?)::[ \t]*(?P<rest>.*)", source, re.DOTALL)
    if match is None:
        return code_block(source, "")
    first, _newline, body = match["rest"].partition("\n")
    kind = match["name"].rpartition(":")[2]
    lines = _dedent(body)
    if kind not in _VERSION_DIRECTIVES:
        lines = list(dropwhile(_OPTION.match, lines))
    content = "\n".join(lines).strip("\n")
    if kind in _CODE_DIRECTIVES:
        return code_block(content or first, "pycon" if ">>>" in content else "python")
    if kind in _HIDDEN_DIRECTIVES:
        return ""
    title = _TITLES.get(kind, kind.replace("-", " ").capitalize())
    if kind in _VERSION_DIRECTIVES:
        version, _space, said = first.partition(" ")
        title, content = f"{title} {version}", f"{said}\n{content}".strip()
    elif first:
        content = f"{first}\n\n{content}".strip()
    body_html = restructured_html(content, heading_level) if content else ""
    css = "warning" if kind == "deprecated" else "note"
    return (
        f'<div class="admonition {css}">\n<p class="admonition-title">{escape(title)}</p>\n'
        f"{body_html}</div>\n"
    )


_CODE_DIRECTIVES = frozenset(
    {
        "code-block",
        "sourcecode",
        "testcode",
        "doctest",
        "ipython",
        "plot",
        "testoutput",
        "jupyter-execute",
    }
)
_HIDDEN_DIRECTIVES = frozenset(
    {
        "index",
        "toctree",
        "currentmodule",
        "module",
        "highlight",
        "testsetup",
        "testcleanup",
        "automodule",
        "autoclass",
        "autofunction",
        "autosummary",
        "tabularcolumns",
        "only",
    }
)
_VERSION_DIRECTIVES = frozenset({"versionadded", "versionchanged", "deprecated", "versionremoved"})
_TITLES = {
    "deprecated": "Deprecated since",
    "seealso": "See also",
    "versionadded": "New in version",
    "versionchanged": "Changed in version",
    "versionremoved": "Removed in version",
}


def _dedent(text: str) -> list[str]:
    lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines]
