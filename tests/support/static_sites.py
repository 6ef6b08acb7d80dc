"""Sites built without MkDocs."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path

from mkdocs_repodoc.hosts.static.static_build import build_tree
from mkdocs_repodoc.options.configuration_files import ConfiguredSite, find_configuration
from mkdocs_repodoc.pipeline.writing.output_folder import Tally

LOG = logging.getLogger("mkdocs.plugins.repodoc")


def configured(folder: Path, site_dir: Path, **options: object) -> ConfiguredSite:
    """Return the configuration that is found in a folder, with another folder for the site.

    The options are the test's own and lead anywhere.
    """
    found = find_configuration(folder)
    return dataclasses.replace(
        found,
        site=dataclasses.replace(found.site, site_dir=site_dir, within=None),
        options=dataclasses.replace(found.options, **options),  # type: ignore[arg-type] # as named
    )


def build_static(folder: Path, site_dir: Path, **options: object) -> Tally:
    """Build the site of a folder as `mkdocs-repodoc build` does."""
    return build_tree(configured(folder, site_dir, **options), LOG, embedded=False)
