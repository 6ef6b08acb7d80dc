"""Lists that new things are added to."""

from __future__ import annotations

from collections.abc import Mapping

from support.linked import link_files

from mkdocs_repodoc.insight.changing.registrations import Registration, find_registrations, plain

SHOP = {
    "shop/options.py": """
        from enum import Enum

        # Options of the shop.
        # If you add an option, be sure to update docs/options.md too.
        OPTIONS = (
            ("max_size", int),
            ("loudness", str),
            ("colour", str),
            ("rebates", bool),
        )
        MONTHS = ["jan", "feb", "mar", "apr", "may"]
        PAIR = ["one", "two"]


        class Fruit(Enum):
            APPLE = 1
            PEAR = 2
            QUINCE = 3
            MEDLAR = 4


        def serve(kind):
            if kind == "plain":
                return 1
            elif kind == "sugared":
                return 2
            elif kind == "salted":
                return 3
            elif kind == "burnt":
                return 4
        """,
    "shop/use.py": "from shop.options import OPTIONS\n\n\ndef read():\n    return dict(OPTIONS)\n",
    "docs/options.md": "# Options\n\nUse `--max-size`, `--loudness` and `--rebates`.\n",
    "CHANGELOG.md": "# Changelog\n\nmax_size, loudness, colour and rebates are new.\n",
    "tests/test_options.py": "def test_it():\n    assert max_size and loudness\n",
}


SERVED = {"docs/serving.md": "# Serving\n\nServed plain, sugared, salted or burnt.\n"}


def found(most: int = 9, more: Mapping[str, str] | None = None) -> dict[str, Registration]:
    linked = link_files({**SHOP, **(more or {})})
    lists = find_registrations(
        linked.repository,
        {"shop": ["shop/options.py", "shop/use.py"]},
        lambda path: linked.texts[path].splitlines(),
        most,
    )
    return {linked.repository.symbol(each.symbol).name: each for each in lists["shop"]}


def test_lists_enumerations_and_choices_are_found_and_the_calendar_is_not() -> None:
    assert {name: (each.form, each.entries) for name, each in found(more=SERVED).items()} == {
        "OPTIONS": ("list", ("max_size", "loudness", "colour", "rebates")),
        "Fruit": ("enumeration", ("APPLE", "PEAR", "QUINCE", "MEDLAR")),
        "serve": ("choice", ("plain", "sugared", "salted", "burnt")),
    }


def test_branches_are_a_choice_where_documents_offer_it_or_types_are_taken_apart() -> None:
    assert "serve" not in found()

    pack = """

        class Apple: ...
        class Pear: ...
        class Quince: ...
        class Medlar: ...


        def pack(fruit):
            match fruit:
                case {0}:
                    return 1
                case {1}:
                    return 2
                case {2}:
                    return 3
                case {3}:
                    return 4
        """
    types = pack.format("Apple", "Pear", "Quince", "Medlar")
    assert "pack" in found(more={"shop/use.py": types})
    others = pack.format("box.Wood", "box.Paper", "box.Glass", "box.Steel")
    assert "pack" not in found(more={"shop/use.py": others})


def test_the_comment_the_documents_and_the_tests_of_a_list_are_known() -> None:
    options = found()["OPTIONS"]
    assert options.comment == "If you add an option, be sure to update docs/options.md too."
    assert options.elsewhere == (("docs/options.md", 3),)
    assert options.tests == (("tests/test_options.py", 2),)


def test_advice_and_readers_put_a_list_first() -> None:
    assert list(found(1)) == ["OPTIONS"]


def test_a_name_is_the_same_however_a_file_writes_it() -> None:
    assert plain("--max-size") == plain("Options.MAX_SIZE") == plain('"max_size"') == "max_size"
