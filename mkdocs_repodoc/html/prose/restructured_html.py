"""A docutils tree as regular HTML, in the same few tags as Markdown gives."""

from __future__ import annotations

import re
from collections.abc import Callable

from docutils import nodes
from markupsafe import escape

from mkdocs_repodoc.html.code.code_fences import code_block
from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX, HeadingSlugs

_WRAPPED = {
    nodes.paragraph: "p",
    nodes.strong: "strong",
    nodes.emphasis: "em",
    nodes.superscript: "sup",
    nodes.subscript: "sub",
    nodes.bullet_list: "ul",
    nodes.enumerated_list: "ol",
    nodes.list_item: "li",
    nodes.definition_list: "dl",
    nodes.term: "dt",
    nodes.definition: "dd",
    nodes.field_name: "dt",
    nodes.field_body: "dd",
    nodes.option_list: "dl",
    nodes.option_group: "dt",
    nodes.description: "dd",
    nodes.block_quote: "blockquote",
    nodes.table: "table",
    nodes.thead: "thead",
    nodes.tbody: "tbody",
    nodes.row: "tr",
    nodes.caption: "figcaption",
    nodes.figure: "figure",
    nodes.footnote: "div",
    nodes.citation: "div",
    nodes.line_block: "p",
    nodes.abbreviation: "abbr",
    nodes.attribution: "p",
    nodes.topic: "div",
    nodes.sidebar: "div",
}
_HIDDEN = (
    nodes.comment,
    nodes.substitution_definition,
    nodes.pending,
    nodes.colspec,
    nodes.decoration,
    nodes.meta,
)
_ADMONITIONS = {
    "attention": "warning",
    "caution": "warning",
    "danger": "danger",
    "error": "danger",
    "hint": "tip",
    "important": "info",
    "note": "note",
    "tip": "tip",
    "warning": "warning",
    "admonition": "note",
}

_LENGTH = re.compile(r"(\d+%|\d+)(?:px)?")
"""A length that HTML knows: pixels, or a share of what is there."""


