"""The chapters of the book on components."""

from __future__ import annotations

from body_text import blocks_text, body_text, phrase_text
from made_mill import MILL, chapter, mill_context
from made_repository import made_context, made_file, made_repository, made_symbol
from made_shop import page

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.pages.book import component_work
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.component_contents import heirs
from mkdocs_repodoc.pages.book.component_packages import packages
from mkdocs_repodoc.pages.book.component_work import walk


def test_a_name_is_deprecated_only_with_all_its_overloads() -> None:
    old = "  /** @deprecated */\n"
    code = (
        "export class Mill {\n"
        f"{old}  turn(a: RegExp): void;\n  turn(a: string): void;\n  turn(a: any) {{}}\n"
        f"{old}  stop() {{}}\n}}\n"
    )
    files = {**dict.fromkeys(MILL, ""), "package.json": "{}", "src/mill.ts": code}
    files["src/main.ts"] = "import { Mill } from './mill';\n" + "new Mill().turn('a');\n" * 30
    text = body_text(page(mill_context(files), "book"))
    assert "Mill.stop](repo/src/mill.ts_docs.md#Mill.stop) is deprecated." in text
    assert "Overloads of [Mill.turn](" in text


def test_a_chapter_begins_with_what_the_last_one_took_from_it() -> None:
    assert chapter(mill_context(), "stones.py").startswith(
        "[Stone](repo/mill/stones.py_docs.md#mill.stones.Stone), which the chapter before "
        "([cli.py](repo/comprehensive_book.md#component-1)) uses, comes from here. "
        "[mill/stones.py]("
    )


def test_the_first_chapter_has_none_to_refer_to() -> None:
    assert chapter(mill_context(), "cli.py").startswith(
        "[mill/cli.py](repo/mill/cli.py_docs.md) (110 lines) is about the function [main]("
    )


def test_no_import_no_transition() -> None:
    stones = "def grind():\n    return 1\n" + MILL["mill/grain.py"]
    text = chapter(mill_context({"mill/stones.py": stones, "mill/__init__.py": ""}), "stones.py")

    assert text.startswith("[mill/stones.py](")


def test_a_file_tells_itself_up_to_its_first_example() -> None:
    text = chapter(mill_context(), "stones.py")

    assert "Stones, which do the work.\n\nThey come in pairs.\n" in text
    assert "Example:" not in text


def test_a_base_names_its_subclasses() -> None:
    text = chapter(mill_context(), "stones.py")

    assert "[Stone](repo/mill/stones.py_docs.md#mill.stones.Stone) is the base of [Runner](" in text


def test_a_chapter_says_which_flows_pass() -> None:
    text = chapter(mill_context(), "stones.py")

    assert "The flow [“Running mill”](repo/comprehensive_book.md#flow-1) passes here: " in text
    assert "An example of its work" not in text


def test_without_a_flow_the_weightiest_function_is_followed() -> None:
    other = "from mill.sieve import sift\n\n\ndef use():\n    sift(1)\n"
    sieve = (
        "from mill.fall import fall\n\n\n"
        'def sift(x):\n    """Sift flour."""\n    return shake(x)\n\n\n'
        'def shake(x):\n    """Shake once."""\n    return fall(x)\n' + MILL["mill/grain.py"]
    )
    fall = 'def fall(x):\n    """Fall through."""\n    return x\n' + MILL["mill/grain.py"]
    files = {"mill/sieve.py": sieve, "mill/fall.py": fall, "mill/other.py": other}
    text = chapter(mill_context(files), "The Files of mill/")

    assert "An example of its work: [sift](" in text
    assert ", which calls [fall](" in text
    assert "Shake once." not in text.partition("An example of its work")[2].partition("\n")[0]


def test_a_file_that_is_imported_and_defines_nothing_is_no_function() -> None:
    files = {"mill/noise.py": "print('clack')\n", "mill/user.py": "import mill.noise\n"}
    noise = Component("mill/noise.py", ("mill/noise.py",), whole=True, lines=1)

    assert walk(BookView(mill_context(files)), noise) == ()


def test_a_package_used_in_one_component_only_is_said_to_be() -> None:
    assert "Only here is `click` used." in chapter(mill_context(), "cli.py")
    both = mill_context({"mill/grain.py": "import click\nimport attrs\n" + MILL["mill/grain.py"]})
    assert "Only here is `attrs` used." in chapter(both, "grain.py")


