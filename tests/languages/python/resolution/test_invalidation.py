"""What an edit changes for other files: never less than resolving everything again shows."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from support.edits import mutate

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames
from mkdocs_repodoc.languages.resolution.name_changes import Changes, NameFilter
from mkdocs_repodoc.linking import resolve_file
from mkdocs_repodoc.linking.references.packed_references import ResolvedFile
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileRecord

EXAMPLE = Path(__file__).parents[4] / "example_site"


class Version:
    """A repository at one moment; what did not change is taken over from the version before."""

    def __init__(self, texts: Mapping[str, str], before: Version | None = None) -> None:
        self.texts = dict(texts)
        self.records: dict[str, FileRecord] = {}
        for path, text in sorted(self.texts.items()):
            if before is not None and before.texts.get(path) == text:
                self.records[path] = before.records[path]
            else:
                name, data = path.rpartition("/")[2], text.encode()
                self.records[path] = analyse(name, "python", data, AnalysisOptions())
        self.names = PythonNames(
            [
                (SourceFile(path, "text", "python", 1, path), record.outline)
                for path, record in self.records.items()
            ]
        )

    def resolve(self) -> dict[str, ResolvedFile]:
        return {
            path: resolve_file(self.names, path, record.detail)
            for path, record in self.records.items()
        }


def changes_between(before: Version, now: Version) -> Changes | None:
    mentions = {path: file.mentions for path, file in before.resolve().items()}
    return now.names.changes_since(before.names, mentions)


def check(before: Version, now: Version) -> set[str]:
    """Compare what is carried over with a full run; return the files that are carried over."""
    changes = changes_between(before, now)
    if changes is None:
        return set()
    old, full = before.resolve(), now.resolve()
    mentions = NameFilter(changes.names)
    carried = set()
    for path, file in old.items():
        if before.texts[path] == now.texts[path] and not mentions.any_in(file.mentions):
            moved = file.moved(changes.moved)
            if moved is not None:
                assert moved == full[path], path
                carried.add(path)
    return carried


BASE = {
    "shop/__init__.py": "from .till import Till as Register\nfrom .stock import *\n",
    "shop/till.py": """
        from shop.stock import Shelf

        LIMIT = 3

        class Till:
            def open(self) -> Shelf: ...
            def close(self): ...

        class Fast(Till):
            pass

        def make() -> Fast: ...
        """,
    "shop/stock.py": """
        __all__ = ["Shelf", "count"]

        class Shelf:
            def __iter__(self) -> "Box": ...
            def top(self): ...

        class Box:
            def lift(self): ...

        def count(): ...
        def hidden(): ...
        """,
    "app.py": """
        from shop import Register, count
        import shop.till

        Register().open().top()
        shop.till.make().close()
        count()
        """,
    "other.py": "from shop.stock import Box\n\nBox().lift()\n",
    "alone.py": "def run():\n    return run\n",
}


def edited(path: str, old: str, new: str) -> tuple[set[str], set[str]]:
    """Return which files a changed text leaves alone, and which all files are."""
    texts = {name: dedent(text).lstrip("\n") for name, text in BASE.items()}
    assert old in texts[path]
    before = Version(texts)
    now = Version({**texts, path: texts[path].replace(old, new)}, before)
    return check(before, now), set(texts)


@pytest.mark.parametrize(
    ("path", "old", "new", "anew"),
    [
        ("shop/till.py", "LIMIT = 3", "LIMIT = 3\nMORE = 4", {"shop/till.py"}),
        ("shop/till.py", "LIMIT = 3\n", "", {"shop/till.py"}),
        (  # a class that others know by another name, and one that inherits from it
            "shop/till.py",
            "class Till:",
            "class Till(dict):",
            {"shop/till.py", "shop/__init__.py", "app.py"},
        ),
        (  # a member by its name
            "shop/till.py",
            "    def close(self): ...",
            "    def close(self) -> int: ...\n    def shut(self): ...",
            {"shop/till.py"},
        ),
        (  # a member that is looked up without being mentioned
            "shop/stock.py",
            '    def __iter__(self) -> "Box": ...\n',
            "",
            {"shop/stock.py", "shop/till.py", "app.py"},
        ),
        (  # what a star import passes on
            "shop/stock.py",
            '"count"]',
            '"count", "hidden"]',
            {"shop/stock.py"},
        ),
        (
            "shop/stock.py",
            '["Shelf", "count"]',
            '["Shelf"]',
            {"shop/stock.py", "app.py"},
        ),
        ("alone.py", "def run", "import json\n\n\ndef run", {"alone.py"}),
    ],
)
def test_files_without_a_changed_name_are_carried_over(
    path: str, old: str, new: str, anew: set[str]
) -> None:
    carried, every = edited(path, old, new)
    assert every - carried == anew


FIXTURES = {
    "conftest.py": """
        import pytest
        from shop import Till, make_till

        @pytest.fixture
        def clerk(till): ...
        """,
    "shop.py": """
        import pytest

        class Till:
            def close(self): ...

        @pytest.fixture(name="till")
        def make_till():
            return Till()
        """,
    "test_till.py": "def test_till(till):\n    till.close()\n",
    "test_clerk.py": "def test_clerk(clerk):\n    clerk.sleep()\n",
    "test_other.py": "def test_other(tmp_path): ...\n",
}


@pytest.mark.parametrize(
    ("path", "old", "new", "anew"),
    [
        ("conftest.py", "def clerk(till)", "def boss(till)", {"conftest.py", "test_clerk.py"}),
        (  # under another name than that of the function
            "shop.py",
            'name="till"',
            'name="box"',
            {"shop.py", "conftest.py", "test_till.py"},
        ),
        (  # what a fixture gives
            "shop.py",
            "return Till()",
            "return 3",
            {"shop.py", "conftest.py", "test_till.py"},
        ),
        ("conftest.py", "Till, make_till", "Till", {"conftest.py", "shop.py", "test_till.py"}),
    ],
)
def test_tests_are_carried_over_if_their_fixtures_are_the_same(
    path: str, old: str, new: str, anew: set[str]
) -> None:
    texts = {name: dedent(text).lstrip("\n") for name, text in FIXTURES.items()}
    before = Version(texts)
    now = Version({**texts, path: texts[path].replace(old, new)}, before)
    assert set(texts) - check(before, now) == anew


def test_what_a_class_decorator_returns_matters_to_those_that_make_instances() -> None:
    texts = {
        "deco.py": "class Other:\n    def run(self): ...\n\n\ndef swap(cls):\n    return cls\n",
        "shop.py": "from deco import swap\n\n\n@swap\nclass Till:\n    def run(self): ...\n",
        "app.py": "from shop import Till\n\nTill().run()\n",
    }
    before = Version(texts)
    swapped = texts["deco.py"].replace("return cls", "return Other")
    assert check(before, Version({**texts, "deco.py": swapped}, before)) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Shelf(Box[Item])", "Shelf(Box[Tool])"),
        ("Hook = Callable[[Item], None]", "Hook = Callable[[Tool], None]"),
        ("def on(hook: Hook)", "def on(hook)"),
    ],
)
def test_type_arguments_and_declared_callbacks_matter_to_those_that_build_on_them(
    old: str, new: str
) -> None:
    texts = {
        "kinds.py": "class Item:\n    def run(self): ...\nclass Tool:\n    def run(self): ...\n",
        "shop.py": "from typing import Callable, Generic, TypeVar\nfrom kinds import Item, Tool\n"
        "T = TypeVar('T')\nclass Box(Generic[T]):\n    def get(self) -> T: ...\n"
        "class Shelf(Box[Item]): ...\n"
        "Hook = Callable[[Item], None]\ndef on(hook: Hook): ...\n",
        "app.py": "from shop import Shelf, on\n\nShelf().get().run()\non(lambda x: x.run())\n",
    }
    before = Version(texts)
    assert "app.py" not in check(
        before, Version({**texts, "shop.py": texts["shop.py"].replace(old, new)}, before)
    )


def test_new_plugins_resolve_all_again() -> None:
    texts = {name: dedent(text).lstrip("\n") for name, text in FIXTURES.items()}
    before = Version(texts)
    plugins = {**texts, "conftest.py": "pytest_plugins = ['shop']\n"}
    assert changes_between(before, Version(plugins, before)) is None


def test_new_files_and_star_imports_resolve_all_again() -> None:
    texts = {name: dedent(text).lstrip("\n") for name, text in BASE.items()}
    before = Version(texts)
    assert changes_between(before, Version({**texts, "new.py": ""}, before)) is None
    starred = {**texts, "alone.py": "from shop.stock import *\n" + texts["alone.py"]}
    assert changes_between(before, Version(starred, before)) is None


def test_an_import_that_puts_a_folder_on_the_path_resolves_all_again() -> None:
    texts = {
        "code/deep/pack/__init__.py": "def f(): ...\n",
        "use.py": "import deep.pack\n\ndeep.pack.f()\n",
        "more.py": "x = 1\n",
    }
    before = Version({**texts, "use.py": "y = 1\n"})
    assert changes_between(before, Version(texts, before)) is None


def test_random_edits_leave_no_file_behind(edit_seed: int) -> None:
    dice = random.Random(edit_seed)  # noqa: S311 - the same edits in every run
    texts = {
        path.relative_to(EXAMPLE).as_posix(): path.read_text()
        for path in EXAMPLE.rglob("*.py")
        if "site" not in path.relative_to(EXAMPLE).parts
    }
    version = Version(texts)
    paths = sorted(texts)
    carried = 0
    for _ in range(12):
        path = dice.choice(paths)
        now = Version({**version.texts, path: mutate(version.texts[path], dice)}, version)
        carried += len(check(version, now))
        version = now
    assert carried > 12 * len(paths) / 3
