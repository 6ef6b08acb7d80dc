"""What the section of a function says of what it calls."""

from __future__ import annotations

from body_text import block_text, phrase_text
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour.call_lists import call_lists, call_rows

STEPS = "".join(f"def step{number}():\n    pass\n\n\n" for number in range(9))
FILES = {
    "a.py": """
        from b import far
        from log import log

        def own():
            pass

        def few():
            log()
            len([])
            far()
            own()
            far()
    """,
    "b.py": "def far():\n    pass\n",
    "c.py": "from b import far\n\n\n"
    + STEPS
    + "def many():\n    far()\n"
    + "".join(f"    step{number}()\n" for number in range(9)),
    "log.py": "def log():\n    pass\n",
    **{f"user{number}.py": "from log import log\n\nlog()\n" for number in range(8)},
}


def context() -> PageContext:
    return made_context(LINKED.repository)


LINKED = link_files(FILES)


def test_little_is_a_fact_with_helpers_last() -> None:
    few = LINKED.symbol("a.py", "few")
    ((label, phrase),) = call_rows(context(), few)

    assert label == "Calls"
    assert phrase_text(phrase) == (
        "[b.far](repo/b.py_docs.md#b.far), [own](repo/a.py_docs.md#a.own), "
        "[log.log](repo/log.py_docs.md#log.log)"
    )
    assert call_lists(context(), few) == ()


def test_much_is_counted_and_listed_by_file_with_the_lines() -> None:
    many = LINKED.symbol("c.py", "many")
    assert call_rows(context(), many) == [("Calls", ("10 functions in 2 files",))]
    (items,) = call_lists(context(), many)
    title, far, own = block_text(items)

    assert title == "What many calls:"
    far_link = "[far](repo/b.py_docs.md#b.far)"
    assert far == f"- [b.py](repo/b.py_docs.md): {far_link} [41](repo/c.py_docs.md#L41)"
    assert own.startswith(
        "- this file: [step0](repo/c.py_docs.md#c.step0) [42](repo/c.py_docs.md#L42)"
    )
    assert own.count("#c.step") == 9


def test_what_calls_nothing_says_nothing() -> None:
    own = LINKED.symbol("a.py", "own")
    assert call_rows(context(), own) == []
    assert call_lists(context(), own) == ()