def test_a_package_that_another_component_names_in_full_is_not_only_here() -> None:
    files = {
        **dict.fromkeys(MILL, ""),
        "Cargo.toml": '[package]\nname = "mill"\n[dependencies]\nregex = "1"\nclap = "4"\n',
        "src/lib.rs": "mod grind;\nmod weigh;\npub fn run() { grind::turn(); weigh::all(); }\n",
        "src/grind.rs": "use regex::Regex;\nuse clap::Arg;\npub fn turn() {}\n",
        "src/weigh.rs": "pub struct Fault(regex::Error);\npub fn all() {}\n",
    }
    view = BookView(mill_context(files))
    parts = {each.path: each for each in view.context.statistics.architecture.components}
    said = phrase_text(packages(view, parts["src/grind.rs"]))
    assert said == "Only here is `clap` used."


def test_the_closest_test_is_named() -> None:
    text = chapter(mill_context(), "stones.py")

    assert "Its test is [tests/test_stones.py](repo/tests/test_stones.py_docs.md)." in text


def test_one_of_the_tests_in_the_folder_of_a_component_is_not_called_its_test() -> None:
    files = {
        "mill/noise/hum.py": "def hum():\n    return 1\n",
        "mill/noise/__init__.py": "",
        "tests/noise/test_hum.py": "from mill.noise.hum import hum\ndef test_a():\n    hum()\n",
        "tests/noise/test_loud.py": "def test_b():\n    assert 1\n",
    }
    noise = Component("mill/noise", ("mill/noise/hum.py",), whole=True, lines=2)
    said = phrase_text(component_work.tested(BookView(mill_context(files)), noise))
    assert said.startswith("2 test files are in [tests/noise/](")
    assert "; what names it is [tests/noise/test_hum.py](" in said


def test_notes_of_the_authors_are_quoted_with_their_line() -> None:
    text = chapter(mill_context(), "stones.py")

    assert "“grind both ways …” ([stones.py:" in text
    assert "TODO" not in chapter(mill_context(), "grain.py")


def test_small_components_share_a_chapter() -> None:
    code = "from mill.grain import weigh\n\n\ndef use():\n    return weigh(1)\n"
    small = {f"mill/{name}/{name}.py": code for name in ("sieve", "sack")}
    text = chapter(mill_context(small), "Smaller Components")

    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        "### sack/",
        "### sieve/",
    ]


def test_many_single_files_share_a_chapter() -> None:
    code = "from mill.grain import weigh\n\n\ndef use():\n    return weigh(1)\n"
    files = {f"mill/{name}.py": code for name in ("sieve", "sack")}
    text = chapter(mill_context(files), "The Files of mill/")

    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        "### cli.py: main",
        "### stones.py",
        "### grain.py",
        "### sack.py: use",
        "### sieve.py: use",
    ]


def test_a_chapter_after_several_files_names_the_one_that_uses_it() -> None:
    code = "from mill.grain import weigh\n\n\ndef use():\n    return weigh(1)\n"
    rest = "".join(f"\n\ndef part{each}(x):\n    return x\n" for each in range(30))
    files = {f"mill/{name}.py": code for name in ("sieve", "sack")}
    files["mill/sieve.py"] = f"from mill.gears.wheel import part1\n{code}\n\npart1(2)\n"
    files["mill/gears/wheel.py"] = rest
    text = chapter(mill_context(files), "gears/")

    assert text.startswith("[sieve.py](repo/comprehensive_book.md#component-5) builds on [part1](")


def test_a_file_says_what_it_takes_of_the_others_of_its_part() -> None:
    rest = "".join(f"\n\ndef part{each}(x):\n    return x\n" for each in range(30))
    files = {
        "mill/gears/wheel.py": (
            f"from mill.gears.tooth import Tooth\n\n\ndef turn():\n    return Tooth()\n{rest}"
        ),
        "mill/gears/tooth.py": f"class Tooth:\n    pass\n{rest}",
    }
    text = chapter(mill_context(files), "gears/")

    assert ". It makes [Tooth](repo/mill/gears/tooth.py_docs.md#mill.gears.tooth.Tooth) of " in text


def test_a_file_that_only_passes_names_on_says_whose() -> None:
    rest = "".join(f"export function f{each}() {{\n  return {each};\n}}\n" for each in range(30))
    files = {
        **dict.fromkeys(MILL, ""),
        "package.json": '{"name": "mill"}',
        "src/index.ts": 'export * from "./stone";\n',
        "src/stone.ts": f'import {{ f1 }} from "./grain";\nexport const g = () => f1();\n{rest}',
        "src/grain.ts": rest,
    }
    text = chapter(mill_context(files), "Architecture")

    assert (
        "- [src/index.ts](repo/src/index.ts_docs.md): Passes on what it takes from "
        "[stone.ts](repo/src/stone.ts_docs.md)" in text
    )


