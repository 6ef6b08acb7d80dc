"""Settings of one run, with every path absolute and every default filled in.

The edge (the MkDocs plugin) reads the user's options and makes a `Settings`; the core takes it
as it is and never looks at a configuration file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

DocstringStyle = Literal["auto", "google", "numpy", "sphinx"]
Secrets = Literal["warn", "leave out", "fail", "publish"]
WHAT_WITH_SECRETS: tuple[str, ...] = get_args(Secrets)
LostFiles = Literal["tell", "warn"]
WHAT_WITH_LOST_FILES: tuple[str, ...] = get_args(LostFiles)
DOCSTRING_STYLES: tuple[str, ...] = get_args(DocstringStyle)
LISTING_LIMIT = 1_000_000
ANALYSIS_LIMIT = 2_000_000
TIME_LIMIT = 60
MEMORY_LIMIT = 4_000_000_000
WHERE_PUBLISHED = ("", "github", "gitlab", "cloudflare", "netlify", "readthedocs", "elsewhere")
Detail = Literal["full", "slim"]
HOW_MUCH_DETAIL: tuple[str, ...] = get_args(Detail)
KeywordPages = Literal["all", "folders", "none"]
WHICH_KEYWORD_PAGES: tuple[str, ...] = get_args(KeywordPages)
TwinChoice = Literal["overview", "all", "none"]
WHICH_TWINS: tuple[str, ...] = get_args(TwinChoice)


def is_loopback(host: str) -> bool:
    """Whether a host, as an address names it, is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return host.lower() == "localhost"


@dataclass(frozen=True, slots=True)
class CacheServer:
    """A server that keeps results for builds on several machines.

    What proves who we are is in no representation: settings are digested and may be logged.
    """

    url: str
    """Address below which results are kept, without a slash at its end."""

    authorization: str = field(default="", repr=False)
    """Header that each request has; empty if there is none."""

    secret: bytes = field(default=b"", repr=False)
    """What results are signed with; empty if they are not signed."""

    may_write: bool = False
    """Whether this run may add what it has made."""

    is_allowed: bool = True
    """Whether somebody other than the documented repository has said that it is to be used."""


class InventorySource(NamedTuple):
    """The inventory of another project's documentation."""

    file: Path
    """The project's `objects.inv`, absolute."""
    url: str
    """Address of the documentation's top, with a slash at its end."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run documents, and how."""

    root: Path
    """The documented repository's top folder."""

    name: str = ""
    """What the repository is called if its own files don't say it; empty: as its folder is."""

    uri: str = "repo"
    """Folder of the site, relative to its top, under which all generated pages live."""

    nav_title: str = "Repository"
    """Title of the generated section in the navigation."""

    include: tuple[str, ...] = ()
    """Gitignore patterns; when there are any, only matching files are documented."""

    exclude: tuple[str, ...] = ()
    """Gitignore patterns of files that are not documented."""

    secrets: Secrets = "warn"
    """What to do about files that seem to hold secrets."""

    allowed_secrets: tuple[str, ...] = ()
    """Gitignore patterns of files whose secrets are no secrets."""

    lost_files: LostFiles = "tell"
    """What to do about files that could not be analysed: tell which those are, or warn of them."""

    site_paths: tuple[Path, ...] = ()
    """Files and folders that are the site's own input and output; never documented."""

    docstring_style: DocstringStyle = "auto"
    """How Python docstrings are parsed; `auto` decides for each docstring."""

    source_url: str = ""
    """Template of a file's address at the forge.

    Knows `{path}`, `{revision}`, `{line}` and `{end_line}`; the part from the first `#` on is only
    used for links to lines. Empty: derived from `repo_url`, or no links if that is not possible.
    """

    repo_url: str = ""
    """Address of the repository's home page at its forge; empty if unknown."""

    listing_limit: int = LISTING_LIMIT
    """How many bytes of a file its page shows; of a longer one it shows the beginning."""

    source_search: bool = True
    """Whether the palette searches the text that files' pages list, which is published for that a
    second time."""

    analysis_limit: int = ANALYSIS_LIMIT
    """How many bytes source code may have to be analysed; documents and data may have ten times
    as many. Of larger files only the text is shown."""

    time_limit: int = TIME_LIMIT
    """How many seconds the analysis of a file, or the making of a page, may take."""

    memory_limit: int = MEMORY_LIMIT
    """How many bytes of memory a process that analyses files, or makes pages, may take for it."""

    jobs: int = 0
    """How many processes analyse and render beside this one; 0 means one for each processor."""

    cache_dir: Path | None = None
    """Folder of the cache; `None` keeps the cache in memory for this run only."""

    executor: str = ""
    """What gives an executor whose workers analyse files: `dask://host:port`, or `module:callable`;
    empty for processes of this machine."""

    unconfirmed_executor: str = ""
    """One that a configuration names, and that the environment doesn't confirm: it isn't used."""

    cache_server: CacheServer | None = None
    """Server that is asked for what the cache does not hold; `None` if there is none."""

    templates: Path | None = None
    """Folder of templates that replace the built-in ones of the same name."""

    inventories: tuple[InventorySource, ...] = ()
    """Other projects whose documentation is linked to; Python's own is known in any case."""

    coverage: Path | None = None
    """Data file of coverage.py with contexts; `None` if none was measured."""

    scip: tuple[Path, ...] = ()
    """Indexes in the SCIP format, which say what names mean as compilers know it."""

    scip_output: bool = False
    """Whether the site has an index of its exact links in the SCIP format."""

    model_output: bool = False
    """Whether the site has all that is known of the repository as data, for other programs."""

    markdown: TwinChoice = "overview"
    """Which pages have a twin in Markdown: those about the repository and its folders, all but
    those of keywords, or none."""

    detail: Detail = "full"
    """Whether a site has all that makes reading comfortable, or what is said on its pages alone."""

    keyword_pages: KeywordPages = "all"
    """Which files and folders have pages of their keywords: all, the folders, or none. The index
    from A to Z is there in any case."""

    directory_urls: bool = True
    """Whether a page's address ends in a slash (`app/`) or in `.html`."""

    site_pages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Hand-written pages: path relative to `root` → URL relative to the site's top.

    Links in READMEs and docstrings that lead to such a file lead to its page.
    """

    extensions: tuple[str, ...] = ()
    """Names of installed packages that add languages, rules, roles, facts, sections or files."""

    @property
    def analysis(self) -> AnalysisOptions:
        """Those of them that change a record."""
        return AnalysisOptions(self.docstring_style, self.analysis_limit, self.extensions)


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """The settings that change a record.

    The file's bytes, its name and its language are all that changes it otherwise.
    """

    docstring_style: DocstringStyle = "auto"
    """How Python docstrings are parsed; `auto` decides for each docstring."""
    analysis_limit: int = ANALYSIS_LIMIT
    """How many bytes source code may have to be analysed."""
    extensions: tuple[str, ...] = ()
    """Names of installed packages whose parts are used."""
