"""What the book says of how cases come to be, and what they run with and replace."""

from __future__ import annotations

import pytest
from made_mill import MILL, chapter, mill_context

MAKER = """
from unittest import TestCase


class Base(TestCase):
    @classmethod
    def load(cls, file):
        for number in range(3):
            name = "test_{}".format(number)
            setattr(cls, name, lambda self: None)
"""
LOADER = """
from tests.base import Base


def load_sort(sort):
    class Sort(Base):
        pass

    Sort.load(sort + ".txt")
    globals()["TestSort_" + sort] = Sort


load_sort("wheat")
load_sort("spelt")


class TestOther(Base):
    pass


TestOther.load("other.json")
"""


def test_cases_that_helpers_make_are_told_with_their_names_and_calls() -> None:
    files = {"tests/base.py": MAKER, "tests/__init__.py": " ", "tests/test_sorts.py": LOADER}
    told = chapter(mill_context(files), "Testing")
    assert " and more that are made while they run, using " in told
    made = next(line for line in told.split("\n") if "`setattr(cls, name" in line)
    assert "(base.py:10" not in made
    assert 'named `"test_{}".format(number)`)' in made
    assert '`TestOther.load("other.json")`' in made
    other = next(line for line in told.split("\n") if '`globals()["TestSort_" + sort] =' in line)
    assert 'called as `load_sort("wheat")` and `load_sort("spelt")`.' in other


def test_values_set_by_tests_make_no_cases() -> None:
    code = "def test_a():\n    setattr(Stone, 'weight', 3)\n    vars()['stone'] = 1\n"
    told = chapter(mill_context({"tests/test_stones.py": code}), "Testing")
    assert "one by one" not in told
    assert "made while they run" not in told


REPEATED = "import pytest\n\n\n@pytest.mark.parametrize('a', [1, 2])\ndef test_a(a):\n    pass\n"
PATCHED = (
    "from unittest.mock import patch\n\n\ndef test_a():\n    with patch('os.sep'):\n        pass\n"
)
SUBTESTS = """package mill

import "testing"

func TestA(t *testing.T) {
	for _, each := range all {
		t.Run(each.name, func(t *testing.T) {})
	}
}
"""
TITLED = """import test from 'ava';

for (const each of all) {
  test(`grinds ${each}`, t => { t.pass(); });
}
"""
MOCKED = "import {it} from 'vitest';\n\nvi.mock('./stones.js');\n\nit('a', () => {});\n"
ONE = "makes one case for each of several values, where the numbers here have one: "
MANY = "so that one here may stand for many: ``grinds ${each}`` ([more.test.js:4]("


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        ("tests/test_more.py", REPEATED, f"`@pytest.mark.parametrize` {ONE}1 place in 1 file"),
        ("tests/test_more.py", PATCHED, "Tests replace `os.sep` ([test_more.py:5]("),
        ("mill_test.go", SUBTESTS, f"`t.Run(` {ONE}1 place in 1 file, first [mill_test.go:7]("),
        ("test/more.test.js", TITLED, MANY),
        ("test/more.test.js", MOCKED, "Tests replace `./stones.js` ([more.test.js:3]("),
    ],
)
def test_each_language_has_its_forms(path: str, code: str, said: str) -> None:
    told = chapter(mill_context({path: code}), "Testing")
    assert said in told


def test_the_settings_of_runners_are_told() -> None:
    settings = (
        "[tool.pytest.ini_options]\npythonpath = [\n  'src',\n]\nxfail_strict = true\n[tool.b]\n"
    )
    told = chapter(
        mill_context({"pyproject.toml": f"{MILL['pyproject.toml']}\n{settings}"}), "Testing"
    )
    assert "The runner is set ([pyproject.toml:11](" in told
    assert ")): pythonpath `[ 'src', ]` and xfail_strict `true`." in told
    manifest = '{"name": "a",\n "ava": {"environmentVariables": {"HOME": "/tmp"}}}\n'
    test = "import test from 'ava';\n\ntest('a', t => { t.pass(); });\n"
    told = chapter(mill_context({"package.json": manifest, "test/a.js": test}), "Testing")
    assert ")): environmentVariables `HOME=/tmp`." in told


def test_the_program_that_a_harness_starts_is_told_with_its_constant() -> None:
    harness = (
        "import subprocess\n\nMILL = 'mill'\n\n\ndef run(*more):\n    mill = [MILL, '--quiet']\n"
        "    return subprocess.run([MILL, '--quiet', *more], check=True)\n"
    )
    test = "from tests.harness import run\n\n\ndef test_{}():\n    run('wheat')\n"
    files = {f"tests/test_{each}.py": test.format(each) for each in "ab"}
    told = chapter(mill_context({**files, "tests/harness.py": harness}), "Testing")
    assert "2 files of tests start a program by [harness.py:8](" in told
    assert ") is `MILL = 'mill'`." in told


