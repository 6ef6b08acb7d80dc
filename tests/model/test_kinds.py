"""Kinds of symbols: their words, their traits, and their way through a record."""

from __future__ import annotations

import msgspec
import pytest

from mkdocs_repodoc.languages.registry import LANGUAGES, language_named
from mkdocs_repodoc.model import kinds
from mkdocs_repodoc.model.kind_traits import Trait
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol

_encode = msgspec.msgpack.encode


def _symbol(kind: Kind) -> Symbol:
    return Symbol("a", kind, 1, 1, 1, 0, 1)


@pytest.mark.parametrize("kind", Kind)
def test_kind_survives_the_cache_as_itself(kind: Kind) -> None:
    decoded = msgspec.msgpack.decode(_encode(_symbol(kind)), type=Symbol)
    assert decoded.kind is kind
    assert decoded.kind.traits == kind.traits


def test_record_with_an_unknown_kind_is_refused() -> None:
    row = msgspec.msgpack.decode(_encode(_symbol(Kind.CLASS)))
    row[1] = "clas"
    with pytest.raises(msgspec.ValidationError, match="clas"):
        msgspec.msgpack.decode(_encode(row), type=Symbol)


@pytest.mark.parametrize("language", [*LANGUAGES, "toml"])
def test_keyword_page_lists_a_kind_once(language: str) -> None:
    named = [kind for group in language_named(language).groups for kind in group.kinds]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_tells_kinds_apart(trait: Trait) -> None:
    having = [kind for kind in Kind if trait in kind.traits]
    assert 0 < len(having) < len(Kind)


def test_traits_that_extend_one_another() -> None:
    assert kinds.GLOBALS < kinds.ROWS
    assert kinds.IMPLEMENTED < kinds.NOUNS
    assert kinds.CALLING < kinds.CALLABLES
    assert kinds.VARIABLES < kinds.ASSIGNED
    assert kinds.FUNCTIONS < kinds.WITH_BODY < kinds.DOCUMENTABLE
    assert kinds.ROWS.isdisjoint(kinds.CALLABLES)


def test_only_what_is_defined_weighs_more_than_its_file() -> None:
    assert {kind for kind in Kind if kind.weight > 1}.isdisjoint(kinds.CONTAINED)
