"""Markdown as the repository's people write it, to HTML that no text can break out of.

READMEs may hold raw HTML, as on GitHub: it goes through an allow-list. In docstrings raw HTML is
text. Links are left as they were written; `cross_references` resolves them for each page, so that a
text is parsed once however many pages show it.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from mkdocs_repodoc.html.code.code_fences import code_block
from mkdocs_repodoc.html.prose.allowed_html import sanitised
from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX, HeadingSlugs
from mkdocs_repodoc.html.prose.kept_parts import KeptParts
from mkdocs_repodoc.html.prose.markdown_alerts import alerts_plugin
from mkdocs_repodoc.html.prose.markdown_autolinks import autolinks_plugin
from mkdocs_repodoc.html.prose.markdown_objects import objects_plugin
from mkdocs_repodoc.html.prose.markdown_references import IS_PHRASE, references_plugin
from mkdocs_repodoc.html.prose.markdown_tabs import tabs_plugin

PLAIN_CODE = "<code data-plain>"
"""Opens code that names nothing, whatever it looks like; `cross_references` takes the mark away."""

_TAG_FILTER = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext"
    r"|object|embed|form|svg|math|template|base|link|meta)\b)",
    re.IGNORECASE,
)
"""The tags of GitHub's tag filter, and others that would take what follows with them."""

_UNUSABLE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which the allow-list can't read."""
_ATTRIBUTE_LIST = re.compile(r"\{[:#.][^{}\n]{0,200}\}$")


def markdown_html(text: str, *, raw_html: bool, heading_level: int) -> str:
    """Render Markdown; links stay as written, ids carry `HEADING_PREFIX`.

    Args:
        text: Markdown.
        raw_html: Whether HTML in it is markup (READMEs) or text (docstrings).
        heading_level: Its own headings start one level below this one.
    """
    env: dict[str, Any] = {"heading_level": heading_level}
    if not raw_html:
        return str(_DOCSTRINGS.render(_clean_text(text), env))
    env["kept"] = kept = KeptParts(text)
    return kept.put_back(sanitised(str(_READMES.render(_clean_text(text), env))))


def markdown_phrase(text: str) -> str:
    """Render a phrase of Markdown without a paragraph around it; raw HTML is text."""
    env = {"heading_level": 1, IS_PHRASE: True}
    html: str = _DOCSTRINGS.renderInline(_clean_text(text), env)
    return html


def _clean_text(text: str) -> str:
    return _UNUSABLE.sub("\ufffd", text)


class _Renderer(RendererHTML):
    """Adds code colours, heading levels and aligned cells to the stock renderer."""

    def fence(
        self, tokens: Sequence[Token], idx: int, _options: object, env: MutableMapping[str, Any]
    ) -> str:
        """Colour a fence by the language that it names."""
        info = tokens[idx].info.strip().split(maxsplit=1)
        language = info[0].strip("{}.").lower() if info else ""
        return self._keep(code_block(tokens[idx].content, language), env)

    def code_block(
        self, tokens: Sequence[Token], idx: int, _options: object, env: MutableMapping[str, Any]
    ) -> str:
        """Show an indented block; it is coloured only where it is a session of an interpreter."""
        return self._keep(code_block(tokens[idx].content, ""), env)

    def _keep(self, html: str, env: MutableMapping[str, Any]) -> str:
        kept: KeptParts = env["kept"]
        # A paragraph of its own keeps the allow-list's parser from moving it.
        return f"{kept.keep(html)}\n"


class _DocstringRenderer(_Renderer):
    def _keep(self, html: str, env: MutableMapping[str, Any]) -> str:  # noqa: ARG002  # nothing to keep it from
        return html


def _parser(renderer: type[RendererHTML], *, raw_html: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": raw_html, "linkify": False}, renderer_cls=renderer)
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.use(references_plugin)
    parser.core.ruler.push("levels", _set_levels)
    parser.use(alerts_plugin)
    # The stock validator would turn links with other schemes into text with brackets;
    # `cross_references` judges every address.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  # named as the parser's
    parser.use(admon_plugin)
    parser.use(tabs_plugin)
    if raw_html:
        parser.use(front_matter_plugin)
        parser.use(autolinks_plugin)
        parser.use(objects_plugin)
        parser.add_render_rule("html_block", _raw)
        parser.add_render_rule("html_inline", _raw)
    else:
        parser.block.ruler.before("blockquote", "session", _session)
    return parser


def _raw(
    _self: RendererHTML, tokens: Sequence[Token], idx: int, _options: object, _env: object
) -> str:
    return _TAG_FILTER.sub("&lt;", tokens[idx].content)


def _session(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a session (`>>> `) up to the next blank line; to CommonMark it is a triple quotation."""
    position = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(">>> ", position) or state.is_code_block(start):
        return False
    if silent:
        return True
    line = start
    while line < end and not state.isEmpty(line):
        line += 1
    token = state.push("fence", "code", 0)
    token.info = "pycon"
    token.content = state.getLines(start, line, state.blkIndent, keepLastLF=True)
    token.map = [start, line]
    state.line = line
    return True


def _set_levels(state: StateCore) -> None:
    """Push headings below the page's own and give them ids; move alignment into classes."""
    openings = [token for token in state.tokens if token.type == "heading_open"]
    top = min((int(token.tag[1]) for token in openings), default=1)
    slugs = HeadingSlugs()
    for index, token in enumerate(state.tokens):
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1]) - top + state.env["heading_level"] + 1
            token.tag = f"h{min(level, 6)}"
        if token.type == "heading_open":
            inline = state.tokens[index + 1]
            _drop_attributes(inline)
            token.attrSet("id", HEADING_PREFIX + slugs.take(_text_of(inline)))
        elif token.type in {"th_open", "td_open"}:
            style = str(token.attrs.pop("style", ""))
            if style.endswith(("right", "center")):
                token.attrSet("class", f"rd-{style.rpartition(':')[2]}")


def _drop_attributes(heading: Token) -> None:
    """Take the attribute list off a heading (`## Usage {#usage}`), which Python-Markdown reads."""
    last = heading.children[-1] if heading.children else None
    if last is not None and last.type == "text":
        last.content = _ATTRIBUTE_LIST.sub("", last.content).rstrip()


def _text_of(inline: Token) -> str:
    return "".join(
        child.content for child in inline.children or () if child.type in {"text", "code_inline"}
    )


_READMES = _parser(_Renderer, raw_html=True)
_DOCSTRINGS = _parser(_DocstringRenderer, raw_html=False)
