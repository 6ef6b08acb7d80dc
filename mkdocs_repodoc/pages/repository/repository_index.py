"""The repository's index page: what it is, where things are, and where to start reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from mkdocs_repodoc.insight.periphery.customary_folders import TEST_MATTER, TRIAL_MATTER
from mkdocs_repodoc.languages.folder_files import runs_package
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Facts,
    Inline,
    Item,
    Items,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Section,
    WebLink,
    Weight,
)
from mkdocs_repodoc.model.repository import Folder, RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages import extension_sections
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_doc import language_bars
from mkdocs_repodoc.pages.folder.folder_index import (
    file_section,
    subfolder_section,
)
from mkdocs_repodoc.pages.folder.readmes import readme_opening
from mkdocs_repodoc.pages.parts import breadcrumbs, caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.configuration_tables import configuration_lead
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_lead, flow_title
from mkdocs_repodoc.pages.parts.commands.command_lists import command_blocks
from mkdocs_repodoc.pages.parts.commands.folder_commands import (
    commands_in,
    script_line,
    started_at,
)
from mkdocs_repodoc.pages.parts.diagrams.component_diagram import (
    component_diagram,
    component_list,
    layers_said,
)
from mkdocs_repodoc.pages.parts.diagrams.size_map import size_map
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.orientation.abstraction_list import abstraction_blocks
from mkdocs_repodoc.pages.parts.orientation.hot_spot_list import hot_spot_blocks
from mkdocs_repodoc.pages.parts.orientation.where_to_start import start_blocks
from mkdocs_repodoc.pages.repository.activity import activity_blocks, problem_blocks
from mkdocs_repodoc.pages.repository.index_lead import index_lead
from mkdocs_repodoc.pages.repository.package_relations import package_blocks
from mkdocs_repodoc.pages.repository.shortened_readme import shortened_readme

_WEB = ("https://", "http://")


def compose_repository(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the repository's index page."""
    root = context.repository.folders[""]
    return PageBody(
        title=context.repository.name,
        lead=index_lead(context),
        sections=(
            *_section("Architecture", "architecture", _architecture(context)),
            *_section("Packages", "packages", package_blocks(context)),
            *_section("Where to Start", "where-to-start", start_blocks(context)),
            *_section("Key Abstractions", "key-abstractions", abstraction_blocks(context)),
            *_section("Main Flows", "main-flows", _flows(context)),
            *_commands(context),
            *_section("Configuration", "configuration", configuration_lead(context)),
            *subfolder_section(context, root),
            *file_section(context, root),
            *_section("Activity", "activity", activity_blocks(context)),
            *_section("Hot Spots", "hot-spots", hot_spot_blocks(context, "")),
            *_section("Files with Problems", "problems", problem_blocks(context)),
            *_readme(context, root),
            *_section("Project", "project", project_blocks(context), "folded"),
            *_section("Languages", "languages", language_blocks(context), "folded"),
            *_section("Map", "map", _map(context), "folded"),
            *extension_sections.of_repository(context),
        ),
        views=breadcrumbs.folder_views(context, plan.path),
    )


def _readme(context: PageContext, root: Folder) -> tuple[Section, ...]:
    """The README, folded where the page begins with its opening."""
    weight: Weight = "folded" if readme_opening(context, root) else "full"
    return shortened_readme(context, root, weight)


def _section(
    title: str, anchor: str, blocks: tuple[Block, ...], weight: Weight = "full"
) -> tuple[Section, ...]:
    return (Section(title, anchor, blocks, weight),) if blocks else ()


