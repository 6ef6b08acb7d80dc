"""A build: from the configuration to a finished tree of HTML."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.hosts.static.static_pages import StaticPages
from mkdocs_repodoc.hosts.static.static_site import StaticSite
from mkdocs_repodoc.options.configuration_files import ConfiguredSite
from mkdocs_repodoc.options.resolve import resolve
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.writing.markdown_twins import Twins
from mkdocs_repodoc.pipeline.writing.output_folder import OutputFolder, Tally, Written
from mkdocs_repodoc.pipeline.writing.page_making import make_all
from mkdocs_repodoc.pipeline.writing.published_files import PublishedFiles
from mkdocs_repodoc.reporting.build_summary import report, tell_gone, tell_lost_pages
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.reporting.publishing_limits import tell_limits
from mkdocs_repodoc.reporting.reported_build import reported_build
from mkdocs_repodoc.settings import Settings


def build_tree(configured: ConfiguredSite, log: logging.Logger, *, embedded: bool) -> Tally:
    """Write a site into its folder.

    Args:
        configured: What to document, and how.
        log: Told what is found.
        embedded: Whether the folder belongs to another site: nothing is put at its top then.

    Returns:
        How many files there are, and what became of them.

    Raises:
        RepodocError: There is something that the user has to mend.
    """
    settings = static_settings(configured)
    if embedded:  # the other site would take Markdown for pages of its own
        settings = replace(settings, markdown="none")
    with reported_build(settings, log, output="the site") as builder:
        return _build(builder, configured, log, embedded=embedded)


def static_settings(configured: ConfiguredSite) -> Settings:
    """Return the settings of a run.

    Raises:
        SettingsError: An option can't be used.
    """
    settings = resolve(configured.options, configured.site)
    site_dir = configured.site.site_dir
    if settings.root.is_relative_to(site_dir):
        raise SettingsError(
            "site_dir",
            f"{site_dir} contains the documented repository; choose a folder of its own",
        )
    return settings


def _build(
    builder: Builder, configured: ConfiguredSite, log: logging.Logger, *, embedded: bool
) -> Tally:
    # What is there now is needed to the end: looking through it for garbage, in each process,
    # takes longer than making the pages.
    gc.freeze()
    site = builder.build({}, Progress(log))
    gc.freeze()
    report(site, log)
    settings = builder.settings
    static = StaticSite(site, settings, configured, embedded=embedded)
    output = OutputFolder(configured.site.site_dir)
    files = PublishedFiles(site)
    small, images = static.small_files(), static.images
    pages = (page.dest_uri for page in site.plan.pages.values())
    output.claim(chain(small, images, pages, Twins(site), files.outputs))
    written = [output.write(path, content) for path, content in small.items()]
    written += _copied(static, output, log)
    maker = StaticPages(static, output, builder.cache, files)
    if not maker.is_unchanged:
        site.prepare()
        tell_lost_pages(site, log)
        maker.settle()
    written += make_all(maker, settings)
    tally = output.finish(written)
    tell_limits(configured.options.publish, settings, configured.site.site_dir, log)
    return tally


def _copied(static: StaticSite, output: OutputFolder, log: logging.Logger) -> Iterator[Written]:
    """Copy the images that are still there."""
    for dest, path in static.images.items():
        if (content := static.image(path)) is None:
            tell_gone(path, log)
        else:
            yield output.write(dest, content)
