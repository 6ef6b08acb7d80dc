"""Files that code names in strings, to load them while it runs."""

from __future__ import annotations

import pytest
from support.linked import link_files

STONE = "export const grind = n => n;\n"


@pytest.mark.parametrize(
    ("line", "is_loaded"),
    [
        ("const stones = await esmock('../mill/stones.js', import.meta.url, {});", True),
        ("const loaded = proxyquire('../mill/stones', {});", True),
        ("const PATH = '../mill/stones.js';", True),
        ("const path = join(__dirname, '../mill/stones.js');", True),
        ("jest.mock('../mill/stones.js');", False),
        ("const index = await load('../mill/index.js', {'../mill/stones.js': {}});", False),
        ("// load('../mill/stones.js')", False),
    ],
)
def test_a_test_that_loads_a_file_by_its_path_tests_it(line: str, *, is_loaded: bool) -> None:
    test = f"import test from 'ava';\n\n{line}\n\ntest('grinds', t => {{ t.pass(); }});\n"
    files = {
        "package.json": '{"name": "mill", "type": "module"}\n',
        "mill/index.js": "export const mill = 1;\n",
        "mill/stones.js": STONE,
        "test/grinding.js": test,
    }
    links = link_files(files).repository.links
    assert ("mill/stones.js" in links.tests_of) is is_loaded
    named = [(each.path, each.line) for each in links.named.get("test/grinding.js", ())]
    assert (("mill/stones.js", 3) in named) is is_loaded


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("import importlib\n\nimportlib.import_module('mill.stones')\n", {"mill/stones.py": 3}),
        ("PARTS = {\n  'grind': 'mill.stones.grind',\n}\n", {"mill/stones.py": 2}),
        ("PARTS = ['mill.stones:grind', 'mill.sieve', 'os.path']\n", {"mill/stones.py": 1}),
        ("from unittest.mock import patch\n\npatch('mill.stones.grind')\n", {}),
        ("NAME = 'mill.stones'\n", {}),
    ],
)
def test_modules_that_strings_of_python_name(code: str, named: dict[str, int]) -> None:
    files = {
        "mill/__init__.py": "",
        "mill/stones.py": "def grind(n):\n    return n\n",
        "mill/parts.py": code,
    }
    found = link_files(files).repository.links.named.get("mill/parts.py", ())
    assert {each.path: each.line for each in found} == named


def test_a_class_that_java_loads_by_its_name() -> None:
    files = {
        "src/mill/Stone.java": "package mill;\n\npublic class Stone { }\n",
        "src/mill/Main.java": (
            "package mill;\n\nclass Main {\n  Object a() throws Exception {\n"
            '    return Class.forName("mill.Stone");\n  }\n}\n'
        ),
    }
    found = link_files(files).repository.links.named
    assert [(each.path, each.line) for each in found["src/mill/Main.java"]] == [
        ("src/mill/Stone.java", 5)
    ]
