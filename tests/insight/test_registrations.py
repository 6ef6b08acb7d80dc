"""Lists that new things are added to."""

from __future__ import annotations

from collections.abc import Mapping

from support.linked import link_files

from mkdocs_repodoc.insight.changing.lists.entry_mentions import plain
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.insight.changing.lists.registrations import find_registrations

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
        lambda *_: False,
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
    assert options.elsewhere == ("docs/options.md",)
    assert options.tests == ("tests/test_options.py",)


def test_a_file_that_has_members_as_words_without_their_type_does_not_name_them() -> None:
    members = "apple, pear, quince and medlar"
    words = {"shop/pie.py": f"# {members}\n", "docs/pies.md": f"# Pies\n\nOf {members}.\n"}
    assert found(more=words)["Fruit"].elsewhere == ()
    named = {
        "shop/tart.py": f"# {members} of Fruit\n",
        "tests/test_pie.py": f"def test_it():\n    pass  # Fruit: {members}\n",
    }
    fruit = found(more={**words, **named})["Fruit"]
    assert (fruit.elsewhere, fruit.tests) == (("shop/tart.py",), ("tests/test_pie.py",))


def test_advice_and_readers_put_a_list_first() -> None:
    assert list(found(1)) == ["OPTIONS"]


def test_a_name_is_the_same_however_a_file_writes_it() -> None:
    assert plain("--max-size") == plain("Options.MAX_SIZE") == plain('"max_size"') == "max_size"


def test_attributes_that_describe_their_class_are_no_lists_to_extend() -> None:
    fields = 'fields = ("apple", "pear", "quince", "medlar")'
    nodes = "".join(f"class Node{letter}:\n    {fields}\n\n\n" for letter in "ABC")
    assert not [name for name in found(more={"shop/use.py": nodes}) if "fields" in name]
    slots = f"class Slim:\n    {fields.replace('fields', '__slots__')}\n"
    assert not [name for name in found(more={"shop/use.py": slots}) if "slots" in name]


def test_values_that_are_made_one_by_one_are_known_with_the_list_that_has_them() -> None:
    names = ["YAML", "XML", "TOML", "CSV", "INI"]
    made = "".join(f'{name} = Form("{name.lower()}")\n' for name in names)
    text = f"class Form: ...\n\n\n{made}\nFORMS = [{', '.join(names)}]\n"
    lists = found(more={"shop/use.py": text})
    assert (lists["YAML"].form, lists["YAML"].made_of) == ("values", "Form")
    assert lists["YAML"].entries == tuple(names)
    assert [line for _, line in lists["YAML"].listed] == [10]
    assert "FORMS" not in lists


def test_words_that_all_the_software_has_are_neither_a_list_nor_a_sign_of_one() -> None:
    common = "".join(f"{name} = 1\n" for name in ("first", "value", "name", "items"))
    many = {f"shop/part{number}.py": common for number in range(12)}
    assert "NAMES" in found(more={"shop/use.py": 'NAMES = ("first", "value", "name", "items")\n'})
    more = {**many, "shop/use.py": 'NAMES = ("first", "value", "name", "items")\n'}
    assert "NAMES" not in found(more=more)


def test_a_pointer_to_other_code_is_no_advice() -> None:
    text = "# See also SHAPES.\nNAMES = ('apple', 'pear', 'quince', 'medlar')\n"
    assert found(more={"shop/use.py": text})["NAMES"].comment == ""
    heading = text.replace("See also SHAPES.", "UPDATE")
    assert found(more={"shop/use.py": heading})["NAMES"].comment == ""


def test_options_of_the_command_line_are_a_list_of_the_function_that_declares_all() -> None:
    text = """
        import argparse


        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--max-size", "-m", type=int)
            parser.add_argument("--loudness", default="low")
            parser.add_argument("--colour")
            parser.add_argument("--rebates", action="store_true")
        """
    options = found(more={"shop/use.py": text})["main"]
    assert (options.form, options.entries) == (
        "options",
        ("max-size", "loudness", "colour", "rebates"),
    )
    assert options.lines == (6, 7, 8, 9)
    assert options.elsewhere[0] == "shop/options.py"


def test_fields_of_a_type_of_settings_are_a_list() -> None:
    fields = "".join(f"    {name}: int = 0\n" for name in ("size", "depth", "colour", "cwd"))
    text = f"class ShopOptions:\n{fields}\n\ndef start(options):\n    return options.size\n"
    settings = found(more={"shop/use.py": text})["ShopOptions"]
    assert (settings.form, settings.entries) == ("settings", ("size", "depth", "colour", "cwd"))
    assert len(settings.members) == len(settings.lines) == 4


def test_the_kinds_of_values_of_a_language_are_nothing_to_add_to() -> None:
    kinds = ("undefined", "function", "number", "boolean")
    served = {"docs/serving.md": f"# Serving\n\nA value is {', '.join(kinds)}.\n"}
    text = SHOP["shop/options.py"]
    for kind, word in zip(kinds, ("plain", "sugared", "salted", "burnt"), strict=True):
        text = text.replace(f'"{word}"', f'"{kind}"')

    assert "serve" not in found(more={**served, "shop/options.py": text})


def test_private_fields_of_a_type_are_no_settings() -> None:
    fields = "".join(f"    #{name}: number = 0;\n" for name in ("size", "depth", "colour", "cwd"))
    text = f"export class ShopOptions {{\n{fields}}}\n"
    linked = link_files({"shop/use.ts": text})
    lists = find_registrations(
        linked.repository,
        {"shop": ["shop/use.ts"]},
        lambda path: linked.texts[path].splitlines(),
        9,
        lambda *_: False,
    )
    assert lists["shop"] == ()
    python = "".join(f"    _{name}: int = 0\n" for name in ("size", "depth", "colour", "cwd"))
    assert "ShopOptions" not in found(more={"shop/use.py": f"class ShopOptions:\n{python}"})


