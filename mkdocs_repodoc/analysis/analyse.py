"""Bytes of files in, their records out: decode, choose the analyser, add what it could not do.

The result depends on nothing but the arguments, so that it may be made in any process and kept
under `record_key` for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from mkdocs_repodoc.analysis.extension_results import with_extension_results
from mkdocs_repodoc.analysis.general_facts import with_general_facts
from mkdocs_repodoc.analysis.secret_rules import find_secrets
from mkdocs_repodoc.extensions.named_extensions import use_extensions
from mkdocs_repodoc.format_readers.image_size import image_size, svg_size
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import SNIPPETS, language_named
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import (
    FileComplexity,
    FileDetail,
    FileOutline,
    FileRecord,
    Finding,
    LineCounts,
)
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.processes.attempts import NoResult, attempt
from mkdocs_repodoc.processes.containment import fault, recursion_bound, traceback_of
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.sources.file_types import HEAD, is_text
from mkdocs_repodoc.text.code_blocks import code_blocks
from mkdocs_repodoc.text.source_text import SourceText, decode

__all__ = ["AnalysisOptions", "Content", "analyse", "analyse_all", "unanalysed"]
_UNSEARCHED = "what a search for secrets could not read in time"
_DATA_FACTOR = 10
"""How much larger documents and data may be than source code."""
_NO_CONTENT = frozenset({"symlink", "submodule"})


class Content(NamedTuple):
    """What is in a file, and what it goes by."""

    name: str
    """Its base name."""
    language: str
    """Its language, as `discovery` found it."""
    data: bytes


def analyse_all(contents: Sequence[Content], options: AnalysisOptions) -> list[FileRecord]:
    """Turn files into their records, each the same as if it were alone.

    Together they are quicker: a linter that is a program of its own runs once for all of them.

    Args:
        contents: The files.
        options: What the user chose.

    Returns:
        A record for each file, in their order.

    Raises:
        RepodocError: The linter is missing, or can't be run; or an extension can't be loaded.
    """
    use_extensions(options.extensions)  # workers start without them
    records = [_analyse_alone(content, options) for content in contents]
    linted: dict[str, list[int]] = {}
    for number, content in enumerate(contents):
        if len(content.data) <= options.analysis_limit:
            linted.setdefault(content.language, []).append(number)
    for language, numbers in linted.items():
        linter = language_named(language).linter
        if not isinstance(linter, Absent):
            found = linter.load()([contents[number].data for number in numbers])
            for number, findings in zip(numbers, found, strict=True):
                records[number] = _with_findings(records[number], findings)
    return records


def analyse(name: str, language: str, data: bytes, options: AnalysisOptions) -> FileRecord:
    """Turn one file into its record; see `analyse_all`."""
    return analyse_all([Content(name, language, data)], options)[0]


def _analyse_alone(content: Content, options: AnalysisOptions) -> FileRecord:
    """Return what our own analysers make of a file: a record that can be encoded.

    No input raises: what an analyser raises becomes a diagnostic that names it.
    """
    name, language, data = content
    if language in _NO_CONTENT:
        return FileRecord(FileOutline(LineCounts()), FileDetail())
    if not is_text(data[:HEAD]):
        return _binary(data)
    text = decode(data)
    secrets = find_secrets(name, text.text)
    record = _analyse_any_text(content, text, options)
    if not secrets:
        return record
    outline = msgspec.structs.replace(record.outline, secrets=secrets)
    return msgspec.structs.replace(record, outline=outline)


def _analyse_any_text(content: Content, text: SourceText, options: AnalysisOptions) -> FileRecord:
    name, language, data = content
    if len(data) > (limit := _limit(language, options)):
        reason = (
            f"The file has more than {limit:,} bytes (option 'analysis_limit'); "
            "only its text is shown."
        )
        return _text_only(text, Diagnostic("info", "", 0, reason))
    try:
        with recursion_bound():
            record = _analyse_text(name, language, text, options)
            record = with_general_facts(record, language, text)
            return _encodable(with_extension_results(record, name, language, text))
    except RecursionError:  # some thousand levels, by accident or by malice
        reason = "The file is nested too deeply to be analysed; only its text is shown."
    except MemoryError:  # parsers raise this for the same; or 'memory_limit' is what stopped them
        reason = (
            "The file is nested too deeply, or needs more memory to be analysed than the option "
            "'memory_limit' allows; only its text is shown."
        )
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        reason = f"The file could not be analysed, and only its text is shown: {fault(error)}."
        return _text_only(text, Diagnostic("error", "", 0, reason, traceback_of(error)))
    return _text_only(text, Diagnostic("error", "", 0, reason))


def unanalysed(name: str, data: bytes, reason: str, limits: Limits) -> FileRecord:
    """Return the record of a file that no analyser could be trusted with.

    Args:
        name: The file's base name.
        data: The file's bytes.
        reason: A clause that says why, such as `it took longer than 60 seconds`.
        limits: What a search for secrets in it may take. What can't be searched may hold some.
    """
    text = decode(data) if is_text(data[:HEAD]) else decode(b"")
    said = f"The file could not be analysed, and only its text is shown: {reason}."
    record = _text_only(text, Diagnostic("error", "", 0, said))
    found = attempt(lambda: find_secrets(name, text.text), limits)
    secrets = (Secret(_UNSEARCHED, 1),) if isinstance(found, NoResult) else found
    return FileRecord(msgspec.structs.replace(record.outline, secrets=secrets), record.detail)


def _limit(language: str, options: AnalysisOptions) -> int:
    """Bytes: source code is parsed, which takes a hundred times its size, other files are not."""
    is_code = not isinstance(language_named(language).outline, Absent)
    return options.analysis_limit * (1 if is_code else _DATA_FACTOR)


def _analyse_text(
    name: str, language: str, text: SourceText, options: AnalysisOptions
) -> FileRecord:
    # The analysers load their parsers (Griffe, the grammars) when they are imported: a run that
    # finds every record in its cache needs none of them.
    known = language_named(language)
    if known.is_installed and not isinstance(known.outline, Absent):
        from mkdocs_repodoc.languages.outlines import read_outline  # noqa: PLC0415 - as said above

        return _with_complexity(read_outline(known, known.outline, name, text, options))
    from mkdocs_repodoc.format_readers.readers import reader_for  # noqa: PLC0415 - likewise

    draft = RecordBuilder(name, language, text, options)
    if reader := reader_for(name, language):
        reader(draft)
        if name.lower().endswith(".svg"):
            draft.image = svg_size(text.text)
        _read_snippets(draft)
    return draft.record()


def _read_snippets(draft: RecordBuilder) -> None:
    """Add what names in the code of a document mean; in the first language that has some there."""
    for language, snippets in SNIPPETS.items():
        if blocks := code_blocks(draft.lines, draft.markup, snippets.marks):
            draft.targets, draft.references = snippets.read.load()(blocks, draft.symbols)
            draft.code_language = language
            return


def _text_only(text: SourceText, reason: Diagnostic) -> FileRecord:
    """A record that says nothing of what the lines are; a list of them may not fit in memory."""
    total = text.text.count("\n") + bool(text.text and not text.text.endswith("\n"))
    problems = [Diagnostic("warning", "", 0, text.problem)] if text.problem else []
    outline = FileOutline(LineCounts(total), text.encoding, diagnostics=(*problems, reason))
    return FileRecord(outline, FileDetail())


def _encodable(record: FileRecord) -> FileRecord:
    r"""Replace halves of characters, which strings of Python can hold (`"\ud800"`)."""
    try:
        msgspec.msgpack.encode(record)
    except UnicodeEncodeError:
        return msgspec.convert(_whole(msgspec.to_builtins(record)), FileRecord)
    return record


def _whole(value: Any) -> Any:  # noqa: ANN401 - any part of an encoded record
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_whole(part) for part in value] if isinstance(value, list | tuple) else value


def _binary(data: bytes) -> FileRecord:
    return FileRecord(FileOutline(LineCounts(), image=image_size(data)), FileDetail())


def _with_findings(record: FileRecord, found: Sequence[Finding]) -> FileRecord:
    if not found:
        return record
    merged = sorted((*record.outline.findings, *found), key=lambda finding: finding.line)
    outline = msgspec.structs.replace(record.outline, findings=tuple(merged))
    return msgspec.structs.replace(record, outline=outline)


def _with_complexity(record: FileRecord) -> FileRecord:
    """Add the complexity of the file: ranking all files must not read all details."""
    tests = frozenset(record.outline.tests)
    counted = {
        position: detail.complexity
        for position, (symbol, detail) in enumerate(
            zip(record.outline.symbols, record.detail.symbols, strict=True)
        )
        if detail.complexity and symbol.name not in tests
    }
    if not counted:
        return record
    position = max(counted, key=lambda each: (counted[each], -each))
    complexity = FileComplexity(sum(counted.values()), counted[position], position)
    outline = msgspec.structs.replace(record.outline, complexity=complexity)
    return msgspec.structs.replace(record, outline=outline)
