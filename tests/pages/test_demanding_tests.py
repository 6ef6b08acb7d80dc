"""What the book says of tests that do not run everywhere, or need more than the code."""

from __future__ import annotations

import pytest
from made_mill import chapter, mill_context

MARKED = """import sys

import pytest


@pytest.mark.skip(reason="wet grain")
def test_wet():
    pass


@pytest.mark.skipif(sys.platform == "win32", reason="no wind")
class TestWind:
    def test_sail(self):
        pass

    @pytest.mark.skipif(True, reason="again")
    def test_wing(self):
        pass


@pytest.mark.xfail
def test_dry():
    pass


@pytest.mark.skip
def helper():
    pass
"""
IGNORED = """#[cfg(all(test, unix))]
mod tests {
    #[test]
    fn turns() {}

    #[test]
    #[ignore = "slow"]
    fn grinds() {}
}

#[cfg(test)]
mod others {
    #[test]
    fn stands() {}
}
"""
DRAWN = "from hypothesis import given\n\n\n@given(x)\ndef test_a(x):\n    pass\n"
KEPT = "def test_a(snapshot):\n    assert 1 == snapshot\n"
LOCKED = "def test_a(path):\n    path.chmod(0o444)\n"
KEPT_BY_VITEST = (
    'import {it} from "vitest";\nit("a", () => {\n  expect(1).toMatchSnapshot();\n});\n'
)
KEPT_BY_INSTA = "#[test]\nfn a() {\n    insta::assert_snapshot!(1);\n}\n"
KEPT_BY_SNAPBOX = "use snapbox::str;\n\n#[test]\nfn a() {}\n"
DRAWN_IN_GO = """package mill

import (
	"testing"

	"pgregory.net/rapid"
)

func TestA(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {})
}
"""


def test_marked_tests_are_named_with_their_marks() -> None:
    told = chapter(mill_context({"tests/test_more.py": MARKED}), "Testing")
    left_out = next(line for line in told.split("\n") if "Marked as left out: " in line)
    assert "([test_more.py:7](" in left_out
    assert '; `pytest.mark.skip(reason="wet grain")`).' in left_out
    under = next(line for line in told.split("\n") if "Run under a condition only: " in line)
    assert "[TestWind](" in under
    assert "test_wing" not in under
    assert "test_dry" not in told.partition("Marked as left out")[2].partition("\n")[0]


def test_modules_of_tests_are_told_once_with_their_condition() -> None:
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/lib.rs": IGNORED}
    told = chapter(mill_context(files), "Testing")
    assert "; `cfg(all(test, unix))`)." in told
    assert '; `ignore = "slow"`).' in told
    assert "cfg(test)" not in told


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        (
            "tests/test_more.py",
            DRAWN,
            "Values are made by chance (`Hypothesis`): [test_more.py:1](",
        ),
        ("tests/test_more.py", KEPT, "; `pytest --snapshot-update` keeps new ones."),
        (
            "tests/test_more.py",
            LOCKED,
            "Rights are taken from files, which root has all the same: [",
        ),
        (
            "test/more.test.js",
            KEPT_BY_VITEST,
            "Results are compared with kept ones: [more.test.js:3](",
        ),
        ("tests/more.rs", KEPT_BY_SNAPBOX, "; `SNAPSHOTS=overwrite` keeps new ones."),
        ("tests/more.rs", KEPT_BY_INSTA, " (`insta`): [more.rs:3]("),
        ("mill_test.go", DRAWN_IN_GO, "Values are made by chance (`rapid`): [mill_test.go:10]("),
    ],
)
def test_each_language_has_its_demands(path: str, code: str, said: str) -> None:
    files = {path: code, "Cargo.toml": '[package]\nname = "mill"\n'}
    assert said in chapter(mill_context(files), "Testing")


def test_what_the_software_does_is_no_demand_of_tests() -> None:
    told = chapter(mill_context({"mill/lock.py": "path.chmod(0o444)\n"}), "Testing")
    assert "Rights are taken" not in told


def test_variables_by_which_tests_are_left_out_are_named() -> None:
    shared = (
        "import os\nimport unittest\n\n\ndef slow(f):\n"
        "    return unittest.skipUnless(os.environ.get('SLOW_TESTS'), 'slow')(f)\n\n\n"
        "def where():\n    return os.environ.get('MILL_FOLDER')\n"
    )
    test = "from tests.shared import slow, where\n\n\n@slow\ndef test_a():\n    where()\n"
    told = chapter(mill_context({"tests/shared.py": shared, "tests/test_more.py": test}), "Testing")
    assert "by which tests are left out: `SLOW_TESTS` ([shared.py:6](" in told
    assert "`MILL_FOLDER` (" not in told
