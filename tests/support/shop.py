"""A small shop with tests, documents and a past, and somebody to ask about it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from mkdocs_repodoc.query.answer_parts import Answer
from mkdocs_repodoc.query.live_repository import LiveRepository
from mkdocs_repodoc.settings import Settings
from support.repositories import commit_all, git, write_files

Said = TypeVar("Said", bound=Answer)

FILES = {
    "pyproject.toml": '[project]\nname = "shop"\nversion = "1.2"\n'
    'description = "A shop"\n\n[project.scripts]\nshop = "shop.till:main"\n\n'
    '[tool.pytest.ini_options]\ntestpaths = ["tests"]\n',
    "shop/__init__.py": '"""Sells things."""\n\nfrom shop.till import Till\n\n__all__ = ["Till"]\n',
    "shop/till.py": '''"""Takes money."""

from shop.price import Tariff, total


class Till:
    """Where one pays."""

    def __init__(self, tariff: Tariff) -> None:
        self.tariff = tariff

    def pay(self, items: list[str]) -> int:
        """Return what is due.

        Args:
            items: What is bought.
        """
        if not items:
            raise ValueError(items)
        return self.tariff.charge(total(items))


def main() -> None:
    Till(Tariff()).pay(["tea"])
''',
    "shop/price.py": '''"""Knows what things cost."""


class Tariff:
    def charge(self, due: int) -> int:
        return due + tax(due)


class NightTariff(Tariff):
    def charge(self, due: int) -> int:
        return 2 * due


def total(items):
    return len(items)


def tax(due):
    return due // 5
''',
    "shop/guess.py": "def anything(thing):\n    return thing.charge(1)\n",
    "tests/test_till.py": """from shop.price import Tariff
from shop.till import Till


def make() -> Till:
    return Till(Tariff())


def test_pay():
    assert make().pay(["tea"]) == 1


def test_charge():
    assert Tariff().charge(5) == 6
""",
    "README.md": "# Shop\n\n## Tariff\n\nSells things.\n",
    "Makefile": "test:\n\tpytest\n",
    "style.dart": "int charge(int x) {\n  return x;\n}\n\nvar paid = charge(1);\n",
}


class Asked:
    """Somebody who answers, and says of which type the answer is."""

    def __init__(self, live: LiveRepository, root: Path) -> None:
        self.live = live
        self.root = root

    def __call__(self, answer: type[Said], question: str, /, **parameters: object) -> Said:
        said = self.live.ask(question, parameters)
        assert isinstance(said, answer)
        return said


def answerer(root: Path) -> LiveRepository:
    """Return what answers about a folder, in this process and without a cache on disk."""
    return LiveRepository(Settings(root=root, jobs=1), lambda *_: None)


def make_shop(root: Path) -> None:
    """Write the shop with its past into a folder: the tag `v1.0`, and a commit after it."""
    write_files(root, FILES | {"shop/price.py": FILES["shop/price.py"].replace("// 5", "// 4")})
    commit_all(root)
    git(root, "tag", "v1.0")
    write_files(root, FILES)
    commit_all(root, "Lower the tax")
