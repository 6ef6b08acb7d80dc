"""The indexes that the option `scip` names: what they say of the files as these are now.

An index is made by a program that knows the language as its compiler does, of some commit. What it
says of a file that has changed since is left out, and a line in the log counts such files. What is
read is kept by the index's document and the file's content, so that a later build reads what has
changed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.scip.document_reader import OutdatedError, read_document
from mkdocs_repodoc.scip.index_reader import ScipIndex, open_index
from mkdocs_repodoc.scip.indexed_file import IndexedFile
from mkdocs_repodoc.scip.wire_format import WireError
from mkdocs_repodoc.text.english import with_rest
from mkdocs_repodoc.text.source_text import decode, read_file

_READING_ROOMS = ("scip", "text")
"""Packages whose code decides what is read of a document."""

_DEEPEST = 64
"""Folders of the repository, one in another, that an index may have been made in."""
_REMEDY = "make a new index of the files that are documented"


class _Read(msgspec.Struct, frozen=True, array_like=True):
    """What became of a document: what it says, or why it says nothing."""

    file: IndexedFile | None = None
    outdated: int = 0
    """Line that shows that it is about another version of its file; 0 if none does."""
    broken: str = ""
    """What is wrong with its bytes; empty if nothing is."""


class Indexed(NamedTuple):
    """What all indexes say.

    Attributes:
        files: Path → what an index says of the file; of two that know it, the first one named.
        diagnostics: A line for each index that is not used in full.
    """

    files: Mapping[str, IndexedFile]
    diagnostics: Sequence[Diagnostic]


_decode = msgspec.msgpack.Decoder(_Read).decode
_encode = msgspec.msgpack.Encoder().encode


def read_indexes(
    indexes: Sequence[Path], root: Path, sources: Iterable[SourceFile], cache: Cache
) -> Indexed:
    """Read what indexes say of the documented files.

    Args:
        indexes: Their files.
        root: The documented folder.
        sources: The documented files.
        cache: Where what is read is kept.

    Raises:
        SettingsError: The file of an index cannot be read.
    """
    files: dict[str, IndexedFile] = {}
    diagnostics = []
    texts = {source.path: source for source in sources if source.kind == "text"} if indexes else {}
    for file in indexes:
        found: dict[str, _Read] = {}
        problem = ""
        try:
            with open_index(file) as index:
                found = _read(index, root, texts, cache)
            problem = _problem(found)
        except OSError as error:
            reason = "there is no such file" if not file.exists() else error.strerror
            raise SettingsError("scip", f"{file} can't be read: {reason}") from error
        except WireError as error:
            problem = f"it is not a SCIP index ({error}), and nothing is read of it"
        if problem:
            diagnostics.append(Diagnostic("warning", "", 0, f"{file.name}: {problem}"))
        for path, read in found.items():
            if read.file is not None:
                files.setdefault(path, read.file)
    return Indexed(files, diagnostics)


def _read(
    index: ScipIndex, root: Path, sources: Mapping[str, SourceFile], cache: Cache
) -> dict[str, _Read]:
    """Return path → what became of the document about a file."""
    prefix = _prefix(index, root, sources)
    code = code_digest(_READING_ROOMS, ())
    keys: dict[str, str] = {}
    documents = {}
    for document in index.documents:
        path = posixpath.normpath(posixpath.join(prefix, document.path))
        if path in sources and path not in documents:
            documents[path] = document
            digest = sha256(index.content(document)).hexdigest()
            keys[path] = f"{digest}:{path}:{sources[path].digest}:{code}"
    kept = cache.get_many(Cached.INDEXED, keys.values(), _decode)
    new = {
        path: _read_document(index.content(documents[path]), root, path)
        for path, key in keys.items()
        if key not in kept
    }
    cache.put_many(Cached.INDEXED, ((keys[path], _encode(read)) for path, read in new.items()))
    return {path: new.get(path) or kept[key] for path, key in keys.items()}


def _read_document(document: bytes, root: Path, path: str) -> _Read:
    try:
        text = decode(read_file(root, path)).text
        return _Read(read_document(document, path, text, text.split("\n")))
    except OutdatedError as error:
        return _Read(outdated=error.line)
    except OSError:  # it has gone since it was discovered
        return _Read(outdated=1)
    except WireError as error:
        return _Read(broken=str(error))


def _prefix(index: ScipIndex, root: Path, sources: Mapping[str, SourceFile]) -> str:
    """Return the folder of the repository that the paths of an index begin at.

    An index names the folder as it was called on the machine that made it. The end of that name
    under which most documents are files of the repository is right: `packages/app`, or nothing.
    """
    candidates = dict.fromkeys((*_inside(index.root, root), "", *_endings(index.root)))
    counts = {
        prefix: sum(posixpath.join(prefix, each.path) in sources for each in index.documents)
        for prefix in candidates
    }
    return max(counts, key=counts.__getitem__)


def _inside(folder: str, root: Path) -> Iterator[str]:
    path = Path(folder)
    if folder and path.is_relative_to(root):
        yield path.relative_to(root).as_posix().removeprefix(".")


def _endings(folder: str) -> Iterator[str]:
    parts = PurePosixPath(folder).parts[1:]
    for start in range(max(len(parts) - _DEEPEST, 0), len(parts)):
        yield "/".join(parts[start:])


def _problem(found: Mapping[str, _Read]) -> str:
    """Return what is wrong with the documents of an index, as a sentence; empty if nothing is."""
    if not found:
        return f"it says nothing of the files that are documented; {_REMEDY}"
    outdated = [f"{path}:{read.outdated}" for path, read in found.items() if read.outdated]
    broken = [f"{path} ({read.broken})" for path, read in found.items() if read.broken]
    clauses = []
    if outdated:
        clauses.append(
            f"{len(outdated):,} of {len(found):,} files changed since it was made, such as "
            f"{outdated[0]}, and what it says of those is left out; {_REMEDY}"
        )
    if broken:
        files = with_rest(broken[0], len(broken) - 1)
        clauses.append(f"what it says of {files} cannot be read")
    return "; ".join(clauses)
