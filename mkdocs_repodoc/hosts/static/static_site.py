"""All files of a finished site by their paths: pages in the frame, and what is beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import urlsplit

from mkdocs_repodoc.client.bundles import (
    early_script,
    frame_icon,
    loaded_later,
    script,
    snippet_styles,
    style_sheet,
)
from mkdocs_repodoc.html.frame import Frame, FrameFacts, Neighbours
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan, SitePlan
from mkdocs_repodoc.options.configuration_files import ConfiguredSite
from mkdocs_repodoc.pages.planning.navigation_views import NavigationViews
from mkdocs_repodoc.pages.planning.published_images import published_content
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.rendering.renderer import RenderedPage
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.printable_text import printable

_AROUND = "frame"


class StaticSite:
    """A site that needs no generator.

    Args:
        site: Makes the pages' content.
        settings: Settings of the run.
        configured: The configuration, for the names and addresses of the site.
        embedded: Whether the files go into another site, whose top is not ours.
    """

    def __init__(
        self, site: Site, settings: Settings, configured: ConfiguredSite, *, embedded: bool = False
    ) -> None:
        self.site = site
        self._root = settings.root
        self._embedded = embedded
        index = site.plan.pages[site.plan.uri("repository", "")]
        self.facts = FrameFacts(
            site_name=configured.site.name or index.title,
            site_url=configured.site_url and configured.site_url.rstrip("/") + "/",
            repo_url=settings.repo_url,
            home=index.url,
            icon=frame_icon().uri,
            styles=style_sheet(_AROUND).uri,
            early=early_script(_AROUND).uri,
            script=script(_AROUND).uri,
        )
        self._frame = Frame(self.facts, settings.templates)
        self._views = NavigationViews(site.navigation, site.plan, settings.nav_title)
        self._neighbours = _neighbours(site.plan)

    def whole(self, plan: PagePlan, page: RenderedPage) -> str:
        """Return a page in the frame.

        Raises:
            SettingsError: A template of the user's has an error.
        """
        nav = self._views.view(plan)
        return self._frame.around(plan, page, nav, self._neighbours[plan.uri])

    def frame(self, uri: str) -> object:
        """Return what is around one page and around no other one."""
        return self._views.view(self.site.plan.pages[uri]), self._neighbours[uri]

    @property
    def variant(self) -> str:
        """What makes whole pages of their content, beside the code, the settings and `frame`."""
        return f"{_AROUND} {self.facts}"

    def small_files(self) -> Mapping[str, bytes]:
        """Return the files that are no pages and need no making: path → content."""
        bundles = (style_sheet(_AROUND), script(_AROUND), early_script(_AROUND), frame_icon())
        files = {each.uri: each.content.encode() for each in bundles} | dict(loaded_later())
        if self._embedded:
            styles = snippet_styles()
            files[styles.uri] = styles.content.encode()
        else:
            files["index.html"] = _leading_to(self.facts).encode()
            files["404.html"] = _not_there(self.facts).encode()
            if self.facts.site_url:
                files["sitemap.xml"] = _sitemap(self.site.plan, self.facts.site_url).encode()
        return files

    @property
    def images(self) -> Mapping[str, str]:
        """The repository's images that pages show: path in the site → path in the repository."""
        return {asset.dest_uri: asset.path for asset in self.site.plan.assets.values()}

    def image(self, path: str) -> bytes | None:
        """Return one as it is now; `None` if it has gone since the site was planned.

        Args:
            path: In the repository.
        """
        return published_content(self._root, path)


def _neighbours(plan: SitePlan) -> Mapping[str, Neighbours]:
    """Return the pages around each page: of the same kind, so that file leads to file."""
    kinds: dict[PageKind, list[PagePlan]] = {}
    for page in plan.pages.values():
        kinds.setdefault(page.kind, []).append(page)
    return {
        page.uri: Neighbours(before, after)
        for pages in kinds.values()
        for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False)
    }


def _leading_to(facts: FrameFacts) -> str:
    """Return the page at the top of the site, which leads to the repository's index."""
    home, name = escape(facts.home), escape(printable(facts.site_name))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={home}">\n'
        f'<title>{name}</title>\n</head>\n<body>\n<p><a href="{home}">{name}</a></p>\n'
        "</body>\n</html>\n"
    )


def _not_there(facts: FrameFacts) -> str:
    """Return the page that hosts show at any address that has none.

    It can't know how deep that is: its links are from the top of the host, or there are none.
    """
    name = escape(facts.site_name)
    path = urlsplit(facts.site_url).path.lstrip("/")  # two slashes would lead to another host
    home = escape(f"/{path}{facts.home}") if facts.site_url else ""
    link = f'<p><a href="{home}">{name}</a></p>\n' if home else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>No such page – {name}</title>\n</head>\n<body>\n<main>\n<h1>No such page</h1>\n"
        f"<p>This address leads nowhere.</p>\n{link}</main>\n</body>\n</html>\n"
    )


def _sitemap(plan: SitePlan, site_url: str) -> str:
    return "".join(_sitemap_lines(plan, site_url))


def _sitemap_lines(plan: SitePlan, site_url: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for page in plan.pages.values():
        yield f"<url><loc>{escape(site_url + page.url)}</loc></url>\n"
    yield "</urlset>\n"
