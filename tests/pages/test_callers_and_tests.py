"""What the book says of who calls a function, and of the tests that come to it."""

from __future__ import annotations

import pytest
from body_text import phrase_text, section_text
from made_mill import MILL, chapter, mill_context
from made_repository import made_context
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_phrase import users_phrase

_MORE = "".join(f"\n\ndef test_more{number}():\n    Stone().grind(1)\n" for number in range(20))


def row(text: str, name: str) -> str:
    """Return the row on a function."""
    return next(line for line in text.split("\n") if line.startswith(f"- [{name}]"))


def called_row(text: str, name: str) -> str:
    """Return the row on who calls a function."""
    rows = (line for line in text.split("\n") if line.startswith(f"- [{name}]"))
    return next(line for line in rows if "called by" in line)


def test_a_chapter_says_who_calls_what_and_which_tests_reach_it() -> None:
    cli = MILL["mill/cli.py"].replace(
        "    Stone().grind(3)\n", "    if loud:\n        Stone().grind(3)\n"
    )
    text = chapter(mill_context({"mill/cli.py": cli}), "stones.py")

    assert (
        "([line 16](repo/mill/stones.py_docs.md#L16)): called by "
        "`main` ([cli.py:11](repo/mill/cli.py_docs.md#L11)) if `loud`; "
        "tests: [test_stones.py](repo/tests/test_stones.py_docs.md) ([test_grind]("
    ) in row(text, "Stone.grind")


def test_what_a_function_gives_under_a_condition_stands_beside_it() -> None:
    said = '"""Grind so many grains.'
    longer = f"{said}\n\n        Fails if the stone is dry.\n        "
    stones = MILL["mill/stones.py"].replace(said, longer)
    told = chapter(mill_context({"mill/stones.py": stones}), "stones.py")
    assert "; “Fails if the stone is dry.”): called by" in row(told, "Stone.grind")


def test_tests_are_counted_by_file_and_the_first_are_named() -> None:
    tests = {
        "tests/test_stones.py": MILL["tests/test_stones.py"] + _MORE,
        "tests/test_bed.py": MILL["tests/test_stones.py"],
    }
    text = row(chapter(mill_context(tests), "stones.py"), "Stone.grind")

    assert text.index("test_stones.py") < text.index("test_bed.py")
    assert "[test_more9](" in text
    assert "[test_more19](" not in text
    assert " more cases) and [test_bed.py](repo/tests/test_bed.py_docs.md) ([test_" in text


def test_all_cases_of_a_file_with_few_are_named() -> None:
    long = "_by_hand_and_by_the_miller_in_the_morning"
    cases = [f"test_grinds_{number}{long}" for number in range(5)]
    code = "".join(f"\n\ndef {name}():\n    Stone().grind(1)\n" for name in cases)
    tests = MILL["tests/test_stones.py"].partition("\n\ndef ")[0] + code
    text = row(chapter(mill_context({"tests/test_stones.py": tests}), "stones.py"), "Stone.grind")
    assert all(f"[{name}](" in text for name in cases)


def test_what_no_test_names_is_told_with_the_tests_of_what_leads_to_it() -> None:
    told = chapter(mill_context(), "grain.py")
    text = row(told, "Grain.crush")

    assert "; tests: by way of [Stone.grind](" in text
    assert "): [test_stones.py](repo/tests/test_stones.py_docs.md) ([test_grind](" in text
    assert "called by `Stone.grind` (" in row(told, "weigh")
    assert row(told, "weigh").endswith("Stone.grind).")


def test_a_call_is_shown_whole_with_what_becomes_of_it() -> None:
    cli = (
        '"""Cli."""\n\nfrom mill.polish import polish\n\n\ndef visit(stones):\n'
        "    shine = polish(\n        stones,\n        often=True,\n    )\n"
        "    # shine is kept\n    print('shine')\n    stones.update(shine)\n"
    )
    body = "    stones += 1\n" * 16
    polish = f'def polish(stones, often):\n    """Polish."""\n{body}    return stones\n'
    context = mill_context({"mill/visit.py": cli, "mill/polish.py": polish})
    ref = SymbolRef("mill/polish.py", 0)
    uses = [each for each in context.repository.links.uses.of(ref) if each.kind == "call"]
    told = phrase_text(users_phrase(BookView(context), ref, uses))
    assert ": `shine = polish(stones, often=True)`, then `stones.update(shine)`" in told


def test_functions_that_only_programs_reach_are_not_all_named_again() -> None:
    body = "    number += 1\n" * 16
    named = [f"polish_{number}" for number in range(4)]
    polish = "".join(
        f'\n\ndef {name}(number):\n    """Polish."""\n{body}    return number\n' for name in named
    )
    calls = "".join(f"    {name}(3)\n" for name in named)
    cli = MILL["mill/cli.py"].replace("    Stone().grind(3)\n", f"{calls}{polish}")
    started = "import subprocess\n\n\ndef test_main():\n    subprocess.run(['mill'])\n"
    told = chapter(mill_context({"mill/cli.py": cli, "tests/test_cli.py": started}), "cli.py")
    assert (
        "No test is known to call 4 of these; those that run the program may come to them" in told
    )


