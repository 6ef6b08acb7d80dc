"""Why the book calls a file risky, beside its size and its changes."""

from __future__ import annotations

from dataclasses import replace

from body_text import phrase_text
from made_mill import MILL, mill_context

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.risk_reasons import (
    cautions,
    file_state,
    outside_users,
    passing_flow,
    timed_tests,
)


def reasons(changed: dict[str, str]) -> str:
    context = mill_context(changed)
    symbols = context.repository.files["mill/stones.py"].outline.symbols
    (stone,) = (number for number, each in enumerate(symbols) if each.name == "Stone")
    exported = {"mill/__init__.py": {"Stone": SymbolRef("mill/stones.py", stone)}}
    # What others gather, such as a folder of measurements, is not what the package exports.
    exported["bench/__init__.py"] = {"Stone": SymbolRef("mill/stones.py", stone)}
    context = replace(context, exports=lambda path: exported.get(path, {}))
    view, path = BookView(context), "mill/stones.py"
    said = (
        *outside_users(view, path),
        timed_tests(view, path),
        file_state(view, path),
        cautions(view, path),
    )
    return " ".join(phrase_text(each) for each in (passing_flow(view, path), *said) if each)


def test_what_the_package_offers_and_keeps_is_said() -> None:
    text = MILL["mill/stones.py"] + "\n\nTURNING = {}\n\n\ndef start(key):\n    TURNING[key] = 1\n"
    said = reasons({"mill/stones.py": text, "bench/__init__.py": "from mill.stones import Stone\n"})
    assert "[mill/__init__.py](repo/mill/__init__.py_docs.md) exports [Stone](" in said
    assert " from it." in said
    assert " It keeps state for the whole process in [TURNING](" in said


def test_tests_that_wait_are_said() -> None:
    wait = "    time.sleep(0.1)\n" * 5
    said = reasons({"tests/test_stones.py": f"import time\n{MILL['tests/test_stones.py']}{wait}"})
    assert " Tests of it wait for time or events: 5 lines of [tests/test_stones.py](" in said
    # A call with many blanks takes minutes by a pattern that tries each of them.
    none = "    time.sleep( 0 )\n" * 5 + f"    time.sleep({' ' * 50_000})\n" * 5
    rest = reasons({"tests/test_stones.py": f"import time\n{MILL['tests/test_stones.py']}{none}"})
    assert "wait" not in rest


def test_what_a_file_lets_one_set_is_said() -> None:
    reads = "\n\nimport os\n\nDRESSED = os.environ.get('MILL_DRESSED', '')\n"
    options = "import argparse\n\nparser = argparse.ArgumentParser()\n"
    options += (
        "parser.add_argument('stone')\nparser.add_argument('--grist', help='What is milled')\n"
    )
    said = reasons({"mill/stones.py": MILL["mill/stones.py"] + reads + options})
    expected = (
        "It declares 1 command-line option and reads the environment variable `MILL_DRESSED`."
    )
    assert expected in said


def test_functions_that_the_first_main_flow_passes_are_named() -> None:
    assert reasons({}).startswith("Running mill passes [Stone.grind](")


def test_statuses_that_a_file_gives_the_program_are_said() -> None:
    text = "import sys\n" + MILL["mill/stones.py"]
    text += "\n\ndef stop(wet):\n    if wet:\n        sys.exit(3)\n    sys.exit(1)\n"
    assert " It has the program end with the statuses `1` and `3`." in reasons(
        {"mill/stones.py": text}
    )
    assert "has the program end" not in reasons({})


def test_comments_that_warn_are_quoted() -> None:
    comment = "# The stone must be lifted before it is turned."
    said = reasons({"mill/stones.py": f"{comment}\n{MILL['mill/stones.py']}"})
    warned = (
        "Its comments say what to mind: “The stone must be lifted before it is turned” ([line 1]("
    )
    assert warned in said
