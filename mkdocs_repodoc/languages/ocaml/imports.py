"""Files of the modules that are opened, included or renamed: a module is a file of its name."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_STANDARD = words("""
    Arg Array ArrayLabels Atomic Bigarray Bool Buffer Bytes BytesLabels Callback Char Complex
    Condition Digest Domain Dynarray Dynlink Effect Either Ephemeron Event Filename Float Format
    Fun Gc Hashtbl In_channel Int Int32 Int64 Lazy Lexing List ListLabels Map Marshal MoreLabels
    Mutex Nativeint Obj Oo Option Out_channel Parsing Printexc Printf Queue Random Result Scanf
    Semaphore Seq Set Stack StdLabels Stdlib Str String StringLabels Sys Thread Type Uchar Unit
    Unix UnixLabels Weak
    """)


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a module lies.

    `A.B` is the module `B` of the library `A`, as a rule in a folder of that name, or a module of
    the file `a.ml`. A bare name is a file beside the one that opens it, or a library.
    """
    parts = [part[:1].lower() + part[1:] for part in item.module.split(".")]
    folder = folder_of(path)
    suffixes = (".ml", ".mli")
    if found := files.relative(path, parts[0], suffixes):
        return inside(found)
    for end in range(len(parts), 0, -1):
        named = "/".join(parts[:end])
        library = f"{named}/{parts[end - 1]}"  # the module that a library is known by
        for candidate in (named, library) if end > 1 else (library,):
            for suffix in suffixes:
                if found := files.by_ending(candidate + suffix, folder):
                    return inside(found)
    top = item.module.partition(".")[0]
    return standard(top) if top in _STANDARD else third_party(top)