def test_tests_that_start_the_program_may_come_to_what_it_calls() -> None:
    body = "    number += 1\n" * 16
    called = f'\n\n\ndef polish(number):\n    """Polish."""\n{body}    return number\n'
    cli = MILL["mill/cli.py"].replace(
        "    Stone().grind(3)\n", f"    polish(3)\n    polish(4){called}"
    )
    started = "import subprocess\n\n\ndef test_main():\n    subprocess.run(['mill'])\n"
    files = {"mill/cli.py": cli, "tests/test_cli.py": started}
    told = chapter(mill_context(files), "cli.py")
    assert "\n- No test is known to call [polish](" in told
    assert "); those that run the program may come to it ([test_cli.py](" in told
    loud = cli.replace("def main", "import argparse\n\n\ndef main", 1) + (
        "\n\nPARSER = argparse.ArgumentParser()\nPARSER.add_argument('--loud')\n"
    )
    given = started.replace("['mill']", "['mill', '--loud=3', '--quiet']")
    told_too = chapter(mill_context({"mill/cli.py": loud, "tests/test_cli.py": given}), "Testing")
    assert (
        " Options of the program that it names, each with the first line: `--loud` ([5]("
        in told_too
    )
    assert "--quiet" not in told_too
    testing = chapter(mill_context(files), "Testing")
    assert " The cases of that file: [test_main](" in testing
    twice = f"{started}\n\nif True:\n    class TestApart:\n        def test_main(self): ...\n"
    told_once = chapter(mill_context({**files, "tests/test_cli.py": twice}), "Testing")
    assert " The cases of that file: [test_main](" in told_once
    assert told_once.count("test_main](") == testing.count("test_main](")
    # One that nothing is known to call may come to it as well.
    for other in ("\n\ndef visit_stone():\n    polish(2)\n", "\n\npolish(2)\n"):
        more = mill_context({**files, "mill/cli.py": cli + other})
        assert "run the program" not in chapter(more, "cli.py")
    in_process = {**files, "tests/test_cli.py": "from mill.cli import main\n\nMAIN = main\n"}
    assert "run the program" not in chapter(mill_context(in_process), "cli.py")
    beside = "from mill.cli import main\n\n\ndef test_main():\n    main()\n"
    called_too = mill_context({**files, "tests/test_main.py": beside})
    assert "The cases of that file" not in chapter(called_too, "Testing")
    inside = mill_context(
        {**files, "tests/test_cli.py": f"from mill.stones import Stone\n{started}"}
    )
    assert "The cases of that file" not in chapter(inside, "Testing")


def test_a_function_that_is_handed_on_is_led_to_by_who_hands_it_on() -> None:
    stones = MILL["mill/stones.py"].replace("        weigh(number)\n", "        self.do(weigh)\n")
    text = row(chapter(mill_context({"mill/stones.py": stones}), "grain.py"), "weigh")

    assert "passed as a value by `Stone.grind` (" in text
    assert "; tests: by way of [Stone.grind](" in text


def test_the_tests_of_a_caller_that_has_a_row_of_its_own_are_told_there() -> None:
    text = row(chapter(mill_context(), "stones.py"), "Stone.turn")

    assert text.endswith(
        "; tests: by way of [Stone.grind](repo/mill/stones.py_docs.md#mill.stones.Stone.grind)."
    )


def test_lines_of_overloads_are_told_as_those_of_one_caller() -> None:
    till = (
        "from mill.grain import weigh\n\n\n"
        "def sell(x):\n    return weigh(x)\n\n\ndef sell(x, y):\n    return weigh(y)\n"
    )
    text = row(chapter(mill_context({"mill/till.py": till}), "grain.py"), "weigh")

    assert "`sell` ([till.py:5](repo/mill/till.py_docs.md#L5), [9](" in text


def test_the_tests_of_a_whole_program_say_nothing_of_one_function() -> None:
    cli = MILL["mill/cli.py"].replace(
        "    Stone().grind(3)\n",
        '    polish(3)\n    polish(4)\n\n\ndef polish(number):\n    """Polish the stones."""\n'
        + "    number += 1\n" * 16
        + "    return number\n",
    )
    files = {
        "mill/cli.py": cli,
        "tests/test_cli.py": "from mill.cli import main\n\n\ndef test_main():\n    main()\n",
    }
    text = chapter(mill_context(files), "cli.py")
    (told,) = (line for line in text.split("\n") if "called by `main`" in line)
    assert "test" not in told


