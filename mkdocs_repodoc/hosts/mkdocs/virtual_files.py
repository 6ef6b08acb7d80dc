"""Virtual files and pages: MkDocs sees a page where the core has a plan.

A page is ready before MkDocs asks: it needs no Markdown. Until the moment its template is
rendered, its `content` is the little that a search index should know; the body, many times as
long, takes its place for just as long as the page is written.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from enum import Enum
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_repodoc.html.title_html import title_html
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.rendering.addresses import quote_anchor

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_repodoc.pages.planning.search_sections import SearchSection
    from mkdocs_repodoc.pipeline.page_fingerprint import Fingerprint
    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.rendering.renderer import TocEntry


class VirtualFile(File):
    """A page's file: it exists nowhere but in the plan."""

    plan: PagePlan
    documented: Path | None = None
    """The repository's file that the page documents; `None` for a page about several."""

    def is_modified(self) -> bool:
        """Tell a `--dirty` build whether the page is older than the file that it documents."""
        if self.documented is None:
            return True
        try:
            written = Path(self.abs_dest_path).stat().st_mtime
            return written < self.documented.stat().st_mtime
        except OSError:  # one of the two is not there
            return True

    def written(self) -> Iterator[str]:
        """Yield the absolute paths of what is written of the page: itself, and its twin."""
        yield self.abs_dest_path
        if self.plan.twin:
            yield f"{self.abs_dest_path.removesuffix('.html')}.md"


class PageStage(Enum):
    """How far a generated page is in the build under way."""

    LISTED = "listed"
    """Its content is the text for the search index; rendering gives it a body."""
    RESTORED = "restored"
    """It is in the site as an earlier build has made it."""
    ANNOUNCED = "announced"
    """It is written; only plugins are told of it, and rendering gives it no body any more."""


class PageEvents(Protocol):
    """The build that a page belongs to, as MkDocs' events about single pages reach it."""

    def dress(self, page: VirtualPage, context: TemplateContext, nav: Navigation) -> None:
        """Give a page that is about to be rendered what the theme shows of it and around it.

        Raises:
            RepodocError: A template of the user's has an error.
        """

    def finish(self, page: VirtualPage, output: str) -> str:
        """Return a page as it is written, of what the theme and other plugins have made of it."""


class VirtualPage(Page):
    """A page whose body the core makes when its template is rendered.

    Args:
        file: The page's file.
        config: MkDocs' configuration.
        site: Makes the page's body.
        searched: Whether a search index is made in this build.

    Attributes:
        run: The way of the pages through the build that this one belongs to.
        stage: How far the page is on it.
        fingerprint: What the body follows from that is shown as a draft.
        withheld: Why the page can't be made, as a clause; `None` if nothing is known against it.
    """

    file: VirtualFile
    run: PageEvents

    def __init__(
        self, file: VirtualFile, config: MkDocsConfig, site: Site, *, searched: bool
    ) -> None:
        super().__init__(title_html(file.plan.title), file, config)
        self._site = site
        self._searched = searched
        self.stage = PageStage.LISTED
        self.fingerprint: Fingerprint | None = None
        self.withheld: str | None = None

    @property
    def plan(self) -> PagePlan:
        """What the page is about and where it lives."""
        return self.file.plan

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - the host's signature
        """Set what MkDocs expects of a page that was read."""
        self.markdown = ""
        self.meta = {"title": title_html(self.plan.title)}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - the host's signature
        """Set the text for the search index, and the anchors that other pages may link to."""
        sections = self._site.search_sections(self.plan.uri) if self._searched else ()
        self.content = "".join(map(_search_html, sections))
        self.toc = TableOfContents(
            [AnchorLink(title_html(section.title), section.anchor, 1) for section in sections[1:]]
        )
        self.present_anchor_ids = _AnchorIds(self._site.anchors(self.plan.uri))  # type: ignore[assignment] # all that MkDocs asks of a set
        self.links_to_anchors = {}

    def show_body(self, *, as_draft: bool) -> None:
        """Put the body in the place of the text for the search index.

        Args:
            as_draft: Whether it names the documented commit by a placeholder, so that the whole
                page can be kept for builds of other commits.
        """
        if self.withheld is not None:
            rendered = self._site.withheld(self.plan.uri, self.withheld)
        elif as_draft:
            draft = self._site.draft(self.plan.uri)
            rendered, self.fingerprint = draft.page, draft.fingerprint
        else:
            rendered = self._site.render(self.plan.uri)
        self.content = rendered.content
        # Themes skip the first entry if it is the page's title, and show what is below it.
        title = AnchorLink(title_html(self.plan.title), "", 1)
        title.children = [_anchor_link(entry) for entry in rendered.toc]
        self.toc = TableOfContents([title])

    def drop_body(self) -> None:
        """Let go of the body once it is written: a site's bodies don't fit into memory."""
        self.content = ""
        self.toc = TableOfContents([])
        self.title = title_html(self.plan.title)  # the whole one, which its neighbours show
        self.parent = None


