"""Settings that a module lists."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import REQUIRED, ListedSetting, SettingsFile, SettingsList
from mkdocs_repodoc.settings import AnalysisOptions


def lists(code: str) -> list[SettingsList]:
    record = analyse("a.py", "python", dedent(code).encode(), AnalysisOptions())
    return list(record.outline.facts_of(SettingsList))


def test_pairs_of_a_name_and_a_cast_have_the_attributes_of_their_class_as_defaults() -> None:
    (found,) = lists(
        """
        class Server:
            _params = (
                ("host", str),
                ("port", int),
                ("backlog", int),
                ("ident", str),
            )
            port = 8080
            ident: str = "mill"
        """
    )
    assert found == SettingsList(
        "Server._params",
        (
            ListedSetting("host", "str", "", 4),
            ListedSetting("port", "int", "8080", 5),
            ListedSetting("backlog", "int", "", 6),
            ListedSetting("ident", "str", '"mill"', 7),
        ),
        3,
    )


def test_a_dictionary_of_defaults_lists_settings() -> None:
    (found,) = lists("DEFAULTS = {'a': 1, 'b': [], 'c': None, 'd': x}\n")
    assert [(each.name, each.default) for each in found.settings] == [
        ("a", "1"),
        ("b", "[]"),
        ("c", "None"),
        ("d", "x"),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "WORDS = {'a': 1, 'b': 2, 'c': 3, 'd': 4}",
        "DEFAULTS = {'a': 1, 'b': 2}",
        "DEFAULTS = {1: 1, 2: 2, 3: 3, 4: 4}",
        "PARAMS = ('a', 'b', 'c', 'd')",
        "MILL = chain(Stone('a'), Stone('b'), Stone('c'), Stone('d'))",
    ],
)
def test_other_collections_are_none(code: str) -> None:
    assert lists(code) == []


def test_a_schema_lists_keys_with_what_checks_them() -> None:
    (found,) = lists(
        """
        MILL = schema.Map(
            "Mill", None,
            schema.Optional("sacks", schema.check_int, 3),
            schema.RequiredRecurse("stones", schema.Array(STONE)),
            schema.OptionalNoDefault("wheel", schema.check_bool),
            schema.Optional("sacks", schema.check_positive),
            schema.WarnOfOthers(("sacks", "stones"), warn),
        )
        """
    )
    assert found == SettingsList(
        "MILL",
        (
            ListedSetting("sacks", "schema.check_int", "3", 4),
            ListedSetting("stones", "schema.Array(STONE)", REQUIRED, 5),
            ListedSetting("wheel", "schema.check_bool", "", 6),
        ),
        2,
    )


def test_keys_of_a_schema_may_be_those_of_a_dictionary() -> None:
    (found,) = lists(
        """
        MILL = Schema({
            Required("host"): str,
            Optional("port", default=80): int,
            Optional("name"): str,
        })
        """
    )
    assert [(each.name, each.type, each.default) for each in found.settings] == [
        ("host", "str", REQUIRED),
        ("port", "int", "80"),
        ("name", "str", ""),
    ]


def test_names_of_settings_files_are_whole_texts() -> None:
    code = '"""Reads config.toml."""\nNAME = "config.toml"\nOTHER = "config.toml"\n'
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())
    assert list(record.outline.facts) == [SettingsFile("config.toml", 2)]


def test_a_function_may_return_the_defaults() -> None:
    code = """
        class Mill:
            @staticmethod
            def global_defaults():
                size = 3
                return {
                    "stone": {"size": size, "edge": None},
                    "env": {},
                    "paths": {"/etc": 1},
                    "quiet": False,
                }

            def get_options(self):
                if self.known:
                    return {}
                return {"a": 1, "b": 2, "c": 3, "d": 4}
        """
    (found,) = lists(code)
    assert found.name == "Mill.global_defaults"
    assert [(each.name, each.default, each.line) for each in found.settings] == [
        ("stone.size", "size", 7),
        ("stone.edge", "None", 7),
        ("env", "{}", 8),
        ("paths", '{"/etc": 1}', 9),
        ("quiet", "False", 10),
    ]
