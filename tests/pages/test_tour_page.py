"""The page of the tour: its sentences, the lines that it shows, and the ways on and back."""

from __future__ import annotations

from pathlib import Path

from body_text import section_text
from made_repository import made_context
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.blocks import Excerpt, Facts, PageBody, PageLink, Strip, SymbolBlock
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.settings import Settings

LONG = "".join(f"    filler{number} = {number}\n" for number in range(40))
FILES = {
    "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool.cli:main"}\n',
    "tool/__init__.py": "",
    "tool/cli.py": '''
        from tool.work import run

        def main():
            """Read the command line."""
            return run()
    ''',
    "tool/work.py": f'''
def run(
    number=3,
):
    """Do all steps."""
{LONG}
    return step(
        number,
    )


def step(number):
    """Do one step."""
    for each in range(number):
        Machine().turn(each)
    more(number)
    return number


def more(number):
    """Do what is left."""
    a = 1
    b = 2
    c = 3
    d = 4
    return a + b + c + d + number


class Machine:
    """Turns."""

    speed = 1

    def turn(self, number):
        """Turn once."""
{LONG.replace("    ", "        ")}

    def _hidden(self):
        pass


class Wheel(Machine):
    """Part of a machine."""
''',
    "tests/test_work.py": """
        from tool.work import step

        def test_step():
            assert step(3) == 3
    """,
}


def tool_context(settings: Settings | None = None) -> PageContext:
    linked = link_files(FILES)
    return made_context(linked.repository, settings, texts=linked.texts)


def tour() -> PageBody:
    return page(tool_context(), "tour")


def stop(body: PageBody, name: str) -> str:
    (section,) = (each for each in body.sections if each.title.endswith(f". {name}"))
    return section_text(body, section.anchor)


def excerpt(body: PageBody, name: str) -> Excerpt:
    (section,) = (each for each in body.sections if each.title.endswith(f". {name}"))
    (found,) = (block for block in section.blocks if isinstance(block, Excerpt))
    return found


def test_each_stop_says_why_it_is_one_and_where_to_go_on() -> None:
    body = tour()

    run = stop(body, "run")
    assert "[tool.work.run](repo/tool/work.py_docs.md#tool.work.run): Do all steps." in run
    assert "The command `tool` runs [tool.cli.main]" in run
    assert "It calls this at [tool/cli.py:5](repo/tool/cli.py_docs.md#L5)." in run
    assert "Goes on to [step](repo/tour.md#stop-2) (line 46)." in run
    step = stop(body, "step")
    assert "Called by [run](repo/tour.md#stop-1) at [tool/work.py:46]" in step
    assert "in the case" not in step
    machine = stop(body, "Machine")
    assert "Stops [2](repo/tour.md#stop-2) and [3](repo/tour.md#stop-3) work with it" in machine
    assert "This test uses [step](repo/tour.md#stop-2)." in stop(body, "test_step")


def test_stops_lead_to_each_other() -> None:
    body = tour()
    ways = [
        [part.anchor for phrase in block.items for part in phrase if isinstance(part, PageLink)]
        for section in body.sections
        for block in section.blocks
        if isinstance(block, Strip)
    ]
    anchors = [section.anchor for section in body.sections]

    assert ways[0] == ["", anchors[1]]
    assert ways[1] == [anchors[0], "", anchors[2]]
    assert ways[-1] == [anchors[-2], ""]
    assert set(anchors) <= set(body.ids())


def test_a_long_function_shows_its_head_and_the_calls_of_the_tour() -> None:
    shown = excerpt(tour(), "run")

    assert shown.ranges == ((1, 3), (44, 48))
    assert shown.marked == (46,)
    assert excerpt(tour(), "step").ranges == ((51, 56),)


def test_of_a_file_that_is_shown_in_part_the_lines_that_are_shown() -> None:
    # Calls of the tour stand on lines 46 and 54 of tool/work.py.
    settings = Settings(Path("/nowhere"), listing_limit=600)
    context = tool_context(settings)
    shown = excerpt(page(context, "tour"), "run")

    assert context.shown_lines("tool/work.py") < 46
    assert shown.ranges == ((1, 3),)
    assert not shown.marked


def test_a_long_type_shows_its_public_members() -> None:
    shown = excerpt(tour(), "Machine")

    assert not shown.has_gaps
    lines = FILES["tool/work.py"].lstrip("\n").split("\n")
    assert [lines[first - 1].strip() for first, _ in shown.ranges] == [
        "class Machine:",
        "speed = 1",
    ]
    assert lines[shown.ranges[-1][1] - 1].strip() == "def turn(self, number):"


def test_a_type_says_how_many_members_are_left_out() -> None:
    many = "".join(f"    speed{number} = {number}\n\n" for number in range(40))
    work = FILES["tool/work.py"].replace("    speed = 1\n", many)
    linked = link_files({**FILES, "tool/work.py": work})
    body = page(made_context(linked.repository, texts=linked.texts), "tour")

    assert "\n10 of its 41 public members are left out; [its page](" in stop(body, "Machine")
    assert "left out; " not in stop(tour(), "Machine")


