from __future__ import annotations

from body_text import section_text
from made_repository import made_context
from made_shop import page
from support.linked import link_files

from mkdocs_repodoc.model.blocks import PageLink, SymbolBlock
from mkdocs_repodoc.pages.context import PageContext

FILES = {
    "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool.cli:main"}\n',
    "tool/__init__.py": "",
    "tool/cli.py": '''
        from tool.work import run

        def main():
            """Read the command line."""
            return run()
    ''',
    "tool/work.py": '''
        def run():
            """Do all steps."""
            prepare()
            return step(3)

        def prepare():
            return 0

        def step(number):
            """Do one step."""
            for each in range(number):
                print(each)
    ''',
}


def tool_context() -> PageContext:
    return made_context(link_files(FILES).repository)


def test_the_index_names_a_flow_and_its_functions() -> None:
    text = section_text(page(tool_context(), "repository"), "main-flows")

    assert "[Running tool](repo/comprehensive_book.md#flow-1): " in text
    names = ["main", "run", "step"]
    assert [text.index(f"[{name}](") for name in names] == sorted(
        text.index(f"[{name}](") for name in names
    )


def test_a_line_does_not_go_on_through_one_of_several_ways() -> None:
    ways = "".join(
        f"""
        def show{number}(given):
            \"\"\"Show it in the way of {number}.\"\"\"
            for each in given:
                draw(each)
    """
        for number in range(3)
    )
    work = f"""
        def run(given=0):
            \"\"\"Show all.\"\"\"
            if given == 1:
                show0(given)
            elif given == 2:
                show1(given)
            else:
                show2(given)
    {ways}
        def draw(each):
            \"\"\"Draw one.\"\"\"
            for part in each:
                print(part)
    """
    linked = link_files({**FILES, "tool/work.py": work})
    context = made_context(linked.repository, texts=linked.texts)
    text = section_text(page(context, "repository"), "main-flows")

    assert ") → [run](" in text
    assert ", which goes on to one of [show0](" in text
    assert " or [show2](" in text


def test_a_line_counts_the_ways_that_it_does_not_name() -> None:
    ways = "".join(
        f"""
        def show{number}(given):
            \"\"\"Show it in the way of {number}.\"\"\"
            for each in given:
                draw(each)
    """
        for number in range(24)
    )
    arms = "".join(
        f"""
            elif given == {number}:
                show{number}(given)"""
        for number in range(1, 24)
    )
    work = f"""
        def run(given=0):
            \"\"\"Show all.\"\"\"
            if given == 0:
                show0(given){arms}
    {ways}
        def draw(each):
            \"\"\"Draw one.\"\"\"
            for part in each:
                print(part)
    """
    linked = link_files({**FILES, "tool/work.py": work})
    context = made_context(linked.repository, texts=linked.texts)
    text = section_text(page(context, "repository"), "main-flows")
    assert " or 20 others" in text.partition(", which goes on to one of ")[2]
    run = next(
        stop
        for stop in context.insight.walks[0]
        if not stop.symbol.is_file and linked.repository.symbol(stop.symbol).name == "run"
    )
    called = {linked.repository.symbol(each.symbol).name for each in run.calls}
    assert called == {f"show{number}" for number in range(24)}


def test_a_line_goes_on_behind_early_exits() -> None:
    ways = "".join(
        f"""
        def show{number}(given):
            \"\"\"Show it in the way of {number}.\"\"\"
            for each in given:
                draw(each)
                turn(each)
    """
        for number in range(3)
    )
    work = f"""
        def run(given=0):
            \"\"\"Show all.\"\"\"
            if given == 1:
                show0(given)
                return
            if given == 2:
                show1(given)
                return
            show2(given)
    {ways}
        def draw(each):
            \"\"\"Draw one.\"\"\"
            for part in each:
                print(part)

        def turn(each):
            \"\"\"Turn one.\"\"\"
            for part in each:
                print(part)
    """
    linked = link_files({**FILES, "tool/work.py": work})
    context = made_context(linked.repository, texts=linked.texts)
    text = section_text(page(context, "repository"), "main-flows")

    line = text[text.index(") → [run](") :]
    assert line.index(") → [show2](") < line.index(" (in other runs [show0](")
    assert ") or [show1](" in line


def test_a_repository_without_calls_has_no_flows() -> None:
    context = made_context(link_files({"a.py": "X = 1\n"}).repository)

    assert all(each.anchor != "main-flows" for each in page(context, "repository").sections)
    assert all(each.anchor != "main-flows" for each in page(context, "book").sections)


def test_a_function_lists_what_it_calls() -> None:
    body = page(tool_context(), "file", "tool/work.py")
    blocks = [block for section in body.sections for block in section.blocks]
    (run,) = (each for each in blocks if isinstance(each, SymbolBlock) and each.name == "run")
    step = next(each for each in blocks if isinstance(each, SymbolBlock) and each.name == "step")

    (calls,) = (phrase for label, phrase in run.facts if label == "Calls")
    assert [each.text for each in calls if isinstance(each, PageLink)] == ["prepare", "step"]
    assert all(label != "Calls" for label, _ in step.facts)
