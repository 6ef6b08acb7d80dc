"""A page of the made-up shop, rendered by each part of the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sample_page import every_block, make_context, render

from mkdocs_repodoc.model.blocks import Block, PageBody, Section
from mkdocs_repodoc.rendering.render_context import RenderContext
from mkdocs_repodoc.rendering.renderer import RenderedPage
from mkdocs_repodoc.settings import Settings


@pytest.fixture(scope="session")
def context() -> RenderContext:
    return make_context(Settings(root=Path("/nowhere"), repo_url="https://host.example/shop"))


@pytest.fixture(scope="session")
def sample(context: RenderContext) -> RenderedPage:
    return render(context, every_block())


@pytest.fixture(scope="session")
def show(context: RenderContext) -> Callable[..., str]:
    """Renders blocks as the only section of a page."""

    def show_blocks(*blocks: Block) -> str:
        body = PageBody("t", (), (Section("s", "s", blocks),))
        return render(context, body).content

    return show_blocks
