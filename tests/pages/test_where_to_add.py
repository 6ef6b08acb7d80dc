"""Where the book says that something new is added."""

from __future__ import annotations

from body_text import section_text
from made_mill import MILL, chapter, mill_context
from made_repository import made_context
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory


def test_a_chapter_says_where_to_add_something() -> None:
    grain = (
        "# When you add a sort, update docs/sorts.md.\n"
        'SORTS = ("wheat", "barley", "spelt", "millet")\n'
        f"\n\n{MILL['mill/grain.py']}"
    )
    stones = (
        MILL["mill/stones.py"].replace("import Grain, weigh", "import SORTS, Grain, weigh")
        + "\n\nclass Emery(Stone):\n    def turn(self, grain):\n        return SORTS\n"
    )
    tests = MILL["tests/test_stones.py"] + "\n\ndef test_sorts():\n    assert 'wheat' < 'barley'\n"
    sorts = "# Sorts\n\nThe mill grinds wheat, barley and spelt.\n"
    changed = {"mill/grain.py": grain, "mill/stones.py": stones, "docs/sorts.md": sorts}
    context = mill_context({**changed, "tests/test_stones.py": tests})
    text = chapter(context, "grain.py")

    assert "[grain.py:2](repo/mill/grain.py_docs.md#L2)) lists: `wheat`, `barley`, `spelt`" in text
    assert "The comment there: “When you add a sort, update docs/sorts.md”." in text
    assert "Read by `Emery.turn` ([stones.py:" in text
    assert "The same names are in [docs/sorts.md](repo/docs/sorts.md_docs.md)." in text
    assert "Tests that name them: [tests/test_stones.py](" in text
    heirs = chapter(context, "stones.py")
    assert "A new kind of [Stone](" in heirs
    assert " extends it, as [Runner](" in heirs


def test_tests_that_reach_equally_many_heirs_are_named_in_order_of_their_paths() -> None:
    stones = MILL["mill/stones.py"] + "\n\nclass Emery(Stone):\n    pass\n"
    case = "from mill.stones import Emery\n\n\ndef test_it():\n    Emery()\n"
    more = {f"tests/test_{letter}.py": case for letter in "hcfaegbd"}
    context = mill_context({"mill/stones.py": stones, **more})
    text = chapter(context, "stones.py")
    said = text[text.index(" Tests: ") :].partition(". ")[0]
    named = [said.index(f"tests/test_{letter}.py") for letter in "abc"]
    assert named == sorted(named)
    assert "test_d.py" not in said
    assert "test_a.py_docs.md) (of [Emery](" in said


def test_a_full_stop_in_the_title_of_a_test_opens_no_class_of_tests() -> None:
    kinds = "".join(
        f"export class {name} extends Stone {{ grind(x) {{ return x + 1 }} }}\n"
        for name in ("Emery", "Runner", "Bed")
    )
    files = {
        "package.json": '{"name": "mill", "version": "1.0.0", "type": "module"}',
        "mill/stones.js": f"export class Stone {{ grind(x) {{ return x }} }}\n{kinds}",
        "mill/use.js": "import { Emery } from './stones.js'\nexport const one = new Emery()\n",
        "test/stones.js": "import test from 'node:test'\n"
        "import { Emery } from '../mill/stones.js'\n"
        "test('grinds fine (bran etc.) and coarse', () => { new Emery().grind(1) })\n",
    }
    text = chapter(made_context(link_files(files).repository), "stones.js")
    assert " Tests: [test/stones.js](repo/test/stones.js_docs.md) (of [Emery](" in text
    assert "(bran etc" not in text


def test_sections_of_documents_that_tell_how_are_named() -> None:
    manual = (
        "# Manual\n\nAll of the mill.\n\n## Writing a new stone\n\nDerive from `Stone`, as "
        "`Runner` does.\n\n## Grain\n\n" + "`Grain`, `weigh`. " * 40 + "\n"
    )
    text = chapter(mill_context({"docs/manual.md": manual}), "stones.py")

    assert "The documents tell how: “[Writing a new stone](repo/docs/manual.md_docs.md#" in text
    assert "Read of it in the documents: “[Writing a new stone](" in text
    assert "“[Grain](" not in text


def test_who_names_the_heirs_of_a_type_makes_a_new_one_known() -> None:
    stones = MILL["mill/stones.py"] + (
        "\n\nclass Emery(Stone):\n    def turn(self, grain):\n        return 1\n"
        "\n\ndef all_stones():\n    return [Runner(), Bed(), Emery()]\n"
    )
    text = chapter(mill_context({"mill/stones.py": stones}), "stones.py")
    assert "[all_stones](repo/mill/stones.py_docs.md#mill.stones.all_stones) ([stones.py:" in text
    assert ") names all of them." in text


def test_an_entry_is_shown_as_a_model_with_its_function_and_what_is_named_after_it() -> None:
    functions = "".join(
        f"\n\ndef grind_{name}(grain, *, fine=True):\n    found = grain\n    return found\n"
        for name in ("wheat", "barley", "spelt", "millet")
    )
    table = (
        "\n\nWAYS = {\n"
        '    "wheat": grind_wheat,  # the usual\n    "barley": grind_barley,\n'
        '    "spelt": grind_spelt,\n    "millet": grind_millet,\n}\n'
    )
    text = chapter(
        mill_context({"mill/stones.py": MILL["mill/stones.py"] + functions + table}), "stones.py"
    )
    assert "lists: `wheat`, `barley`, `spelt`, `millet`. One as a model: `" in text
    assert '`"wheat": grind_wheat,` ([stones.py:' in text
    assert ", with `grind_wheat(grain, *, fine=True)` ([stones.py:" in text
    assert " Named after its entries are functions such as `grind_spelt` ([stones.py:" in text
    assert "; 4 of 4)." in text


def followed(text: str) -> str:
    return text.partition(" A commit to follow, which added one: “")[2]


def sorts_after(*subjects: str) -> str:
    sorts = 'SORTS = ("wheat", "barley", "spelt", "millet", "tag-name")\n'
    paths = ("mill/grain.py", "mill/cli.py", "tests/test_stones.py")
    changes = tuple(Change(f"{n}", "Ann", "2026-01-02", each) for n, each in enumerate(subjects))
    past = ChangeWindow(changes=changes, touched=dict.fromkeys(paths, tuple(range(len(changes)))))
    changed = {"mill/grain.py": sorts + MILL["mill/grain.py"]}
    return followed(chapter(mill_context(changed, GitHistory(past=past)), "grain.py"))


def test_a_commit_that_adds_an_entry_and_nothing_else_shows_what_goes_with_it() -> None:
    said = sorts_after("Fix spelt", "feat: Add a barley option (#3)", "Add grinders for all")
    assert said.startswith("feat: Add a barley option")
    assert "](repo/mill/cli.py_docs.md), " in said


def test_a_commit_that_adds_something_to_an_entry_is_no_model() -> None:
    for subject in (
        "Allow `<` in tag name state",
        "Add a flag to grind spelt",
        "Add an alias for barley",
        "Added a wheat progress event interface",
    ):
        assert sorts_after(subject) == ""


def heirs_after(subject: str, later: str) -> str:
    emery = (
        "from mill.stones import Stone\n\n\nclass Emery(Stone):\n"
        "    def turn(self, grain):\n        return 1\n"
    )
    changes = tuple(Change(f"{n}", "Ann", "2026-01-02", s) for n, s in enumerate((later, subject)))
    touched: dict[str, tuple[int, ...]] = {"mill/emery.py": (0, 1)}
    touched |= dict.fromkeys(("mill/cli.py", "tests/test_stones.py"), (0, 1))
    past = ChangeWindow(changes=changes, touched=touched)
    context = mill_context({"mill/emery.py": emery}, GitHistory(past=past))
    return followed(chapter(context, "stones.py"))


