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

The title that several pages of a kind give to the same section is said once for all of them
(`shared_titles`): a heading that changes is one line of a snapshot, not one line of each page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import yaml

from mkdocs_repodoc.model.blocks import (
    Code,
    Inline,
    Label,
    PageBody,
    PageLink,
    Phrase,
    Prose,
    Section,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan

_INLINE = (PageLink, WebLink, Code, Label, Typed)
_SHORT = 100
"""Characters; a list with longer texts has a line for each element."""


Titles = Mapping[PageKind, Mapping[str, str]]
"""The titles of sections by kind of page and anchor."""


def shared_titles(pages: Iterable[tuple[PagePlan, PageBody]]) -> Titles:
    """Return the titles that all pages of a kind with a section give to it, if they are several."""
    found: defaultdict[PageKind, defaultdict[str, list[str]]]
    found = defaultdict(lambda: defaultdict(list))
    for plan, body in pages:
        for section in body.sections:
            found[plan.kind][section.anchor].append(section.title)
    shared = {
        kind: {
            anchor: titles[0]
            for anchor, titles in by_anchor.items()
            if len(titles) > 1 and len(set(titles)) == 1
        }
        for kind, by_anchor in found.items()
    }
    return {kind: titles for kind, titles in shared.items() if titles}


def page_yaml(
    plan: PagePlan, body: PageBody, titles: Titles, symbol_name: Callable[[SymbolRef], str]
) -> str:
    """Return a page's body as YAML.

    Args:
        plan: The page.
        body: What it says.
        titles: Those that are said elsewhere.
        symbol_name: Gives the full name of a symbol of the repository.
    """
    return dump(_BodyWriter(plan, titles.get(plan.kind, {}), symbol_name).fields(body))


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
        self, plan: PagePlan, titles: Mapping[str, str], symbol_name: Callable[[SymbolRef], str]
    ) -> None:
        self._plan = plan
        self._titles = titles
        self._symbol_name = symbol_name

    def fields(self, part: msgspec.Struct) -> dict[str, Any]:
        """Return the fields of a part that do not have their defaults."""
        hints = _type_hints(type(part))
        return {
            field.name: self._plain(value, hints[field.name])
            for field in msgspec.structs.fields(part)
            if (value := getattr(part, field.name)) != field.default
            and not (field.name == "path" and value == self._plan.path)
            and not (field.name == "title" and self._is_shared(part))
        }

    def _is_shared(self, part: msgspec.Struct) -> bool:
        """Tell whether this is a section whose title is said elsewhere."""
        return isinstance(part, Section) and part.anchor in self._titles

    def _plain(self, value: Any, hint: Any) -> Any:
        if hint == Phrase:
            return "".join(map(self._inline, value))
        if isinstance(value, SymbolRef):
            return self._symbol_name(value)
        if isinstance(value, _INLINE) or (isinstance(value, Prose) and value.inline):
            return self._inline(value)
        if isinstance(value, msgspec.Struct):
            return self._part(value, certain=hint is type(value))
        if isinstance(value, tuple):
            hints = _element_hints(hint, len(value))
            elements = [self._plain(each, inner) for each, inner in zip(value, hints, strict=True)]
            return [_Row(element) if isinstance(element, list) else element for element in elements]
        return value

    def _part(self, part: msgspec.Struct, *, certain: bool) -> Any:
        content: Any = self.fields(part)
        first = msgspec.structs.fields(part)[0].name
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

    def _link(self, link: PageLink | WebLink) -> str:
        text = f"`{link.text}`" if link.code else link.text
        if isinstance(link, WebLink):
            target = link.url
        else:
            target = "" if link.uri == self._plan.uri else link.uri
            target += f"#{link.anchor}" if link.anchor else ""
        title = f' "{link.title}"' if link.title else ""
        return f"[{text}]({target}{title})"

    def _scope(self, part: Typed | Prose) -> str:
        path = "" if part.path == self._plan.path else part.path
        scope = f":{part.scope}" if part.scope >= 0 else ""
        return f"@{path}{scope}" if path or scope else ""


@cache
def _type_hints(part: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(part)


def _element_hints(hint: Any, length: int) -> tuple[Any, ...]:
    assert get_origin(hint) is tuple, hint
    hints = get_args(hint)
    return (hints[0],) * length if hints[1:] == (...,) else hints
