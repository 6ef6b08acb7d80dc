"""The order of an export's pages, in the files that programs read it from."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

import yaml

from mkdocs_repodoc.hosts.export.exported_pages import ExportedPage
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.model.site_plan import NavNode

Pages = Mapping[str, ExportedPage]


def navigation_file(name: str, root: NavNode, pages: Pages, prefix: str) -> str:
    """Return the content of a file with a navigation.

    Args:
        name: The file.
        root: The order of the site's pages.
        pages: Those of the export.
        prefix: The way from the folder of all pages of the program to that of the export.
    """
    return _FORMS[name](root, pages, prefix)


def front_matter(form: str, page: ExportedPage, description: str, prefix: str) -> str:
    """Return what stands before a page; nothing if the form is empty.

    Args:
        form: As a `Layout` has it.
        page: The page.
        description: What it is about; may be empty.
        prefix: The way from the folder of all pages of the program to that of the export.
    """
    if not form:
        return ""
    said: dict[str, object] = {"title": page.plan.title}
    if description:
        said["description"] = description
    if form == "docusaurus":
        said |= {"sidebar_label": page.label, "sidebar_position": page.position}
        said["mdx"] = {"format": "md"}
    if form == "starlight":
        said["sidebar"] = {"label": page.label, "order": page.position}
        # It would leave out dots and capitals of the file's name, and links have them.
        said["slug"] = posixpath.join(prefix, unquote(page.plan.twin_url)).rstrip("/")
    return f"---\n{_yaml(said)}---\n\n"


def _summary(root: NavNode, pages: Pages, _prefix: str) -> str:
    """Return a list of links, as mdBook and the plugin literate-nav read it."""
    return "# Summary\n\n" + "".join(_summary_lines(root, pages, ""))


def _summary_lines(node: NavNode, pages: Pages, indent: str) -> Iterator[str]:
    if (page := pages.get(node.uri)) is None:
        return
    yield f"{indent}- {md.link(md.escaped(node.title), page.path)}\n"
    for child in node.children:
        yield from _summary_lines(child, pages, f"{indent}    ")


def _nav_yaml(root: NavNode, pages: Pages, _prefix: str) -> str:
    """Return the navigation as the plugin awesome-nav reads it."""
    return _yaml({"nav": _below(root, pages, "")})


def _nav_toml(root: NavNode, pages: Pages, prefix: str) -> str:
    """Return the navigation as zensical.toml has it."""
    lines = _toml_lines({root.title: _below(root, pages, prefix)}, "  ")
    text = "\n".join(lines)
    return f"# To be put into zensical.toml.\n[project]\nnav = [\n{text}\n]\n"


def _below(node: NavNode, pages: Pages, prefix: str) -> list[object]:
    """Return a folder's pages: its own first, without a name; then each by its name."""
    found: list[object] = [posixpath.join(prefix, pages[node.uri].path)]
    for child in node.children:
        if child.uri not in pages:
            continue
        is_leaf = not any(each.uri in pages for each in child.children)
        path = posixpath.join(prefix, pages[child.uri].path)
        found.append({child.title: path if is_leaf else _below(child, pages, prefix)})
    return found


def _toml_lines(entry: object, indent: str) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"{indent}{json.dumps(entry, ensure_ascii=False)},"
        return
    for title, value in entry.items():
        name = json.dumps(title, ensure_ascii=False)
        if isinstance(value, str):
            yield f"{indent}{{ {name} = {json.dumps(value, ensure_ascii=False)} }},"
            continue
        yield f"{indent}{{ {name} = ["
        for each in value:
            yield from _toml_lines(each, f"{indent}  ")
        yield f"{indent}] }},"


class _Dumper(yaml.SafeDumper):
    """Quotes also what readers of YAML 1.2 take for a number, such as a folder's name `08`."""


_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z|0o[0-7]+\Z"),
    list("-+.0123456789"),
)


def _yaml(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


_FORMS: Mapping[str, Callable[[NavNode, Pages, str], str]] = {
    "SUMMARY.md": _summary,
    ".nav.yml": _nav_yaml,
    "zensical-nav.toml": _nav_toml,
}
