"""The repository's own sentences on which settings override which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase, Prose
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import quoted
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, sentence_caps, summaries
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.english import one_line, shortened

_OVERRIDES = re.compile(r"\boverrid(?:e|es|den|ing)\b", re.IGNORECASE)
_PRECEDENCE = re.compile(
    r"\b(?:precedence|takes? priority|(?:with|by|in|of) priority)\b|\bpriority(?: (?:order|list))?:"
    r"|\bprefers?\b[^.;]+\b(?:then|over)\b"
    r"|\b(?:merged|applied|loaded|looked up) in (?:this|the following) order\b",
    re.IGNORECASE,
)
_PRECEDENCE_WORD = re.compile(r"precedence|priority|prefer|order", re.IGNORECASE)
"""What each text has that `_PRECEDENCE` is found in."""
_GIVEN = re.compile(
    r"\b(?:options?|flags?|command[- ]line|CLI|arguments?|keyword)\b|--\w", re.IGNORECASE
)
"""Settings that somebody gives when the software starts."""
_STORED = re.compile(
    r"\b(?:config(?:uration)?|settings|files?|rc ?file|pyproject)\b|\.env\b", re.IGNORECASE
)
"""Settings that lie ready."""
_FILE = re.compile(r"[\w.-]*\w\.(?:ya?ml|toml|jsonc?|ini|cfg|conf)\b")
"""The name of a settings file: of several in one sentence each is a source."""
_SURROUNDING = re.compile(
    r"(?i:\benvironment\b|\benv(?:ironment)? var(?:iable)?s?\b)|\b[A-Z]+_[A-Z_]+=\S"
)
_BUILT_IN = re.compile(
    r"\bdefaults\b|\bdefault (?:values?|settings?|options?|config\w*)\b|\bdefault(?=\W*$|[.,;:)])"
    r"|\bfallback\b",
    re.IGNORECASE,
)
_LEAST_SOURCES = 2
"""Sources of settings that a sentence sets above one another."""
_OVERRIDDEN_CODE = re.compile(
    r"\b(?:sub)?class(?:es)?\b|\bmethods?\b|\bfunctions?\b|`_\w+`", re.IGNORECASE
)
"""What is overridden in code, by whoever derives from it."""
_HEADING = re.compile(
    r"^(?:#{1,6} +([^\n]*\bprecedence\b[^\n]*)|([^\n]*\bprecedence\b[^\n]*)\n[=~*^-]{3,})\n\s*\n",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading on precedence, in Markdown or reStructuredText."""
_FLAG = re.compile(r"--\w[\w-]*")
_SENTENCE = re.compile(r"(?m:^):{3,}[^\n]*(?:\n|$)|(?<=[.!?])\s+(?=[A-Z`\"*])|\n\s*\n|\n\s*[-*+] ")
_LEFT_OUT = re.compile(
    r"changelog|changes|history|news|release|contribut|migrat|(?:^|/)(?:tests?|specs?)/"
    r"|(?:^|/)(?:agents|claude|gemini|copilot[\w-]*)\.",
    re.IGNORECASE,
)
"""Documents on the past, for who changes the software, and for programs that do."""
_ENTRY = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.+)")
_NO_SENTENCE = re.compile(r"\||```|<!--|^#{1,6} ")
"""In what is cut out of a table or of code."""
_COMMENT = re.compile(r"\s*(?://+!?|#+|--|\*(?!/))\s*(\w.*)")
"""A comment on a line of its own."""
_LONGEST_DOCUMENT = 200_000
_LENGTHS = range(30, 420)
_LONGEST_ENTRY = 90


def precedence(view: BookView) -> tuple[Block, ...]:
    """Return what documents and the documentation of functions say on precedence, with its line."""
    found = [*_of_functions(view), *_of_comments(view)]
    told: set[str] = set()
    for said, item in _of_documents(view):
        if len(found) >= operation_caps.BOOK_PRECEDENCE:
            break
        if said not in told:  # a copy of the README says nothing more
            found.append(item)
        told.add(said)
    if not found:
        return ()
    return (
        Items(
            tuple(found[: operation_caps.BOOK_PRECEDENCE]), title="On precedence, in its own words"
        ),
    )


def _tells(text: str) -> bool:
    """Tell whether a sentence sets one source of settings above another."""
    if not _PRECEDENCE.search(text) and (
        not _OVERRIDES.search(text) or _OVERRIDDEN_CODE.search(text)
    ):
        return False
    return _sources(text) >= _LEAST_SOURCES


def _sources(text: str) -> int:
    given = _GIVEN.search(text) is not None
    rest = _FLAG.sub(" ", text)  # `--no-env-file` is no file
    stored = max(_STORED.search(rest) is not None, len(set(_FILE.findall(rest))))
    others = (_SURROUNDING, _BUILT_IN)
    return given + stored + sum(each.search(rest) is not None for each in others)


