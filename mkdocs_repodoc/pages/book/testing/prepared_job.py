"""Installations that the continuous integration makes before it runs the tests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.facts import JobCommand
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import sentence_caps
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.pages.parts.formatting import joined

_ALL = re.compile(r"\S+ (?:install|i|ci|sync|restore|deps\.get|mod download)(?: -\S+)*$")
"""One that installs what the manifest lists, as everybody knows who knows the tool."""
_LONGEST = 100


@derived
def _tests() -> re.Pattern[str]:
    return re.compile(rf"\b(?:tests?|{known_tools.testing()})\b")


@derived
def _installs() -> re.Pattern[str]:
    """Return what matches a whole command line that brings something onto the machine."""
    return re.compile(
        rf"(?:sudo )?{known_tools.installing()}\s"
        r"[^|;&$\\]*\b(?:install|ci|sync|add|get|restore)\b[^|;&$\\]*$"
    )


_SERVICES = re.compile(
    r"^(?P<indent> +)services:[ \t]*(?:#.*)?\n(?P<body>(?:(?P=indent) +.*\n|[ \t]*\n)+)",
    re.MULTILINE,
)
_IMAGE = re.compile(
    r"^ +image:[ \t]*[\"']?(?P<image>[^\s\"'#][^\n\"'#]*?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE
)


def services_of_tests(context: PageContext) -> Phrase:
    """Return the sentence on the servers that run beside the tests of the first job with some."""
    for path, file in context.repository.files.items():
        commands = [*file.outline.facts_of(JobCommand)] if file.role == "workflow" else []
        tested = {(each.line, each.job) for each in commands if _tests().search(each.command)}
        text = context.read_text(path).text if tested else ""
        for match in _SERVICES.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            above = ((each.line, each.job) for each in commands if each.line <= line)
            job = max(above, default=(0, ""))
            images = [Code(each["image"]) for each in _IMAGE.finditer(match["body"])]
            if images and job in tested:
                shown = joined([(each,) for each in images], last=" and ")
                where = evidence(context, path, line)
                return (f"Beside the tests of the job {job[1]} runs ", *shown, " (", where, ").")
    return ()


def prepared_job(context: PageContext) -> Phrase:
    """Return the sentence on what the first job with tests installs before them, if it does."""
    for path, file in context.repository.files.items():
        if file.role != "workflow":
            continue
        jobs: dict[tuple[str, int], list[str]] = {}
        for each in file.outline.facts_of(JobCommand):
            jobs.setdefault((each.job, each.line), []).append(each.command)
        for (job, line), commands in jobs.items():
            before = _before_tests(commands)
            if before:
                listed = joined([(Code(each),) for each in before], last=" and ")
                where = evidence(context, path, line)
                return (f"The job {job} installs before its tests: ", *listed, " (", where, ").")
    return ()


def _before_tests(commands: Sequence[str]) -> list[str]:
    """Return what a job installs before the first command that runs tests; none without tests."""
    installs = [_installs().match(each) is not None and len(each) <= _LONGEST for each in commands]
    tests = (
        number
        for number, each in enumerate(commands)
        if not installs[number] and _tests().search(each)
    )
    end = next(tests, 0)
    found = [each for each, is_one in zip(commands[:end], installs[:end], strict=True) if is_one]
    return [each for each in dict.fromkeys(found) if not _ALL.match(each)][
        : sentence_caps.INSTALLING_COMMANDS
    ]
