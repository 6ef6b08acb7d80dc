"""The hooks that MkDocs calls for each page, hand-written ones included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.mkdocs.hand_written import HandWritten
from mkdocs_repodoc.hosts.mkdocs.plugin_config import RepodocConfig
from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualFile, VirtualPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class PageHooks(BasePlugin[RepodocConfig]):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """What happens to one page; the hooks for the whole site have set the attributes by then."""

    _hand_written: HandWritten
    _page_files: list[VirtualFile]

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        files: Files,  # noqa: ARG002 - the host's signature
    ) -> str:
        """Say which hand-written page is rendered next."""
        self._hand_written.turn_to(page)
        return markdown

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002 - the host's signature
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
    ) -> TemplateContext:
        """List the generated pages in templates such as the sitemap, whoever builds them."""
        known = {file.src_uri for file in context["pages"]}
        added = [file for file in self._page_files if file.src_uri not in known]
        context["pages"] = [*context["pages"], *added]
        return context

    @event_priority(-100)  # after the search plugins, which have read the little text by then
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - the host's signature
        nav: Navigation,
    ) -> TemplateContext:
        """Give a generated page its body and its own view of the navigation.

        Raises:
            PluginError: A template of the user's has an error.
        """
        if isinstance(page, VirtualPage):
            try:
                page.run.dress(page, context, nav)
            except RepodocError as error:  # a template of the user's
                raise PluginError(str(error)) from error
        return context

    @event_priority(-100)  # other plugins get the page as the theme has made it
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - the host's signature
        """Finish a generated page."""
        return page.run.finish(page, output) if isinstance(page, VirtualPage) else output
