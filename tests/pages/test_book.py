"""The chapters of the book that are not about one component."""

from __future__ import annotations

import re

import pytest
from body_text import blocks_text, body_text, section_text
from made_mill import MILL, chapter, mill_context
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from made_shop import page, shop_context
from support.linked import link_files

from mkdocs_repodoc.model.blocks import Block
from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory, Release
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileComplexity, Finding
from mkdocs_repodoc.pages.book import book_page
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts.diagrams.component_diagram import component_cycles
from mkdocs_repodoc.pages.parts.orientation.abstraction_list import abstraction_blocks


def test_chapters_are_numbered_in_reading_order() -> None:
    titles = [section.title for section in page(mill_context(), "book").sections]

    assert titles == [
        "1. Overview",
        "2. Main Flows",
        "3. Key Abstractions",
        "4. Architecture",
        "5. cli.py: main",
        "6. stones.py",
        "7. grain.py",
        "8. Settings",
        "9. Testing",
        "10. Contributing",
        "11. Glossary",
    ]


def test_the_book_begins_with_its_chapters() -> None:
    first = body_text(page(mill_context(), "book")).splitlines()[1]

    book = "repo/comprehensive_book.md"
    assert first.replace("\N{NO-BREAK SPACE}", " ").startswith(
        f"[1. Overview]({book}#overview) · [2. Main Flows]({book}#main-flows) · "
    )


def test_a_package_of_tests_offers_nothing_to_programs() -> None:
    shared = "".join(f"class Case{number}:\n    pass\n\n\n" for number in range(200))
    names = ", ".join(f"Case{number}" for number in range(200))
    tests = {
        "tests/__init__.py": f"from tests.cases import {names}\n",
        "tests/cases.py": shared,
        "tests/test_cases.py": "from tests import Case1\n\n\ndef test_it():\n    Case1()\n",
    }
    text = chapter(mill_context(tests), "Overview")
    assert "Programs import [Stone](" in text
    assert "Case0" not in text


def test_a_repository_without_code_has_no_chapters_about_it() -> None:
    context = made_context(link_files({"a.txt": "Words.\n"}).repository)

    assert page(context, "book").sections == ()


def test_the_overview_is_the_readme_and_what_the_project_file_states() -> None:
    text = chapter(mill_context(), "Overview")

    assert "Mill turns grain into flour." in text
    for left_out in ("Tests", "Please do.", "## Other"):
        assert left_out not in text
    assert "It is run by the command `mill`, which starts [mill.cli.main](" in text
    assert "Programs import [Stone](" in text
    assert "This is version 2.1, under the licence MIT." in text
    assert "It needs Python 3.10 or later and the package `click`." in text
    assert " are the software itself (most in [mill/](repo/mill/index.md))" in text
    numbers = [int(each) for each in re.findall(r"(\d+) (?:lines|are)\b", text)]
    assert numbers[0] == sum(numbers[1:])


def test_a_main_flow_is_told_function_by_function() -> None:
    text = chapter(mill_context(), "Main Flows")

    assert "### Running mill" in text
    steps = [line for line in text.splitlines() if line.startswith("- ")]
    assert [line.partition("](")[0] for line in steps] == [
        "- Step 1: [main",
        "- Step 2: [Stone.grind",
        "- Step 3: [Stone.turn",
        "- Step 4: [Grain.crush",
    ]
    assert "[line 19](repo/mill/stones.py_docs.md#L19): [weigh](" in text
    assert "): “Weigh some grains.”" in text
    assert "[Stone.turn](repo/mill/stones.py_docs.md#mill.stones.Stone.turn) → step 3" in text
    assert steps[3].endswith("): “Break the hull.”")