def project_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return what the project's metadata and git say, each fact with the file that says it."""
    project = context.repository.project
    history = context.repository.history
    source: Phrase = ()
    if project.source in context.repository.files:
        source = (" (", page_links.to_file(context, project.source), ")")
    rows: list[tuple[str, Phrase]] = [
        (label, (value, *source))
        for label, value in (
            ("Name", project.name),
            ("Version", project.version),
            ("Licence", project.licence),
            *((f"Requires {each.name}", each.version) for each in project.runtimes),
        )
        if value
    ]
    needed: list[Phrase] = [(Code(name),) for name in project.dependencies]
    needed += [
        (Code(each.name), " where ", Code(each.only_if)) for each in project.conditional_packages
    ]
    if needed:
        shown = needed[: caps.DEPENDENCIES]
        names = capped(shown, len(needed) - len(shown), last=" and ")
        rows.append(("Requires", (*names, *source)))
    if urls := [each for each in project.urls if each.url.startswith(_WEB)]:
        addresses: list[Inline] = [WebLink(each.label, each.url, each.url) for each in urls]
        rows.append(("On the web", (*joined(addresses), *source)))
    if history.revision:
        url = context.commit_url(history.revision)
        short = history.revision[:12]
        commit: Inline = WebLink(short, url, history.revision) if url else short
        branch = f" on {history.branch}" if history.branch else ""
        rows.append(("Documented commit", (commit, branch)))
    if context.settings.repo_url:
        rows.append(
            ("Repository", (WebLink(context.settings.repo_url, context.settings.repo_url),))
        )
    return (Facts(tuple(rows)),) if rows else ()


def _architecture(context: PageContext) -> tuple[Block, ...]:
    """Return the picture of the components, and a sentence on each."""
    blocks: list[Block] = []
    if diagram := component_diagram(context):
        blocks += [Paragraph(layers_said(context)), diagram]
    if components := component_list(context):
        blocks.append(components)
    return tuple(blocks)


def _flows(context: PageContext) -> tuple[Block, ...]:
    """Return each main flow in one line; the book tells them step by step."""
    found = context.flows
    if not found:
        return ()
    book = context.plan.uri("book", "")
    items = tuple(
        Item(
            (
                PageLink(flow_title(flow), book, f"flow-{number}"),
                ": ",
                *flow_lead(context, flow),
            )
        )
        for number, flow in enumerate(found, 1)
    )
    return (Items(items),)


def _commands(context: PageContext) -> tuple[Section, ...]:
    """How the software is started: its commands, then modules that can be run.

    A library has none, but commands for those who work on it.
    """
    commands = commands_in(context, "")
    blocks = list(command_blocks(commands))
    modules = list(_runnable(context, {each.line for each in commands}))
    is_started = modules or any(each.aim == "run" for each in commands)
    if modules:
        items = tuple(Item(phrase) for phrase in modules)
        blocks.append(
            Items(
                items,
                shown=caps.RUNNABLE_FILES_UNFOLDED,
                title="Modules and scripts that can be run",
            )
        )
    title = "Entry Points" if is_started else "Commands"
    return _section(title, "entry-points", tuple(blocks))


def _runnable(context: PageContext, told: Container[str]) -> Iterator[Phrase]:
    """What runs packages first, then scripts; those in the root are among the commands."""
    found = [
        (runs_package(file) is None, path, line)
        for path, file in context.repository.files.items()
        if file.folder
        and not path.startswith(".")
        and _starts(file)
        and not TEST_MATTER.search(path)
        and not TRIAL_MATTER.search(path)
        if (line := script_line(file)) and line not in told
    ]
    for _, path, line in sorted(found)[: 3 * caps.RUNNABLE_FILES_UNFOLDED]:
        main = started_at(context.repository.files[path])
        yield (
            page_links.to_file(context, path, text=line),
            ", ",
            page_links.to_line(context, path, main),
        )


def _starts(file: RepoFile) -> bool:
    """Whether a file is there to be started; many a module only has a small demonstration."""
    return file.role == "script" or runs_package(file) is not None


def language_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the languages of the repository, by lines, with the number of files of each."""
    files = Counter(file.source.language for file in context.repository.files.values())
    bars = language_bars(context.repository.folders[""], files)
    return (bars,) if bars else ()


def _map(context: PageContext) -> tuple[Block, ...]:
    tiles = size_map(context, context.repository.folders[""])
    return (tiles,) if tiles else ()
