"""Imports of languages that name files: `#include`, JavaScript's paths, Rust's modules, and such.

Only what leads to one file of the repository is resolved. Names that belong to a package manager
stay outside.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable

from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import ResolvedImport

_C_FAMILY = {"c", "c++", "cuda", "objective-c", "objective-c++", "glsl", "opencl"}
_SCRIPT_SUFFIXES = ("", ".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".vue")
_SCRIPT_INDEXES = ("/index.ts", "/index.tsx", "/index.js", "/index.jsx", "/index.mjs")
_NODE_MODULES = frozenset(
    (  # noqa: SIM905  # a list of words reads better than one of strings
        "assert async_hooks buffer child_process cluster console constants crypto dgram dns events "
        "fs http http2 https inspector module net os path perf_hooks process punycode querystring "
        "readline repl stream string_decoder timers tls tty url util v8 vm worker_threads zlib"
    ).split()
)
_RUST_STANDARD = {"std", "core", "alloc", "proc_macro", "test"}
_C_STANDARD = frozenset(
    (  # noqa: SIM905  # likewise
        "assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal "
        "stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath "
        "threads time uchar wchar wctype"
    ).split()
)
_RUBY_STANDARD = frozenset(
    (  # noqa: SIM905  # likewise
        "abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate digest drb "
        "English erb etc expect fcntl fiddle fileutils find forwardable getoptlong io ipaddr irb "
        "json logger matrix monitor mutex_m net nkf objspace observer open-uri open3 openssl "
        "optparse ostruct pathname pp prettyprint prime pstore psych pty rbconfig rdoc readline "
        "reline resolv rinda ripper rubygems securerandom set shellwords singleton socket "
        "stringio strscan syslog tempfile thread time timeout tmpdir tracer tsort un uri weakref "
        "yaml zlib"
    ).split()
)
_NEAR = 2
"""How many of a header's last path parts an include must name before any folder may hold it."""


