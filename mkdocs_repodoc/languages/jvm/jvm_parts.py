"""Parts that languages of the JVM share: groups of keywords, files that imports name by package."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.delicate_code import DelicateCode
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import KeywordGroup, Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

GROUPS_WITHOUT_CLASSES = (
    KeywordGroup("Enums", (Kind.ENUM, Kind.ENUMERATOR)),
    KeywordGroup("Type aliases", (Kind.TYPE_ALIAS,)),
    KeywordGroup("Functions", (Kind.FUNCTION,)),
    KeywordGroup("Methods", (Kind.CONSTRUCTOR, Kind.METHOD)),
    KeywordGroup("Properties", (Kind.PROPERTY, Kind.VARIABLE)),
    KeywordGroup("Constants", (Kind.CONSTANT,)),
)
"""Of a language in which functions need no class, and properties stand for fields."""
PROCESS_STARTS = re.compile(r"\bProcessBuilder")
"""What starts a process, with the library that comes with all of them."""
DELICATE = DelicateCode(
    deletes=words("deleteIfExists Files.delete"),
    writes=words("Files.write Files.move"),
    threads=words("synchronized") | {"executor service"},
    atomics=re.compile(
        r"Atomic(?:Array|Boolean|Double|Integer|Long|Marker|Marked|Reference|Stamped)\w*$"
    ),
    processes=frozenset({"process builder"}),
    reflection=words("reflect"),
)
"""What is delicate in code of the JVM."""
NAMED_MODULES = re.compile(rb"\bClass\.forName\(\s*\"(?P<module>[\w.]+)\"")
"""A class that is loaded by its name."""
FOLDER_READS = re.compile(
    r"\b(?:getResources|getTopLevelResources|ClassPath\.from|newDirectoryStream"
    r"|Files\.(?:list|walk))\s*\("
)
"""A call that lists what is in a folder, or among the resources."""
REACHES_OUT = re.compile(
    r"\b(?:Files\.\w+|System\.(?:out|err)\.print\w*|println)\("
    r"|\b(?:new )?(?:File(?:Input|Output)Stream|File(?:Reader|Writer)|ProcessBuilder|PrintWriter"
    r"|ServerSocket|Socket)\("
)
"""The beginning of a call by which code of the JVM reaches outside of its program."""
_LEAST_PARTS = 2
"""A name without a package says too little."""


def resolve_package(
    files: FileIndex, path: str, item: Import, suffixes: tuple[str, ...], libraries: frozenset[str]
) -> ResolvedImport:
    """Return where an import leads.

    Args:
        files: The files of the repository.
        path: The file that imports.
        item: The import.
        suffixes: Of the files that may be meant, the likeliest first.
        libraries: First parts of the packages that come with the language.
    """
    named = f"{item.module}.{item.name}" if item.name not in ("", "*") else item.module
    parts = named.split(".")
    least = dict.fromkeys(suffixes, _LEAST_PARTS)
    if found := files.by_qualified_name(parts, least, folder_of(path)):
        return inside(found)
    package = ".".join(parts[:2])
    return standard(package) if parts[0] in libraries else third_party(package)
