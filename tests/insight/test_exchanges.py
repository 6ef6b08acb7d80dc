"""What components take from one another and from other projects."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.architecture.exchanges import Exchanges
from mkdocs_repodoc.insight.statistics import RepositoryStatistics

PADDING = "".join(f"\n\ndef part{number}(x):\n    return x + {number}\n" for number in range(20))
FILES = {
    "shop/__init__.py": "from shop.item import Item\nfrom shop.item import price\n",
    "shop/till.py": (
        "from typing import TYPE_CHECKING\n\nimport attrs\n\nfrom shop import Item, price\n\n"
        "if TYPE_CHECKING:\n    from shop.item import part1\n\n\n"
        "def pay():\n    Item().pack()\n    Item().pack()\n    return price\n"
        f"{PADDING}"
    ),
    "shop/item.py": (
        "import click\n\nfrom shop import box\n\n"
        "price = 3\n\n\nclass Item:\n    def pack(self):\n        return box.close()\n"
        f"{PADDING}"
    ),
    "shop/box.py": f"import attrs\n\n\ndef close():\n    return 1\n{PADDING}",
}


def exchanges() -> Exchanges:
    repository = link_files(FILES).repository
    statistics = RepositoryStatistics(repository)
    return Exchanges(repository, statistics.architecture, statistics.needs.facade_follower)


def names(source: str, target: str) -> list[str]:
    found = exchanges()
    repository = link_files(FILES).repository
    refs = found.names(f"shop/{source}.py", f"shop/{target}.py")
    return [repository.symbol(ref).name for ref in refs]


def test_names_come_through_facades_members_count_for_their_class_types_only_do_not() -> None:
    assert names("till", "item") == ["Item", "price"]


def test_what_is_called_of_an_imported_module_is_taken() -> None:
    assert names("item", "box") == ["close"]


def test_nothing_is_taken_without_an_import() -> None:
    assert names("box", "item") == []


def test_packages_of_other_projects_and_who_else_uses_them() -> None:
    found = exchanges()

    assert found.packages("shop/till.py") == (("attrs", False),)
    assert found.packages("shop/item.py") == (("click", True),)


def test_a_package_that_a_file_beside_all_components_imports_is_used_there_too() -> None:
    first = FILES["shop/__init__.py"]
    repository = link_files(FILES | {"shop/__init__.py": f"import click\n{first}"}).repository
    statistics = RepositoryStatistics(repository)
    found = Exchanges(repository, statistics.architecture, statistics.needs.facade_follower)

    assert found.packages("shop/item.py") == (("click", False),)


def test_a_package_that_a_facade_passes_on_is_used_by_the_folder_of_the_facade() -> None:
    files = FILES | {
        "shop/web/__init__.py": "from requests import get\nfrom shop.web.page import part3\n",
        "shop/web/page.py": f"from shop.box import close\n{PADDING}",
    }
    repository = link_files(files).repository
    statistics = RepositoryStatistics(repository)
    found = Exchanges(repository, statistics.architecture, statistics.needs.facade_follower)

    assert found.packages("shop/web") == (("requests", True),)