def test_a_class_on_the_way_shows_the_head_of_its_constructor() -> None:
    made = f"""
class Mill:
    \"\"\"A mill.\"\"\"

    def __init__(self, number):
{LONG.replace("    ", "        ")}
        self.number = step(number)
"""
    work = FILES["tool/work.py"].replace("return step(", "return Mill(") + made
    linked = link_files({**FILES, "tool/work.py": work})
    shown = excerpt(page(made_context(linked.repository, texts=linked.texts), "tour"), "Mill")
    lines = work.lstrip("\n").split("\n")

    assert [lines[first - 1].strip() for first, _ in shown.ranges][:2] == [
        "class Mill:",
        "def __init__(self, number):",
    ]
    assert lines[shown.marked[0] - 1].strip() == "self.number = step(number)"


def test_the_index_and_the_functions_lead_to_the_tour() -> None:
    context = tool_context()
    index = page(context, "repository")
    body = page(context, "file", "tool/work.py")
    blocks = [block for section in body.sections for block in section.blocks]
    run = next(each for each in blocks if isinstance(each, SymbolBlock) and each.name == "run")

    assert PageLink("Tour", "repo/tour.md") in index.views
    assert PageLink("Take the tour", "repo/tour.md") in _links(index)
    assert ("On the tour", (PageLink("stop 1", "repo/tour.md", "stop-1"),)) in run.facts


def _links(body: PageBody) -> list[object]:
    return [
        part
        for block in body.lead
        for item in getattr(block, "items", ())
        for part in getattr(item, "phrase", ())
    ]


def test_without_stops_there_is_no_tour_and_no_link_to_it() -> None:
    context = made_context(link_files({"a.py": "X = 1\n"}).repository)
    index = page(context, "repository")

    assert ("tour", "") not in context.plan.uris
    assert all(getattr(each, "text", "") != "Take the tour" for each in _links(index))
    assert all(link.text != "Tour" for link in index.views)


def test_a_stop_says_under_which_condition_and_in_which_loop_it_is_called() -> None:
    work = FILES["tool/work.py"].replace(
        "    return step(\n        number,\n    )\n",
        "    for each in numbers:\n        if each:\n            step(each)\n",
    )
    linked = link_files({**FILES, "tool/work.py": work})
    body = page(made_context(linked.repository, texts=linked.texts), "tour")

    assert ", in the loop `for each in numbers`, in the case `if each`." in stop(body, "step")


def test_a_stop_says_under_which_condition_it_goes_on_and_what_its_left_out_lines_do() -> None:
    work = FILES["tool/work.py"].replace(
        "    return step(\n        number,\n    )\n",
        "    if number:\n        step(number)\n    return None\n",
    )
    work = work.replace(
        "filler20 = 20\n", "filler20 = 20\n    if not number:\n        return 0\n", 1
    ).replace("filler30 = 30\n", 'filler30 = 30\n    open("log")\n', 1)
    linked = link_files({**FILES, "tool/work.py": work})
    body = page(made_context(linked.repository, texts=linked.texts), "tour")

    assert "Goes on to [step](repo/tour.md#stop-2) (line 50, `if number`)." in stop(body, "run")
    assert "In the lines that are left out:" in stop(body, "run")
    assert ", `if not number`: returns `0`" in stop(body, "run")
    assert ': `open("log")`' in stop(body, "run")


def test_a_stop_names_the_tasks_that_it_lists() -> None:
    files = {
        "package.json": '{"name": "mill", "bin": "./cli.js"}\n',
        "cli.js": """
            import {clean} from './clean.js';

            async function mill(options) {
              const tasks = [
                {title: 'Clean', task: clean},
                {title: 'Grind', task: () => grind(options)},
              ];
              await run(tasks);
            }

            async function grind(options) {
              console.log(options);
              console.log(options);
              console.log(options);
            }

            await mill({});
            """,
        "clean.js": """
            export function clean() {
              for (const each of [1]) {
                sweep(each);
              }
            }

            function sweep(each) {
              console.log(each);
              console.log(each);
              console.log(each);
            }
            """,
    }
    linked = link_files(files)
    body = page(made_context(linked.repository, texts=linked.texts), "tour")

    assert "Lists 2 tasks: [“Clean”](repo/cli.js_docs.md#L5) and [“Grind”](" in stop(body, "mill")


def test_a_call_on_several_lines_is_told_without_the_condition_of_one() -> None:
    twice = """
        from tool.work import run

        def main(warm):
            if warm:
                run()
            return run()
    """
    linked = link_files({**FILES, "tool/cli.py": twice})
    body = page(made_context(linked.repository, texts=linked.texts), "tour")

    run = stop(body, "run")
    assert "It calls this at [tool/cli.py:5](repo/tool/cli.py_docs.md#L5), again 6." in run


def test_an_arrow_says_who_calls_whom() -> None:
    """What the same function calls beside it has an arrow of its own."""
    steps = "".join(
        f"""
def {name}(number):
    \"\"\"Do a {name} of it.\"\"\"
{LONG}
    return {then}
"""
        for name, then in (
            ("first", "inner(number)"),
            ("inner", "number"),
            ("last", "number"),
            ("more", "number"),
        )
    )
    work = f"""
def run(number=3):
    \"\"\"Do all steps.\"\"\"
    first(number)
    last(number)
    more(number)
{LONG}
{steps}
"""
    linked = link_files({**FILES, "tool/work.py": work})
    body = page(made_context(linked.repository, texts=linked.texts), "tour")
    rows = dict(fact for block in body.lead if isinstance(block, Facts) for fact in block.rows)
    said = "".join(
        each.text if isinstance(each, PageLink) else str(each) for each in rows["Running tool"]
    )

    assert said == "run → first → inner; run → last, more"
