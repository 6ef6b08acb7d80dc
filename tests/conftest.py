"""Rules that hold for every test, and fixtures that several rooms use."""

from __future__ import annotations

import gc
import logging
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from support.first_use import make_ready
from support.sites import EXAMPLE, BuiltSite, build_site, recorded

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # a notice of the theme, at each start

# How long an example takes is up to what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
settings.register_profile("many", max_examples=8_000, deadline=None)  # of `make fuzz`


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-snapshots",
        action="store_true",
        help="write what the code does now as what it should do",
    )
    parser.addoption(
        "--pictures",
        action="store_true",
        help="leave a picture of each kind of page in artefacts/, where one is visited",
    )
    parser.addoption(
        "--edit-series",
        type=int,
        default=1,
        help="how many series of random edits are tried where a test takes an `edit_seed`",
    )
    parser.addoption(
        "--kill-moments",
        type=int,
        default=1,
        help="at how many moments each build is killed that a test kills",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "edit_seed" in metafunc.fixturenames:
        metafunc.parametrize("edit_seed", range(metafunc.config.getoption("--edit-series")))


MANY = 200
"""Tests, among which are many that build sites."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare copies of this process what it can have done, and the garbage collector most rounds.

    To go through thousands of tests again and again would be a sixth of all work.
    """
    if len(session.items) > MANY:
        make_ready()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def expected_warnings(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fails a test on a logged warning; a test appends patterns of those that it expects."""
    expected: list[str] = []
    with recorded() as records:
        yield expected
    lines = records.lines(logging.WARNING)
    unexpected = [line for line in lines if not any(re.search(each, line) for each in expected)]
    missed = [each for each in expected if not any(re.search(each, line) for line in lines)]
    assert not unexpected, f"{request.node.name} logged warnings that nobody expected"
    assert not missed, f"{request.node.name} should have logged these warnings"


@pytest.fixture
def second_thread() -> Iterator[None]:
    """Processes can't be copies of this one while it lasts."""
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    yield
    release.set()
    thread.join()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site, built once for all tests that only read it."""
    folder = tmp_path_factory.mktemp("example")
    return build_site(EXAMPLE / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="session")
def example_flat(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The example site with addresses that end in `.html`."""
    folder = tmp_path_factory.mktemp("example-flat")
    return build_site(EXAMPLE / "mkdocs.yml", folder / "site", use_directory_urls=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty folder for a repository, away from any other repository."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder
