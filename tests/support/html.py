"""Built pages as a reader's program sees them: ids, links, text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - reads better
)
_ADDRESSES = {"href", "src", "xlink:href", "data", "poster", "action", "formaction"}


@dataclass
class Element:
    """An element with its attributes, its text and what it stands in."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = field(default=None, repr=False)
    children: list[Element | str] = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        """All text inside, with white space as it is."""
        return "".join(
            child if isinstance(child, str) else child.text
            for child in self.children
            if isinstance(child, str) or child.tag not in {"script", "style"}
        )

    @property
    def classes(self) -> list[str]:
        """Names of its classes."""
        return self.attributes.get("class", "").split()

    def walk(self) -> list[Element]:
        """Return this element and all below it, in document order."""
        found: list[Element] = []
        waiting: list[Element] = [self]  # instead of recursion: pages may be nested deeply
        while waiting:
            found.append(waiting.pop())
            inner = [child for child in found[-1].children if isinstance(child, Element)]
            waiting.extend(reversed(inner))
        return found

    def find(self, tag: str = "", **attributes: str) -> list[Element]:
        """Return the elements below with a tag and attributes (`class_` is one of its classes)."""
        return [element for element in self.walk()[1:] if element.matches(tag, attributes)]

    def matches(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether it has a tag and attributes."""
        if tag and self.tag != tag:
            return False
        for name, value in attributes.items():
            if name == "class_":
                if value not in self.classes:
                    return False
            elif self.attributes.get(name) != value:
                return False
        return True


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("#document", {}, 0)
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(
            tag, {name: value or "" for name, value in attrs}, self.getpos()[0], self._open
        )
        self._open.children.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self._open
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self._open = element.parent

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)


class Page:
    """A page of a built site."""

    def __init__(self, html: str) -> None:
        builder = _Builder()
        builder.feed(html)
        builder.close()
        self.document = builder.root

    @property
    def elements(self) -> list[Element]:
        """All elements in document order."""
        return self.document.walk()

    @property
    def ids(self) -> list[str]:
        """All ids in document order, with repetitions if there are any."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def addresses(self) -> list[tuple[Element, str]]:
        """Every element with an address that it links to or loads."""
        return [
            (element, value)
            for element in self.elements
            for name, value in element.attributes.items()
            if name in _ADDRESSES
        ]

    def by_id(self, name: str) -> Element:
        """Return the element with an id.

        Raises:
            KeyError: There is none.
        """
        for element in self.elements:
            if element.attributes.get("id") == name:
                return element
        raise KeyError(name)


@lru_cache(maxsize=512)
def load(path: Path) -> Page:
    """Read a page of a built site."""
    return Page(path.read_text("utf-8"))
