"""A folder's documentation page: its story, from who uses it to how to work in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mkdocs_repodoc.languages.folder_files import package_file
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import (
    Bars,
    Block,
    Inline,
    Item,
    Items,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Prose,
    Section,
)
from mkdocs_repodoc.model.repository import Folder, Role
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages import extension_sections
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_api import api_blocks
from mkdocs_repodoc.pages.folder.folder_dependencies import folder_dependencies
from mkdocs_repodoc.pages.folder.folder_index import own_words
from mkdocs_repodoc.pages.folder.folder_testing import testing_blocks
from mkdocs_repodoc.pages.folder.readmes import readme_section
from mkdocs_repodoc.pages.parts import breadcrumbs, caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.configuration_tables import configuration_blocks
from mkdocs_repodoc.pages.parts.behaviour.failure_tables import failure_blocks
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_lead, flow_title
from mkdocs_repodoc.pages.parts.behaviour.registration_lists import registration_blocks
from mkdocs_repodoc.pages.parts.commands.command_lists import command_blocks
from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in
from mkdocs_repodoc.pages.parts.diagrams.import_rollup import (
    FolderImports,
    folder_imports,
    outside,
)
from mkdocs_repodoc.pages.parts.diagrams.size_map import size_map
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.orientation.hot_spot_list import hot_spot_blocks
from mkdocs_repodoc.pages.parts.orientation.key_files import key_file_table, key_files
from mkdocs_repodoc.pages.parts.role_phrases import role_counts, role_phrase
from mkdocs_repodoc.paths import prefix_of
from mkdocs_repodoc.text.english import count, enumeration

_DOCUMENTATION = 4_000
_SHARE_SEEN = 0.05
_SHARE_SHOWN = 0.005


def compose_folder_doc(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of a folder's documentation page."""
    folder = context.repository.folders[plan.path]
    imports = folder_imports(context, folder.path)
    parts: list[tuple[str, str, tuple[Block, ...]]] = [
        ("Role", "role", _role(context, folder, imports)),
        ("Dependencies", "dependencies", folder_dependencies(context, folder, imports)),
        ("Main Flows", "main-flows", _flows(context, folder)),
        ("Registrations", "registrations", registration_blocks(context, folder.path)),
        ("Configuration", "configuration", configuration_blocks(context, folder.path)),
        ("Failures", "failures", failure_blocks(context, folder.path)),
        ("Hot Spots", "hot-spots", _hot_spots(context, folder)),
        ("Tests", "tests", testing_blocks(context, folder)),
        ("Working Here", "working-here", _commands(context, folder)),
    ]
    if not folder.path:  # the index of the repository has other things to say
        parts[1:1] = [
            ("Key Files", "key-files", _key_files(context, folder)),
            ("Public API", "public-api", api_blocks(context, folder)),
        ]
    readme = readme_section(context, folder) if folder.path else ()
    sections = list(readme)
    sections += [Section(title, anchor, blocks) for title, anchor, blocks in parts if blocks]
    if contents := _contents(context, folder):
        sections.append(Section("Contents", "contents", contents, "folded"))
    sections += extension_sections.of_folder(context, folder)
    is_told_below = bool(readme) and folder.summary_origin == folder.readme
    name = f"{folder.path}/" if folder.path else context.repository.name
    return PageBody(
        title=f"{name}: documentation",
        lead=() if is_told_below else own_words(context, folder),
        sections=tuple(sections),
        trail=breadcrumbs.trail(context, folder.path, inclusive=True),
        views=breadcrumbs.folder_views(context, folder.path),
    )


def _role(context: PageContext, folder: Folder, imports: FolderImports) -> tuple[Block, ...]:
    blocks = _package_documentation(context, folder)
    said: list[Inline] = []
    if users := imports.importers:
        verb = imports.words.verb if len(users) == 1 else imports.words.plural
        number = count(len(users), "file")
        said += [f"{number} elsewhere {verb} it: ", *_neighbours(context, folder, users), ". "]
    used = imports.imported
    places = {outside(folder.path, path) for path in used}
    if used and (users or len(places) > 1):  # a single arrow of the diagram says it as well
        number = count(len(used), "file")
        it = f"It {imports.words.verb} {number} elsewhere: "
        said += [it, *_neighbours(context, folder, used), "."]
    if said:
        blocks.append(Paragraph(tuple(said)))
    return tuple(blocks)


