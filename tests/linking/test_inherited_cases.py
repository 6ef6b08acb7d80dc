"""Test cases that classes have by what they inherit, also from other files."""

from __future__ import annotations

import pytest
from support.linked import link_files

BASE = """
    import unittest
    class Checks(unittest.TestCase):
        def setUp(self): ...
    """


def test_methods_below_a_test_case_of_another_file_are_cases() -> None:
    files = {
        "tests/base.py": BASE,
        "tests/test_mill.py": """
            from tests.base import Checks
            class Mill(Checks):
                def test_grinds(self): ...
                def testStops(self): ...
                def tests(self): ...
                def helper(self): ...
            class Wind:
                def test_turns(self): ...
            """,
    }
    linked = link_files(files).repository.files

    assert linked["tests/test_mill.py"].outline.tests == ("Mill.test_grinds", "Mill.testStops")
    assert linked["tests/test_mill.py"].role == "test"
    assert linked["tests/base.py"].outline.tests == ()


def test_cases_that_classes_inherit_are_counted_where_they_run() -> None:
    files = {
        "tests/test_mill.py": """
            class TestMill:
                def test_grinds(self): ...
                def test_stops(self): ...
                def helper(self): ...
            class TestFine(TestMill):
                def test_grinds(self): ...
            """,
        "tests/test_wind.py": """
            from test_mill import TestFine
            class TestWind(TestFine):
                def test_turns(self): ...
            """,
    }
    linked = link_files(files).repository.files

    assert {path: file.inherited_cases for path, file in linked.items()} == {
        "tests/test_mill.py": 1,
        "tests/test_wind.py": 2,
    }


def test_cases_of_java_are_inherited_as_well() -> None:
    files = {
        "src/test/java/a/MillTest.java": """
            package a;
            class MillTest { @Test void grinds() {} @Test void stops() {} }
            """,
        "src/test/java/a/WindTest.java": """
            package a;
            class WindTest extends MillTest { @Test void stops() {} }
            """,
    }
    linked = link_files(files).repository.files

    assert linked["src/test/java/a/WindTest.java"].inherited_cases == 1


RELAXED = """
    import os
    from pytest_relaxed import trap, raises
    from pytest import fixture
    def _ground(): ...
    def helps_nobody(): ...
    class Mill:
        def setup_method(self): ...
        @fixture
        def wheel(self): ...
        class grinding:
            @trap
            def is_loud(self): ...
            def _stops(self): ...
    class _Dummy:
        def is_no_case(self): ...
    """


def test_a_plugin_takes_all_that_is_shown_for_cases() -> None:
    files = {
        "pytest.ini": "[pytest]\ntestpaths = tests\npython_files = *\n",
        "tests/mill.py": RELAXED,
        "tests/wind.py": "class Wind:\n    def turns(self): ...\n",
        "tests/_util.py": "def support(): ...\n",
        "integration/main.py": RELAXED,
        "integration/_support/tasks.py": "print('a')\n",
        "mill/mill.py": "class Mill:\n    def grinds(self): ...\n",
    }
    linked = link_files(files).repository.files

    cases = ("helps_nobody", "Mill.grinding.is_loud")
    assert {path: file.outline.tests for path, file in linked.items() if file.outline.tests} == {
        "integration/main.py": cases,
        "tests/mill.py": cases,
        "tests/wind.py": ("Wind.turns",),
    }
    assert {path: file.role for path, file in linked.items() if path.endswith(".py")} == {
        "integration/main.py": "test",
        "integration/_support/tasks.py": "test support",
        "mill/mill.py": "module",
        "tests/_util.py": "test support",
        "tests/mill.py": "test",
        "tests/wind.py": "test",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tox.ini", "[pytest]\npython_files = check_*.py\npython_classes = *Spec\n"),
        ("setup.cfg", "[tool:pytest]\npython_files = check_*.py\npython_classes = *Spec\n"),
        (
            "pyproject.toml",
            '[tool.pytest.ini_options]\npython_files = "check_*.py"\npython_classes = ["*Spec"]\n',
        ),
    ],
)
def test_settings_of_pytest_tell_what_is_a_case(name: str, text: str) -> None:
    code = """
        class MillSpec:
            def test_grinds(self): ...
            def stops(self): ...
        class Spectre:
            def test_nothing(self): ...
        """
    files = {name: text, "tests/check_mill.py": code, "mill/spec.py": code}
    linked = link_files(files).repository.files

    assert linked["tests/check_mill.py"].outline.tests == ("MillSpec.test_grinds",)
    assert linked["mill/spec.py"].outline.tests == ()