def test_what_neither_callers_nor_tests_are_known_of_has_no_row() -> None:
    text = chapter(mill_context(), "stones.py")
    assert "no caller is known" not in text


def test_overloads_are_told_apart_by_their_parameters() -> None:
    grain = "".join(
        f"    /** Weighs. */\n    public int weigh({parameters}) {{\n        int sum = {number};\n"
        + "        sum += 1;\n" * 30
        + "        return sum;\n    }\n\n"
        for number, parameters in enumerate(("int grains", "String grains, double factor"))
    )
    files = {
        "src/Scales.java": f"public class Scales {{\n{grain}}}\n",
        "src/Till.java": (
            "public class Till {\n    int sell(Scales scales) {\n"
            '        return scales.weigh(1) + scales.weigh("a", 1.5);\n    }\n'
            "    int buy(Scales scales) {\n        return scales.weigh(2);\n    }\n}\n"
        ),
    }
    body = page(mill_context(files), "book")
    text = "".join(section_text(body, each.anchor) for each in body.sections)
    assert "[Scales.weigh(int)](" in text
    assert "[Scales.weigh(String, double)](" in text


def test_all_callers_are_named_of_what_a_main_flow_passes() -> None:
    callers = "".join(f"\n\ndef call{n}():\n    Stone().grind({n})\n" for n in range(8))
    cli = MILL["mill/cli.py"] + callers
    text = row(chapter(mill_context({"mill/cli.py": cli}), "stones.py"), "Stone.grind")
    assert "`call7` (" in text
    assert "more caller" not in text


def test_what_a_variable_is_set_to_is_no_caller_of_its_name() -> None:
    mill = "import { weigh } from './grain.js';\nconst LIGHT = weigh();\n"
    files = {"grain.js": "export function weigh() { return 1; }\n", "mill.js": mill}
    context = mill_context({"package.json": '{"name": "mill"}', **files})
    weigh = SymbolRef("grain.js", 0)
    uses = [each for each in context.repository.links.uses.of(weigh) if each.kind == "call"]

    assert phrase_text(users_phrase(BookView(context), weigh, uses)) == (
        "the value of `LIGHT` ([mill.js:2](repo/mill.js_docs.md#L2))"
    )


@pytest.mark.parametrize(
    ("use", "is_told"),
    [
        ("mill(1)", True),
        ("mill.execute()", True),
        ("run(mill)", True),
        ("mill.parseFlags(['-l'])", False),
        ("expect(mill.name).toBe('mill')", False),
    ],
)
def test_tests_use_what_a_constant_is_set_to(use: str, *, is_told: bool) -> None:
    body = "".join(f"    x{number} = {number};\n" for number in range(16))
    files = {
        "src/index.js": """
            import {make} from './make.js';
            const mill = make();
            export default mill;
        """,
        "src/make.js": f"export function make() {{\n{body}    return () => 1;\n}}\n",
        "test/mill.test.js": """
            import mill from '../src/index.js';
            test('grinds', () => { USE; });
        """.replace("USE", use),
    }
    linked = link_files(files)
    text = chapter(made_context(linked.repository, texts=linked.texts), "make.js")
    assert ("; tests: by way of [mill](" in row(text, "make")) is is_told


def test_what_one_function_of_its_file_has_taken_out_has_no_row() -> None:
    body = "    number += 1\n" * 16
    called = f"\n\n\ndef _polish(number):\n{body}    return number\n"
    cli = MILL["mill/cli.py"].replace("    Stone().grind(3)\n", f"    _polish(3){called}")
    assert "[_polish](" not in chapter(mill_context({"mill/cli.py": cli}), "cli.py")


def test_a_chapter_with_few_rows_has_one_for_what_others_may_call() -> None:
    body = "    number += 1\n" * 16
    called = f"\n\n\ndef polish(number):\n{body}    return number\n"
    cli = MILL["mill/cli.py"].replace("    Stone().grind(3)\n", f"    polish(3){called}")
    assert "[polish](" in chapter(mill_context({"mill/cli.py": cli}), "cli.py")


def test_a_file_of_tests_named_by_a_word_of_a_function_is_told_if_no_test_is_known() -> None:
    sieve = "from mill.grain import weigh\n\n\ndef sieve_all(x):\n" + "    x += 1\n" * 20
    user = "from mill.sieve import sieve_all\n\n\ndef use():\n    return sieve_all(2)\n"
    cases = "def test_one():\n    assert 1\n\n\ndef test_two():\n    assert 2\n"
    files = {"mill/sieve.py": sieve, "mill/use.py": user, "tests/test_sieves.py": cases}
    text = chapter(mill_context(files), "The Files of mill/")
    told = "; tests named alike: [test_sieves.py](repo/tests/test_sieves.py_docs.md) (2 cases)."
    assert told in text

    noise = "def hum():\n    return 1\n"
    elsewhere = files | {"mill/noise/hum.py": noise, "tests/noise/test_sieves.py": cases}
    del elsewhere["tests/test_sieves.py"]
    assert "named alike" not in chapter(mill_context(elsewhere), "The Files of mill/")