def test_a_call_of_a_main_flow_is_said_with_the_blocks_around_it() -> None:
    grinding = MILL["mill/stones.py"].replace(
        "        return self.turn(Grain(number))\n",
        "        for seed in range(number):\n"
        "            if seed > 1:\n"
        "                self.turn(Grain(seed))\n"
        "            else:\n"
        "                weigh(seed)\n",
    )
    # The first call of each function is told.
    grinding = grinding.replace("        weigh(number)\n", "")
    text = chapter(mill_context({"mill/stones.py": grinding}), "Main Flows")

    loop = "  - [line 19](repo/mill/stones.py_docs.md#L19), `for seed in range(number)`\n"
    assert loop in text
    inside = text[text.index(loop) + len(loop) :].splitlines()
    assert inside[1].startswith(
        "    - [line 21](repo/mill/stones.py_docs.md#L21), `if seed > 1`: [Stone.turn]("
    )
    assert inside[2].startswith(
        "    - [line 23](repo/mill/stones.py_docs.md#L23), else of `if seed > 1`: [weigh]("
    )


def test_a_key_abstraction_has_the_words_of_its_base_as_such() -> None:
    members = "".join(f"    def part{n}(self):\n        return {n}\n\n" for n in range(30))
    stones = MILL["mill/stones.py"].replace(
        "class Runner(Stone):\n    pass\n", f"class Runner(Stone):\n{members}"
    )
    context = mill_context({"mill/stones.py": stones})
    listed = "".join(blocks_text(abstraction_blocks(context)))

    assert "[Runner](repo/mill/stones.py_docs.md#mill.stones.Runner), a kind of [Stone](" in listed
    assert listed.count("A stone that turns.") == 1  # in the base's own line
    assert " is a kind of [Stone](" in chapter(context, "Key Abstractions")


def test_each_key_abstraction_has_a_portrait() -> None:
    text = chapter(mill_context(), "Key Abstractions")

    assert text.startswith("The code and its documents turn on ")
    assert "[Stone](repo/mill/stones.py_docs.md#mill.stones.Stone): “A stone that turns.”" in text
    assert "It is the base of [Runner](repo/mill/stones.py_docs.md#mill.stones.Runner) and" in text
    assert "It inherits from [Stone](" in text
    assert "It is made in [main](repo/mill/cli.py_docs.md#mill.cli.main)." in text
    assert "It holds:\n- [number](repo/mill/grain.py_docs.md#mill.grain.Grain.number)" in text
    assert "- [crush](repo/mill/grain.py_docs.md#mill.grain.Grain.crush): Break the hull." in text
    assert "its chapter is [stones.py](repo/comprehensive_book.md#component-2)." in text


def test_members_left_out_are_on_the_page_of_their_type() -> None:
    methods = "".join(f"\n    def turn{n}(self):\n        return {n}\n" for n in range(8))
    grain = MILL["mill/grain.py"].replace("number * 2\n", f"number * 2\n{methods}")
    text = chapter(mill_context({"mill/grain.py": grain}), "Key Abstractions")

    assert "more](repo/mill/grain.py_docs.md#mill.grain.Grain)" in text


def test_what_is_no_trait_implements_traits_and_requires_none() -> None:
    files = {
        "README.md": "# Mill\n\nA `Grain` is ground.\n",
        "src/lib.rs": "mod grain;\nmod scale;\npub use crate::grain::Grain;\n",
        "src/grain.rs": "/// Ground in the mill.\npub struct Grain {\n    pub weight: u32,\n}\n"
        "impl std::fmt::Display for Grain {\n    fn fmt(&self) {}\n}\n",
        "src/scale.rs": "use crate::grain::Grain;\n/// Weighs.\npub struct Scale {\n"
        "    grain: Grain,\n}\n",
    }
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Key Abstractions")
    assert "It implements `std::fmt::Display`." in told


def test_tests_make_no_method_a_much_called_one() -> None:
    grinders = {
        f"mill/{name}.py": (
            "from mill.stones import Stone\n\n\n"
            "def go(stone: Stone):\n    stone.grind(1)\n    stone.turn(2)\n"
        )
        for name in ("mule", "wind")
    }
    tests = {
        f"tests/test_{name}.py": (
            "from mill.stones import Stone\n\n\ndef test_dress():\n    Stone().dress()\n"
        )
        for name in ("a", "b", "c")
    }
    stones = MILL["mill/stones.py"].replace(
        "    def turn(", "    def dress(self):\n        return self\n\n    def turn("
    )
    text = chapter(
        mill_context({**grinders, **tests, "mill/stones.py": stones}), "Key Abstractions"
    )

    portrait = text[text.index("### Stone") : text.index("### Grain")]
    methods = portrait[portrait.index("Its methods") :]
    assert "- [grind](" in methods
    assert methods.index("[turn](") < methods.index("[dress](")