def _of_comments(view: BookView) -> Iterator[Item]:
    """Yield what comments say of it in the code that declares or reads settings."""
    context = view.context
    for path in sorted(view.configuration.paths, key=view.reading_number):
        file = context.repository.files[path]
        if file.role not in CODE_ROLES or path in context.statistics.aside:
            continue
        text = context.read_text(path)
        if not _PRECEDENCE_WORD.search(text.text):
            continue
        told = " ".join(symbol.summary for symbol in file.outline.symbols)
        for line, words in _comments(text.lines):
            for sentence in _SENTENCE.split(words):
                said = one_line(sentence)
                is_told = said in told or not _PRECEDENCE.search(said)
                if len(said) in _LENGTHS and _tells(said) and not is_told:
                    where = page_links.to_line(context, path, line, text=f"{path}:{line}")
                    yield Item((where, ": ", *quoted((said,))))


def _comments(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the comments that fill lines of their own, each with its first line."""
    start, words = 0, list[str]()
    for number, line in enumerate((*lines, ""), 1):
        match = _COMMENT.match(line)
        if match is not None:
            start = start if words else number
            words.append(match[1])
        elif words:
            yield start, " ".join(words)
            words = []


def _of_functions(view: BookView) -> Iterator[Item]:
    context = view.context
    declaring = view.configuration.paths
    for path in sorted(declaring, key=view.reading_number):
        file = context.repository.files[path]
        if file.role not in CODE_ROLES:
            continue
        for position, symbol in enumerate(file.outline.symbols):
            ref = SymbolRef(path, position)
            if _tells(symbol.summary):
                words = summaries.of_symbol(context, ref)
                yield Item((view.to_symbol(ref), ": ", *quoted(words)))
            elif symbol.summary and (said := _in_documentation(context, ref)):
                markup = context.detail(path).markup
                words = (Prose(said, markup, path, inline=True),)
                yield Item((view.to_symbol(ref), ": ", *quoted(words)))


def _in_documentation(context: PageContext, ref: SymbolRef) -> str:
    """Return what the documentation of a function says on precedence behind its first sentence."""
    for section in context.detail(ref.path).symbols[ref.position].documentation:
        if section.kind == "text":
            return next((said for said, _ in _told(section.text)), "")
    return ""


def _with_list(said: str, rest: str) -> str:
    """Return a sentence that announces a list with the entries of it, as far as they are short."""
    entries: list[str] = []
    for line in filter(str.strip, rest.split("\n")):
        entry = _ENTRY.match(line)
        if entry is None and entries and line[0].isspace():
            entries[-1] = one_line(f"{entries[-1]} {line}")
            continue
        if entry is None or len(entries) == sentence_caps.PRECEDENCE_ENTRIES:
            break
        entries.append(one_line(entry[1]))
    entries = [shortened(each, _LONGEST_ENTRY) for each in entries]
    return f"{said} {'; '.join(entries)}" if entries else ""


def _documents(view: BookView) -> list[RepoFile]:
    """Return the documents that may speak of settings."""
    files = view.context.repository.files
    return [
        file
        for file in files.values()
        if file.role == "documentation"
        and file.source.language in DOCUMENT_MARKUPS
        and file.source.kind == "text"
        and file.source.size <= _LONGEST_DOCUMENT
        and not _LEFT_OUT.search(file.path)
        and not is_translation(file.path, files)
    ]


def _of_documents(view: BookView) -> Iterator[tuple[str, Item]]:
    """Yield the sentences of documents, each with its item."""
    context = view.context
    for file in sorted(_documents(view), key=lambda each: (each.path.count("/"), each.path)):
        text = context.read_text(file.path).text
        if not (_OVERRIDES.search(text) or _PRECEDENCE.search(text)):
            continue
        if headed := _below_heading(text):
            yield headed[0], _item(context, file, *headed)
            continue
        for said, start in _told(text):
            yield said, _item(context, file, said, start)


def _told(text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a text that tell of precedence, lists included, and where they are."""
    start = 0
    for sentence in _SENTENCE.split(text):
        at = text.find(sentence, start)
        start = max(at, start)
        said = one_line(sentence)
        if said.endswith(":"):
            said = _with_list(said, text[start + len(sentence) :])
        if len(said) in _LENGTHS and _tells(said) and not _NO_SENTENCE.search(said):
            yield said, start


def _below_heading(text: str) -> tuple[str, int] | None:
    """Return what stands below a heading on precedence, and where; nothing without one."""
    for heading in _HEADING.finditer(text):
        paragraph, gap, rest = text[heading.end() :].partition("\n\n")
        said = one_line(paragraph)
        if said.endswith(":"):
            said = _with_list(said, rest if gap else "")
        told = f"{heading[1] or heading[2]} {said}"
        if said and _sources(told) >= _LEAST_SOURCES and not _NO_SENTENCE.search(said):
            return said, heading.end()
    return None


def _item(context: PageContext, file: RepoFile, said: str, start: int) -> Item:
    """Return a sentence of a document with its line."""
    line = context.read_text(file.path).text.count("\n", 0, start) + 1
    where = page_links.to_line(context, file.path, line, text=f"{file.path}:{line}")
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    words: Phrase = (Prose(said, markup, file.path, inline=True),)
    return Item((where, ": ", *quoted(words)))