def _neighbours(context: PageContext, folder: Folder, paths: Iterable[str]) -> Phrase:
    """Where files outside a folder are, the entries with the most of them first."""
    numbers = Counter(outside(folder.path, path) for path in paths)
    ordered = sorted(numbers.items(), key=lambda each: (-each[1], each[0]))
    shown: list[Phrase] = []
    for key, number in ordered[: caps.FOLDER_NEIGHBOURS]:
        if key in context.repository.files:
            shown.append((page_links.to_file(context, key),))
        else:
            shown.append((page_links.to_folder(context, key), f" ({count(number, 'file')})"))
    return capped(shown, len(ordered) - len(shown), last=" and ")


def _flows(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """The main flows that go through a folder; the book tells them step by step."""
    prefix = prefix_of(folder.path)
    book = context.plan.uri("book", "")
    items = []
    for number, flow in enumerate(context.flows, 1):
        here = sum(step.symbol.path.startswith(prefix) for step in flow.steps)
        if here and folder.path:
            title = PageLink(flow_title(flow), book, f"flow-{number}")
            share = f", {here} of {count(len(flow.steps), 'step')} here: "
            items.append(Item((title, share, *flow_lead(context, flow))))
    return (Items(tuple(items)),) if items else ()


def _package_documentation(context: PageContext, folder: Folder) -> list[Block]:
    """The text of the package docstring beyond its summary."""
    path = package_file(context.repository.files, folder.path)
    if not path:
        return []
    detail = context.detail(path)
    blocks: list[Block] = []
    room = _DOCUMENTATION
    for section in detail.documentation:
        room -= len(section.text)
        if section.kind == "text" and section.text.strip() and room >= 0:
            blocks.append(Prose(section.text, detail.markup, path, heading_level=2))
    return blocks


def _contents(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    files = [context.repository.files[path] for path in context.statistics.below(folder.path)]
    if not files:
        return ()
    lines: Counter[Role] = Counter()
    for file in files:
        lines[file.role] += file.outline.lines.total
    kinds = [
        f"{role_phrase(role, number)} ({count(lines[role], 'line')})"
        if lines[role]
        else role_phrase(role, number)
        for role, number in role_counts(files)
    ]
    blocks: list[Block] = [Paragraph((f"{enumeration(kinds)}.",))]
    if (bars := language_bars(folder)) and is_mixed(folder):
        blocks.append(bars)
    if tiles := size_map(context, folder):
        blocks.append(tiles)
    return tuple(blocks)


def is_mixed(folder: Folder) -> bool:
    """Return whether a second language has a share of a folder that a picture would show."""
    _, *others = sorted(folder.languages.values(), reverse=True) or (0,)
    return bool(others) and others[0] >= _SHARE_SEEN * sum(folder.languages.values())


def language_bars(folder: Folder, files: Mapping[str, int] | None = None) -> Bars | None:
    """Return the languages below a folder by lines; `None` where there are no lines.

    Those with hardly any lines are left out.

    Args:
        folder: The folder.
        files: How many files there are of each language, where that is to be said too.
    """
    least = _SHARE_SHOWN * sum(folder.languages.values())
    rows = tuple(
        (language_named(name).title, lines, (count(files[name], "file"),) if files else ())
        for name, lines in sorted(folder.languages.items(), key=lambda each: (-each[1], each[0]))
        if lines and lines >= least
    )
    return Bars("Languages", rows, "lines") if rows else None


def _key_files(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    paths = key_files(context, context.statistics.below(folder.path), caps.FOLDER_KEY_FILES)
    return (key_file_table(context, paths, folder.path),) if paths else ()


def _hot_spots(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Those of the whole repository are on its index."""
    return hot_spot_blocks(context, folder.path) if folder.path else ()


def _commands(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    return command_blocks(commands_in(context, folder.path))