class HtmlWriter:
    """Writes one tree.

    Args:
        heading_level: Sections of the tree start one level below this one.
        directive: Renders the source of a directive that docutils does not know.
    """

    def __init__(self, heading_level: int, directive: Callable[[str, int], str]) -> None:
        self._level = heading_level
        self._directive = directive
        self._slugs = HeadingSlugs()

    def write(self, node: nodes.Node) -> str:
        """Return a node's HTML."""
        if isinstance(node, nodes.Text):
            return str(escape(node.astext().replace("\0", "\ufffd")))
        if isinstance(node, _HIDDEN):
            return ""
        if not isinstance(node, nodes.Element):
            return ""
        for kind, method in self._SPECIAL.items():
            if isinstance(node, kind):
                return method(self, node)
        if isinstance(node, nodes.Admonition):
            return self._admonition(node)
        tag = _WRAPPED.get(type(node))
        content = self._children(node)
        return f"<{tag}>{content}</{tag}>{_newline(node)}" if tag else content

    def _children(self, node: nodes.Element) -> str:
        return "".join(map(self.write, node.children))

    def _raw(self, node: nodes.Element) -> str:
        # The only raw nodes are our own inliner's: `raw_enabled` is off.
        return node.astext()

    def _code(self, node: nodes.Element) -> str:
        return f"<code>{escape(node.astext())}</code>"

    def _block(self, node: nodes.Element) -> str:
        if isinstance(node, nodes.doctest_block):
            return code_block(node.astext(), "pycon")
        classes = [name for name in node["classes"] if name != "code"]
        return code_block(node.astext(), classes[0] if classes else "")

    def _reference(self, node: nodes.Element) -> str:
        content = self._children(node)
        if "refuri" in node:
            return f'<a href="{escape(node["refuri"])}">{content}</a>'
        return content

    def _section(self, node: nodes.Element) -> str:
        self._level += 1
        content = self._children(node)
        self._level -= 1
        return content

    def _title(self, node: nodes.Element) -> str:
        if not isinstance(node.parent, nodes.section):
            return f'<p class="admonition-title">{self._children(node)}</p>\n'
        name = self._slugs.take(node.astext())
        tag = f"h{min(self._level, 6)}"
        return f'<{tag} id="{HEADING_PREFIX}{escape(name)}">{self._children(node)}</{tag}>\n'

    def _admonition(self, node: nodes.Element) -> str:
        name = type(node).__name__
        has_title = node.children and isinstance(node.children[0], nodes.title)
        title = "" if has_title else f'<p class="admonition-title">{name.capitalize()}</p>\n'
        css = _ADMONITIONS.get(name, "note")
        return f'<div class="admonition {css}">\n{title}{self._children(node)}</div>\n'

    def _cell(self, node: nodes.Element) -> str:
        tag = "th" if isinstance(node.parent.parent, nodes.thead) else "td"
        spans = ""
        if columns := node.get("morecols", 0):
            spans += f' colspan="{columns + 1}"'
        if rows := node.get("morerows", 0):
            spans += f' rowspan="{rows + 1}"'
        return f"<{tag}{spans}>{self._children(node)}</{tag}>"

    def _image(self, node: nodes.Element) -> str:
        size = "".join(
            f' {side}="{length[1]}"'
            for side in ("width", "height")
            if (length := _LENGTH.fullmatch(node.get(side, "")))
        )
        source, alt = escape(node.get("uri", "")), escape(node.get("alt", ""))
        return f'<img src="{source}" alt="{alt}"{size}>'

    def _message(self, node: nodes.Element) -> str:
        """Show the directive that docutils complains about; its other complaints are not shown."""
        if node.astext().startswith("Unknown directive") or "directive" in node.astext()[:80]:
            for child in node.children:
                if isinstance(child, nodes.literal_block):
                    source = child.astext()
                    return self._directive(source, self._level)
        return ""

    def _label(self, node: nodes.Element) -> str:
        return f"<sup>[{self._children(node)}]</sup> "

    def _line(self, node: nodes.Element) -> str:
        return f"{self._children(node)}<br>\n"

    def _option(self, node: nodes.Element) -> str:
        return f"<code>{escape(node.astext())}</code> "

    def _classifier(self, node: nodes.Element) -> str:
        return f" : <em>{self._children(node)}</em>"

    def _field(self, node: nodes.Element) -> str:
        """Show a field with its content; those without one are instructions to Sphinx."""
        name, body = node.children
        if not body.astext().strip() or name.astext().startswith("meta "):
            return ""
        return self._children(node)

    def _fields(self, node: nodes.Element) -> str:
        content = self._children(node)
        return f"<dl>{content}</dl>\n" if content else ""

    def _rule(self, _node: nodes.Element) -> str:
        return "<hr>\n"

    def _rubric(self, node: nodes.Element) -> str:
        return f"<p><strong>{self._children(node)}</strong></p>\n"

    def _problem(self, node: nodes.Element) -> str:
        """Show what docutils can't make sense of; of a link without an address its words."""
        text = node.astext()
        link = re.fullmatch(r"`([^`<]+)`__?", text)
        return str(escape(link[1] if link else text))

    _SPECIAL = {  # noqa: RUF012  # a table of methods, never changed
        nodes.raw: _raw,
        nodes.literal: _code,
        nodes.math: _code,
        nodes.math_block: _block,
        nodes.title_reference: _code,
        nodes.literal_block: _block,
        nodes.doctest_block: _block,
        nodes.reference: _reference,
        nodes.section: _section,
        nodes.title: _title,
        nodes.entry: _cell,
        nodes.image: _image,
        nodes.system_message: _message,
        nodes.label: _label,
        nodes.footnote_reference: _label,
        nodes.citation_reference: _label,
        nodes.line: _line,
        nodes.option: _option,
        nodes.classifier: _classifier,
        nodes.field_list: _fields,
        nodes.field: _field,
        nodes.transition: _rule,
        nodes.rubric: _rubric,
        nodes.problematic: _problem,
    }


def _newline(node: nodes.Node) -> str:
    return "" if isinstance(node, nodes.Inline) else "\n"