def test_the_architecture_says_what_is_above_and_below() -> None:
    text = chapter(mill_context(), "Architecture")

    assert "The software has 3 parts." in text
    assert (
        "[cli.py](repo/comprehensive_book.md#component-1) is at the top: no other part imports it."
        in text
    )
    assert (
        "[grain.py](repo/comprehensive_book.md#component-3) is at the bottom: it imports no "
        in text
    )
    assert "- [docs/design.md](repo/docs/design.md_docs.md), Design: “Stones never touch.”" in text


def test_layers_are_said_only_where_imports_keep_to_them() -> None:
    names = ("core/a", "core/b", "plugins/p", "press/run", "odd/alone")
    made = [made_file(f"{name}.py", [made_symbol("f")], lines=100) for name in names]
    imports = [
        ("plugins/p.py", "core/a.py"),
        ("plugins/p.py", "core/b.py"),
        ("press/run.py", "core/a.py"),
    ]

    def text(anchor: str, *more: tuple[str, str]) -> str:
        repository = made_repository(made, imports=[*imports, *more])
        return section_text(page(made_context(repository), "book"), anchor)

    assert "Each component imports only from layers below its own." in text("architecture")
    back = ("core/b.py", "plugins/p.py")
    assert "The components form no layers: 1 of the 4 imports between them" in text(
        "architecture", back
    )
    cut = ": 1 import to cut, [core/b.py:1](repo/core/b.py_docs.md#L1)"
    assert cut in text("what-to-watch", back)


def test_ties_that_no_picture_shows_lead_back_up_as_well() -> None:
    padding = "".join(f"    x += {number}\n" for number in range(30))
    files = {
        "mill/front.py": f"from mill.back import crush\n\n\ndef run(x):\n{padding}    crush(x)\n",
        "mill/back.py": (
            f"def crush(x):\n{padding}    from mill.front import run\n\n    return run\n"
        ),
    }
    text = chapter(mill_context({**dict.fromkeys(MILL, ""), **files}), "Architecture")

    assert "at the top" not in text
    assert "at the bottom" not in text
    assert (
        "The imports that are drawn lead only to lower layers; by late imports, types or calls, "
        "parts need some above them, too: [back.py](repo/mill/back.py_docs.md) needs [front.py]"
    ) in text


def test_files_of_one_package_are_drawn_by_their_uses() -> None:
    padding = "".join(f"\tx += {number}\n" for number in range(30))
    body = f"\tx := 0\n{padding}\t_ = x\n"
    files = {
        "go.mod": "module example.com/mill\n",
        "main.go": f"package main\n\nfunc main() {{\n{body}\tgrind()\n}}\n",
        "stones.go": f"package main\n\nfunc grind() {{\n{body}\tcrush()\n}}\n",
        "grain.go": f"package main\n\nfunc crush() {{\n{body}}}\n",
    }
    text = chapter(mill_context({**dict.fromkeys(MILL, ""), **files}), "Architecture")

    assert "comprehensive_book.md#component-1) is at the top: no other part uses it." in text
    assert "Each component uses only layers below its own." in text
    assert "which uses which" in text
    assert "main.go -> stones.go (1)\nstones.go -> grain.go (1)" in text


def test_files_of_one_package_that_use_each_other_are_nothing_to_cut() -> None:
    padding = "".join(f"\tx += {number}\n" for number in range(30))
    body = f"\tx := 0\n{padding}\t_ = x\n"
    files = {
        "go.mod": "module example.com/mill\n",
        "stones.go": f"package mill\n\nfunc Grind() {{\n{body}\tcrush()\n}}\n",
        "grain.go": f"package mill\n\nfunc crush() {{\n{body}\tGrind()\n}}\n",
    }
    context = mill_context({**dict.fromkeys(MILL, ""), **files})

    assert "1 of the 2 uses between them close a cycle" in chapter(context, "Architecture")
    assert component_cycles(context) is None


