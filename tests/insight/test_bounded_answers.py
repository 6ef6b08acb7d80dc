"""Answers about a whole repository that can't be worked out: nothing stands for them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NoReturn

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.repository_insight import RepositoryInsight

FILES = {
    "shop/item.py": '"""Things."""\n\n\nclass Item:\n    """A thing."""\n',
    "shop/till.py": "from shop.item import Item\n\n\ndef sell() -> Item:\n    return Item()\n",
    "setup.py": "raise SystemExit(2)\n",
}


@pytest.fixture(scope="module")
def made() -> Callable[[], RepositoryInsight]:
    """Make insight into one repository, each time anew."""
    linked = link_files(FILES)
    return lambda: insight_into(linked)


def fail(*_: object, **__: object) -> NoReturn:
    raise ArithmeticError("of no use")


CALLS = "flows.calls.call_hierarchy.CallHierarchy._ties"
TYPES = "architecture.key_abstractions.AbstractionFinder.find"
DRAWN = "the ties between parts that are not drawn"
NAMES = "the names that tell what is in a folder"
PLATFORMS = "which files stand for one another on different platforms"
ERRORS = "what is reported as errors"
STATUSES = "which statuses functions return"
VARIABLES = "which variables of the environment helpers read"


@pytest.mark.parametrize(
    ("asked", "work", "part"),
    [
        ("code", "code_insight.opens_tests", "which files make up the software"),
        ("undrawn_ties.pairs", "code_insight.undrawn_ties", DRAWN),
        ("statistics.telling_names", "statistics.telling_names", NAMES),
        ("statistics.architecture.components", "statistics.find_architecture", "the components"),
        ("statistics.platform_files", "statistics.platform_files", PLATFORMS),
        ("statistics.aside", "statistics.aside_programs", "which programs are not the software"),
        ("statistics.needs.facades", "file_needs.is_facade", "which files stand for a folder"),
        ("statistics.needs.needed_files", "file_needs.Needed", "what files need when they run"),
        ("abstractions.symbols", TYPES, "the key types"),
        ("call_hierarchy.callees", CALLS, "what functions call"),
        ("call_hierarchy.callers", CALLS, "what functions call"),
        ("reading_order.start", "repository_insight.reading_order", "where to start reading"),
        ("operation.error_paths.raised", "operation.error_path_finder._located", ERRORS),
        ("operation.returned_statuses", "operation_insight.returned_statuses", STATUSES),
        ("operation.helped_variables", "operation_insight.found_variables", VARIABLES),
    ],
)
def test_nothing_stands_for_what_cannot_be_worked_out(
    made: Callable[[], RepositoryInsight],
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    work: str,
    part: str,
) -> None:
    monkeypatch.setattr(f"mkdocs_repodoc.insight.{work}", fail)
    insight = made()
    assert not attrgetter(asked)(insight)
    ((said, why),) = insight.bounds.unsaid.items()
    assert said == part
    assert why.reason.startswith("ArithmeticError: of no use")
