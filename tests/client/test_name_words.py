"""Names cut into keys, and signatures into types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import text

from mkdocs_repodoc.client.name_words import KEY_LENGTH, fold, keys_of, types_of, unfolded

CASES = json.loads((Path(__file__).parent / "name_words.json").read_text(encoding="utf-8"))
"""What the palette's script has to cut alike: `finder.test.js` reads them too."""


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("load", {"load"}),
        ("load_state_dict", {"loadstatedict", "statedict", "dict", "lsd"}),
        ("loadStateDict", {"loadstatedict", "statedict", "dict", "lsd"}),
        ("HTTPServer2", {"httpserver2", "server2", "2", "hs2"}),
        ("__init__", {"init"}),
        ("app.test.js", {"apptestjs", "testjs", "js", "atj"}),
        ("größe_Änderung", {"größeänderung", "änderung"}),
        ("+=", {"+="}),
        ("日本", {"日本"}),
        ("🤓 🎉", {"?"}),
        ("⚡🎉", {"⚡"}),
    ],
)
def test_a_name_is_found_by_each_of_its_words(name: str, keys: set[str]) -> None:
    assert set(keys_of(name)) >= keys
    assert keys_of(name)[0] == (fold(name) or unfolded(name))[:KEY_LENGTH]


@given(text())
def test_every_name_has_keys_that_stand_in_one_order_here_and_in_a_browser(name: str) -> None:
    keys = keys_of(name)
    assert all(keys)
    assert all(" " <= character < "\ufffe" for key in keys for character in key)


def test_keys_are_short_however_long_the_name_is() -> None:
    keys = keys_of("a_very_long_name_" * 50)
    assert max(map(len, keys)) <= KEY_LENGTH
    assert len(keys) < 10


@pytest.mark.parametrize(("text", "folded"), CASES["fold"])
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "key"), CASES["unfolded"])
def test_what_is_no_word_has_a_key(text: str, key: str) -> None:
    assert unfolded(text) == key


@pytest.mark.parametrize(("signature", "parameters", "returned"), CASES["signatures"])
def test_types_are_read_off_a_signature(
    signature: str, parameters: list[list[str]], returned: list[str]
) -> None:
    types = types_of(signature)
    assert [list(each) for each in types.parameters] == parameters
    assert list(types.returned) == returned


@pytest.mark.parametrize("text", ["", ": int = 3"])
def test_what_has_no_parentheses_has_no_types(text: str) -> None:
    assert types_of(text) == ((), ())