def test_testing_says_how_to_run_tests() -> None:
    text = chapter(mill_context(), "Testing")

    assert text.startswith("There is 1 test file with 1 test case, using [pytest](")
    assert "- One test: `python -m pytest tests/test_stones.py::test_grind`" in text


def test_modules_are_untested_only_where_others_are_tested() -> None:
    made = [made_symbol("run")]
    files = [
        *(made_file(path, made) for path in ("app/a.py", "app/b.py", "app/_x/c.py", "tools/d.py")),
        made_file("tests/test_a.py", role="test", tests=("t",)),
    ]
    repository = made_repository(files, tests_of={"app/a.py": ("tests/test_a.py",)})
    text = section_text(page(made_context(repository), "book"), "testing")

    said = (
        "Of 2 public source files with public definitions, 1 is named by no test, "
        "nor by anything that tests use:\n- [app/b.py]("
    )
    assert said in text
    assert "): 10 lines of code" in text
    assert "tools/d.py" not in text


def test_programs_that_tests_start_as_processes_are_not_untested() -> None:
    files = {
        "mill/tools.py": "from mill.stones import Stone\n\n\ndef sift():\n    return Stone()\n",
        "pyproject.toml": MILL["pyproject.toml"].replace(
            "scripts = {", 'scripts = {sift = "mill.tools:sift", '
        ),
    }
    assert "[mill/tools.py](repo/mill/tools.py_docs.md): " in chapter(
        mill_context(files), "Testing"
    )

    started = "import subprocess\n\n\ndef test_sift():\n    subprocess.run(['sift'])\n"
    text = chapter(mill_context({**files, "tests/test_program.py": started}), "Testing")
    assert "Some tests start processes ([test_program.py:5](" in text
    assert "named by no test" not in text


def test_what_a_tested_module_imports_is_not_untested() -> None:
    """Tests may take all that they try from a façade."""
    code = "def run():\n    pass\n"
    files = {
        "app/front.py": f"from app.back import run as inner\n{code}",
        "app/back.py": code,
        "app/alone.py": code,
        "tests/test_front.py": "from app.front import run\n\n\ndef test_run():\n    run()\n",
    }
    text = chapter(mill_context(files), "Testing")
    assert "[app/alone.py](" in text
    assert "[app/back.py](" not in text


def test_nothing_is_said_of_tests_where_there_are_none() -> None:
    assert chapter(mill_context({"tests/test_stones.py": ""}), "Testing") == ""


@pytest.mark.parametrize("end", ["", "."])
def test_contributing_is_the_repositorys_own_guide(end: str) -> None:
    makefile = f"test: ## Grind a sample{end}\n\tpytest\n"
    text = chapter(mill_context({"Makefile": makefile}), "Contributing")

    assert text.startswith("Bring a sieve and read the code.")
    assert (
        "- `make test`: Grind a sample. Runs `pytest` ([Makefile:1](repo/Makefile_docs.md#L1))"
        in text
    )


def test_a_guide_is_shown_to_its_end_if_little_would_be_left() -> None:
    guide = "# Contributing\n\n" + "Words and words.\n\n" * 250 + "## Stones\n\nRun `run_stone`.\n"
    text = chapter(mill_context({"CONTRIBUTING.md": guide}), "Contributing")

    assert "Run `run_stone`." in text
    assert "The guide goes on in" not in text


def test_a_long_guide_ends_at_a_paragraph_and_leads_on() -> None:
    guide = "# Contributing\n\n" + "Words and words.\n\n" * 500 + "## Releases\n\nLater.\n"
    text = chapter(mill_context({"CONTRIBUTING.md": guide}), "Contributing")

    assert len(text) < 6_000
    assert "The guide goes on in [CONTRIBUTING.md](repo/CONTRIBUTING.md_docs.md)." in text


def test_warnings_are_gathered_by_rule_security_first() -> None:
    findings = (
        Finding("security", "S301", 4, 4, "`pickle.load` runs code.", url="https://rules/S301"),
        Finding("performance", "ASYNC251", 5, 5, "Sleep.", url="https://rules/P"),
        Finding("performance", "slots", 6, 6, "Uses slots."),
    )
    files = [made_file(f"{name}.py", findings=findings) for name in "abcde"]
    files.append(made_file("test_a.py", findings=findings, role="test"))
    text = section_text(page(made_context(made_repository(files)), "book"), "what-to-watch")

    first, second = text.splitlines()[1:]
    assert first == (
        "- [S301](https://rules/S301): `pickle.load` runs code. [a.py:4](repo/a.py_docs.md#L4), "
        "[b.py:4](repo/b.py_docs.md#L4), [c.py:4](repo/c.py_docs.md#L4) and 2 more places."
    )
    assert second.startswith("- [ASYNC251](")


