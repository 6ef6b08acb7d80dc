"""Cases in YAML: files and a configuration in; pages, navigation and log out.

The first document of a case is written by hand:

    about:      what the case shows
    files:      path → text, or {base64: …}; committed, unless `git` is false
    untracked:  the same, written after the commit
    links:      path of a symbolic link → where it points to
    git:        whether the project is a git repository
    config:     overrides of mkdocs.yml; `plugins` is the list as a user writes it
    nav_of:     URLs of pages whose navigation is compared
    contains:   URL → what its HTML contains
    lacks:      URL → what its HTML does not contain
    nowhere:    what no file of the site contains
    inactive:   what no page contains (data that a script reads may, for it is no markup there)
    no_paths:   what no path of the site contains

The second one is compared, and rewritten by `make snapshots`: `pages` (source URI → URL), `nav`,
`log`, or the `error` that ends the build.
"""

from __future__ import annotations

import base64
import html
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort
from support.crawler import Crawler
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site

CASES = sorted(Path(__file__).parent.glob("*.yml"))
THEME = {"name": None, "custom_dir": str(Path(__file__).parent / "theme")}


class _Text(yaml.SafeDumper):
    """Writes text of several lines as it reads."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Text.add_representer(str, _represent_text)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(
    case: Path, project: Path, expected_warnings: list[str], request: pytest.FixtureRequest
) -> None:
    head, mark, _ = case.read_text("utf-8").partition("\n---\n")
    given = yaml.safe_load(head)
    expected = yaml.safe_load(case.read_text("utf-8").partition("\n---\n")[2]) if mark else {}
    lay_out(given, project)

    try:
        site = build_site(project / "mkdocs.yml", project / "site")
    except Abort as abort:
        found = {"error": without_place(str(abort), project)}
        expected_warnings.append("")
    else:
        found = observed(given, site)
        check_text(given, site)
        crawler = Crawler(site.folder)
        assert crawler.dead_links() == []
        assert crawler.duplicate_ids() == []

    if request.config.getoption("--rewrite-snapshots"):
        written = yaml.dump(found, Dumper=_Text, sort_keys=False, allow_unicode=True, width=200)
        case.write_text(f"{head.rstrip()}\n---\n{written}", "utf-8")
    else:
        assert found == expected


def lay_out(given: dict[str, Any], project: Path) -> None:
    """Write the project of a case."""
    config = {
        "site_name": "Site",
        "theme": THEME,
        "plugins": ["repodoc"],
        **given.get("config", {}),
    }
    config["plugins"] = [in_one_process(plugin) for plugin in config["plugins"]]
    write_files(project, {"docs/index.md": "# Welcome\n"} | contents(given.get("files", {})))
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    for path, target in given.get("links", {}).items():
        (project / path).symlink_to(target)
    if given.get("git", True):
        write_files(project, {".gitignore": "/site/\n/.cache/\n"})
        commit_all(project)
    write_files(project, contents(given.get("untracked", {})))


def in_one_process(plugin: Any) -> Any:
    """Have the plugin start no processes for a dozen files, unless the case wants some."""
    match plugin:
        case "repodoc" | {"repodoc": None}:
            return {"repodoc": {"jobs": 1}}
        case {"repodoc": {**options}}:
            return {"repodoc": {"jobs": 1, **options}}
    return plugin


def contents(files: dict[str, Any]) -> dict[str, str | bytes]:
    return {
        path: base64.b64decode(content["base64"]) if isinstance(content, dict) else content
        for path, content in files.items()
    }


def observed(given: dict[str, Any], site: BuiltSite) -> dict[str, Any]:
    """Return what the second document of the case should say."""
    plan = site.plan
    for page in plan.pages.values():
        assert (site.folder / page.dest_uri).is_file(), page.uri
    folded = [page.dest_uri.casefold() for page in plan.pages.values()]
    assert len(folded) == len(set(folded)), "pages share a file where case is ignored"
    found: dict[str, Any] = {"pages": {page.uri: page.url for page in plan.pages.values()}}
    if "nav_of" in given:
        found["nav"] = {url: navigation(site.read(url)) for url in given["nav_of"]}
    # Which Python has read the files is no matter of the case.
    found["log"] = [
        re.sub(r"Python 3\.\d+", "Python 3", line) for line in site.log if "repodoc: " in line
    ]
    return found


def navigation(page: str) -> str:
    """Return the navigation that a page shows, an entry a line."""
    match = re.search(r'<pre id="__nav">\n?(.*?)\n</pre>', page, re.DOTALL)
    assert match
    return html.unescape(match[1]) + "\n"


def check_text(given: dict[str, Any], site: BuiltSite) -> None:
    for url, fragments in given.get("contains", {}).items():
        for fragment in fragments:
            assert fragment in site.read(url), f"{url} lacks {fragment!r}"
    for url, fragments in given.get("lacks", {}).items():
        for fragment in fragments:
            assert fragment not in site.read(url), f"{url} has {fragment!r}"
    published = [path for path in site.folder.rglob("*") if path.is_file()]
    for path in published:
        text = path.read_bytes()
        for fragment in given.get("nowhere", []):
            assert fragment.encode() not in text, path
        for fragment in given.get("inactive", []) if path.suffix in {".html", ".xml"} else []:
            assert fragment.encode() not in text, path
        for fragment in given.get("no_paths", []):
            assert fragment not in path.relative_to(site.folder).as_posix()


def without_place(message: str, project: Path) -> str:
    """Return a message without the folder that the test happens to run in."""
    return message.replace(str(project), "PROJECT")
