from __future__ import annotations

import pytest
from support.svg_payloads import ACTIVE, PASSIVE

from mkdocs_repodoc.pages.planning.svg_safety import is_inert


@pytest.mark.parametrize("svg", ACTIVE.values(), ids=list(ACTIVE))
def test_what_can_act_or_fetch_is_refused(svg: str) -> None:
    assert not is_inert(svg.encode())


@pytest.mark.parametrize("svg", PASSIVE.values(), ids=list(PASSIVE))
def test_what_only_draws_is_let_through(svg: str) -> None:
    assert is_inert(svg.encode())


def test_encoding_of_the_document_is_the_one_that_is_read() -> None:
    assert not is_inert(ACTIVE["script"].encode("utf-16"))
    assert is_inert(PASSIVE["drawn"].encode("utf-16"))
