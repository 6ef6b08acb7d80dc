"""Types and signatures: coloured, linked name by name, broken one parameter a line when long."""

from __future__ import annotations

import keyword
import re

from markupsafe import Markup, escape

from mkdocs_repodoc.html.expression_cursor import TOKEN, ExpressionCursor, outer_parentheses
from mkdocs_repodoc.html.link_attributes import EXTERNAL, hover, href
from mkdocs_repodoc.model.blocks import Typed
from mkdocs_repodoc.model.kinds import TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

BREAK_AT = 78
"""A signature that is longer is broken after its parameters."""

_QUOTED_NAME = re.compile(r"(['\"])[^\W\d][\w.]*\1")
_CONSTANTS = frozenset({"None", "True", "False", "Ellipsis", "NotImplemented"})
_WORDS = frozenset(keyword.kwlist) | {"const", "fn", "func", "pub", "static", "struct", "void"}
_BUILTIN = frozenset(
    {
        "bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list",
        "memoryview", "object", "set", "slice", "str", "tuple", "type",
    }
)  # fmt: skip
_TYPE_WORDS = _BUILTIN - {"type"}
"""Builtins that mean themselves among the words of a docstring."""


class TypedRenderer:
    """Renders the types and signatures of one page.

    Args:
        context: Looks names up.
        addresses: Makes links for the page.
    """

    def __init__(self, context: RenderContext, addresses: Addresses) -> None:
        self._context = context
        self._addresses = addresses

    def render(self, typed: Typed) -> Markup:
        """Return the expression with colours and links on one line."""
        return Markup('<code class="highlight rd-typed">{}</code>').format(self.expression(typed))

    def expression(self, typed: Typed) -> Markup:
        """Return the expression with colours and links, without an element around it."""
        return self._tokens(typed.text, typed, broken=False)

    def signature(self, typed: Typed, name: str, kind: str) -> Markup:
        """Return the content of a signature's code block.

        Args:
            typed: The signature, with or without the name in front.
            name: Name to put in front of it if it has none.
            kind: Kind of the symbol; classes are coloured as such.
        """
        text = typed.text
        head = Markup()
        if not re.match(r"[^\W\d]|[@#~]", text.lstrip()) or text.startswith(" "):
            css = "nc" if kind in TYPES else "nf"
            if text.startswith((":", " ", "=")):
                css = "n"
            head = Markup("<i class={}>{}</i>").format(css, name)
        broken = len(name) * bool(head) + len(text) > BREAK_AT
        return head + self._tokens(text, typed, broken=broken)

    def _tokens(self, text: str, typed: Typed, *, broken: bool) -> Markup:
        pieces: list[str] = []
        at = ExpressionCursor(text, value_at=0 if typed.form == "value" else -1)
        outermost = outer_parentheses(text) if broken else (-1, -1)
        for match in TOKEN.finditer(text):
            kind, value = match.lastgroup or "other", match[0]
            if kind == "name":
                is_parameter = at.names_parameter(match.end())
                pieces.append(self._name(value, typed, is_parameter=is_parameter))
            elif kind == "s" and at.takes_type() and _QUOTED_NAME.fullmatch(value):
                quoted = self._name(value[1:-1], typed, is_parameter=False)
                pieces.append(f"<i class=s>{value[0]}{quoted}{value[-1]}</i>")
            elif kind == "s":
                pieces.append(f"<i class=s>{escape(value)}</i>")
            elif kind == "mi":
                pieces.append(f"<i class=mi>{value}</i>")
            elif match.start() == outermost[0]:
                pieces.append("(\n    ")
            elif match.start() == outermost[1]:
                pieces.append("\n)")
            elif kind == "comma" and broken and at.depth == 1 and match.start() < outermost[1]:
                pieces.append("," if match.end() == outermost[1] else ",\n    ")
            else:
                pieces.append(str(escape(value)) if kind in {"o", "other"} else value)
            at.read(kind, value)
        return Markup("".join(pieces))

    def _name(self, name: str, typed: Typed, *, is_parameter: bool) -> str:
        if name in _CONSTANTS:
            return f"<i class=kc>{name}</i>"
        if name in _WORDS:
            return f"<i class=k>{name}</i>"
        if is_parameter:
            return name
        colour = " class=nb" if name in _BUILTIN else ""
        link = self._link(name, typed, colour)
        return link or (f"<i{colour}>{name}</i>" if colour else name)

    def _link(self, name: str, typed: Typed, colour: str) -> str:
        """Return a name as a link, coloured if it leads out of the repository; empty if to nothing.

        Of plain words about a type only those are names that are classes.
        """
        is_word = typed.form == "words" and re.fullmatch(r"[a-z]+", name) is not None
        dotted = name.replace("::", ".")
        symbol = self._context.queries.look_up(typed.path, typed.scope, dotted)
        if symbol is not None and is_word and not self._is_class(symbol):
            return ""
        if symbol is not None:
            url = self._addresses.symbol(symbol)
            if not url:
                return ""
            title = self._addresses.title_once(url, self._addresses.symbol_title(symbol))
            return f"<a {href(url)}{hover(title)}>{name}</a>"
        if is_word and name not in _TYPE_WORDS:
            return ""
        link = self._context.queries.look_up_external(typed.path, typed.scope, dotted)
        if link is None:
            return ""
        title = self._addresses.title_once(link.url, link.title)
        return f"<a{colour} {EXTERNAL} {href(link.url)}{hover(title)}>{name}</a>"

    def _is_class(self, symbol: SymbolRef) -> bool:
        return self._context.queries.symbol(*symbol).kind == Kind.CLASS
