"""A page of the made-up shop, rendered by each part of the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sample_page import ITEM_URI, every_block, make_context

from mkdocs_repodoc.html.render_context import RenderContext
from mkdocs_repodoc.html.renderer import RenderedPage, Renderer
from mkdocs_repodoc.model.blocks import Block, PageBody, Section
from mkdocs_repodoc.settings import Settings


@pytest.fixture(scope="session")
def context() -> RenderContext:
    return make_context(Settings(root=Path("/nowhere"), repo_url="https://host.example/shop"))


@pytest.fixture(scope="session")
def sample(context: RenderContext) -> RenderedPage:
    return Renderer(context).render(context.plan.pages[ITEM_URI], every_block())


@pytest.fixture(scope="session")
def show(context: RenderContext) -> Callable[..., str]:
    """Renders blocks as the only section of a page."""
    renderer = Renderer(context)

    def show_blocks(*blocks: Block) -> str:
        body = PageBody("t", (), (Section("s", "s", blocks),))
        return renderer.render(context.plan.pages[ITEM_URI], body).html

    return show_blocks
