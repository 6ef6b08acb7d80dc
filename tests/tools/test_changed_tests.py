from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_FILE = Path(__file__).parents[2] / "tools" / "changed_tests.py"
_SPEC = importlib.util.spec_from_file_location("changed_tests", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
changed_tests = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(changed_tests)

KNOWN = [
    "tests/conftest.py",
    "tests/test_settings.py",
    "tests/html",
    "tests/linking",
    "tests/linking/test_uses.py",
    "tests/languages/python",
    "tests/pages",
    "tests/pages/made_repository.py",
    "tests/site",
    "tests/site/test_serve.py",
    "tests/support",
]


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        (["mkdocs_repodoc/linking/references/uses.py"], ["tests/linking"]),
        (["mkdocs_repodoc/languages/python/names/scopes.py"], ["tests/languages/python"]),
        (["mkdocs_repodoc/pages/file/metadata_section.py"], ["tests/pages"]),
        (["mkdocs_repodoc/html/prose.py"], ["tests/html", *changed_tests.BROWSED]),
        (["mkdocs_repodoc/client/assets/listing.js"], [*changed_tests.BROWSED]),
        (["mkdocs_repodoc/settings.py"], ["tests/test_settings.py"]),
        (["tests/linking/test_uses.py"], ["tests/linking/test_uses.py"]),
        (
            ["tests/linking/test_uses.py", "mkdocs_repodoc/linking/references/uses.py"],
            ["tests/linking"],
        ),
        (["tests/pages/made_repository.py"], ["tests/pages"]),
        (["tests/site/test_serve.py", "tests/support/work.py", "tests/conftest.py"], []),
        (["mkdocs_repodoc/errors.py", "docs/index.md", "README.md"], []),
    ],
)
def test_a_change_names_the_tests_of_its_rooms(changed: list[str], tests: list[str]) -> None:
    named = changed_tests.tests_of(changed, KNOWN)
    assert sorted(set(named) - set(changed_tests.ALWAYS)) == tests
    assert set(changed_tests.ALWAYS) <= set(named)


def test_what_is_named_is_there() -> None:
    project = _FILE.parents[1]
    named = (*changed_tests.ALWAYS, *changed_tests.ELSEWHERE, *changed_tests.BROWSED)
    assert [path for path in (*named, *changed_tests.BESIDE) if not (project / path).exists()] == []