def test_hot_spots_name_the_function_and_what_changes_together() -> None:
    names = [f"{letter}.py" for letter in "abcd"]
    files = [
        made_file(name, [made_symbol("run")], complexity=FileComplexity(30, 12, 0))
        for name in names
    ]
    together = {"d.py": {"a.py": 5, "b.py": 2}}
    changes = tuple(
        Change(f"{number}" * 40, "Ann", f"2026-02-{20 - number}", subject)
        for number, subject in enumerate(("Oil the wheel", "Bump gears to 2", "Oil the stone"))
    )
    window = ChangeWindow(
        since="2025-03-01",
        commits=20,
        counts={**dict.fromkeys(names, 7), "names.py": 8},
        together=together,
        in_year=1,
        changes=changes,
        touched={"a.py": (0, 1, 2)},
    )
    releases = (Release("v2", "2026-02-01"), Release("v1", "2024-01-01"))
    history = GitHistory(window=window, co_changes={"d.py": {"a.py": 44}}, releases=releases)
    files.append(made_file("names.py", lines=90))
    context = made_context(made_repository(files, history=history))
    text = section_text(page(context, "book"), "what-to-watch")

    assert "the last 20 commits (since 2025-03-01; 1 of them of the last twelve months):" in text
    assert (
        "- [a.py](repo/a.py_docs.md)\n"
        "  - 7 commits, 1 of them in the last twelve months. 10 lines, "
        "complexity 30; the most complicated function (12) is [run](repo/a.py_docs.md#a.run).\n"
        "  - Among its commits: “Oil the wheel” (2026-02-20), “Oil the stone” (2026-02-18).\n"
    ) in text
    assert "by commits × lines: [names.py](repo/names.py_docs.md) (8; 90 lines)." in text
    assert "Release in that time: v2 (2026-02-01)." in text


def test_what_only_helpers_of_tests_use_is_not_untested() -> None:
    files = {
        "mill/sieve.py": "def sieve():\n    pass\n",
        "tests/conftest.py": "from mill.sieve import sieve\n",
    }
    assert "mill/sieve.py" not in chapter(mill_context(files), "Testing")
    assert "mill/sieve.py" in chapter(mill_context({**files, "tests/conftest.py": ""}), "Testing")


@pytest.mark.parametrize(
    "tests",
    [
        {"tests/test_sieve.py": "def test_it():\n    run('sieve')\n"},
        {"mill/sieve.py": "def sieve():\n    pass\n\n\ndef test_sieve():\n    sieve()\n"},
    ],
)
def test_a_file_with_cases_of_its_own_or_of_its_name_is_not_untested(tests: dict[str, str]) -> None:
    files = {"mill/sieve.py": "def sieve():\n    pass\n"}
    assert "mill/sieve.py" in chapter(mill_context(files), "Testing")
    context = mill_context({**files, **tests})
    if "mill/sieve.py" in tests:
        assert context.repository.files["mill/sieve.py"].outline.tests
    assert "mill/sieve.py](repo/mill/sieve.py_docs.md): " not in chapter(context, "Testing")


def test_tests_beside_the_code_are_counted() -> None:
    files = {
        "Cargo.toml": '[package]\nname = "mill"\n',
        "src/lib.rs": "pub fn grind() {}\n\n#[test]\nfn it_grinds() {\n    grind();\n}\n",
    }
    linked = link_files(files)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Testing")
    assert "1 test case stands beside the code in [src/lib.rs](" in told


