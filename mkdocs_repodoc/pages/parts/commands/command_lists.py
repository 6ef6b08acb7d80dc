"""Commands as a newcomer looks for them: how to run it, how to work on it, the rest folded."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Block, Code, Facts, Fold, Item, Items, Phrase, Subheading
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command
from mkdocs_repodoc.text.english import and_more, count

_WORK: tuple[tuple[Aim, str], ...] = (
    ("set up", "Set up"),
    ("build", "Build"),
    ("test", "All tests"),
    ("test file", "One test file"),
    ("test package", "Tests of one package"),
    ("one test", "One test"),
    ("lint", "Lint"),
    ("docs", "Documentation"),
)


def command_blocks(commands: Sequence[Command]) -> tuple[Block, ...]:
    """Return how to run the software, one line for each task of those who work on it, the rest.

    Args:
        commands: In the order of trust: of several with one aim the first is shown.
    """
    first: dict[tuple[Aim, str], Command] = {}
    for each in commands:
        first.setdefault((each.aim, each.of), each)
    work = [
        (f"{title} ({of})" if of else title, command)
        for known, title in _WORK
        for (aim, of), command in first.items()
        if aim == known
    ]
    run = [each for each in commands if each.aim == "run"]
    checks = [each for each in commands if each.aim == "ci"]
    shown = {each.line for each in (*run, *(each for _, each in work))}
    others = [each for each in commands if each.aim != "ci" and each.line not in shown]
    blocks: list[Block] = []
    if run:
        blocks += [Subheading("Run it", "run-it"), _listed(run)]
    if work:
        rows = tuple((title, _said(each)) for title, each in work)
        blocks += [Subheading("Work on it", "work-on-it"), Facts(rows)]
    if others:
        blocks.append(Fold(count(len(others), "further command"), (_listed(others),)))
    if checks:
        title = f"Run by the continuous integration: {count(len(checks), 'command')}"
        blocks.append(Fold(title, (_listed(checks),)))
    return tuple(blocks)


def _listed(commands: Sequence[Command]) -> Items:
    items = tuple(Item(_said(each)) for each in commands[: caps.COMMANDS])
    more = and_more(len(commands) - len(items), "command")
    return Items((*items, Item((more,))) if more else items)


def _said(command: Command) -> Phrase:
    purpose: Phrase = (": ", *command.purpose) if command.purpose else ()
    return (Code(command.line), *purpose, " (", command.evidence, ")")