class PathImports:
    """Finds files by how other languages' imports name them.

    Args:
        paths: All files of the repository.
        go_modules: Path of each Go module, as imports write it, and the folder that it lies in.
    """

    def __init__(self, paths: Iterable[str], go_modules: Iterable[tuple[str, str]] = ()) -> None:
        self._paths = set(paths)
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            self._by_name.setdefault(path.rpartition("/")[2], []).append(path)
        self._crates = sorted(
            (path.rpartition("/")[0] for path in self._by_name.get("Cargo.toml", ())),
            key=len,
            reverse=True,
        )
        self._go_modules = sorted(go_modules, key=lambda one: -len(one[0]))
        self._go_files: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            if path.endswith(".go"):
                self._go_files.setdefault(path.rpartition("/")[0], []).append(path)

    def resolve(self, source: SourceFile, item: Import, inner: int = 0) -> ResolvedImport:
        """Return where an import of a file that is not Python leads.

        Args:
            source: The file.
            item: The import.
            inner: How many modules inside the file the import stands in (Rust's `mod tests`).
        """
        language = source.language
        if language == "rust":
            return self._rust(source.path, item, inner)
        if language in _C_FAMILY:
            return self._include(source.path, item)
        finder = _FINDERS.get(language)
        if finder is None:
            return self._plain(source.path, item)
        return finder(self, source.path, item)

    # C and its relatives

    def _include(self, path: str, item: Import) -> ResolvedImport:
        named = posixpath.normpath(item.module) if item.module else ""
        folder = path.rpartition("/")[0]
        if not item.system:
            beside = posixpath.normpath(posixpath.join(folder, named))
            if beside in self._paths:
                return _inside(beside)
        found = self._by_suffix(named, folder)
        if found:
            return _inside(found)
        top, slash, _ = named.partition("/")
        stem = top.removesuffix(".h")
        if not slash and ((item.system and "." not in top) or stem in _C_STANDARD):
            return ResolvedImport("standard library", top)
        return ResolvedImport("third party" if item.system else "unknown", top)

    def _by_suffix(self, named: str, folder: str) -> str:
        """Find the one file whose path ends as an include names it, the nearest if several do."""
        if not named or named.startswith("../"):
            return ""
        ending = f"/{named}"
        candidates = [
            path
            for path in self._by_name.get(named.rpartition("/")[2], ())
            if path == named or path.endswith(ending)
        ]
        if named.count("/") + 1 < _NEAR:
            # A bare name says little: it must lie in a folder for headers, or above the file.
            candidates = [path for path in candidates if _is_include_folder(path, folder)]
        if not candidates:
            return ""
        ranked = sorted(candidates, key=lambda path: (-_shared(path, folder), path.count("/")))
        if len(ranked) > 1 and _shared(ranked[0], folder) == _shared(ranked[1], folder):
            first, second = ranked[0], ranked[1]
            return first if first.count("/") < second.count("/") else ""
        return ranked[0]

    # JavaScript and TypeScript

    def _script(self, path: str, item: Import) -> ResolvedImport:
        named = item.module
        if named.startswith("."):
            folder = path.rpartition("/")[0]
            found = self._script_file(posixpath.normpath(posixpath.join(folder, named)))
            return _inside(found) if found else ResolvedImport("unknown", "")
        package = named.removeprefix("node:").partition("/")[0]
        if named.startswith("node:") or package in _NODE_MODULES:
            return ResolvedImport("standard library", package)
        if named.startswith("@"):
            package = "/".join(named.split("/")[:2])
        return ResolvedImport("third party", package)

    def _script_file(self, base: str) -> str:
        for suffix in (*_SCRIPT_SUFFIXES, *_SCRIPT_INDEXES):
            if base + suffix in self._paths:
                return base + suffix
        stem, dot, suffix = base.rpartition(".")
        if dot and suffix in ("js", "jsx", "mjs", "cjs"):
            # TypeScript names the file that the compiler will have made.
            for source in (".ts", ".tsx", ".mts", ".cts"):
                if stem + source in self._paths:
                    return stem + source
        return ""

    # Rust

    def _rust(self, path: str, item: Import, inner: int = 0) -> ResolvedImport:
        names = [name for name in item.module.split("::") if name]
        if item.name and item.name != "*":
            names.append(item.name)
        if not names:
            return ResolvedImport("unknown", "")
        top = names[0]
        if top in _RUST_STANDARD:
            return ResolvedImport("standard library", top)
        own = _rust_place(path)
        start = own
        if top == "crate":
            start, names = self._crate_source(path), names[1:]
        elif top in ("self", "super"):
            start, names = _rust_ascend(own, names, inner)
            if not names:
                return _inside(path) if start == own else self._rust_parent(start)
        found = self._rust_module(start, names)
        if found:
            return _inside(found)
        local = top in ("crate", "self", "super")
        return ResolvedImport("unknown", "") if local else ResolvedImport("third party", top)

    def _rust_parent(self, place: str) -> ResolvedImport:
        for candidate in (f"{place}.rs", f"{place}/mod.rs", f"{place}/lib.rs", f"{place}/main.rs"):
            if candidate in self._paths:
                return _inside(candidate)
        return ResolvedImport("unknown", "")

    def _rust_module(self, start: str, names: list[str]) -> str:
        for end in range(len(names), 0, -1):
            base = posixpath.join(start, *names[:end])
            for candidate in (f"{base}.rs", f"{base}/mod.rs"):
                if candidate in self._paths:
                    return candidate
        return ""

    def _crate_source(self, path: str) -> str:
        for crate in self._crates:
            if not crate or path.startswith(f"{crate}/"):
                return posixpath.join(crate, "src")
        return path.rpartition("/")[0]

    # Others: a path relative to the file or to the repository's top

    def _plain(self, path: str, item: Import) -> ResolvedImport:
        named = item.module
        if not named or "://" in named:
            return ResolvedImport("unknown", "")
        folder = path.rpartition("/")[0]
        for base in (posixpath.join(folder, named), named):
            candidate = posixpath.normpath(base).removeprefix("/")
            if candidate in self._paths:
                return _inside(candidate)
        return ResolvedImport("unknown", "")

    def _ruby(self, path: str, item: Import) -> ResolvedImport:
        named = item.module
        folder = path.rpartition("/")[0]
        for base in (posixpath.join(folder, named), f"lib/{named}", named):
            candidate = posixpath.normpath(base)
            for suffix in ("", ".rb"):
                if candidate + suffix in self._paths:
                    return _inside(candidate + suffix)
        if named.startswith((".", "/")):
            return ResolvedImport("unknown", "")
        # A repository of several gems: each has a `lib` of its own on the load path.
        found = self._by_suffix(f"lib/{named.removesuffix('.rb')}.rb", folder)
        if found:
            return _inside(found)
        library = named.partition("/")[0]
        return ResolvedImport(
            "standard library" if library in _RUBY_STANDARD else "third party", library
        )

    def _java(self, path: str, item: Import) -> ResolvedImport:
        named = f"{item.module}.{item.name}" if item.name not in ("", "*") else item.module
        parts = named.split(".")
        folder = path.rpartition("/")[0]
        for end in range(len(parts), 1, -1):
            found = self._by_suffix("/".join(parts[:end]) + ".java", folder)
            if found:
                return _inside(found)
        if parts[0] in ("java", "javax", "jdk"):
            return ResolvedImport("standard library", ".".join(parts[:2]))
        return ResolvedImport("third party", ".".join(parts[:2]))

    def _c_sharp(self, _path: str, item: Import) -> ResolvedImport:
        """Say whose a namespace is: it may be spread over many files, so that none is meant."""
        top = item.module.removeprefix("global::").partition(".")[0]
        if top == "System":
            return ResolvedImport("standard library", item.module)
        return ResolvedImport("unknown", "")

    def _go(self, _path: str, item: Import) -> ResolvedImport:
        named = item.module
        for module, folder in self._go_modules:
            if named == module or named.startswith(f"{module}/"):
                package = posixpath.join(folder, named[len(module) + 1 :]).rstrip("/")
                found = self._go_package(package)
                return _inside(found) if found else ResolvedImport("unknown", named)
        top = named.partition("/")[0]
        if "." not in top:
            return ResolvedImport("standard library", named)
        return ResolvedImport("third party", named)

    def _go_package(self, folder: str) -> str:
        """Return the file that stands for a package: the one for its documentation, or its name."""
        files = [path for path in self._go_files.get(folder, ()) if not path.endswith("_test.go")]
        stem = folder.rpartition("/")[2]
        preferred = [posixpath.join(folder, name) for name in ("doc.go", f"{stem}.go")]
        return next((path for path in preferred if path in files), files[0] if files else "")

    def _cmake(self, path: str, item: Import) -> ResolvedImport:
        """Follow `add_subdirectory` and `include`, which may leave the suffix away."""
        if item.system:
            return ResolvedImport("third party", item.module)
        found = self._plain(path, item)
        if found.path or "/" in item.module or item.module.endswith(".cmake"):
            return found
        inside = self._by_name.get(f"{item.module}.cmake", [])
        return _inside(inside[0]) if len(inside) == 1 else ResolvedImport("unknown", "")

    def _proto(self, path: str, item: Import) -> ResolvedImport:
        found = self._by_suffix(posixpath.normpath(item.module), path.rpartition("/")[0])
        return _inside(found) if found else self._plain(path, item)


