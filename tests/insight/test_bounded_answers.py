"""Answers about a whole repository that can't be worked out: nothing stands for them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NoReturn

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.failures import Failures
from mkdocs_repodoc.insight.periphery.remoteness import OWN
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.linked_symbols import SymbolRef

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


CONFIGURED = "how the software is configured"
FAILING = "how the software fails"
HELD = "which fields hold objects of other files"
JOINED = "what parts need of one another"
KEPT = "what is called by a name that it is kept under"
CALLS = "flows.calls.call_hierarchy.CallHierarchy._ties"
TYPES = "architecture.key_abstractions.AbstractionFinder.find"
HANDLERS = "flows.calls.named_handlers.NamedHandlers"
VALUES = "operation.defaults.named_values.LastNames"
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
        ("operation.ways_to_test", "operation_insight.ways_to_test", "how tests are run"),
        ("operation.last_names.values", f"{VALUES}._by_last_name", "the values of constants"),
        ("part_wires.pairs", "architecture.part_wires.PartWires._inherited", JOINED),
        ("flow_finder.handlers.kept", f"{HANDLERS}._code", KEPT),
        ("flow_finder.handlers.callers", f"{HANDLERS}._code", KEPT),
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


ITEM = SymbolRef("shop/item.py", 0)


@pytest.mark.parametrize(
    ("asked", "work", "part", "nothing"),
    [
        (
            lambda insight: insight.operation.configuration(["shop/till.py"]),
            "operation.configuration.OtherPrograms",
            CONFIGURED,
            Configuration(),
        ),
        (
            lambda insight: insight.operation.configuration(["shop/till.py"]),
            "operation.configuration.with_commands",
            CONFIGURED,
            Configuration(),
        ),
        (
            lambda insight: insight.operation.failures(["shop/till.py"]),
            "operation.failures.Exceptions",
            FAILING,
            Failures(),
        ),
        (
            lambda insight: insight.operation.failures(["shop/till.py"]),
            "operation.failures.Exceptions.defined_in",
            FAILING,
            Failures(),
        ),
        (
            lambda insight: insight.wiring.of_file("setup.py"),
            "architecture.wiring.Wiring._holders",
            HELD,
            (),
        ),
        (
            lambda insight: insight.namesakes.distinct_name(ITEM),
            "symbols.namesakes.CALLING",
            "which definitions share a name",
            "Item",
        ),
        (
            lambda insight: insight.namesakes.packaged_name(ITEM),
            "symbols.namesakes.NOUNS",
            "what tells types of one name apart",
            "Item",
        ),
        (
            lambda insight: insight.type_profiles.profile(ITEM).makers,
            "architecture.type_profiler.TypeMembers.of",
            "what there is to say of some types",
            (),
        ),
        (
            lambda insight: (
                insight.remoteness.of_file("setup.py"),
                insight.remoteness.of_folder("shop"),
            ),
            "periphery.remoteness.benchmark_files",
            "what surrounds the software",
            (OWN, OWN),
        ),
    ],
)
def test_what_depends_on_the_question_has_an_answer_all_the_same(
    made: Callable[[], RepositoryInsight],
    monkeypatch: pytest.MonkeyPatch,
    *,
    asked: Callable[[RepositoryInsight], object],
    work: str,
    part: str,
    nothing: object,
) -> None:
    monkeypatch.setattr(f"mkdocs_repodoc.insight.{work}", fail)
    insight = made()
    assert asked(insight) == nothing
    assert [*insight.bounds.unsaid] == [part]
