"""Names cut into keys, and signatures into types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import text

from mkdocs_repodoc.client.name_words import KEY_LENGTH, fold, keys_of, types_of, unfolded


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


@pytest.mark.parametrize(
    ("signature", "parameters", "returned"),
    [
        ("(path: str, *, deep: bool = False) -> Path", (("str",), ("bool",)), ("path",)),
        ("(self, at: dict[str, int]) -> list[Path]", (("dict", "str", "int"),), ("list", "path")),
        ("(float celsius) -> float", (("float", "celsius"),), ("float",)),
        ("(&self, f: fn(i32) -> u8, n: usize) -> f64", (("fn", "i32", "u8"), ("usize",)), ("f64",)),
        ("(x, y=1)", (), ()),
        ("(path: str", (("str",),), ()),
        (": int = 3", (), ()),
        ("", (), ()),
        ("((((", (), ()),
    ],
)  # fmt: skip
def test_types_are_read_off_a_signature(
    signature: str, parameters: tuple[tuple[str, ...], ...], returned: tuple[str, ...]
) -> None:
    assert types_of(signature) == (parameters, returned)