def _rust_place(path: str) -> str:
    """Return the folder in which the modules below a Rust file lie."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".rs")
    return folder if stem in ("mod", "lib", "main") else posixpath.join(folder, stem)


def _rust_ascend(place: str, names: list[str], inner: int) -> tuple[str, list[str]]:
    """Follow leading `self` and `super`; those of a module inside the file stay in it."""
    while names and names[0] in ("self", "super"):
        if names[0] == "super" and inner:
            inner -= 1
        elif names[0] == "super":
            place = place.rpartition("/")[0]
        names = names[1:]
    return place, names


def _inside(path: str) -> ResolvedImport:
    return ResolvedImport("repository", "", path)


def _shared(path: str, folder: str) -> int:
    """Return how many leading folders a path has in common with a folder."""
    count = 0
    for one, other in zip(path.split("/")[:-1], folder.split("/"), strict=False):
        if one != other:
            break
        count += 1
    return count


def _is_include_folder(path: str, folder: str) -> bool:
    holder = path.rpartition("/")[0]
    return holder.rpartition("/")[2] in ("include", "inc", "headers") or (
        not holder or f"{folder}/".startswith(f"{holder}/")
    )


_Finder = Callable[[PathImports, str, Import], ResolvedImport]
_FINDERS: dict[str, _Finder] = {
    "javascript": PathImports._script,  # noqa: SLF001  # a table of this module's own methods
    "jsx": PathImports._script,  # noqa: SLF001
    "typescript": PathImports._script,  # noqa: SLF001
    "tsx": PathImports._script,  # noqa: SLF001
    "vue": PathImports._script,  # noqa: SLF001
    "c#": PathImports._c_sharp,  # noqa: SLF001
    "ruby": PathImports._ruby,  # noqa: SLF001
    "java": PathImports._java,  # noqa: SLF001
    "cmake": PathImports._cmake,  # noqa: SLF001
    "go": PathImports._go,  # noqa: SLF001
    "protobuf": PathImports._proto,  # noqa: SLF001
}
