"""Commands with which the continuous integration builds, tests and checks the software."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.wrapped_commands import command_itself
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.facts import JobAction, JobCommand
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import sentence_caps
from mkdocs_repodoc.pages.parts.commands.command import Command, evidence
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened

_LONGEST = 120
_NO_CHECK = re.compile(
    r"\$|^(?:\./)?(?:[\w.-]+/)*(?:get|setup|bootstrap|prepare|download|fetch)[-_][\w.-]+(?:\s|$)"
    r"|\b(?:(?:un)?install|publish|sync|cache|login|upload|deploy)\b|\\$"
    r"|^\S+ -{0,2}[vV](?:ersion)?$|\s--version$"
)
"""What needs the machine of the integration, changes more than files, or checks nothing."""
_MOVES = re.compile(r"(?:(?:cd|pushd)\s+[\w./@+-]+\s*&&\s*)+")
_OF_MATRIX = re.compile(r"(?<=\s)\$\{\{\s*matrix\.(?:[^}]|\}(?!\}))*\}\}(?=\s|$)")
"""A whole argument that each machine of a job has another value for."""


@derived
def _checks() -> re.Pattern[str]:
    """Return what matches command lines that build, test or check, and don't install or ask."""
    neither = rf"(?!{known_tools.adding()}\b)(?!{known_tools.asking()}\b)"
    programs = (known_tools.checking(), known_tools.testing(), known_tools.linting(english=True))
    return re.compile(rf"{neither}(?:{'|'.join(programs)})(?:\s|$)")


def ci_commands(context: PageContext) -> Iterator[Command]:
    """Yield what the jobs of the continuous integration run, each command line once.

    Args:
        context: The repository.
    """
    found: set[str] = set()
    for path, file in context.repository.files.items():
        for run in file.outline.facts_of(JobCommand) if file.role == "workflow" else ():
            line = run.command
            if line not in found and _is_check(context, line):
                found.add(line)
                purpose: Phrase = (f"Run by the job {run.job}", *_choices(run))
                shown_by = evidence(context, path, run.line)
                yield Command(shortened(line, _LONGEST), purpose, shown_by, "ci")


def ci_actions(context: PageContext, most: int) -> Iterator[Phrase]:
    """Yield the actions that check something, and workflows of other repositories that jobs call.

    Args:
        context: The repository.
        most: How many are yielded at most.
    """
    jobs: dict[tuple[str, tuple[tuple[str, str], ...]], list[Phrase]] = {}
    for path, file in context.repository.files.items():
        for each in file.outline.facts_of(JobAction) if file.role == "workflow" else ():
            said: Phrase = (each.job, " (", evidence(context, path, each.line), ")")
            jobs.setdefault((each.uses, each.given), []).append(said)
    for (uses, given), run_by in list(jobs.items())[:most]:
        values: list[Phrase] = [(Code(f"{name}: {value}"),) for name, value in given]
        noun = "job" if len(run_by) == 1 else "jobs"
        is_workflow = "/.github/workflows/" in uses
        what = (
            "a workflow of another repository, called by the "
            if is_workflow
            else "an action of the "
        )
        with_values: Phrase = (", given ", *joined(values, last=" and ")) if values else ()
        yield (Code(uses), f": {what}{noun} ", *joined(run_by, last=" and "), *with_values)


def _choices(run: JobCommand) -> Phrase:
    """Return which values the names in a command stand for."""
    said: list[Phrase] = []
    for name, values in run.choices:
        listed: list[Inline] = [
            Code(each) if each else "nothing" for each in values[: sentence_caps.VARIABLE_VALUES]
        ]
        said.append(
            (Code(f"<{name}>"), " is ", *capped(listed, len(values) - len(listed), last=" or "))
        )
    return (", where ", *joined(said, last=" and ")) if said else ()


def _is_check(context: PageContext, line: str) -> bool:
    """Tell whether a command line is whole and does what somebody can do at home."""
    line = _MOVES.sub("", _OF_MATRIX.sub("matrix", line))
    itself = command_itself(line)
    try:
        words = shlex.split(itself)
    except ValueError:  # it goes on in the next line
        return False
    started = context.repository.files.get(words[0].removeprefix("./")) if words else None
    is_script = started is not None and ("/" in words[0] or started.source.executable)
    is_check = is_script or any(map(_checks().match, (line, itself)))
    return is_check and not any(map(_NO_CHECK.search, (line, itself)))
