"""Parts of a sentence in a block: text, links, code, types as written, the repository's prose."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.references import FILE_SCOPE


class Part(msgspec.Struct, frozen=True, tag=True, gc=False):
    """Part of a page; encoded, it says its type, so that equal bytes are equal pages."""


class PageLink(Part, frozen=True):
    """A link to a page of the site, or to an anchor on it."""

    text: str
    uri: str
    """Source URI of the page (`repo/src/app.py_docs.md`)."""
    anchor: str = ""
    code: bool = False
    """Whether the text is code."""
    title: str = ""
    """Hover title."""


class WebLink(Part, frozen=True):
    """A link that leaves the site."""

    text: str
    url: str
    title: str = ""
    """Hover title."""
    code: bool = False
    """Whether the text is code."""


class Code(Part, frozen=True):
    """A stretch of code inside a sentence."""

    text: str


class Label(Part, frozen=True):
    """A short mark such as `async` or `deprecated`."""

    text: str


class Typed(Part, frozen=True):
    """A type or signature as written; its names are linked where they resolve.

    Attributes:
        text: The source text of the expression.
        path: File in whose scope the names are looked up.
        scope: Index of the symbol in whose scope they are looked up, or `FILE_SCOPE`.
        form: A `type` (or a whole signature) or a `value` as code has it, or the `words` of a
            docstring about a type (`list of nodes`).
    """

    text: str
    path: str
    scope: int = FILE_SCOPE
    form: Literal["type", "value", "words"] = "type"


class Prose(Part, frozen=True):
    """Text written by the repository's people, in their markup.

    Attributes:
        text: As it stands in the source.
        markup: `markdown`, `rst` or `plain`.
        path: File that it stands in; relative links are resolved from there.
        inline: Whether it is a phrase rather than paragraphs.
        scope: Index of the symbol that it documents, for cross-references, or `FILE_SCOPE`.
        heading_level: Level of the page's heading under which it stands; its own headings are
            pushed below that.
        references: Whether the names in it are there to be followed, as in a list of what to see
            also.
    """

    text: str
    markup: str
    path: str
    inline: bool = False
    scope: int = FILE_SCOPE
    heading_level: int = 2
    references: bool = False


Inline = str | PageLink | WebLink | Code | Label | Typed | Prose
Phrase = tuple[Inline, ...]
