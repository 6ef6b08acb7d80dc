"""Directives of Sphinx and of its extensions, shown as what they say.

Docutils does not know them and hands over their source. Nothing that they name is read; what they
would take from elsewhere is a link to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import dropwhile
from typing import NamedTuple

from markupsafe import escape

from mkdocs_repodoc.html.code.code_fences import code_block
from mkdocs_repodoc.html.prose.sphinx_roles import document_link, role_html

_DIRECTIVE = re.compile(r"\.\.[ ]+(?P<name>[\w:.+-]+?)::[ \t]*(?P<rest>.*)", re.DOTALL)
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_TITLED = re.compile(r"(?P<title>.+?)\s*<(?P<target>[^<>]+)>")
_SIGNATURE = re.compile(r"(?P<name>[\w.]+)\s*(?:\(|$)")

_CODE = frozenset(
    {
        "code-block",
        "sourcecode",
        "testcode",
        "doctest",
        "ipython",
        "plot",
        "testoutput",
        "jupyter-execute",
    }
)
_HIDDEN = frozenset(
    {
        "index",
        "currentmodule",
        "module",
        "highlight",
        "testsetup",
        "testcleanup",
        "tabularcolumns",
        "only",
    }
)
_BARE = frozenset({"glossary", "hlist", "tabs", "grid"})
"""What is around their content says nothing."""
_OBJECTS = frozenset(
    {
        "attribute",
        "class",
        "classmethod",
        "cmdoption",
        "confval",
        "data",
        "decorator",
        "envvar",
        "exception",
        "function",
        "method",
        "option",
        "property",
        "setting",
        "staticmethod",
        "type",
    }
)
"""Descriptions of things by name; docutils has a `class` of its own and keeps that."""
_VERSIONS = frozenset({"versionadded", "versionchanged", "deprecated", "versionremoved"})
_TITLES = {
    "deprecated": "Deprecated since",
    "seealso": "See also",
    "versionadded": "New in version",
    "versionchanged": "Changed in version",
    "versionremoved": "Removed in version",
}


class _Directive(NamedTuple):
    """A directive that is to be shown."""

    kind: str
    """Its name without a domain."""
    argument: str
    """What stands in its first line."""
    content: str
    """What stands below that and its options."""
    is_hidden: bool
    render: Callable[[str], str]

    @property
    def rendered(self) -> str:
        """Its content as HTML."""
        return self.render(self.content) if self.content else ""


def directive_html(source: str, render: Callable[[str], str]) -> str:
    """Return what a directive shows.

    Args:
        source: As it stands in the document.
        render: Renders the reStructuredText inside it.
    """
    match = _DIRECTIVE.match(source)
    if match is None:
        return code_block(source, "")
    kind = match["name"].rpartition(":")[2]
    argument, _newline, body = match["rest"].partition("\n")
    lines = _dedent(body)
    if kind not in _VERSIONS:
        lines = list(dropwhile(_OPTION.match, lines))
    content = "\n".join(lines).strip("\n")
    directive = _Directive(kind, argument, content, ":hidden:" in body, render)
    if show := _SHOWN.get(kind):
        return show(directive)
    return _automatic(directive) if kind.startswith("auto") else _box(directive)


def _nothing(_directive: _Directive) -> str:
    return ""


def _bare(directive: _Directive) -> str:
    return directive.rendered


def _code(directive: _Directive) -> str:
    code = directive.content
    return code_block(code or directive.argument, "pycon" if ">>>" in code else "python")


def _quoted(directive: _Directive) -> str:
    path = escape(directive.argument)
    return f'<p><a href="{path}">{path}</a></p>\n'


def _automatic(directive: _Directive) -> str:
    return f"<p>{_name(directive.argument)}</p>\n"


def _object(directive: _Directive) -> str:
    return f"<dl><dt>{_name(directive.argument)}</dt><dd>{directive.rendered}</dd></dl>\n"


def _documents(directive: _Directive) -> str:
    return "" if directive.is_hidden else _list(directive, _document)


def _names(directive: _Directive) -> str:
    return _list(directive, _name)


def _box(directive: _Directive) -> str:
    kind, argument, content = directive.kind, directive.argument, directive.content
    title = _TITLES.get(kind, kind.replace("-", " ").capitalize())
    if kind in _VERSIONS:
        version, _space, said = argument.partition(" ")
        title, content = f"{title} {version}", f"{said}\n{content}".strip()
    elif argument:
        content = f"{argument}\n\n{content}".strip()
    css = "warning" if kind == "deprecated" else "note"
    return (
        f'<div class="admonition {css}">\n<p class="admonition-title">{escape(title)}</p>\n'
        f"{directive.render(content) if content else ''}</div>\n"
    )


def _list(directive: _Directive, item: Callable[[str], str]) -> str:
    entries = [line.strip() for line in directive.content.split("\n")]
    shown = [f"<li>{item(entry)}</li>" for entry in entries if entry and entry != "self"]
    return f"<ul>{''.join(shown)}</ul>\n" if shown else ""


def _document(entry: str) -> str:
    titled = _TITLED.fullmatch(entry)
    return document_link(titled["target"], titled["title"]) if titled else document_link(entry, "")


def _name(written: str) -> str:
    """Return a name that an object is described under, with its signature as it stands."""
    match = _SIGNATURE.match(written)
    if match is None:
        return f"<code>{escape(written)}</code>"
    signature = written[match.end("name") :].strip()
    return role_html("obj", match["name"]) + (
        f"<code>{escape(signature)}</code>" if signature else ""
    )


def _dedent(text: str) -> list[str]:
    lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines]


_SHOWN: dict[str, Callable[[_Directive], str]] = {
    **dict.fromkeys(_CODE, _code),
    **dict.fromkeys(_HIDDEN, _nothing),
    **dict.fromkeys(_BARE, _bare),
    **dict.fromkeys(_OBJECTS, _object),
    "include": _quoted,
    "literalinclude": _quoted,
    "toctree": _documents,
    "autosummary": _names,
}
"""What shows each kind of directive; the others are boxes."""
