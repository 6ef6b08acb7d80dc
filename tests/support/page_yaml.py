"""A page's blocks as YAML that is short enough to review and drops nothing that a page says.

Phrases are one string each, in a notation close to Markdown:

- `[text](repo/a.py_docs.md#anchor "hover title")` is a link, to the page itself if there is only an
  anchor; around code it is ``[`text`](…)``
- `` `code` ``, `{label}`
- `type<list[Tree]>@src/a.py:3` is an expression, or with `markdown<…>` a text, whose names are
  looked up in that file, in the scope of that symbol; `@` and a half of it are left out where they
  say "the page's file" and "the module"

Everything else is a mapping from the fields of a block to their values. Fields that have their
defaults are left out, and a block with one other field is that field's value.

What many pages of a kind say alike is said once for all of them (`shared_words`): the titles of
sections and headings, which pages leave out in headings and links, and the names of facts, tables,
columns and tabs, which pages give by their number there (`<name>` at their end is that of the file
or folder). A word that changes is one line of a snapshot, not one line of each page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
import yaml

from mkdocs_repodoc.model.blocks import (
    Code,
    Column,
    Inline,
    Label,
    PageBody,
    PageLink,
    Phrase,
    Prose,
    Section,
    Subheading,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.paths import name_of

_TITLED = (PageBody, Section, Subheading, Column)
_INLINE = (PageLink, WebLink, Code, Label, Typed)
_SHORT = 100
"""Characters; a list with longer texts has a line for each element."""
_OUTSIDE = "outside of sections"
_MANY = 4
"""Pages of a kind that share a word."""


class SharedWords(NamedTuple):
    """What many pages of a kind say alike."""

    titles: Mapping[str, str]
    """The title of a section or heading, by its anchor."""
    words: Mapping[str, Sequence[Any]]
    """By the anchor of a section, or `_OUTSIDE` of them: words, and columns of tables."""


_Columns = tuple[Column, ...]


def shared_words(pages: Iterable[tuple[PagePlan, PageBody]]) -> dict[PageKind, SharedWords]:
    """Return what many pages of each kind share."""
    said: defaultdict[PageKind, list[_BodyWriter]] = defaultdict(list)
    for plan, body in pages:
        writer = _BodyWriter(plan, {}, lambda _: "")
        writer.fields(body)
        said[plan.kind].append(writer)
    return {kind: SharedWords(_titles(pages), _words(pages)) for kind, pages in said.items()}


def _titles(pages: Sequence[_BodyWriter]) -> dict[str, str]:
    """Return the titles on which all pages with a section or heading agree, if they are several."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        for anchor, title in page.titles.items():
            found[anchor].append(title)
    return {
        anchor: titles[0]
        for anchor, titles in found.items()
        if len(titles) > 1 and len(set(titles)) == 1
    }


def _words(pages: Sequence[_BodyWriter]) -> dict[str, list[Any]]:
    """Return what many pages say in a section, what most of them say first: it keeps its number."""
    counts = Counter(said for page in pages for said in page.said)
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for (section, word), count in counts.most_common():
        if count >= _MANY:
            found[section].append(_plain_word(word))
    return dict(found)


def _plain_word(word: str | _Columns) -> Any:
    if isinstance(word, str):
        return word
    return [{"title": each.title, "numeric": True} if each.numeric else each.title for each in word]


def page_yaml(
    plan: PagePlan,
    body: PageBody,
    shared: Mapping[PageKind, SharedWords],
    symbol_name: Callable[[SymbolRef], str],
) -> str:
    """Return a page's body as YAML.

    Args:
        plan: The page.
        body: What it says.
        shared: What pages of a kind share.
        symbol_name: Gives the full name of a symbol of the repository.
    """
    return dump(_BodyWriter(plan, shared, symbol_name).fields(body))


def dump(value: object, *, one_line: bool | None = None) -> str:
    """Return plain data as YAML, texts never folded.

    Args:
        value: Plain data.
        one_line: Whether a mapping is on one line; by itself each one that holds no other is.
    """
    return yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100_000,
        default_flow_style=one_line,
    )


