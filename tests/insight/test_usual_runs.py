"""Flows follow usual runs: no way that a constant rules out, none that only an option opens."""

from __future__ import annotations

import pytest
from support.linked import Linked, insight_into, link_files

LONG = "\n".join(f"    print({number})" for number in range(12))
LONG_JS = "\n".join(f"  console.log({number});" for number in range(12))


def first_flow(linked: Linked) -> list[str]:
    """Return the names of the functions on the path of the best flow."""
    flow = insight_into(linked).flows[0]
    functions = [step.symbol for step in flow.steps if not step.symbol.is_file]
    return [linked.repository.symbol(each).name for each in functions]


def python(head: str, call: str, body: str) -> dict[str, str]:
    return {
        "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool.cli:main"}\n',
        "tool/__init__.py": "",
        "tool/cli.py": f'''
def main():
    """Read the command line."""
    show({call})


def show({head}):
    """Show everything."""
{body}
    tidy()


def redraw():
    """Draw all again."""
{LONG}
    paint()


def paint():
    """Paint each line of it."""
{LONG}


def tidy():
    """Tidy up."""
    print(1)
    print(2)
    return sweep()


def sweep():
    """Sweep."""
    print(3)
    return 4
''',
    }


@pytest.mark.parametrize(
    ("head", "call", "body"),
    [
        ("refresh=True", "refresh=False", "    if refresh:\n        redraw()"),
        ("refresh=False", "", "    if refresh:\n        redraw()"),
        ("a, refresh", "1, None", "    if refresh is not None:\n        redraw()"),
        (
            "quiet=False",
            "quiet=True",
            "    if quiet:\n        print(1)\n    else:\n        redraw()",
        ),
        ("done=None", "done=3", "    value = done or redraw()"),
    ],
)
def test_a_constant_rules_a_way_out(head: str, call: str, body: str) -> None:
    assert first_flow(link_files(python(head, call, body))) == ["main", "show", "tidy", "sweep"]


@pytest.mark.parametrize(
    ("head", "call", "body"),
    [
        ("refresh=True", "", "    if refresh:\n        redraw()"),
        ("refresh=True", "refresh=wanted()", "    if refresh:\n        redraw()"),
        ("refresh=True, **more", "**options()", "    if refresh:\n        redraw()"),
        ("refresh=False", "", "    refresh = ask()\n    if refresh:\n        redraw()"),
    ],
)
def test_what_is_not_certain_rules_nothing_out(head: str, call: str, body: str) -> None:
    assert first_flow(link_files(python(head, call, body))) == ["main", "show", "redraw", "paint"]


@pytest.mark.parametrize(
    ("call", "condition"), [("not args.whole", "lines"), ("args.whole", "not lines")]
)
def test_what_is_made_of_an_option_decides_where_it_is_handed_on(call: str, condition: str) -> None:
    body = f"    if {condition}:\n        return tidy()\n    redraw()"
    files = python("name, lines", f"\n        1,\n        {call},\n    ", body)
    read = """    parser = argparse.ArgumentParser()
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    show("""
    files["tool/cli.py"] = f"import argparse\n{files['tool/cli.py']}".replace("    show(", read, 1)
    assert first_flow(link_files(files)) == ["main", "show", "tidy", "sweep"]


def test_the_flow_follows_what_a_function_gives_back_by_default() -> None:
    files = {
        "package.json": '{"name": "tool", "bin": {"tool": "bin.js"}}',
        "bin.js": """
import { run } from "./run.js";

run(process.argv);
""",
        "run.js": f"""
/** Runs it. */
export function run(words) {{
  const {{name, isSync}} = read(words);
  return isSync
    ? runNow(name)
    : start(name);
}}

/** Reads the words. */
function read(words) {{
  const {{
    isSync = false,
  }} = parse(words);
  return {{
    name: words[0],
    isSync,
  }};
}}

/** Runs it while all wait. */
function runNow(name) {{
{LONG_JS}
  return wait(name);
}}

/** Waits. */
function wait(name) {{
{LONG_JS}
}}

/** Starts it. */
function start(name) {{
  console.log(3);
  console.log(4);
  return spawn(name);
}}

/** Spawns it. */
function spawn(name) {{
  console.log(5);
  return name;
}}
""",
    }
    assert first_flow(link_files(files)) == ["run", "start", "spawn"]


def test_the_flow_follows_the_branch_of_a_run_without_options() -> None:
    files = {
        "package.json": '{"name": "tool", "bin": {"tool": "bin.js"}}',
        "bin.js": """
import { run } from "./run.js";

run(process.argv);
""",
        "run.js": f"""
/** Runs all. */
export function run(options) {{
  const {{ watch = false, files = [] }} = options;
  if (watch) {{
    return again(files);
  }} else {{
    return once(files);
  }}
}}

/** Runs again and again. */
function again(files) {{
{LONG_JS}
  return wait(files);
}}

/** Waits for a change. */
function wait(files) {{
{LONG_JS}
}}

/** Runs once. */
function once(files) {{
  console.log(1);
  console.log(2);
  return start(files);
}}

/** Starts. */
function start(files) {{
  console.log(3);
  return files;
}}
""",
    }
    assert first_flow(link_files(files)) == ["run", "once", "start"]


def test_what_is_given_is_not_made_anew() -> None:
    files = {
        "package.json": '{"name": "tool", "bin": {"tool": "bin.js"}}',
        "bin.js": """
import { load, main } from "./main.js";

const settings = load(process.argv);
main([], settings);
""",
        "main.js": f"""
/** Starts it. */
export function main(words, settings) {{
  const found = settings ?? load(words);
  return work(found);
}}

/** Loads the settings of all files. */
export function load(words) {{
{LONG_JS}
  return parse(words);
}}

/** Parses one file. */
function parse(words) {{
{LONG_JS}
}}

/** Does the work. */
function work(found) {{
  console.log(1);
  console.log(2);
  return step(found);
}}

/** Does a step. */
function step(found) {{
  console.log(3);
  return found;
}}
""",
    }
    assert first_flow(link_files(files)) == ["main", "work", "step"]


@pytest.mark.parametrize(("example", "is_told"), [("Bar(3).each()", True), ("main()", False)])
def test_how_a_document_uses_it_is_a_flow_if_it_begins_with_something_else(
    example: str, is_told: bool
) -> None:
    files = {
        "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool:main"}\n',
        "README.md": f"# tool\n\n```python\nfrom tool import Bar, main\n\n{example}\n```\n",
        "tool/__init__.py": f'''
__all__ = ["Bar", "main"]


def main():
    """Read the command line."""
    show(Bar(3))


def show(bar):
    """Show a bar."""
{LONG}
    draw(bar)


def draw(bar):
    """Draw a bar."""
{LONG}


class Bar:
    """A bar."""

    def __init__(self, size):
        self.size = size

    def each(self):
        """Yield each piece of the bar, and show how far it has come."""
        for number in range(self.size):
            print(number)
        return show(self)
''',
    }
    kinds = [flow.entry.kind for flow in insight_into(link_files(files)).flows]
    assert kinds[0] == "command"
    assert ("example" in kinds) is is_told