def test_late_changes_are_told_where_the_past_says_what_is_risky() -> None:
    names = ("a.py", "b.py")
    complexity = FileComplexity(30, 12, 0)
    files = [made_file(name, [made_symbol("run")], complexity=complexity) for name in names]
    files.append(made_file("c.py", [made_symbol("tie")], complexity=FileComplexity(13, 12, 0)))
    change = Change("1" * 40, "Ann", "2026-02-20", "Oil the wheel")
    now = ChangeWindow(
        "2025-03-01", 1, {"a.py": 1}, in_year=1, changes=(change,), touched={"a.py": (0,)}
    )
    past = ChangeWindow("2016-03-01", 90, dict.fromkeys(names, 7), in_year=1)
    history = GitHistory(window=now, past=past)
    context = made_context(made_repository(files, history=history))
    text = section_text(page(context, "book"), "what-to-watch")
    assert "the last 90 commits (since 2016-03-01; 1 of them of the last twelve months):" in text
    assert "- “Oil the wheel” (2026-02-20): [a.py](" in text
    assert "though they have changed less: [c.py](repo/c.py_docs.md) (13; [tie](" in text


def test_the_order_of_all_commits_is_told_beside_that_of_a_year() -> None:
    names = ("a.py", "b.py", "c.py")
    complexity = FileComplexity(30, 12, 0)
    files = [made_file(name, [made_symbol("run")], complexity=complexity) for name in names]
    now = ChangeWindow("2025-03-01", 9, {"a.py": 7, "b.py": 3, "c.py": 2}, in_year=9)
    past = ChangeWindow("2016-03-01", 90, {"a.py": 7, "b.py": 40, "c.py": 20}, in_year=9)
    history = GitHistory(window=now, past=past)
    text = section_text(
        page(made_context(made_repository(files, history=history)), "book"), "what-to-watch"
    )
    assert (
        "Counted over the last 90 commits (since 2016-03-01; 9 of them of the last twelve months), "
        "the first are [b.py](repo/b.py_docs.md) (40 commits, complexity 30), [c.py]("
    ) in text


def test_callers_behind_the_most_telling_ones_are_a_link_away() -> None:
    callers = "".join(f"def _hidden{number}():\n    sift()\n\n\n" for number in range(9))
    files = {
        "mill/sieve.py": f'def sift():\n    """Sift flour, all of it."""\n\n\n{callers}',
        "mill/shop.py": "from mill.sieve import sift\n\n\ndef sell():\n    sift()\n",
        "mill/__init__.py": "",
    }
    linked = link_files(files)
    context = made_context(
        linked.repository, texts=linked.texts, detail=lambda path: linked.details[path]
    )
    told = body_text(page(context, "book"))
    assert "called by `sell` ([shop.py:5](" in told
    assert "and [4 more callers](repo/mill/sieve.py_docs.md#mill.sieve.sift)" in told


def test_the_glossary_has_what_documents_explain_and_no_type_that_is_told() -> None:
    lines = chapter(mill_context(), "Glossary").splitlines()

    source = "[docs/design.md](repo/docs/design.md_docs.md#L5)"
    assert lines == [f"- Millstones: A millstone is a stone that turns. ({source})"]
    assert chapter(mill_context(), "Key Abstractions").count("A stone that turns.") == 1


@pytest.mark.parametrize(
    ("names", "is_there"), [([f"Kind{number}" for number in range(40)], True), (["Point"], False)]
)
def test_the_glossary_has_records_unless_they_are_few(names: list[str], is_there: bool) -> None:
    records = [made_symbol(each, "record", summary="A spot in the plane.") for each in names]
    user = made_use("b.java", 2, "name")
    files = [made_file("a.java", records, language="java"), made_file("b.java", language="java")]
    used = [user, made_use("c.java", 2, "name")]
    uses = {SymbolRef("a.java", position): used for position in range(len(names))}
    context = made_context(made_repository([*files, made_file("c.java")], uses=uses))
    assert any(each.anchor == "glossary" for each in page(context, "book").sections) is is_there
    told = chapter(context, "Glossary") if is_there else ""
    assert (told.count("A spot in the plane.") > 2) is is_there


def test_the_book_is_bounded() -> None:
    files = [
        made_file(
            f"p{number % 90}/m{number}.py", [made_symbol("C", "class")], summary="Words. " * 9
        )
        for number in range(4000)
    ]
    small, large = (
        len(body_text(page(made_context(made_repository(files[:count])), "book")))
        for count in (2000, 4000)
    )

    assert large < 1.2 * small