class _Row(list[Any]):
    """A list inside a list: it stays on one line, however long."""


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such, and gives nothing a name to refer to it by."""

    def ignore_aliases(self, data: Any) -> bool:  # named as YAML's
        return True

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_items(self, items: list[Any]) -> yaml.SequenceNode:
        is_long = sum(len(str(item)) for item in items) > _SHORT
        return self.represent_sequence(
            "tag:yaml.org,2002:seq", items, flow_style=False if is_long else None
        )

    def represent_row(self, row: _Row) -> yaml.SequenceNode:
        return self.represent_sequence("tag:yaml.org,2002:seq", row)


_Dumper.add_multi_representer(str, _Dumper.represent_text)  # the words of enumerations
_Dumper.add_representer(str, _Dumper.represent_text)
_Dumper.add_representer(list, _Dumper.represent_items)
_Dumper.add_representer(_Row, _Dumper.represent_row)


class _BodyWriter:
    """Makes plain data of the parts of one page, led by the types of their fields."""

    def __init__(
        self,
        plan: PagePlan,
        shared: Mapping[PageKind, SharedWords],
        symbol_name: Callable[[SymbolRef], str],
    ) -> None:
        self._plan = plan
        self._shared = shared.get(plan.kind, SharedWords({}, {}))
        self._headings = {heading for each in shared.values() for heading in each.titles.items()}
        self._symbol_name = symbol_name
        self._section = _OUTSIDE
        self.titles: dict[str, str] = {}
        self.said: dict[tuple[str, str | _Columns], None] = {}

    def fields(self, part: msgspec.Struct) -> dict[str, Any]:
        """Return the fields of a part that do not have their defaults."""
        if isinstance(part, Section):
            self._section = part.anchor
        hints = _type_hints(type(part))
        return {
            field.name: self._field(part, field.name, hints[field.name])
            for field in _fields(type(part))
            if (value := getattr(part, field.name)) != field.default
            and not (field.name == "path" and value == self._plan.path)
            and not (field.name in {"title", "text"} and self._has_shared_title(part, value))
        }

    def _has_shared_title(self, part: msgspec.Struct, title: str) -> bool:
        if not isinstance(part, Section | Subheading):
            return False
        self.titles[part.anchor] = title
        return part.anchor in self._shared.titles

    def _field(self, part: msgspec.Struct, name: str, hint: Any) -> Any:
        value = getattr(part, name)
        if isinstance(part, PageBody):
            if name in {"views", "lead"}:
                self._section = _OUTSIDE
            if name == "views":
                return [self._link(link, self._say(link.text)) for link in value]
        elif name in {"title", "caption"} and hint is str and not isinstance(part, _TITLED):
            return self._say(value)
        return self._plain(value, hint)

    def _say(self, word: str | _Columns) -> Any:
        """Return the number of a word that many pages share; the word itself if they do not."""
        general = self._without_name(word) if isinstance(word, str) else word
        if word:
            self.said[self._section, general] = None
        plain, shared = _plain_word(general), self._shared.words.get(self._section, ())
        return shared.index(plain) + 1 if plain in shared else _plain_word(word)

    def _without_name(self, word: str) -> str:
        name = name_of(self._plan.path)
        return f"{word.removesuffix(name)}<name>" if name and word.endswith(f" {name}") else word

    def _plain(self, value: Any, hint: Any) -> Any:
        if isinstance(value, SymbolRef):
            return self._symbol_name(value)
        if isinstance(value, _INLINE) or (isinstance(value, Prose) and value.inline):
            return self._inline(value)
        if isinstance(value, msgspec.Struct):
            return self._part(value, certain=hint is type(value))
        return self._elements(value, hint) if isinstance(value, tuple) else value

    def _elements(self, value: tuple[Any, ...], hint: Any) -> Any:
        if hint == Phrase:
            return "".join(map(self._inline, value))
        if hint == _Columns:
            return self._say(value)
        if hint == tuple[str, Phrase]:
            return [self._say(value[0]), self._plain(value[1], Phrase)]
        hints = _element_hints(hint, len(value))
        elements = [self._plain(each, inner) for each, inner in zip(value, hints, strict=True)]
        return [_Row(element) if isinstance(element, list) else element for element in elements]

    def _part(self, part: msgspec.Struct, *, certain: bool) -> Any:
        content: Any = self.fields(part)
        first = _fields(type(part))[0].name
        if content.keys() == {first}:
            content = content[first]
        return content if certain else {type(part).__name__: content}

    def _inline(self, part: Inline) -> str:
        match part:
            case str():
                return part
            case PageLink() | WebLink():
                return self._link(part)
            case Code(text):
                return f"`{text}`"
            case Label(text):
                return f"{{{text}}}"
            case Typed():
                return f"{part.form}<{part.text}>{self._scope(part)}"
            case Prose():
                marks = "!" if part.references else ""
                return f"{part.markup}{marks}<{part.text}>{self._scope(part)}"

    def _link(self, link: PageLink | WebLink, text: object = None) -> str:
        text = text or (f"`{link.text}`" if link.code else link.text)
        if isinstance(link, WebLink):
            target = link.url
            text = text if link.code else self._say(link.text)
        else:
            text = "" if (link.anchor, link.text) in self._headings else text
            target = "" if link.uri == self._plan.uri else link.uri
            target += f"#{link.anchor}" if link.anchor else ""
        title = f' "{link.title}"' if link.title else ""
        return f"[{text}]({target}{title})"

    def _scope(self, part: Typed | Prose) -> str:
        path = "" if part.path == self._plan.path else part.path
        scope = f":{part.scope}" if part.scope >= 0 else ""
        return f"@{path}{scope}" if path or scope else ""


@cache
def _fields(part: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(part)


@cache
def _type_hints(part: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(part)


def _element_hints(hint: Any, length: int) -> tuple[Any, ...]:
    assert get_origin(hint) is tuple, hint
    hints = get_args(hint)
    return (hints[0],) * length if hints[1:] == (...,) else hints
