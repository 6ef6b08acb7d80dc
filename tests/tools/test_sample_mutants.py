"""The sample of modules that `make mutants` changes, and what it counts."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location(
    "sample_mutants", PROJECT / "tools" / "sample_mutants.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
sample_mutants = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sample_mutants)


def test_modules_of_each_room_can_be_chosen() -> None:
    found = sample_mutants.modules(PROJECT)
    assert {
        room for room in sample_mutants.ROOMS for path in found if path.startswith(room)
    } == set(sample_mutants.ROOMS)
    assert all((PROJECT / tests).exists() for tests in sample_mutants.TESTS)


def test_only_what_is_chosen_is_changed() -> None:
    chosen = ["mkdocs_repodoc/linking/repository_names.py"]
    configuration = (PROJECT / "pyproject.toml").read_text("utf-8")
    told = tomllib.loads(sample_mutants.configured(configuration, chosen))["tool"]["mutmut"]
    assert told["only_mutate"] == chosen
    assert told["pytest_add_cli_args_test_selection"] == list(sample_mutants.TESTS)


def test_changes_are_counted_by_module() -> None:
    fates = sample_mutants.fates_of(
        "    room.a.x_f__mutmut_1: killed\n"
        "    room.a.xǁTypeǁf__mutmut_2: survived\n"
        "    room.b.x_g__mutmut_1: timeout\n"
        "Legend: one line each\n"
    )
    assert sample_mutants.tally(fates) == [
        "room.a.xǁTypeǁf__mutmut_2: survived",
        "room.a: 1 of 2 changes noticed",
        "room.b: 1 of 1 changes noticed",
        "All: 2 of 3 changes noticed",
    ]