def test_the_book_lists_no_files_one_by_one() -> None:
    assert "file-reference" not in {each.anchor for each in page(shop_context(), "book").sections}


@pytest.mark.parametrize("kind", ["repository", "book"])
def test_a_repository_without_types_has_no_key_abstractions(kind: str) -> None:
    body = page(made_context(link_files({"a.py": "X = 1\n"}).repository), kind)  # type: ignore[arg-type]  # a parameter

    assert "key-abstractions" not in {each.anchor for each in body.sections}


def test_a_form_for_reports_is_no_document_on_the_design() -> None:
    form = "# Which version, system and architecture?\n"
    text = chapter(mill_context({".github/ISSUE_TEMPLATE.md": form}), "Architecture")
    assert "[docs/design.md](repo/docs/design.md_docs.md), Design" in text
    assert "[.github/ISSUE_TEMPLATE.md](" not in text


def test_agreements_and_lists_of_contributors_are_no_guide() -> None:
    files = {
        "CONTRIBUTORS.txt": "Contributor Agreement\n\nEverybody signs it.\n",
        "CONTRIBUTING.md": "# Contributing\n\nSign the CLA.\n\nSieve the flour.\n",
        "CHANGELOG.md": "# Changes\n",
    }
    text = chapter(mill_context(files), "Contributing")
    assert text.startswith("Sieve the flour.")
    assert "CHANGELOG.md" not in text


OUTSIDE = "import subprocess\n\n\ndef test_{}():\n    subprocess.run(['mill'])\n"


def test_tests_that_run_the_program_from_outside_are_found_by_the_names_of_their_files() -> None:
    tests = {
        "tests/test_stones.py": OUTSIDE.format("a_grain_is_crushed"),
        "tests/test_grain.py": OUTSIDE.format("it_is_crushed"),
    }
    text = chapter(mill_context(tests), "grain.py")

    assert (
        "Tests named after grain.py: [test_grain.py](repo/tests/test_grain.py_docs.md) "
        "(1 case: `test_it_is_crushed`)."
    ) in text
    assert "test_a_grain_is_crushed" not in text  # a word in common


def test_a_case_that_has_just_the_name_of_a_file_is_named_after_it() -> None:
    tests = {"tests/test_stones.py": OUTSIDE.format("grain")}
    text = chapter(mill_context(tests), "grain.py")
    assert "Tests named after grain.py: [test_grain](" in text

    other = {**tests, "mill/trade/grain.py": "def sell():\n    return 1\n"}
    assert "Tests named after" not in chapter(mill_context(other), "grain.py")


def test_types_beside_the_key_abstractions_have_a_line_each() -> None:
    errors = (
        "\n\nclass _MillError(Exception):\n    code = 400\n\n\n"
        "class _Broken(_MillError):\n"
        '    """A stone broke."""\n\n    code = 500\n    stone: int\n'
    )
    text = chapter(
        mill_context({"mill/grain.py": MILL["mill/grain.py"] + errors}), "Key Abstractions"
    )

    assert text.partition("2 other types:\n")[2].splitlines() == [
        (
            "- [_Broken](repo/mill/grain.py_docs.md#mill.grain._Broken) "
            "([_MillError](repo/mill/grain.py_docs.md#mill.grain._MillError)): A stone broke."
        ),
        (
            "- [_MillError](repo/mill/grain.py_docs.md#mill.grain._MillError) (`Exception`): holds "
            "[code](repo/mill/grain.py_docs.md#mill.grain._MillError.code) = `400`"
        ),
    ]


def test_a_package_that_some_systems_need_is_told_with_its_condition() -> None:
    project = MILL["pyproject.toml"].replace(
        'dependencies = ["click"]',
        """dependencies = ['colorama; os_name == "nt"', 'numpy<2; python_version < "3.9"',
        'numpy; python_version >= "3.9"']""",
    )
    context = mill_context({"pyproject.toml": project})
    assert 'the package `numpy` and `colorama` where `os_name == "nt"`.' in chapter(
        context, "Overview"
    )
    lead = page(context, "repository").lead
    assert "2 dependencies, 1 of them not everywhere" in str(lead)
    alone = mill_context(
        {"pyproject.toml": project.replace("numpy", "colorama").replace("click", "colorama")}
    )
    assert alone.repository.project.conditional_packages == ()


