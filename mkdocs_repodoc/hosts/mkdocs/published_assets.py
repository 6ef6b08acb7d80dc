"""The styles, scripts and images of the generated pages, as MkDocs is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_repodoc.client.bundles import (
    Around,
    early_script,
    loaded_later,
    script,
    style_sheet,
)

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_repodoc.pipeline.site import Site


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
        yield File.generated(
            config,
            asset.dest_uri,
            abs_src_path=str(root / asset.path),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )


def around(config: MkDocsConfig) -> Around:
    """Return what is around the pages."""
    return "material" if config.theme.name == "material" else "theme"
