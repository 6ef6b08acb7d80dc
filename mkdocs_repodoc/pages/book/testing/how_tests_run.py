"""The part of the testing chapter on how cases come to be, and what they run with and replace."""

from __future__ import annotations

from collections.abc import Container, Sequence

from mkdocs_repodoc.insight.changing.cases.made_cases import AroundTests, MadeCases, TestForms
from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.insight.changing.started_programs import harness_start
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.book.testing.demanding_tests import demanding_tests
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.text.english import count, shortened

_MADE = " makes cases, or classes of them, that are not counted one by one here: "
_FURTHER = " makes further ones: "
"""What stands behind the first function that makes cases, and behind those after it."""
_LONGEST = 100
"""Characters of an expression that is shown."""


def how_tests_run(view: BookView, forms: TestForms) -> tuple[Block, ...]:
    """Return what no count of cases shows, the settings of the runner, what tests replace."""
    made: dict[SymbolRef | None, list[MadeCases]] = {}
    for each in forms.made():
        made.setdefault(each.function, []).append(each)
    alone = made.pop(None, [])
    made_by = [(function, found) for function, found in made.items() if function]
    told = [
        _made(view, function, found, made, _FURTHER if number else _MADE)
        for number, (function, found) in enumerate(made_by)
    ]
    told = [*told[: book_caps.MADE_CASES], _alone(view, alone)]
    told += [*_around(view, forms), _repeated(view, forms), _started(view)]
    told += [_settings(view), *demanding_tests(view), _replaced(view, forms)]
    items = tuple(Item(each) for each in told if each)
    return (Items(items, title="How the tests come to be and run"),) if items else ()


def _alone(view: BookView, found: Sequence[MadeCases]) -> Phrase:
    """Return what makes cases outside of functions, by their names where they have any."""
    parts: list[Phrase] = [
        (Code(shortened(each.name or each.statement, _LONGEST)), " (", _place(view, each), ")")
        for each in found
    ]
    told = some(parts, "place", book_caps.MADE_CASES)
    return (
        ("Cases that are made of values, so that one here may stand for many: ", *told, ".")
        if parts
        else ()
    )


def _made(
    view: BookView,
    function: SymbolRef,
    found: Sequence[MadeCases],
    makers: Container[SymbolRef | None],
    verb: str,
) -> Phrase:
    """Return what a function makes, under which names, and the calls that lead to it.

    Calls by way of other makers of cases are told with these.
    """
    parts: list[Phrase] = []
    for each in found:
        is_told = not each.name or each.name in each.statement
        named: Phrase = () if is_told else (", named ", Code(shortened(each.name, _LONGEST)))
        statement = Code(shortened(each.statement, _LONGEST))
        parts.append((statement, " (", _place(view, each), *named, ")"))
    made = some(parts, "statement", book_caps.MADE_CASES)
    direct = _uses(view, function)
    outer = dict.fromkeys(use.user for use in direct if not use.user.is_file)
    further = [use for each in outer if each not in makers for use in _uses(view, each)]
    said: Phrase = (view.to_symbol(function), verb, *made)
    said = (*said, *_calls(view, "called as", direct, book_caps.MADE_CASES))
    return (*said, *_calls(view, "by way of", further, book_caps.MADE_CASES_FURTHER), ".")


def _place(view: BookView, found: MadeCases) -> Inline:
    text = f"{view.file_name(found.path)}:{found.line}"
    return page_links.to_line(view.context, found.path, found.line, text=text)


def _calls(view: BookView, verb: str, uses: Sequence[Use], most: int) -> Phrase:
    """Return the lines of some calls, each once."""
    lines = list(dict.fromkeys(_line(view, use) for use in uses))
    listed = some([(Code(each),) for each in lines], "call", most)
    return (f"; {verb} ", *listed) if lines else ()


def _uses(view: BookView, function: SymbolRef) -> list[Use]:
    return [
        use
        for use in view.context.repository.links.uses.of(function)
        if use.kind == "call" and view.changes.reaching.is_test(use) and use.user != function
    ]


