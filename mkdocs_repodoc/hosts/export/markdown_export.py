"""An export: from the configuration to a folder of Markdown that another program builds."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.hosts.export.export_addresses import Beyond, ExportAddresses
from mkdocs_repodoc.hosts.export.export_layouts import LAYOUTS
from mkdocs_repodoc.hosts.export.export_navigation import front_matter, navigation_file
from mkdocs_repodoc.hosts.export.exported_pages import ExportedPage, exported_pages
from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.site_plan import NavNode
from mkdocs_repodoc.options.configuration_files import ConfiguredSite
from mkdocs_repodoc.options.resolve import resolve
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.writing.output_folder import OutputFolder, Tally
from mkdocs_repodoc.reporting.build_summary import report, tell_lost_pages, tell_unsaid
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.reporting.reported_build import reported_build
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.english import shortened
from mkdocs_repodoc.text.printable_text import printable

_DESCRIPTION = 160
_TITLE = re.compile(r"\A(?:<a id=\"[^\"]*\"></a>\n\n)?# [^\n]*\n\n?")
_STARLIGHT = "/src/content/docs/"
"""The folder in which Starlight has all pages."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is to be exported, and for whom.

    Attributes:
        folder: Where the export goes; absolute.
        layout: Name of the program that builds it.
        html: Address of the top of the site in HTML; empty if there is none, or it is not known.
        files: Whether the pages of files are exported too.
    """

    folder: Path
    layout: str
    html: str = ""
    files: bool = False


def export_markdown(
    configured: ConfiguredSite, request: ExportRequest, log: logging.Logger
) -> Tally:
    """Write an export into its folder.

    Args:
        configured: What to document, and how.
        request: What is wanted.
        log: Told what is found.

    Returns:
        How many files there are, and what became of them.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    settings = _settings(configured, request)
    with reported_build(settings, log, output="the export") as builder:
        site = builder.build({}, Progress(log))
        report(site, log)
        site.prepare()
        tell_lost_pages(site, log)
        told = set(site.unsaid)
        tally = _write(_Export(site, settings, configured, request), request.folder)
        tell_unsaid(site, log, told)
        return tally


def _settings(configured: ConfiguredSite, request: ExportRequest) -> Settings:
    """Return the settings of a run, in which an export is no part of the repository.

    Raises:
        SettingsError: An option can't be used.
    """
    settings = resolve(configured.options, configured.site)
    if settings.root.is_relative_to(request.folder):
        raise SettingsError(
            "folder",
            f"{request.folder} contains the documented repository; choose a folder of its own",
        )
    return replace(settings, site_paths=(*settings.site_paths, request.folder))


def _write(export: _Export, folder: Path) -> Tally:
    output = OutputFolder(folder)
    navigation = export.navigation_files()
    output.claim([*(page.path for page in export.pages.values()), *navigation])
    written = [output.write(path, printable(text).encode()) for path, text in navigation.items()]
    written += [output.write(path, printable(text).encode()) for path, text in export.contents()]
    return output.finish(written)


class _Export:
    def __init__(
        self, site: Site, settings: Settings, configured: ConfiguredSite, request: ExportRequest
    ) -> None:
        self._site = site
        self._layout = LAYOUTS[request.layout]
        self._prefix = _prefix(request.folder, configured.site.docs_dir)
        self.pages: Mapping[str, ExportedPage] = exported_pages(
            site.plan, site.navigation, self._layout, settings.uri.strip("/"), files=request.files
        )
        beyond = _beyond(settings, configured, request)
        addresses = partial(
            ExportAddresses,
            plan=site.plan,
            pages=self.pages,
            beyond=beyond,
            shields_md=self._layout.shields_md,
        )
        self._renderer = MarkdownRenderer(settings, site.source_url, addresses)

    def contents(self) -> Iterator[tuple[str, str]]:
        """Yield each page: its path, and its text."""
        for uri, page in self.pages.items():
            text = self._site.render_as(self._renderer, page.plan, uri)
            if not self._layout.has_title:
                text = _TITLE.sub("", text, count=1)
            form, about = self._layout.front_matter, self._description(page)
            head = front_matter(form, page, about, self._prefix)
            yield page.path, self._layout.title_as_shown(head) + self._layout.as_shown(text)

    def navigation_files(self) -> Mapping[str, str]:
        """Return the files with the order of the pages: path → content."""
        root = _with_titles(self._site.navigation, self._layout.title_as_shown)
        return {
            name: navigation_file(name, root, self.pages, self._prefix)
            for name in self._layout.navigation
        }

    def _description(self, page: ExportedPage) -> str:
        repository = self._site.repository
        if page.plan.kind == "file":
            said = repository.files[page.plan.path].summary
        elif page.plan.kind in {"folder", "repository"}:
            said = repository.folders[page.plan.path].summary
        else:
            said = ""
        return shortened(" ".join(said.split()), _DESCRIPTION)


def _with_titles(node: NavNode, as_shown: Callable[[str], str]) -> NavNode:
    below = tuple(_with_titles(each, as_shown) for each in node.children)
    return replace(node, title=as_shown(node.title), children=below)


def _prefix(folder: Path, docs_dir: Path | None) -> str:
    """Return the way from the folder of hand-written pages to that of the export."""
    if docs_dir is not None and folder.is_relative_to(docs_dir):
        return folder.relative_to(docs_dir).as_posix()
    return folder.as_posix().partition(_STARLIGHT)[2] or folder.name


def _beyond(settings: Settings, configured: ConfiguredSite, request: ExportRequest) -> Beyond:
    html = request.html or configured.site_url
    if html:
        html = html if html.endswith("/") else f"{html}/"
        return Beyond(html=html, names_index=LAYOUTS[request.layout].links == "files")
    if request.layout == "github" and request.folder.is_relative_to(settings.root):
        way = os.path.relpath(settings.root, request.folder).replace(os.sep, "/")
        return Beyond(sources=f"{way}/")
    return Beyond()
