"""The styles, scripts and images of the generated pages, as MkDocs is told of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import write_file

from mkdocs_repodoc.client.bundles import (
    Around,
    early_script,
    loaded_later,
    script,
    style_sheet,
)
from mkdocs_repodoc.pages.planning.published_images import published_content
from mkdocs_repodoc.reporting.build_summary import tell_gone

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_repodoc.pipeline.site import Site

log = logging.getLogger("mkdocs.plugins.repodoc")


class _Image(File):
    """An image of the repository, which may go or become a link before it is copied."""

    root: Path
    path: str
    """In the repository."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - the host's signature
        """Copy the image as it is now, unless it is none any more."""
        if (content := published_content(self.root, self.path)) is None:
            tell_gone(self.path, log)
        else:
            write_file(content, self.abs_dest_path)


def add_to_theme(config: MkDocsConfig) -> None:
    """Have the theme load the styles and scripts, and open sections at their index pages."""
    styles = style_sheet(around(config)).uri
    if styles not in config.extra_css:
        config.extra_css.append(styles)
    uri = script(around(config)).uri
    if uri not in map(str, config.extra_javascript):
        deferred = ExtraScriptValue(uri)
        deferred.defer = True  # the page is on the screen before it is fetched
        config.extra_javascript.append(deferred)
    if config.theme.name == "material":
        features = config.theme["features"] or []
        if "navigation.indexes" not in features:
            config.theme["features"] = [*features, "navigation.indexes"]


def asset_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the files that `add_to_theme` has announced, and those that they load."""
    files: list[tuple[str, str | bytes]] = [
        made(around(config)) for made in (style_sheet, script, early_script)
    ]
    files += loaded_later().items()
    for uri, content in files:
        yield File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def image_files(site: Site, root: Path, config: MkDocsConfig) -> Iterator[File]:
    """Yield the repository's images that the pages show."""
    for asset in site.plan.assets.values():
        image = _Image.generated(
            config,
            asset.dest_uri,
            abs_src_path=str(root / asset.path),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        assert isinstance(image, _Image)  # noqa: S101 - `generated` makes what it is called on
        image.root, image.path = root, asset.path
        yield image


def around(config: MkDocsConfig) -> Around:
    """Return what is around the pages."""
    return "material" if config.theme.name == "material" else "theme"