def test_digests_and_arguments_of_other_programs_are_no_lists_to_add_to() -> None:
    digests = "".join(f"    '{letter * 20}',\n" for letter in "abcd")
    more = (
        f"\n\nPRIOR = (\n{digests})\n"
        "QUIET = ['--no-save', '--no-restore', '--no-site', '--no-environ']\n"
    )
    user = "from shop.options import PRIOR, QUIET\n\n\ndef run():\n    return PRIOR, QUIET\n"
    changed = {"shop/options.py": SHOP["shop/options.py"] + indented(more), "shop/use.py": user}
    assert set(found(more=changed)) == {"OPTIONS", "Fruit"}


def test_a_list_that_only_its_own_file_reads_is_a_detail() -> None:
    more = (
        "\n\nSHELVES = ('lower', 'upper', 'middle', 'attic')\n\n\ndef tidy():\n    return SHELVES\n"
    )
    changed = {"shop/options.py": SHOP["shop/options.py"] + indented(more)}
    assert "SHELVES" not in found(more=changed)
    assert "SHELVES" in found(more={**changed, "docs/house.md": "# House\n\nupper, lower, attic\n"})


def test_names_with_a_meaning_for_the_language_are_no_lists_to_add_to() -> None:
    more = "\n\n__all__ = ['OPTIONS', 'MONTHS', 'PAIR', 'Fruit']\n"
    user = "from shop.options import *\n"
    changed = {"shop/options.py": SHOP["shop/options.py"] + indented(more), "shop/use.py": user}
    guide = {"docs/names.md": "# Names\n\nOPTIONS, MONTHS, PAIR and Fruit\n"}
    assert set(found(more={**changed, **guide})) == {"OPTIONS", "Fruit"}


def indented(text: str) -> str:
    return text.replace("\n", "\n        ")


TYPED = """
    export type ShopOptions = {
        size?: number;
        colour?: string;
        rebates?: boolean;
        hooks?: Hooks;
        timeout?: number;
    };

    export type InnerOptions = {
        size: number;
        colour: string;
        hooks: Hooks;
        timeout: number;
    };

    export type Hooks = {
        init?: string[];
        before?: string[];
        between?: string[];
        after?: string[];
    };

    export type Shelf = {
        left?: string;
        right?: string;
        upper?: string;
        lower?: string;
    };

    export const shopKeys = {
        size: true,
        colour: true,
        rebates: true,
        hooks: true,
        timeout: true,
    };
    """


def of_types(files: Mapping[str, str], *central: str) -> dict[str, Registration]:
    linked = link_files(dict(files))
    repository = linked.repository
    named = [each.partition(":") for each in central]
    lists = find_registrations(
        repository,
        {"shop": list(files)},
        lambda path: linked.texts[path].splitlines(),
        9,
        lambda *_: False,
        central=[linked.symbol(path, name) for path, _, name in named],
    )
    return {repository.symbol(each.symbol).name: each for each in lists["shop"]}


def test_settings_are_told_with_what_they_hold_the_lists_of_them_and_those_that_repeat_them() -> (
    None
):
    told = of_types({"shop/types.ts": TYPED})
    assert set(told) == {"ShopOptions", "Hooks"}
    assert [line for _, line in told["ShopOptions"].listed] == [30]
    assert [(each.number, each.total) for each in told["ShopOptions"].shared] == [(4, 4)]


RECORD = """
    package shop

    type Parcel struct {
        Name   string
        Size   int
        Weight int
        Colour string
        Street string
        Town   string
        Notes  string
        Paid   bool
    }

    func (p *Parcel) Copy() *Parcel {
        return &Parcel{
            Name: p.Name, Size: p.Size, Weight: p.Weight, Colour: p.Colour,
            Street: p.Street, Town: p.Town, Notes: p.Notes, Paid: p.Paid,
        }
    }

    func (p *Parcel) Merge(o *Parcel) {
        p.Name = o.Name
        p.Size = o.Size
        p.Weight = o.Weight
        p.Colour = o.Colour
        p.Street = o.Street
    }
    """


def test_a_central_record_is_told_if_several_functions_name_most_of_its_fields() -> None:
    files = {"shop/parcel.go": RECORD, "go.mod": "module shop\n\ngo 1.22\n"}
    assert set(of_types(files)) == set()
    assert set(of_types(files, "shop/parcel.go:Parcel")) == {"Parcel"}


def test_options_that_a_type_declares_have_its_fields() -> None:
    options = "".join(
        f"    /// The {name}.\n    #[arg(long)]\n    pub {name}: Option<String>,\n"
        for name in ("max_size", "colour", "loudness", "rebate")
    )
    text = f"use clap::Parser;\n\n#[derive(Parser)]\npub struct Cli {{\n{options}}}\n"
    told = of_types({"src/cli.rs": text, "Cargo.toml": '[package]\nname = "shop"\n'})
    assert told["Cli"].entries == ("max-size", "colour", "loudness", "rebate")
    assert len(told["Cli"].members) == 4


def test_a_list_of_some_fields_is_not_one_of_the_settings() -> None:
    shorter = TYPED.replace("        rebates: true,\n", "")
    assert of_types({"shop/types.ts": shorter})["ShopOptions"].listed == ()
