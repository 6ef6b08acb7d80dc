"""Test cases that classes have by what they inherit, also from other files."""

from __future__ import annotations

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