def test_the_commit_that_began_the_file_of_an_heir_and_names_it_is_a_model() -> None:
    said = heirs_after("Add a stone of emery", "Add speed to emery")
    assert said.startswith("Add a stone of emery")
    assert heirs_after("Add speed", "Add emery") == ""


def test_the_guides_of_the_documents_come_first_among_what_has_no_chapter() -> None:
    guide = "# Adding a new stone\n\n1. Derive from `Stone`.\n2. Add it to the list.\n"
    text = section_text(page(mill_context({"AGENTS.md": guide}), "book"), "contributing")
    assert "- The documents tell how: “[Adding a new stone](" in text
    assert "- 1. Derive from Stone\n" in text


def test_a_list_without_advice_is_told_with_what_its_comment_says() -> None:
    grain = (
        "# The sorts that a miller knows by their look.\n"
        'SORTS = ("wheat", "barley", "spelt", "millet")\n'
        f"\n\n{MILL['mill/grain.py']}"
    )
    cli = MILL["mill/cli.py"] + "\n\nfrom mill.grain import SORTS\n\nprint(SORTS)\n"
    context = mill_context({"mill/grain.py": grain, "mill/cli.py": cli})
    said = "`millet`. “The sorts that a miller knows by their look”."
    assert said in chapter(context, "grain.py")


def test_commands_are_told_with_a_declaration_and_a_branch_as_models() -> None:
    names = ("grind", "sieve", "weigh", "pack", "sell")
    declared = "".join(f"    commands.add_parser('{name}', help='It.')\n" for name in names)
    branches = "".join(
        f"    {'el' if number else ''}if args.command == '{name}':\n        return {name}()\n"
        for number, name in enumerate(names)
    )
    cli = (
        f"{MILL['mill/cli.py']}\n\nimport argparse\n\n\ndef parse():\n"
        "    parser = argparse.ArgumentParser()\n"
        f"    commands = parser.add_subparsers(dest='command')\n{declared}"
        f"    args = parser.parse_args()\n{branches}"
        "\n\nQUIET = ('sieve', 'weigh', 'pack', 'sell')\n"
    )
    text = chapter(mill_context({"mill/cli.py": cli}), "cli.py")
    assert ") declares commands: `grind`, `sieve`, `weigh`, `pack`, `sell`." in text
    assert "They have branches in [parse](" in text
    assert "; 5 of 5), such as `if args.command == 'grind': return grind()`." in text
    assert " Some of them are listed in [QUIET](" in text
    assert text.count("[QUIET](") == 1


def test_a_group_of_entry_points_is_told_with_a_model_and_the_code_that_loads_it() -> None:
    declared = (
        '\n[project.entry-points."mill.sieves"]\n'
        'fine = "mill.sieves:fine"\ncoarse = "mill.sieves:coarse"\n'
    )
    sieves = (
        "from mill.marks import sieve\n\n\n@sieve\ndef fine(grain):\n    return grain\n\n\n"
        "def coarse(grain):\n    kept = grain\n    kept += 1\n    return kept\n"
    )
    padding = "".join(f"\n\ndef _hole{number}(x):\n    return x\n" for number in range(25))
    loading = (
        "from importlib.metadata import entry_points\n\nFOUND = entry_points(group='mill.sieves')\n"
    )
    context = mill_context(
        {
            "pyproject.toml": MILL["pyproject.toml"] + declared,
            "mill/sieves.py": sieves + padding,
            "mill/marks.py": "def sieve(function):\n    return function\n",
            "mill/grain.py": loading + MILL["mill/grain.py"],
        }
    )
    text = chapter(context, "sieves.py")

    assert "declares entry points of the group `mill.sieves`: `fine` and `coarse`." in text
    assert "One as a model: `fine = mill.sieves:fine` ([pyproject.toml:" in text
    assert "which is `fine(grain)` ([sieves.py:5](" in text
    assert ") below `@sieve`." in text
    assert "The code names the group in [grain.py:3](" in text
