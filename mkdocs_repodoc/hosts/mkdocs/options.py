"""The plugin's options, and how they become the core's settings."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import cast

from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.config_options import ListOfItems, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from pathspec import GitIgnoreSpec

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.repository_urls import repository_name, without_credentials
from mkdocs_repodoc.settings import (
    ANALYSIS_LIMIT,
    DOCSTRING_STYLES,
    LISTING_LIMIT,
    MEMORY_LIMIT,
    TIME_LIMIT,
    WHAT_WITH_SECRETS,
    DocstringStyle,
    InventorySource,
    Secrets,
    Settings,
)
from mkdocs_repodoc.sources.git import top_level

_PLACEHOLDERS = ("{path}", "{revision}", "{line}", "{end_line}")
_LEAST_BYTES = 1_000


class _Pattern(Type[str]):
    """A gitignore pattern."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        pattern = super().run_validation(value)
        try:
            GitIgnoreSpec.from_lines([pattern])
        except (ValueError, re.error) as error:
            raise ValidationError(f"{pattern!r} is not a gitignore pattern: {error}") from error
        return pattern


class _UriFolder(Type[str]):
    """A folder of the site."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        uri = super().run_validation(value).strip("/")
        parts = uri.split("/")
        if not uri or any(part in {"", ".", ".."} for part in parts) or "\\" in uri:
            raise ValidationError(
                f"{value!r} is not a folder of the site; use a relative path such as 'repo'"
            )
        return uri


class _Jobs(Type[int]):
    """A number of processes."""

    def __init__(self) -> None:
        super().__init__(int)

    def run_validation(self, value: object) -> int:
        jobs = super().run_validation(value)
        if isinstance(value, bool) or jobs < 1:
            raise ValidationError(f"expected an integer of at least 1, got {value!r}")
        return jobs


class _Bytes(Type[int]):
    """A number of bytes."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        number = super().run_validation(value)
        if isinstance(value, bool) or number < _LEAST_BYTES:
            raise ValidationError(
                f"expected an integer of at least {_LEAST_BYTES:,}, got {value!r}"
            )
        return number


class _Seconds(Type[int]):
    """A length of time."""

    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        seconds = super().run_validation(value)
        if isinstance(value, bool) or seconds < 1:
            raise ValidationError(f"expected a number of seconds of at least 1, got {value!r}")
        return seconds


class _SourceUrl(Type[str]):
    """A template of addresses at the repository host."""

    def __init__(self) -> None:
        super().__init__(str, default="")

    def run_validation(self, value: object) -> str:
        template = super().run_validation(value)
        if template and "{path}" not in template:
            raise ValidationError(
                f"{template!r} lacks '{{path}}'; it may contain {', '.join(_PLACEHOLDERS)}"
            )
        if template and not template.startswith(("https://", "http://", "/")):
            raise ValidationError(f"{template!r} must begin with https://, http:// or /")
        return template


class _Inventory(BaseConfigOption[dict[str, str]]):
    """The inventory of another project's documentation."""

    _KEYS = ("file", "url")

    def run_validation(self, value: object) -> dict[str, str]:
        entry = value if isinstance(value, dict) else {}
        if set(entry) != set(self._KEYS) or not all(
            isinstance(each, str) for each in entry.values()
        ):
            raise ValidationError(
                "an entry has a 'file', the project's objects.inv, and a 'url', the address of "
                f"its documentation; got {value!r}"
            )
        if not entry["url"].startswith(("https://", "http://")):
            raise ValidationError(f"the url {entry['url']!r} must begin with https:// or http://")
        return entry


class RepodocConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """Options of the plugin in mkdocs.yml; all of them may be left out."""

    root = Optional(Type(str))
    """Top folder of the repository to document, relative to mkdocs.yml.

    Default: the git repository that contains mkdocs.yml, else the folder of mkdocs.yml."""

    uri = _UriFolder("repo")
    """Folder of the site that holds the generated pages; hand-written pages link to them there."""

    nav_title = Type(str, default="Repository")
    """Title of the generated section where the navigation doesn't name one."""

    include = ListOfItems(_Pattern(), default=[])
    """Gitignore patterns: document only the files that match one of them."""

    exclude = ListOfItems(_Pattern(), default=[])
    """Gitignore patterns: leave these files out."""

    secrets = config_options.Choice(WHAT_WITH_SECRETS, default="warn")
    """What to do about files that seem to hold passwords, tokens or private keys: `warn`,
    `leave out` of the site, `fail`, or `publish` them in silence."""

    allowed_secrets = ListOfItems(_Pattern(), default=[])
    """Gitignore patterns: secrets in these files are for show."""

    docstring_style = config_options.Choice(DOCSTRING_STYLES, default="auto")
    """Style of Python docstrings; `auto` decides for each docstring."""

    source_url = _SourceUrl()
    """Template of a file's address at the repository host, with `{path}`, `{revision}`, `{line}`
    and `{end_line}`; the part from `#` on is used for lines only.

    Default: derived from `repo_url` for GitHub, GitLab, Bitbucket, Gitea and Forgejo."""

    inventories = ListOfItems(_Inventory(), default=[])
    """Other projects to link to: `file`, the `objects.inv` of their documentation, relative to
    mkdocs.yml, and `url`, the address of its top. Python's own need not be named."""

    coverage = Optional(Type(str))
    """Data file of coverage.py, measured with contexts, relative to mkdocs.yml: tells which tests
    have run which code."""

    listing_limit = _Bytes(LISTING_LIMIT)
    """Bytes of a file that its page shows; of a longer one it shows the beginning and links to the
    repository host. Of minified, generated and vendored files and of lock files a twentieth of
    that is shown."""

    source_search = Type(bool, default=True)
    """Whether the palette searches the text of the source, by words and regular expressions."""

    analysis_limit = _Bytes(ANALYSIS_LIMIT)
    """Bytes that a source file may have to be analysed, ten times as many for documents and data;
    of a larger one only the text is shown."""

    time_limit = _Seconds(TIME_LIMIT)
    """Seconds that the analysis of a file, or the making of a page, may take; then it is stopped,
    only the file's text is shown, and the rest goes on."""

    memory_limit = _Bytes(MEMORY_LIMIT)
    """Bytes of memory that a process may take to analyse files, on Linux."""

    jobs = Optional(_Jobs())
    """Number of processes. Default: one for each processor. With `1` all is done in the process of
    MkDocs itself, and a file that hangs or kills its parser ends the build."""

    cache_dir = Type(str, default=".cache/plugin/repodoc")
    """Folder of the cache, relative to mkdocs.yml; it may be deleted at any time."""

    lazy_preview = Type(bool, default=True)
    """Whether `mkdocs serve` makes a generated page when it is asked for; the search of the preview
    then knows the hand-written pages only. `false` builds all pages before the first is served."""

    templates = Optional(Type(str))
    """Folder, relative to mkdocs.yml, of templates that replace built-in ones of the same name."""


def make_settings(options: RepodocConfig, config: MkDocsConfig) -> Settings:
    """Return the settings of a run.

    Raises:
        SettingsError: An option names a folder that doesn't exist, or one in a place where it
            would do harm.
    """
    base = Path(config.config_file_path or ".").resolve().parent
    root = _root(options.root, base)
    cache_dir = (base / options.cache_dir).resolve()
    docs_dir = Path(config.docs_dir).resolve()
    if cache_dir.is_relative_to(docs_dir):
        raise SettingsError(
            "cache_dir",
            f"{cache_dir} is inside docs_dir, so every build would trigger another; "
            "choose a folder outside docs_dir",
        )
    templates = (base / options.templates).resolve() if options.templates else None
    if templates is not None and not templates.is_dir():
        raise SettingsError("templates", f"there is no folder {templates}")
    return Settings(
        root=root,
        name=repository_name(config.repo_url or "") or config.site_name,
        uri=options.uri,
        nav_title=options.nav_title,
        include=tuple(options.include),
        exclude=tuple(options.exclude),
        secrets=cast("Secrets", options.secrets),
        allowed_secrets=tuple(options.allowed_secrets),
        site_paths=(docs_dir, Path(config.site_dir).resolve(), cache_dir, base / ".cache"),
        docstring_style=cast("DocstringStyle", options.docstring_style),
        source_url=without_credentials(options.source_url),
        repo_url=without_credentials(config.repo_url or ""),
        listing_limit=options.listing_limit,
        source_search=options.source_search,
        analysis_limit=options.analysis_limit,
        time_limit=options.time_limit,
        memory_limit=options.memory_limit,
        jobs=options.jobs or 0,
        cache_dir=cache_dir,
        templates=templates,
        inventories=_inventories(options, base),
        coverage=(base / options.coverage).resolve() if options.coverage else None,
        directory_urls=config.use_directory_urls,
    )


def _inventories(options: RepodocConfig, base: Path) -> tuple[InventorySource, ...]:
    return tuple(
        InventorySource((base / entry["file"]).resolve(), entry["url"].rstrip("/") + "/")
        for entry in options.inventories
    )


def _root(option: str | None, base: Path) -> Path:
    if option is None:
        return top_level(base) or base
    root = Path(os.path.normpath(base / option)).resolve()
    if not root.is_dir():
        raise SettingsError("root", f"there is no folder {root}")
    return root


def site_pages(files: Files, root: Path) -> dict[str, str]:
    """Return the hand-written pages: path relative to the repository's root → URL in the site."""
    pages = {}
    for file in files.documentation_pages():
        if file.abs_src_path and (path := Path(file.abs_src_path)).is_relative_to(root):
            pages[path.relative_to(root).as_posix()] = file.url
    return pages