def test_a_call_in_a_function_inside_of_a_function_is_one_of_the_outer_one() -> None:
    inner = "    def turn_all():\n        Stone().grind(3)\n\n    turn_all()\n"
    cli = MILL["mill/cli.py"].replace("    Stone().grind(3)\n", inner)
    text = row(chapter(mill_context({"mill/cli.py": cli}), "stones.py"), "Stone.grind")
    assert "called by `main` (" in text


def test_tests_that_load_a_file_by_its_path_are_told_for_the_functions_that_they_name() -> None:
    padding = "".join(
        f"\nexport function part{n}(x) {{\n  return x + {n};\n}}\n" for n in range(25)
    )
    test = (
        "import test from 'ava';\nimport {load} from './load.js';\n\n"
        "const fixture = load('../mill/stones.js', import.meta.url);\n\n"
        "test('grinds', fixture, ({testedModule: {grind}}) => { grind(1); });\n"
    )
    files = {
        "package.json": '{"name": "mill", "version": "1.0.0", "type": "module"}',
        "mill/stones.js": f"export function grind(n) {{\n  return n;\n}}\n{padding}",
        "mill/cli.js": (
            "import {grind} from './stones.js';\n\nexport function main() {\n  grind(3);\n}\n\n"
            "export function all() {\n  grind(4);\n  grind(5);\n}\n"
            f"{padding}"
        ),
        "test/load.js": "export const load = (source, meta) => source;\n",
        "test/grinding.js": test,
        **dict.fromkeys(MILL, ""),
    }
    files["package.json"] = '{"name": "mill", "version": "1.0.0", "type": "module"}'
    text = chapter(mill_context(files), "stones.js")
    assert "tests that load its file and name it: [grinding.js](" in row(text, "grind")
    assert "tests that load" not in "".join(
        line for line in text.split("\n") if line.startswith("- [part1]")
    )


def test_files_that_tables_of_tested_modules_name_are_no_untested_ones() -> None:
    changed = {
        "mill/__init__.py": "PLUGINS = {'sieve': 'mill.sieve.sift'}\n",
        "mill/sieve.py": "def sift(x):\n    return x\n",
        "mill/bran.py": "def bran(x):\n    return x\n",
        "tests/test_all.py": "import mill\n\n\ndef test_it():\n    assert mill.PLUGINS\n",
    }
    text = chapter(mill_context(changed), "Testing")
    assert "mill/bran.py](repo/mill/bran.py_docs.md): 2 lines" in text
    assert "mill/sieve.py](repo/mill/sieve.py_docs.md): 2 lines" not in text


def test_callers_that_are_not_named_are_told_by_their_files() -> None:
    filling = "".join(f"\n\ndef fill{n}():\n    weigh({n})\n" for n in range(20))
    cli = f"from mill.grain import weigh\n{MILL['mill/cli.py']}{filling}"
    text = row(chapter(mill_context({"mill/cli.py": cli}), "grain.py"), "weigh")

    assert " more callers](repo/mill/grain.py_docs.md#mill.grain.weigh) ([cli.py](" in text


def test_the_line_that_exports_a_function_hands_it_on_to_nobody() -> None:
    grain = "function weigh(number) {\n  return number + 1;\n}\n"
    ways = {"a": "export default weigh;\n", "b": "export { weigh };\n"}
    for name, exporting in ways.items():
        mill = f"import {'weigh' if name == 'a' else '{ weigh }'} from './grain.js';\n"
        mill += "export function sell() { return weigh(2); }\n"
        files = {"package.json": '{"name": "mill"}', "grain.js": grain + exporting, "mill.js": mill}
        context = mill_context(files)
        found = context.repository.links.uses.of(SymbolRef("grain.js", 0))
        assert [each.kind for each in found if each.kind != "import"] == ["call"]


def test_a_function_is_told_with_what_it_takes_and_what_callers_do_with_its_result() -> None:
    cli = MILL["mill/cli.py"].replace(
        "    Stone().grind(3)\n", "    weight = weigh(2) + 1\n    Stone().grind(weight)\n"
    )
    cli = cli.replace("import click\n", "import click\nfrom mill.grain import weigh\n")
    stones = MILL["mill/stones.py"].replace("        weigh(number)\n", "")
    files = {"mill/cli.py": cli, "mill/stones.py": stones}
    text = row(chapter(mill_context(files), "grain.py"), "weigh")

    assert "`(number)` ([line " in text or "`(number)` (" in text
    assert "): `weight = weigh(2) + 1`" in text