class _AnchorIds:
    """Looks like the set that MkDocs makes of a page's ids, but computes them only when asked."""

    def __init__(self, anchors: Container[str]) -> None:
        self._anchors = anchors

    def __contains__(self, anchor: object) -> bool:
        return anchor in self._anchors


def page_files(
    site: Site, root: Path, config: MkDocsConfig, *, searched: bool
) -> Iterator[VirtualFile]:
    """Yield a file with its page for every page of the plan.

    Themes lead from each page to the one before and the one after it: these are of the same kind,
    so that a reader comes from file to file.
    """
    last: dict[PageKind, VirtualPage] = {}
    for plan in site.plan.pages.values():
        file = VirtualFile.generated(
            config, plan.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        assert isinstance(file, VirtualFile)  # noqa: S101 - `generated` makes what it is called on
        file.plan = plan
        file.dest_uri = plan.dest_uri
        file.documented = root / plan.path if plan.kind.startswith("file") else None
        page = VirtualPage(file, config, site, searched=searched)
        if before := last.get(plan.kind):
            page.previous_page, before.next_page = before, page
        last[plan.kind] = page
        yield file


def strip_template_whitespace(output: str, body: str) -> str:
    """Return a page without the blank lines and indentation that a theme's templates leave.

    They are a third of what a theme adds to each page, which in a site of thousands of short pages
    is most of the site. The body, where space may have a meaning, stays as it is.

    Args:
        output: The page as the theme has made it.
        body: Its body, as it stands in the page.
    """
    before, found, after = output.partition(body)
    if not found or "<pre" in before or "<pre" in after or "<textarea" in output:
        return output
    return f"{_without_blank_lines(before)}\n{body}\n{_without_blank_lines(after)}"


def _without_blank_lines(text: str) -> str:
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))


def _search_html(section: SearchSection) -> str:
    return (
        f'<h1 id="{escape(section.anchor)}">{title_html(section.title)}</h1>'
        f"<p>{escape(section.text)}</p>"
    )


def _anchor_link(entry: TocEntry) -> AnchorLink:
    """Return an entry for the theme, which writes it into HTML and addresses as it is."""
    link = AnchorLink(title_html(entry.title), quote_anchor(entry.anchor), entry.level)
    link.children = [_anchor_link(child) for child in entry.children]
    return link


def add_file(files: Files, file: File, uri: str) -> None:
    """Add a generated file to those of a site.

    Args:
        files: All files of the site.
        file: The generated one.
        uri: Option `uri`, the folder that generated files are in.

    Raises:
        PluginError: The site has a file there.
    """
    if existing := files.get_file_from_path(file.src_uri):
        raise PluginError(
            f"repodoc option 'uri': {existing.abs_src_path or existing.src_uri} "
            f"conflicts with a generated page; choose a folder other than {uri!r}"
        )
    files.append(file)
