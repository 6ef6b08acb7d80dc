"""From settings to a site whose pages can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.markdown.markdown_renderer import MarkdownRenderer
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.pages.planning.plan import plan_site
from mkdocs_repodoc.pipeline.build_facts import BuildFacts
from mkdocs_repodoc.pipeline.linked_files import LinkedFiles
from mkdocs_repodoc.pipeline.linker import Linker
from mkdocs_repodoc.pipeline.page_contexts import file_template, page_context, source_urls
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.site_digests import source_digests
from mkdocs_repodoc.pipeline.stores.known_tours import has_tour
from mkdocs_repodoc.pipeline.stores.record_store import Progress
from mkdocs_repodoc.processes.attempts import NoResult, attempt
from mkdocs_repodoc.processes.containment import tell_traceback
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.rendering.renderer import Renderer
from mkdocs_repodoc.repository_urls import DocumentedRevision, SourceUrl
from mkdocs_repodoc.settings import Settings

MakeRenderer = Callable[[Settings, SourceUrl], Renderer]
"""Makes a renderer of the settings, and addresses at the repository's forge."""


class Builder(Linker):
    """Builds the site of one repository, any number of times.

    Args:
        settings: What to document, and how.
        make_renderer: Makes the renderer of a site, which is the output format.

    Raises:
        ExtensionError: An extension that the settings name can't be used.
    """

    def __init__(self, settings: Settings, make_renderer: MakeRenderer = HtmlRenderer) -> None:
        super().__init__(settings)
        self._make_renderer = make_renderer

    def build(self, site_pages: Mapping[str, str], progress: Progress) -> Site:
        """Discover, analyse, link and plan.

        Args:
            site_pages: The hand-written pages, as `Settings.site_pages` has them.
            progress: Told how far the longer steps are.

        Raises:
            SecretsError: Files seem to hold secrets, and nothing is to be published then.
            SettingsError: An option cannot be used with this repository, or names a file that
                can't be read.
        """
        linked = self.link(site_pages, progress)
        return planned_site(linked, self.cache, self._make_renderer)


def planned_site(
    linked: LinkedFiles, cache: Cache, make_renderer: MakeRenderer = HtmlRenderer
) -> Site:
    """Plan the pages of a repository.

    Args:
        linked: Its files.
        cache: Where results are kept between runs.
        make_renderer: Makes the renderer of the site, which is the output format.

    Raises:
        RepodocError: The pages could not be planned.
    """
    settings, index = linked.settings, linked.index
    history = index.repository.history
    shown = [(file.source, file.key) for file in index.repository.files.values()]
    digests = source_digests(settings, history, shown, index.losses.parts)
    toured = has_tour(cache, digests.sources, linked.insight, linked.queries)
    plan = _plan(index.repository, settings, has_tour=toured)
    facts = BuildFacts(
        DocumentedRevision(history.revision, file_template(settings)),
        digests.with_plan(plan),
        linked.analysed,
        (*linked.diagnostics, *cache.take_diagnostics()),
        linked.secrets,
    )
    source_url = source_urls(settings, facts.revision)
    renderer = make_renderer(settings, source_url)
    twins = MarkdownRenderer(settings, source_url)
    context, queries = page_context(linked, plan), linked.queries.planned(plan)
    return Site(context, queries, renderer, twins, facts)


def _plan(repository: Repository, settings: Settings, *, has_tour: bool) -> SitePlan:
    """Return the plan of a site: there is no site without one.

    Raises:
        RepodocError: It could not be made.
    """
    work = partial(plan_site, repository, settings, has_tour=has_tour)
    outcome = attempt(work, Limits(settings.time_limit, settings.memory_limit))
    if isinstance(outcome, NoResult):
        tell_traceback(outcome.traceback)
        raise RepodocError(f"the pages of the repository can't be planned: {outcome.reason}")
    return outcome
