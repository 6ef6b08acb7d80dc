"""Options and where they stand to the settings of a run, every path absolute."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.cache_server import cache_server
from mkdocs_repodoc.options.confirmed import confirmed_executor
from mkdocs_repodoc.options.declared import Options
from mkdocs_repodoc.options.named_paths import check_reach, check_tracked, followed
from mkdocs_repodoc.repository_urls import repository_name, without_credentials
from mkdocs_repodoc.settings import (
    Detail,
    DocstringStyle,
    InventorySource,
    KeywordPages,
    LostFiles,
    Secrets,
    Settings,
    TwinChoice,
)
from mkdocs_repodoc.sources.git import top_level


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What a host knows of a site beside the options.

    Attributes:
        base: Folder of the configuration file; relative paths start there.
        name: Title of the site.
        repo_url: Address of the repository at its forge; empty if unknown.
        site_dir: Folder of the built site.
        docs_dir: Folder of the hand-written pages; `None` if there are none.
        directory_urls: Whether a page's address ends in a slash or in `.html`.
        remote_url: Address of git's remote at its forge, for where `repo_url` isn't said. The name
            of the repository does not come from there: it is the same in each clone.
        within: Folder that no option may lead out of, since the configuration may have come with
            what is documented; `None` if it is the user's own.
        is_site_dir_taken: Whether the folder that sites are written into by default holds files of
            the repository, which are none of the site's.
    """

    base: Path
    name: str
    repo_url: str
    site_dir: Path
    docs_dir: Path | None = None
    directory_urls: bool = True
    remote_url: str = ""
    within: Path | None = None
    is_site_dir_taken: bool = False


def resolve(options: Options, site: SiteFacts) -> Settings:
    """Return the settings of a run.

    Raises:
        SettingsError: An option names a folder that doesn't exist, or one in a place where it
            would do harm; or a variable of the environment has a value that can't be used.
    """
    cache_dir = cache_folder(options, site)
    scip = tuple(_named("scip", file, site) for file in options.scip)
    confirmed = confirmed_executor(options.executor, os.environ)
    return Settings(
        root=_root(options.root, site),
        name=repository_name(site.repo_url) or site.name,
        uri=options.uri,
        nav_title=options.nav_title,
        include=options.include,
        exclude=options.exclude,
        secrets=cast("Secrets", options.secrets),
        allowed_secrets=options.allowed_secrets,
        site_paths=_paths_of_site(site, cache_dir, scip),
        lost_files=cast("LostFiles", options.lost_files),
        docstring_style=cast("DocstringStyle", options.docstring_style),
        source_url=without_credentials(options.source_url),
        repo_url=without_credentials(site.repo_url or site.remote_url),
        listing_limit=options.listing_limit,
        source_search=options.source_search and options.detail != "slim",
        analysis_limit=options.analysis_limit,
        time_limit=options.time_limit,
        memory_limit=options.memory_limit,
        jobs=options.jobs or 0,
        executor=confirmed,
        unconfirmed_executor="" if confirmed else options.executor,
        cache_dir=cache_dir,
        cache_server=cache_server(options.cache_url, os.environ),
        extensions=options.extensions,
        templates=_templates(options.templates, site),
        inventories=tuple(_inventories(options, site)),
        coverage=_named("coverage", options.coverage, site) if options.coverage else None,
        scip=scip,
        scip_output=options.scip_output,
        model_output=options.model_output,
        detail=cast("Detail", options.detail),
        keyword_pages=_keyword_pages(options),
        markdown=cast("TwinChoice", options.markdown),
        directory_urls=site.directory_urls,
    )


def _keyword_pages(options: Options) -> KeywordPages:
    by_default = "folders" if options.detail == "slim" else "all"
    return cast("KeywordPages", options.keyword_pages or by_default)


def _paths_of_site(site: SiteFacts, cache_dir: Path, scip: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return what belongs to the site and its building, and is no part of what it documents."""
    own: tuple[Path, ...] = (cache_dir, site.base / ".cache", *scip)
    if not site.is_site_dir_taken:
        own = (site.site_dir, *own)
    return own if site.docs_dir is None else (site.docs_dir, *own)


def _named(option: str, named: str, site: SiteFacts) -> Path:
    return followed(option, named, site.base, site.within)


def _inventories(options: Options, site: SiteFacts) -> Iterator[InventorySource]:
    for entry in options.inventories:
        yield InventorySource(_named("inventories", entry.file, site), entry.url)


def check_site_dir(site: SiteFacts) -> None:
    """See that the folder of the site is where a configuration may have files written.

    Raises:
        SettingsError: It isn't, or nobody has chosen it and it holds files of the repository.
    """
    if site.is_site_dir_taken:
        raise SettingsError(
            "site_dir",
            f"git tracks files in {site.site_dir} that no build has written; choose another folder",
        )
    check_reach("site_dir", site.site_dir, site.within)


def cache_folder(options: Options, site: SiteFacts) -> Path:
    """Return the folder of the cache, once it is known to do no harm where it is.

    Raises:
        SettingsError: It would.
    """
    folder = _named("cache_dir", options.cache_dir, site)
    _check_cache(folder, site.docs_dir)
    return folder


def _check_cache(cache_dir: Path, docs_dir: Path | None) -> None:
    if docs_dir is not None and cache_dir.is_relative_to(docs_dir):
        raise SettingsError(
            "cache_dir",
            f"{cache_dir} is inside docs_dir, so every build would trigger another; "
            "choose a folder outside docs_dir",
        )


def _root(option: str | None, site: SiteFacts) -> Path:
    if option is None:
        return top_level(site.base) or site.base
    root = _named("root", option, site)
    if not root.is_dir():
        raise SettingsError("root", f"there is no folder {root}")
    return root


def _templates(option: str | None, site: SiteFacts) -> Path | None:
    if not option:
        return None
    folder = _named("templates", option, site)
    if not folder.is_dir():
        raise SettingsError("templates", f"there is no folder {folder}")
    check_tracked("templates", folder, ".html", site.within)
    return folder
