"""The options: their names, defaults and meanings, whoever reads them from whatever file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, cast

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.checks import (
    Check,
    InventoryEntry,
    Value,
    byte_count,
    cache_url,
    distribution,
    executor,
    inventory,
    list_of,
    one_of,
    optional,
    pattern,
    source_url,
    switch,
    text,
    uri_folder,
    whole_number,
)
from mkdocs_repodoc.settings import (
    ANALYSIS_LIMIT,
    DOCSTRING_STYLES,
    HOW_MUCH_DETAIL,
    LISTING_LIMIT,
    MEMORY_LIMIT,
    TIME_LIMIT,
    WHAT_WITH_LOST_FILES,
    WHAT_WITH_SECRETS,
    WHERE_PUBLISHED,
    WHICH_KEYWORD_PAGES,
    WHICH_TWINS,
)

_CHECK = "check"


def _option(default: Value, check: Check[Value]) -> Value:
    return field(default=default, metadata={_CHECK: check})


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What a user may ask for; all of it may be left out.

    Files and folders are relative to the file that the options stand in.
    """

    root: str | None = _option(None, optional(text))
    """Top folder of the repository to document.

    Default: the git repository that contains the configuration file, else that file's folder."""

    uri: str = _option("repo", uri_folder)
    """Folder of the site that holds the generated pages; hand-written pages link to them there."""

    nav_title: str = _option("Repository", text)
    """Title of the generated section where the navigation doesn't name one."""

    include: tuple[str, ...] = _option((), list_of(pattern))
    """Gitignore patterns: document only the files that match one of them."""

    exclude: tuple[str, ...] = _option((), list_of(pattern))
    """Gitignore patterns: leave these files out."""

    secrets: str = _option("warn", one_of(WHAT_WITH_SECRETS))
    """What to do about files that seem to hold passwords, tokens or private keys: `warn`,
    `leave out` of the site, `fail`, or `publish` them in silence."""

    allowed_secrets: tuple[str, ...] = _option((), list_of(pattern))
    """Gitignore patterns: secrets in these files are for show."""

    lost_files: str = _option("tell", one_of(WHAT_WITH_LOST_FILES))
    """What to do about files that could not be analysed and pages that could not be made: `tell`
    which those are, or `warn`, which fails a strict build."""

    docstring_style: str = _option("auto", one_of(DOCSTRING_STYLES))
    """Style of Python docstrings; `auto` decides for each docstring."""

    source_url: str = _option("", source_url)
    """Template of a file's address at the forge, with `{path}`, `{revision}`, `{line}`
    and `{end_line}`; the part from `#` on is used for lines only.

    Default: derived from `repo_url` for GitHub, GitLab, Bitbucket, Gitea, Forgejo and Codeberg."""

    inventories: tuple[InventoryEntry, ...] = _option((), list_of(inventory))
    """Other projects to link to: `file`, the `objects.inv` of their documentation, and `url`, the
    address of its top. Python's own need not be named."""

    coverage: str | None = _option(None, optional(text))
    """Data file of coverage.py, measured with contexts: tells which tests have run which code."""

    scip: tuple[str, ...] = _option((), list_of(text))
    """Indexes in the SCIP format: what they say of a name goes before what is found out here."""

    model_output: bool = _option(False, switch)
    """Whether the site has a `repodoc.jsonl` of its files, symbols, references and findings."""

    markdown: str = _option("overview", one_of(WHICH_TWINS))
    """Which pages have a twin in Markdown, and whether `llms.txt` leads there: `overview` for those
    about the repository and its folders, `all` for those of files too, or `none`."""

    detail: str = _option("full", one_of(HOW_MUCH_DETAIL))
    """`slim` leaves out what scripts fetch for each file (cards of names, lists of references, call
    hierarchy), real calls as examples, the search of the source, and keyword pages of files."""

    keyword_pages: str | None = _option(None, optional(one_of(WHICH_KEYWORD_PAGES)))
    """Which files and folders have a page of their keywords: `all`, the `folders`, or `none`.

    Default: `all`; `folders` if `detail` is `slim`."""

    scip_output: bool = _option(False, switch)
    """Whether the site has an `index.scip` of its exact links, for tools that navigate code."""

    listing_limit: int = _option(LISTING_LIMIT, byte_count)
    """Bytes of a file that its page shows; of a longer one it shows the beginning and links to the
    repository host. Of minified, generated and vendored files and of lock files a twentieth of
    that is shown."""

    source_search: bool = _option(True, switch)
    """Whether the palette searches the text of the source, by words and regular expressions."""

    analysis_limit: int = _option(ANALYSIS_LIMIT, byte_count)
    """Bytes that a source file may have to be analysed, ten times as many for documents and data;
    of a larger one only the text is shown."""

    time_limit: int = _option(TIME_LIMIT, whole_number(1))
    """Seconds that the analysis of a file, or the making of a page, may take; then it is stopped,
    only the file's text is shown, and the rest goes on."""

    memory_limit: int = _option(MEMORY_LIMIT, byte_count)
    """Bytes of memory that a process may take to analyse files, on Linux."""

    jobs: int | None = _option(None, optional(whole_number(1, most=1_000)))
    """Number of processes. Default: one for each processor. With `1` all is done in the process of
    the host itself, and a file that hangs or kills its parser ends the build."""

    executor: str = _option("", executor)
    """Who analyses files in place of processes of this machine: `dask://host:port`, a scheduler of
    Dask, or `module:callable`, an installed function that returns a `concurrent.futures.Executor`.
    The variable `REPODOC_EXECUTOR` must confirm it."""

    cache_dir: str = _option(".cache/plugin/repodoc", text)
    """Folder of the cache; it may be deleted at any time."""

    cache_url: str = _option("", cache_url)
    """Address of a server that keeps results for builds on several machines: it is asked for what
    the cache does not hold. Credentials, and the leave to write, come from variables of the
    environment."""

    lazy_preview: bool = _option(True, switch)
    """Whether a preview makes a generated page when it is asked for; the search of the preview
    then knows the hand-written pages only. `false` builds all pages before the first is served."""

    publish: str = _option("", one_of(WHERE_PUBLISHED))
    """Where the site is published: `github`, `gitlab`, `cloudflare` or `netlify` has limits, and a
    build says when the site comes near them; `readthedocs` and `elsewhere` have none. Default: as
    the environment of continuous integration shows."""

    extensions: tuple[str, ...] = _option((), list_of(distribution))
    """Names of installed packages that add languages, rules, roles, facts, sections of pages or
    files of the site."""

    templates: str | None = _option(None, optional(text))
    """Folder of templates that replace built-in ones of the same name."""


def option_fields() -> tuple[Field[object], ...]:
    """Return the declarations of all options, in the order in which they are documented."""
    return fields(Options)


def default_of(option: Field[object]) -> object:
    """Return what an option is when it is left out."""
    return option.default


def check_of(option: Field[object]) -> Check[object]:
    """Return what checks the value of an option; it raises `ValueError`."""
    return cast("Check[object]", option.metadata[_CHECK])


def read_options(values: Mapping[Any, object]) -> Options:
    """Check the values of a configuration file.

    Args:
        values: Name → value, as the file has them; YAML has names of any type.

    Raises:
        SettingsError: There is no such option, or it has a value that can't be used.
    """
    known = {option.name: option for option in option_fields()}
    checked = {}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(str(name), _unknown(name, known))
        try:
            checked[name] = check_of(known[name])(value)
        except ValueError as error:
            raise SettingsError(name, str(error)) from error
    return Options(**checked)  # type: ignore[arg-type] # each check returns its option's type


def _unknown(name: object, known: Mapping[str, object]) -> str:
    if not isinstance(name, str):  # YAML has names of any type
        return "the name of an option is a text"
    close = get_close_matches(name, known, n=1)
    return f"there is no such option{f'; {close[0]!r} is one' if close else ''}"
