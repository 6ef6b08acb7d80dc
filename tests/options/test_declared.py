"""Values of options are checked the same way whoever reads them, and a wrong one is one line."""

from __future__ import annotations

from dataclasses import Field

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.checks import InventoryEntry
from mkdocs_repodoc.options.declared import (
    Options,
    check_of,
    default_of,
    option_fields,
    read_options,
)


def test_nothing_has_to_be_set() -> None:
    assert read_options({}) == Options()


@pytest.mark.parametrize("option", option_fields(), ids=lambda option: option.name)
def test_a_default_passes_its_own_check(option: Field[object]) -> None:
    assert check_of(option)(default_of(option)) == default_of(option)


def test_values_are_taken_over_in_their_usual_form() -> None:
    options = read_options(
        {
            "uri": "/code/api/",
            "exclude": ["*.min.js"],
            "jobs": 2,
            "inventories": [{"file": "flask.inv", "url": "https://flask.example"}],
        }
    )

    assert options == Options(
        uri="code/api",
        exclude=("*.min.js",),
        jobs=2,
        inventories=(InventoryEntry("flask.inv", "https://flask.example/"),),
    )


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("root", 3, "expected a text, got 3"),
        ("uri", "../up", "'../up' is not a folder of the site; use a relative path such as 'repo'"),
        ("uri", "C:/site", "'C:/site' is not a folder of the site"),
        ("uri", "a\nb", "'a\\nb' is not a folder of the site"),
        ("uri", "a/" * 5_000, "'a/a/a"),
        ("include", "*.py", "expected a list, got '*.py'"),
        ("exclude", ["a", 1], "expected a text, got 1"),
        ("exclude", ["!"], "'!' is not a gitignore pattern: "),
        ("secrets", "shout", "expected one of 'warn', 'leave out', 'fail', 'publish', got 'shout'"),
        ("source_url", "https://x.example", "'https://x.example' lacks '{path}'; it may contain "),
        ("source_url", "ftp://{path}", "'ftp://{path}' must begin with https://, http:// or /"),
        ("inventories", [{"file": "a"}], "an entry has a 'file', the project's objects.inv, and "),
        ("inventories", [{"file": "a", "url": "b"}], "the url 'b' must begin with https:// or "),
        ("listing_limit", 10, "expected an integer of at least 1,000, got 10"),
        ("time_limit", True, "expected an integer of at least 1, got True"),
        ("jobs", 0, "expected an integer of at least 1, got 0"),
        ("jobs", 10**8, "expected an integer of at most 1,000, got 100000000"),
        ("time_limit", 10**30, "expected an integer of at most 1,000,000, got 1"),
        ("memory_limit", 10**30, "expected an integer of at most 1,000,000,000,000,000, got 1"),
        ("lazy_preview", "yes", "expected true or false, got 'yes'"),
        ("excludes", [], "there is no such option; 'exclude' is one"),
        ("zzz", 1, "there is no such option"),
        (1, 1, "the name of an option is a text"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_option(
    name: str | int, value: object, problem: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        read_options({name: value})

    assert str(raised.value).startswith(f"repodoc option '{name}': {problem}")
    assert "\n" not in str(raised.value)
