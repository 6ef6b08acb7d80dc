"""Composed pages as plain text, so that tests can say what a reader would see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from mkdocs_repodoc.model import blocks
from mkdocs_repodoc.model.blocks import Block, PageBody, PageLink, Phrase
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext


def resolving(
    repository: Repository, imports: Mapping[str, tuple[ResolvedImport, ...]]
) -> Repository:
    """A repository whose files' imports lead where a mapping says."""
    links = replace(repository.links, imports={**repository.links.imports, **imports})
    return replace(repository, links=links)


def file_body(context: PageContext, path: str) -> PageBody:
    return PageComposer(context).compose(context.plan.pages[context.plan.uri("file", path)])


def keyword_body(context: PageContext, path: str) -> PageBody:
    uri = context.plan.uri("file keywords", path)
    return PageComposer(context).compose(context.plan.pages[uri])


def section(body: PageBody, title: str) -> tuple[Block, ...]:
    return next((each.blocks for each in body.sections if each.title == title), ())


def text(phrase: Phrase) -> str:
    """A phrase as it reads; labels in brackets."""
    return "".join(
        part
        if isinstance(part, str)
        else f"[{part.text}]"
        if isinstance(part, blocks.Label)
        else part.text
        for part in phrase
    )


def facts(found: Iterable[Block]) -> dict[str, str]:
    return {
        title: text(phrase)
        for block in found
        if isinstance(block, blocks.Facts)
        for title, phrase in block.rows
    }


def symbol_block(body: PageBody, name: str) -> blocks.SymbolBlock:
    return next(
        block
        for part in body.sections
        for block in part.blocks
        if isinstance(block, blocks.SymbolBlock) and block.name == name
    )


def table(found: Iterable[Block], caption: str = "") -> list[list[str]]:
    """The cells of the table with a caption; the first row are the columns' titles."""
    for block in found:
        if isinstance(block, blocks.Table) and caption in block.caption:
            rows = [[text(cell) for cell in row] for row in block.rows]
            return [[column.title for column in block.columns], *rows]
    return []


def items(found: Iterable[Block], title: str = "") -> list[str]:
    """The entries of the list with a title; those inside others follow them."""
    for block in found:
        if isinstance(block, blocks.Items) and title in block.title:
            return [text(each.phrase) for each in _flat(block.items)]
    return []


def _flat(entries: Iterable[blocks.Item]) -> Iterator[blocks.Item]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def page_links(body: PageBody) -> Iterator[PageLink]:
    """Every page link of a body, wherever it stands."""
    yield from (*body.trail, *body.views)
    yield from _links(body.lead)
    for part in body.sections:
        yield from _links(part.blocks)


def _links(value: object) -> Iterator[PageLink]:
    if isinstance(value, PageLink):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _links(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _links(getattr(value, name))
