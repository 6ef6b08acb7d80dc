"""The part of the testing chapter on what a first test needs, and on cases that are files."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.changing.cases.data_cases import DataCases, data_cases
from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.languages.testing.test_needs import Need
from mkdocs_repodoc.languages.testing.test_runs import from_folder
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Paragraph, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.book.testing.prepared_job import prepared_job, services_of_tests
from mkdocs_repodoc.pages.parts import book_caps, operation_caps, page_links
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.pages.parts.commands.manifest_commands import with_test_runner
from mkdocs_repodoc.pages.parts.commands.sets_of_tests import sets_of_tests
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count


def before_testing(view: BookView) -> tuple[Block, ...]:
    """Return the versions, packages and settings that a first test needs."""
    items = tuple(Item(each) for each in _needs(view))
    return (Items(items, title="Before the first test"),) if items else ()


def _needs(view: BookView) -> Iterator[Phrase]:
    found = Prerequisites(view.context.repository, lambda path: view.context.read_text(path).text)
    yield from _versions(view, found)
    yield from _later_tests(view, found)
    command = with_test_runner(view.context)
    if command is not None:
        yield (Code(command.line), ": ", *command.purpose, " (", command.evidence, ").")
    if prepared := prepared_job(view.context):
        yield prepared
    if services := services_of_tests(view.context):
        yield services
    if refused := list(found.refusals()):
        said: list[Phrase] = [(Code(each.value), *_proof(view, each)) for each in refused]
        shown = some(said, "message", operation_caps.REFUSALS)
        yield ("It may be that make ends at once with ", *shown, ".")
    yield from _switches(view, found)
    yield from _apart(view, found)
    variables = list(found.variables())
    if variables:
        names = [Code(each.what) for each in variables]
        shown = some(names, "variable", book_caps.TEST_VARIABLES)
        first = _proof(view, variables[0])
        yield ("Tests set the environment variables ", *shown, *first, ".")


def _versions(view: BookView, found: Prerequisites) -> Iterator[Phrase]:
    """Yield what has to be there, what the continuous integration tries, and what is built for."""
    floors = list(found.floors())
    if floors:
        said: list[Phrase] = [(f"{each.what} {each.value}", *_proof(view, each)) for each in floors]
        refuses = list(found.enforced())
        named = joined([(each.what,) for each in refuses], last=" and ")
        only: Phrase = (" The build refuses other versions of ", *named, ".") if refuses else ()
        said_so = (*joined(said, last=" and "), ".", *only, *_compiled_for(view, found))
        yield ("Versions: ", *said_so, *_otherwise(view, found))
    if tried := list(found.tried_versions()):
        said = [(f"{each.what} {each.value}", *_proof(view, each)) for each in tried]
        yield ("The continuous integration runs with ", *joined(said, last=" and "), ".")
    for each in found.targets():
        target = each.value.partition(",")[0]
        built: Phrase = (page_links.to_file(view.context, each.path), " is built for ", each.value)
        yield (*built, *_proof(view, each), "; ", Code(f"-f {target}"), " runs it for one.")


def _compiled_for(view: BookView, found: Prerequisites) -> Phrase:
    """Return the sentence on the versions that the code is compiled for, where others build it."""
    said: list[Phrase] = [
        (f"{each.what} {each.value}", *_proof(view, each)) for each in found.compiled_for()
    ]
    return (" The code is compiled for ", *joined(said, last=" and "), ".") if said else ()


def _otherwise(view: BookView, found: Prerequisites) -> Phrase:
    """Return the sentences on guides that say another version than the manifests."""
    return tuple(
        inline
        for each in found.other_floors()
        for inline in (
            " ",
            evidence(view.context, each.path, each.line),
            f" says otherwise: {each.what} {each.value} or later.",
        )
    )


def _later_tests(view: BookView, found: Prerequisites) -> Iterator[Phrase]:
    """Yield which tests the usual command leaves out, and the commands for them."""
    for late in found.later_tests():
        number = count(late.classes, "class of integration tests", "classes of integration tests")
        verb = "is" if late.classes == 1 else "are"
        where = evidence(view.context, late.path, late.line)
        yield (
            f"{number} {verb} left out by ",
            Code(late.usual),
            ", and run by ",
            Code(late.command),
            *(" (", where, ")"),
            "; one by ",
            Code(late.one),
            ".",
        )


def _switches(view: BookView, found: Prerequisites) -> Iterator[Phrase]:
    """Yield what tests run with, asked or not: options of the runner, and features."""
    for option in found.plugin_options():
        yield (
            "The runner is always given ",
            Code(option.what),
            ", which only the plugin ",
            Code(option.value),
            " knows: without it no test starts",
            *_proof(view, option),
            ".",
        )
    if features := found.default_features():
        yield (
            "Features that are on by default: ",
            Code(features.value),
            *_proof(view, features),
            ".",
        )

    for each in found.switched_tests():
        number, _, command = each.value.partition(" ")
        tests = count(int(number), "test is", "tests are")
        others: Phrase = ("; ", Code(command), " runs the others") if command else ()
        proof = _proof(view, each)
        yield (f"{tests} only built with the feature ", Code(each.what), *proof, *others, ".")


def _apart(view: BookView, found: Prerequisites) -> Iterator[Phrase]:
    """Yield which folders and files the usual commands leave out."""
    told = {each.scope for each in sets_of_tests(view.context)}
    projects = [each for each in found.apart() if each.what not in told]
    if projects:
        named: list[Phrase] = [
            (
                page_links.to_folder(view.context, each.what),
                " (",
                evidence(view.context, each.path, each.line),
                "; ",
                Code(from_folder(each.what, each.value)),
                ")",
            )
            for each in projects
        ]
        shown = some(named, "folder", operation_caps.PROJECTS_APART)
        yield ("Commands run at the top of the repository do not cover ", *shown, ".")
    if tags := list(found.tags()):
        listed: list[Phrase] = [(Code(each.value), *_proof(view, each)) for each in tags]
        shown = some(listed, "tag", operation_caps.BUILD_TAGS)
        yield ("Other files are built with ", *shown, ".")


def _proof(view: BookView, need: Need) -> Phrase:
    return (" (", evidence(view.context, need.path, need.line), ")")


def cases_in_files(view: BookView) -> tuple[Block, ...]:
    """Return a paragraph on each folder whose files are cases of a test."""
    found = data_cases(view.context.repository, lambda path: view.context.read_text(path).text)
    paragraphs = [Paragraph(_cases(view, each)) for each in found]
    return tuple(paragraphs[: book_caps.DATA_FOLDERS])


def _cases(view: BookView, found: DataCases) -> Phrase:
    folder = page_links.to_folder(view.context, found.folder)
    test = page_links.to_line(
        view.context, found.test, found.line, text=f"{found.test}:{found.line}"
    )
    endings = [
        (f"{number:,} ", Code(ending or "without ending")) for ending, number in found.endings
    ]
    files = [page_links.to_file(view.context, path) for path in found.example]
    said: Phrase = (test, " lists the files of ", folder, ", which are its cases: ")
    said = (
        *said,
        *some(endings, most=book_caps.DATA_ENDINGS),
        ". Another case is another file there, as ",
    )
    said = (*said, *joined(files[: book_caps.DATA_ENDINGS], last=" and "))
    said = (*said, " are one." if len(files) > 1 else " is one.")
    for ref, number in found.lists:
        said = (*said, " ", view.to_symbol(ref), f" names {count(number, 'of them', 'of them')}.")
    return said