def _line(view: BookView, use: Use) -> str:
    return shortened(view.context.read_text(use.path).lines[use.line - 1].strip(), _LONGEST)


def _around(view: BookView, forms: TestForms) -> Sequence[Phrase]:
    """Return what runs around each test of a folder, and by what it fails."""
    said: list[Phrase] = []
    for each in forms.around():
        folder = view.context.repository.files[each.path].folder
        text = f"{view.file_name(each.path)}:{each.line}"
        place = page_links.to_line(view.context, each.path, each.line, text=text)
        head: Phrase = ("Around each test below ", page_links.to_folder(view.context, folder))
        ref = _named(view, each)
        summary = summaries.of_symbol(view.context, ref) if ref is not None else ()
        parts: list[Phrase] = [(Code(shortened(one, _LONGEST)),) for one in each.failing]
        fails = some(parts, "statement", book_caps.FAILING_STATEMENTS)
        told: Phrase = ("; it fails by ", *fails) if parts else ()
        words: Phrase = (", “", *summary, "”") if summary else ()
        said.append((*head, " runs ", Code(each.name), " (", place, ")", *words, *told, "."))
    return said[: book_caps.AROUND_TESTS]


def _named(view: BookView, found: AroundTests) -> SymbolRef | None:
    symbols = view.context.repository.files[found.path].outline.symbols
    numbers = (n for n, each in enumerate(symbols) if each.name == found.name)
    position = next(numbers, None)
    return SymbolRef(found.path, position) if position is not None else None


def _repeated(view: BookView, forms: TestForms) -> Phrase:
    found = forms.repeated()
    if found is None:
        return ()
    number = f"{count(found.number, 'place')} in {count(found.files, 'file')}"
    place = evidence(view.context, found.path, found.line)
    each = "one case for each of several values, where the numbers here have one"
    return (Code(found.mark), f" makes {each}: {number}, first ", place, ".")


def _started(view: BookView) -> Phrase:
    """Return how the file that most tests share starts a program for them."""
    start = harness_start(view.context.repository, lambda path: view.context.read_text(path).text)
    if start is None:
        return ()
    place = f"{view.file_name(start.path)}:{start.line}"
    said: Phrase = (
        f"{count(start.users, 'file')} of tests start a program by ",
        page_links.to_line(view.context, start.path, start.line, text=place),
        ": ",
        Code(shortened(start.code, 2 * _LONGEST)),
    )
    for ref in start.constants:
        line = view.context.repository.symbol(ref).line
        text = view.context.read_text(ref.path).lines[line - 1].strip()
        said = (*said, "; ", view.to_symbol(ref), " is ", Code(shortened(text, _LONGEST)))
    return (*said, ".")


def _settings(view: BookView) -> Phrase:
    """Return the settings of what runs the tests, as its file has them."""
    found = Prerequisites(view.context.repository, lambda path: view.context.read_text(path).text)
    settings = list(found.runner_settings())
    if not settings:
        return ()
    first = settings[0]
    parts: list[Phrase] = [
        (f"{each.what} ", Code(shortened(each.value, 2 * _LONGEST)))
        for each in settings
        if each.value
    ]
    place = evidence(view.context, first.path, first.line)
    return (
        "The runner is set (",
        place,
        "): ",
        *some(parts, "setting", book_caps.RUNNER_SETTINGS),
        ".",
    )


def _replaced(view: BookView, forms: TestForms) -> Phrase:
    found = forms.replaced()
    parts: list[Phrase] = [
        (
            Code(shortened(each.what, _LONGEST)),
            " (",
            page_links.to_line(
                view.context, each.path, each.line, text=f"{view.file_name(each.path)}:{each.line}"
            ),
            f"; {count(each.number, 'time')})" if each.number > 1 else ")",
        )
        for each in found
    ]
    return ("Tests replace ", *some(parts, "other", book_caps.REPLACED), ".") if parts else ()
