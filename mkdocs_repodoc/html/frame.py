"""Whole pages in a frame of our own: header, navigation, table of contents around the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.model.site_plan import NavEntry, PagePlan
from mkdocs_repodoc.rendering.addresses import quote_anchor, relative
from mkdocs_repodoc.rendering.renderer import RenderedPage, TocEntry
from mkdocs_repodoc.text.printable_text import printable

_LONG_TOC = 50
"""Entries of a table of contents that are seen at once."""


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """What the frames of all pages of a site have in common.

    Attributes:
        site_name: Name of the site.
        site_url: Address of the site's top, with a slash at its end; empty if unknown.
        repo_url: Address of the repository at its forge; empty if unknown.
        home: URL of the repository's index page; it and what follows is relative to the site's top.
        icon: The icon that browsers show beside a page's title.
        styles: The style sheet.
        early: The script that pages wait for.
        script: The script that waits for them.
    """

    site_name: str
    site_url: str
    repo_url: str
    home: str
    icon: str
    styles: str
    early: str
    script: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages of the same kind before a page and after it, in reading order."""

    before: PagePlan | None = None
    after: PagePlan | None = None


class Frame:
    """Puts pages into the frame.

    Args:
        facts: What all pages have in common.
        templates: Folder of the user's templates; `None` if there are none.
    """

    def __init__(self, facts: FrameFacts, templates: Path | None) -> None:
        self._facts = facts
        self._templates = Templates(templates)

    def around(
        self, plan: PagePlan, page: RenderedPage, nav: NavEntry, neighbours: Neighbours
    ) -> str:
        """Return the HTML of a whole page.

        Args:
            plan: Where the page lives; links are relative to it.
            page: Its content.
            nav: The navigation as this page shows it.
            neighbours: The pages around it.

        Raises:
            SettingsError: A template of the user's has an error.
        """
        facts = self._facts
        return self._templates.fill(
            "frame",
            {
                "site_name": printable(facts.site_name),
                "title": printable(plan.title),
                "content": Markup(page.content),
                "twin": relative(plan.url, plan.twin_url) if plan.twin_url else "",
                "canonical": f"{facts.site_url}{plan.url}" if facts.site_url else "",
                "icon": relative(plan.url, facts.icon),
                "styles": relative(plan.url, facts.styles),
                "early": relative(plan.url, facts.early),
                "script": relative(plan.url, facts.script),
                "home": relative(plan.url, facts.home),
                "repo_url": facts.repo_url,
                "nav": _entry(nav, plan),
                "toc": [_heading(entry) for entry in page.toc],
                "long": _count(page.toc) > _LONG_TOC,
                "before": _near(neighbours.before, plan),
                "after": _near(neighbours.after, plan),
            },
        )


def _entry(entry: NavEntry, plan: PagePlan) -> Mapping[str, object]:
    return {
        "kind": entry.kind,
        "title": printable(entry.title),
        "href": relative(plan.url, entry.url),
        "is_current": entry.is_current,
        "is_active": entry.is_active,
        "children": [_entry(child, plan) for child in entry.children],
    }


def _near(other: PagePlan | None, plan: PagePlan) -> Mapping[str, str] | None:
    if other is None:
        return None
    return {"title": printable(other.title), "href": relative(plan.url, other.url)}


def _heading(entry: TocEntry) -> Mapping[str, object]:
    return {
        "title": printable(entry.title),
        "href": f"#{quote_anchor(entry.anchor)}",
        "children": [_heading(child) for child in entry.children],
    }


def _count(entries: Iterable[TocEntry]) -> int:
    return sum(1 + _count(entry.children) for entry in entries)