def test_a_folder_lists_its_files_and_counts_the_rest() -> None:
    files = [
        made_file(f"{folder}/m{number:02}.py", [made_symbol(f"f{number}")], lines=50)
        for folder in ("core", "app", "web", "old")
        for number in range(28)
    ]
    repository = made_repository(files, imports=[("app/m00.py", "core/m03.py")])
    body = page(made_context(repository), "book")
    (core,) = (each for each in body.sections if each.title.endswith("core/"))
    lines = list(blocks_text(core.blocks))

    start = lines.index("The files that most is built on:")
    assert lines[start + 1].startswith("- [m03.py](repo/core/m03.py_docs.md): Defines [f3](")
    assert lines[start + 1].endswith(", used by [app/m00.py](repo/app/m00.py_docs.md)")
    assert lines[start + 17] == "- and [12 more files](repo/core/index.md)"


def test_files_that_pass_on_names_are_told_with_the_architecture() -> None:
    text = chapter(mill_context(), "Architecture")

    assert "Smaller files beside these parts:\n- [mill/__init__.py](" in text


def test_a_chapter_names_the_documents_on_its_component() -> None:
    guide = "# Dressing stones\n\nGive each `Stone` and `Runner` new furrows.\n"
    text = chapter(mill_context({"docs/dressing.md": guide}), "stones.py")

    assert (
        "The document on it is [docs/dressing.md](repo/docs/dressing.md_docs.md) "
        "(“Dressing stones”)." in text
    )
    more = "".join(f"\n\nAnd {each} more to say of it." for each in ("this", "that", "all"))
    other = f"{guide.replace('Dressing stones', 'Furrows')}{more}\n\nThe end.\n"
    text = chapter(mill_context({"docs/dressing.md": other}), "stones.py")
    assert "A document that names what is in it is [docs/dressing.md](" in text


def test_definitions_that_no_other_file_uses_are_listed_by_length() -> None:
    sieve = (
        'def _sift():\n    """Sift flour."""\n\n\n'
        'def _shake():\n    """Shake once."""\n    return 1\n' + MILL["mill/grain.py"]
    )
    sieve = sieve.replace('"""A seed that can be ground."""', "pass")
    sieve = sieve.replace('"""Weigh some grains."""', "pass")
    lines = chapter(mill_context({"mill/sieve.py": sieve}), "sieve.py").splitlines()

    start = lines.index("Its longest definitions:")
    assert [line.partition("]")[0] for line in lines[start + 1 : start + 3]] == [
        "- [_shake",
        "- [_sift",
    ]


def test_a_title_says_what_a_file_is_about_unless_its_name_does() -> None:
    def title(text: str) -> str:
        body = page(mill_context({"mill/stones.py": text, "mill/__init__.py": ""}), "book")
        return next(each.title for each in body.sections if "stones.py" in each.title)

    rest = '    """Turn."""\n' + "".join(f"    x{each} = {each}\n" for each in range(80))
    assert title(f"class Wheel:\n{rest}").endswith(". stones.py: Wheel")
    assert title(f"class Stones:\n{rest}").endswith(". stones.py")


def test_files_that_are_described_alike_are_listed_once() -> None:
    files = [
        made_file(f"{folder}/m{number}.py", [made_symbol("table")], summary="A table.", lines=50)
        for folder in ("core", "app", "web", "old")
        for number in range(4)
    ]
    repository = made_repository(files, imports=[("app/m0.py", "core/m1.py")])
    body = page(made_context(repository), "book")
    (core,) = (each for each in body.sections if each.title.endswith("core/"))

    assert [line for line in blocks_text(core.blocks) if line.startswith("- ")] == [
        "- [m1.py](repo/core/m1.py_docs.md): A table.",
        "- and [3 more files](repo/core/index.md)",
    ]


def test_an_interface_is_implemented_not_inherited() -> None:
    gear = (
        "export interface Gear { turn(): void }\n"
        "export class Cog implements Gear { turn() {} }\n"
        "export class Worm implements Gear { turn() {} }\n"
    )
    view = BookView(mill_context({"web/gear.ts": gear}))
    (said,) = heirs(view, Component("web/gear.ts", ("web/gear.ts",), whole=True, lines=3))

    assert "is implemented or extended by [Cog](" in phrase_text(said)
