"""One line on what a file is for: its own words, else what its content shows.

In this order of trust: a name that a tool looks for, the file's own words, those of its main
symbol, what the program's help says of the command that it declares, its most used names, and at
last nothing but the kind of file that it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.known_files import known_file, plainly_named_file
from mkdocs_repodoc.insight.symbols.main_symbol import implemented_for, main_symbol
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.tools.common_tools import HOOKS_PROGRAM
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import WEIGHTY, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.defined_names import definitions, exports_phrase
from mkdocs_repodoc.pages.parts.formatting import capped, dimensions, joined
from mkdocs_repodoc.pages.parts.type_evidence import type_evidence
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count
from mkdocs_repodoc.text.prose import first_sentence

_WITH_MAIN_SYMBOL = CODE_ROLES | {"example", "test support"}
_PLAIN_KINDS = {
    "documentation": "{} document",
    "configuration": "Settings in {}",
    "data": "{} data",
    "test": "{} test",
    "test support": "{} file that tests use",
    "example": "{} example",
    "script": "{} script",
    "module": "{} module",
    "package": "{} package",
    "source": "{} source file",
    "stub": "{} stub",
    "unbuilt": "{} file that is not compiled",
    "compiled": "{} that a compiler has written",
    "build": "{} build file",
}
"""What is said of a file of which nothing is known but its role and its language."""


def describe_file(context: PageContext, path: str) -> Phrase:
    """Return a file's own words; failing those, what its content shows it to be."""
    file = context.repository.files[path]
    return (
        _known(file)
        or summaries.of_file(context, path)
        or _without_content(file)
        or _main_symbol(context, file)
        or _command(file)
        or _by_role(context, file)
        or definitions(context, file)
        or _plain_kind(file)
    )


def as_sentence(phrase: Phrase) -> Phrase:
    """Return a description with a full stop behind it, unless somebody's own words end it."""
    has_end = not phrase or (not isinstance(phrase[-1], str | Code) and _ends(phrase[-1]))
    return phrase if has_end else (*phrase, ".")


def _ends(last: Inline) -> bool:
    text: str = getattr(last, "text", "")
    return text.endswith((".", "!", "?", "…"))


def _known(file: RepoFile) -> Phrase:
    """What is known of a file for its name, or of a workflow for what starts it."""
    if file.name == "py.typed":
        package = name_of(file.folder)
        return ("Marks ", Code(package), " as typed (PEP 561)") if package else ()
    if file.role == "workflow" and (triggers := _triggers(file)):
        title = f" “{file.summary}”" if file.summary else ""
        return (f"CI workflow{title}: runs on ", *joined(triggers, last=" and "))
    if hooks := [symbol.name for symbol in file.outline.symbols if symbol.kind == Kind.HOOK]:
        return (f"Hooks of {HOOKS_PROGRAM}: ", *_capped_names(hooks))
    words = known_file(file.path)
    return (words,) if words else ()


def _triggers(file: RepoFile) -> list[Inline]:
    names = (symbol.name for symbol in file.outline.symbols if symbol.kind == Kind.TRIGGER)
    return [Code(name.removeprefix("on.")) for name in dict.fromkeys(names)]


def _capped_names(names: Sequence[str]) -> Phrase:
    shown: list[Inline] = [Code(name) for name in names[: caps.DESCRIBED_NAMES]]
    return capped(shown, len(names) - len(shown), last=" and ")


def _without_content(file: RepoFile) -> Phrase:
    if file.source.target:
        return (f"Symbolic link to {file.source.target}",)
    if file.source.size == 0:
        return ("Empty",)
    if written := dimensions(file.outline.image):
        return (f"{language_named(file.source.language).title} image, {written}",)
    return ()


def _main_symbol(context: PageContext, file: RepoFile) -> Phrase:
    """The words of the one symbol that a file is about."""
    position = main_symbol(file) if file.role in _WITH_MAIN_SYMBOL else None
    if position is None:
        return ()
    ref = SymbolRef(file.path, position)
    words = summaries.behind_name(context, ref)
    symbol = file.outline.symbols[position]
    link = page_links.to_symbol(context, ref, text=symbol.bare_name)
    if not words and symbol.kind == Kind.TRAIT and (types := implemented_for(file, position)):
        return ("Defines the trait ", link, f", implemented for {count(types, 'type')}")
    is_most = 2 * (symbol.end_line - symbol.line + 1) >= file.outline.lines.code
    if not words and is_most and (evidence := type_evidence(context, ref)):
        words = (": ", *evidence)
    return (link, *words) if words else ()


def _command(file: RepoFile) -> Phrase:
    """What the program says of the one command that a file declares."""
    commands = [each for each in file.outline.options if each.is_command]
    if len(commands) != 1 or file.role not in _WITH_MAIN_SYMBOL:
        return ()
    name = commands[0].flags[0]
    words = summaries.phrase(first_sentence(commands[0].help), file)
    return ("The command ", Code(name), ": ", *words) if words else ()


def _by_role(context: PageContext, file: RepoFile) -> Phrase:
    outline = file.outline
    if file.role == "test":
        return _test(context, file) if outline.tests else ()
    if file.role == "package":
        return exports_phrase(context, file.path)
    if file.role == "licence":
        return (f"Licence: {outline.licence}",) if outline.licence else ("Licence",)
    plain = plainly_named_file(file.path) if file.role not in CODE_ROLES else ""
    if plain:
        targets = [symbol.name for symbol in outline.symbols if symbol.kind == Kind.TARGET]
        return (f"{plain}: ", *_capped_names(targets)) if targets else (plain,)
    if file.role == "script" and not any(each.kind in WEIGHTY for each in outline.symbols):
        return (f"{language_named(file.source.language).title} script",)
    return ()


def _test(context: PageContext, file: RepoFile) -> Phrase:
    """How many cases a test has, and for which file first of all."""
    cases = count(len(file.outline.tests), "test case")
    exercised = context.repository.links.tested_by.get(file.path, ())
    if not exercised:
        return (cases,)
    first = page_links.to_file(context, exercised[0])
    return (f"{cases} for ", *capped([first], len(exercised) - 1, "file"))


def _plain_kind(file: RepoFile) -> Phrase:
    written_in = language_named(file.source.language).title
    form = _PLAIN_KINDS.get(file.role)
    return (form.format(written_in),) if form and written_in else ()