def test_a_program_that_few_of_the_users_of_a_file_start_is_not_theirs() -> None:
    harness = (
        "import subprocess\n\n\ndef sleep():\n    subprocess.run(['sleep'])\n\n\n"
        "def _mill(name):\n    return subprocess.run(['mill', name])\n\n\n"
        "def grind():\n    return _mill('wheat')\n\n\ndef grain():\n    return 3\n"
    )
    test = "from tests.harness import {0}\n\n\ndef test_{0}():\n    {0}()\n"
    files = {f"tests/test_grain{n}.py": test.format("grain") for n in range(3)}
    files |= {"tests/test_sleep.py": test.format("sleep"), "tests/harness.py": harness}
    assert "start a program by" not in chapter(mill_context(files), "Testing")
    files |= {f"tests/test_grind{n}.py": test.format("grind") for n in range(2)}
    told = chapter(mill_context(files), "Testing")
    assert "2 files of tests start a program by [harness.py:9](" in told


def test_what_starts_a_program_is_shown_as_far_as_its_function_goes() -> None:
    harness = (
        "import subprocess\n\n\nclass Base:\n    def run(self):\n"
        "        return subprocess.run(['mill'])\n\n\nclass Other(Base):\n    NAME = 'other'\n"
    )
    test = "from tests.harness import Base\n\n\ndef test_{}():\n    Base().run()\n"
    files = {f"tests/test_{each}.py": test.format(each) for each in "ab"}
    told = chapter(mill_context({**files, "tests/harness.py": harness}), "Testing")
    assert "`return subprocess.run(['mill'])`." in told


def test_a_short_helper_that_nobody_describes_is_shown() -> None:
    shared = "def grain(n):\n    return [n] * 3\n"
    test = "from tests.shared import grain\n\n\ndef test_a():\n    assert grain(1)\n"
    files = {"tests/shared.py": shared, "tests/test_a.py": test, "tests/test_b.py": test}
    told = chapter(mill_context(files), "Testing")
    assert "2 other files use it: `def grain(n): return [n] * 3`" in told


def test_settings_of_a_runner_in_files_of_their_own_are_told() -> None:
    told = chapter(
        mill_context({".mocharc.yml": "require: './test/setup.cjs'\nglobal:\n  - 'a'\n  - 'b'\n"}),
        "Testing",
    )
    assert "The runner is set ([.mocharc.yml:1](" in told
    assert "require `'./test/setup.cjs'` and global `- 'a' - 'b'`." in told
    code = "export default defineConfig({\n  test: {\n    setupFiles: ['./a.ts'],\n  },\n});\n"
    told = chapter(mill_context({"vitest.config.ts": code}), "Testing")
    assert "setupFiles `['./a.ts']`." in told


def test_what_runs_around_each_test_is_told_with_what_fails_in_it() -> None:
    fixture = (
        "import pytest\n\n\n@pytest.fixture(autouse=True)\ndef clean():\n"
        '    """No stone is left."""\n    yield\n    if stones:\n'
        '        raise OSError("stones")\n\n\n@pytest.fixture\ndef other():\n    assert True\n'
    )
    told = chapter(mill_context({"tests/conftest.py": fixture}), "Testing")
    assert "Around each test below [tests/](" in told
    assert "runs `clean` ([conftest.py:5](repo/tests/conftest.py_docs.md#L5)), “" in told
    assert 'No stone is left.”; it fails by `raise OSError("stones")`.' in told
    assert "assert True" not in told
    alone = {"tests/test_clean.py": f"{fixture}\n\ndef test_it():\n    pass\n"}
    assert "Around each test" not in chapter(mill_context(alone), "Testing")
    once = fixture.replace("(autouse=True)", '(scope="session", autouse=True)')
    assert "Around each test" not in chapter(mill_context({"tests/conftest.py": once}), "Testing")


def test_hooks_of_a_set_up_file_run_around_each_test() -> None:
    files = {
        "package.json": '{"scripts": {"test": "vitest run"}}',
        "test/setup.js": "afterEach(() => {\n  expect(stones).toBe(0);\n});\n",
        "test/mill.test.js": 'import {test} from "vitest";\ntest("turns", () => {});\n',
    }
    told = chapter(mill_context(files), "Testing")
    assert "runs `afterEach` ([setup.js:1](" in told
    assert "; it fails by `expect(stones).toBe(0);`." in told
