"""Tables of environment variables, and the sentence on prefixes that set any option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.environment.named_texts import texts_of
from mkdocs_repodoc.insight.operation.environment.variable_comments import is_about
from mkdocs_repodoc.model.blocks import Code, Column, PageLink, Paragraph, Phrase, Table
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import meanings_in_documents
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.comments_above import comment_above
from mkdocs_repodoc.text.english import some_of

_DEFAULT = "DEFAULT_"
_NONE = frozenset({"", "None", '""', "nil"})
"""Defaults that say that there is none."""
_NEAR = 3
"""Lines between the read of a variable and the constant that stands in for it."""


def variables_table(
    context: PageContext, found: Configuration, most: int = operation_caps.CONFIGURATION
) -> Table:
    """Return the environment variables with their defaults and where they are read."""
    rows = []
    said = {
        **_mentioned(context, found),
        **_of_options(found),
        **_commented(context, found),
        **_documented(context, found),
        **meanings_in_documents(context, found.variables),
    }
    constants = _constants(context, found)
    for name, reads in list(found.variables.items())[:most]:
        links = [_line(context, path, each.line) for path, each in reads]
        defaults = dict.fromkeys(each.default for _, each in reads if each.default not in _NONE)
        read_in = capped(links[: operation_caps.READ_LINES], len(links) - operation_caps.READ_LINES)
        rows.append(
            (
                (Code(name),),
                joined([Code(each) for each in defaults]) or constants.get(name, ()),
                said.get(name, ()),
                (*_when(each for _, each in reads), *read_in),
            )
        )
    columns = (
        Column("Environment variable"),
        Column("Default"),
        Column("Meaning"),
        Column("Read in"),
    )
    caption = some_of(len(rows), len(found.variables), "variable")
    return Table(columns, tuple(rows), caption=caption).without_empty_columns()


def _of_options(found: Configuration) -> Mapping[str, Phrase]:
    """Return for names of variables the options in whose declarations they are read."""
    declared = {
        (path, option.line): max(option.flags, key=len)
        for path, option in found.options
        if not option.is_command
    }
    behind: dict[str, list[str]] = {}
    for _, option in found.options:
        for name in option.variables:
            behind.setdefault(name, []).append(max(option.flags, key=len))
    for name, reads in found.variables.items():
        lines = [(path, each.line) for path, each in reads]
        behind.setdefault(name, []).extend(declared[each] for each in lines if each in declared)
    flags = {name: dict.fromkeys(each) for name, each in behind.items()}
    return {
        name: ("the default of ", *joined([Code(flag) for flag in each]))
        for name, each in flags.items()
        if each
    }


def _when(reads: Iterable[EnvironmentVariable]) -> Phrase:
    """Return that a variable is read when the software is built, if nothing else reads it."""
    return ("only when it is built: ",) if all(each.is_built_in for each in reads) else ()


def _constants(context: PageContext, found: Configuration) -> Mapping[str, Phrase]:
    """Return for names of variables the constants that are named as their defaults.

    A name alone ties nothing: the constant must be used where the variable is read.
    """
    symbol_of = context.repository.symbol
    named = {
        name.removeprefix(_DEFAULT): ref
        for ref in found.defaults
        if (name := symbol_of(ref).bare_name).startswith(_DEFAULT)
    }
    return {
        name: (page_links.to_symbol(context, ref, text=f"{_DEFAULT}{name}"),)
        for name, ref in named.items()
        if any(
            use.path == path and abs(use.line - read.line) <= _NEAR
            for path, read in found.variables.get(name, ())
            for use in context.repository.links.uses.of(ref)
        )
    }


def _commented(context: PageContext, found: Configuration) -> Mapping[str, Phrase]:
    """Return for names of variables what comments above the lines that read them say of them."""
    said: dict[str, Phrase] = {}
    for name, reads in found.variables.items():
        own = [each for each in reads if each[0] not in context.statistics.aside]
        for path, each in own[: operation_caps.READ_LINES]:
            comment = comment_above(context.read_text(path).lines, each.line)
            if is_about(comment, name):
                said.setdefault(name, (_quoted(comment),))
    return said


def _mentioned(context: PageContext, found: Configuration) -> Mapping[str, Phrase]:
    """Return for names of variables what a comment in the software says of them."""
    said: dict[str, Phrase] = {}
    for name in sorted(found.own_variables):
        if (at := context.insight.variable_comments.get(name)) is not None:
            link = _line(context, at.path, at.line)
            said[name] = (f"{_quoted(at.comment)} (", link, ")")
    return said


def _quoted(comment: str) -> str:
    """Return a comment in quotes, without the marks that reStructuredText has around code."""
    return f"“{comment.replace('``', '')}”"


def _documented(context: PageContext, found: Configuration) -> Mapping[str, Phrase]:
    """Return for names of variables what is said above the constants that stand for them."""
    files = context.repository.files.values()
    said: dict[str, Phrase] = {}
    for each in chain.from_iterable(map(texts_of, files)):
        reads = found.variables.get(each.text, ())
        if reads and (summary := summaries.of_symbol(context, each.symbol)):
            uses = {(use.path, use.line) for use in context.repository.links.uses.of(each.symbol)}
            if any((path, read.line + n) in uses for path, read in reads for n in range(_NEAR + 1)):
                said.setdefault(each.text, summary)
    return said


def prefixes_sentence(context: PageContext, found: Configuration) -> Paragraph:
    """Return the sentence on variables that set any option; there are some."""
    prefixes: list[Phrase] = [
        (Code(f"{each.name}…"), " (", _line(context, path, each.line), ")")
        for path, each in found.prefixes[: operation_caps.READ_LINES]
    ]
    shown = capped(prefixes, len(found.prefixes) - len(prefixes), last=" or ")
    return Paragraph(("Any option can be set by an environment variable, too: ", *shown, "."))


def _line(context: PageContext, path: str, line: int) -> PageLink:
    return page_links.to_line(context, path, line, text=f"{path}:{line}")
