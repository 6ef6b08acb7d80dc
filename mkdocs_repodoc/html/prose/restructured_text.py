"""reStructuredText to HTML: docutils reads it, a small writer makes regular HTML of the tree.

Nothing in a text reaches the disk or the page as it is: no includes, no raw. Roles and directives
that docutils does not know (Sphinx has many) are shown as what they say. A text without block
markup, as most docstrings are, never reaches docutils, which needs a millisecond for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from docutils import nodes, parsers
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, directives, states
from docutils.parsers.rst.directives.misc import Include
from docutils.readers.standalone import Reader
from docutils.utils import Reporter, new_document
from markupsafe import escape

from mkdocs_repodoc.html.prose.restructured_html import HtmlWriter
from mkdocs_repodoc.html.prose.sphinx_directives import directive_html
from mkdocs_repodoc.html.prose.sphinx_roles import role_html

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
_MOST_PROBLEMS = 1_000
"""Of one text; directives that docutils does not know are problems to it, too."""
_MOST_REPLACED = 200_000
"""Characters that substitutions of one text stand for."""
_EACH = 10
"""Characters that a substitution counts for beside its own."""


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


def _directive(source: str, heading_level: int) -> str:
    return directive_html(source, lambda content: restructured_html(content, heading_level))


def restructured_phrase(text: str) -> str:
    """Render a phrase without a paragraph around it."""
    return _phrase(text)


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
        _TooManyProblemsError: There is hardly anything in it that docutils understands, or what
            it stands for has no end.
    """
    document = new_document("", _settings())
    document.reporter = _Reporter()
    parser = Parser(inliner=_inliner())
    parser.parse(text.replace("\0", "\ufffd"), document)
    if _replaced(document) > _MOST_REPLACED:
        raise _TooManyProblemsError
    document.transformer.populate_from_components((Reader(), parser))
    document.transformer.apply_transforms()
    return document


def _replaced(document: nodes.document) -> int:
    """Return how many characters the substitutions of a text stand for, those in them included.

    A few definitions that name the one before eight times each stand for more than any memory.
    """
    sizes: dict[str, int] = {}

    def size(reference: nodes.Element) -> int:
        written = reference["refname"]
        name = document.substitution_names.get(written.lower(), written)
        definition = document.substitution_defs.get(name)
        if name not in sizes and definition is not None:
            sizes[name] = 0  # of one that names itself
            inner = sum(map(size, definition.findall(nodes.substitution_reference)))
            sizes[name] = min(_MOST_REPLACED + 1, _EACH + len(definition.astext()) + inner)
        return sizes.get(name, 0)

    return sum(map(size, document.findall(nodes.substitution_reference)))