def test_types_of_one_line_say_what_their_few_fields_are() -> None:
    names = ("Mill", "Stone", "Grain", "Bed", "Sieve", "Wheel")
    keys = "".join(
        f"/// A {name}, of which the software is about.\npub struct {name} {{\n"
        + "".join(f"    /// Part {number}.\n    pub part{number}: u8,\n" for number in range(30))
        + "}\n"
        for name in names
    )
    small = (
        "/// What comes out.\nstruct Flour {\n    weight: [u16; 4],\n    from: Option<Grain>,\n}\n"
        "/// What may happen.\nenum Event {\n    Ground(Flour),\n    Stopped,\n}\n"
        "type Sack = Vec<Flour>;\n"
    )
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/lib.rs": f"{keys}{small}"}
    linked = link_files(files)
    details = linked.details.__getitem__
    context = made_context(linked.repository, texts=linked.texts, detail=details)
    text = chapter(context, "Key Abstractions")
    said = text.partition("other types:\n")[2]

    assert "What comes out. It holds [weight](" in said
    assert "): [u16; 4] and [from](" in said
    assert "What may happen. It is one of [Ground](" in said
    assert ")(Flour) and [Stopped](" in said
    assert "): stands for `Vec<Flour>`" in said


def test_the_overview_tells_optional_packages_from_needed_ones() -> None:
    manifest = (
        '[package]\nname = "mill"\n[dependencies]\nsieve = { version = "1", optional = true }'
    )
    text = chapter(mill_context({"pyproject.toml": "", "Cargo.toml": manifest}), "Overview")

    assert "It needs no other packages; `sieve` is optional." in text


def test_modules_of_two_forms_are_not_said_to_have_one() -> None:
    manifest = '{"name": "mill", "version": "1.0.0", "type": "module", "exports": "./mill.js"}'
    files = {"pyproject.toml": "", "package.json": manifest, "mill.js": "export const a = 1\n"}
    assert "Its modules are ES modules." in chapter(mill_context(files), "Overview")
    old = {"lib/old.cjs": "module.exports = 1\n"}
    assert "ES modules" not in chapter(mill_context({**files, **old}), "Overview")


def test_the_overview_says_what_the_software_runs_on() -> None:
    manifest = (
        '{"name": "mill", "version": "1.0.0", "type": "module", "exports": "./mill.js", '
        '"engines": {"node": ">=22"}}'
    )
    threaded = {
        "mill/cli.py": MILL["mill/cli.py"].replace("import click", "import threading"),
        "mill/grain.py": f"from concurrent import futures\n\n\n{MILL['mill/grain.py']}",
        "lib/port.d.ts": "import type { MessagePort } from 'node:worker_threads'\n",
        "mill/sieve.pyi": "import asyncio\n",
        "mill/sieve.py": "def sift(): pass\n",
    }
    text = chapter(
        mill_context({**threaded, "pyproject.toml": "", "package.json": manifest}), "Overview"
    )

    assert "It needs Node.js 22 or later and no other packages." in text
    assert "Its modules are ES modules." in text
    assert (
        "For concurrency its code imports "
        "`concurrent.futures` ([grain.py](repo/mill/grain.py_docs.md)) and "
        "`threading` ([cli.py](repo/mill/cli.py_docs.md))."
    ) in text


def test_a_chapter_that_can_not_be_told_is_left_out_and_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_view: BookView) -> list[Block]:
        raise ArithmeticError("of no use")

    context = mill_context()
    monkeypatch.setattr(book_page, "testing", fail)
    titles = [each.title for each in page(context, "book").sections]
    assert not any("Testing" in title for title in titles)
    assert titles[0] == "1. Overview"
    assert [int(title.partition(".")[0]) for title in titles] == list(range(1, len(titles) + 1))
    (reason,) = context.insight.bounds.unsaid.items()
    assert reason[0] == "the chapter “Testing” of the book"
    assert reason[1].reason.startswith("ArithmeticError: of no use")
