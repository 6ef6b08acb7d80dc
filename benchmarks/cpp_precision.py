"""Precision of the C++ analyser on real headers, with Universal Ctags and libclang as oracles.

Usage: `python benchmarks/cpp_precision.py FOLDER [--prelude ATen/ATen.h] [--show 20]`, where
FOLDER is an include path, for example `torch/include` of an unpacked PyTorch wheel. Takes headers
at equal distances in bytes, so that large ones count and the same folder always gives the same
sample. Prints precision and recall for classes, free functions and includes; exits with 1 if a
target is missed.

Needs `ctags` (Universal Ctags). It reads tokens too and is wrong at times, so what only the
analyser finds is put to libclang, where its Python package (`libclang`) is installed: what the
compiler confirms counts as found, everything else counts as wrong, also what stands in a branch of
the preprocessor that this machine does not take. What only ctags finds counts as
missed, except local classes and invocations of macros, which it takes for functions.
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterable
from pathlib import Path

from mkdocs_repodoc.languages.c_family.spec import CPP
from mkdocs_repodoc.languages.c_family.symbols import CPP as DIALECT
from mkdocs_repodoc.languages.tree_analyser import analyse_tree
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.text.source_text import SourceText, decode

try:
    from clang import cindex
except ImportError:  # the second oracle is optional
    cindex = None

TARGETS = {"classes": (0.97, 0.95), "free functions": (0.97, 0.95), "includes": (0.99, 0.99)}
CLASSES = {"class", "struct", "union"}
CLASS_CURSORS = {
    *("CLASS_DECL", "STRUCT_DECL", "UNION_DECL", "CLASS_TEMPLATE"),
    "CLASS_TEMPLATE_PARTIAL_SPECIALIZATION",
}
SUFFIXES = (".h", ".hpp", ".cuh", ".hh")
MACRO = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]\w*|__\w+__")
"""Names that ctags takes for functions where they invoke a macro."""

KNOWN_MACROS = (
    *("PROTOBUF_EXPORT", "PROTOC_EXPORT", "PROTOBUF_FINAL", "PROTOBUF_NAMESPACE_OPEN"),
    *("PROTOBUF_NAMESPACE_CLOSE", "FLATBUFFERS_FINAL_CLASS", "ITTAPI"),
)
"""Macros that ctags can't read past unless it is told their names; the analyser is not told."""

Entry = tuple[str, int]
"""Last part of the name, and its line."""


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100, help="how many headers to compare")
    parser.add_argument("--offset", type=int, default=0, help="which sample to take, 0 to 99")
    parser.add_argument("--prelude", default="", help="header to read before each, for libclang")
    parser.add_argument("--show", type=int, default=0, help="how many disagreements to print")
    arguments = parser.parse_args()
    if not shutil.which("ctags"):
        print("ctags is not installed (Debian: apt-get install universal-ctags)", file=sys.stderr)
        return 2
    headers = sorted(path for path in arguments.folder.rglob("*") if path.suffix in SUFFIXES)
    sample = choose(headers, arguments.files, arguments.offset)
    theirs = run_ctags(sample)
    ours: dict[Path, dict[str, set[Entry]]] = {}
    start = time.perf_counter()
    for path in sample:
        text = decode(path.read_bytes())
        ours[path] = classify(analyse(path.name, text), text.lines)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in sample)
    print(f"{len(sample)} headers, {size / 1e6:.2f} MB, {size / 1e6 / seconds:.1f} MB/s")
    judge = Compiler(arguments.folder, arguments.prelude)
    return report(judge, sample, ours, theirs, arguments.show)


def choose(headers: list[Path], count: int, offset: int) -> list[Path]:
    """Return headers at equal distances in bytes; the offset, in percent, shifts all of them."""
    ends = list(itertools.accumulate(path.stat().st_size for path in headers))
    chosen: list[Path] = []
    for parts in range(count, 10 * count):  # a large header is met more than once
        step = ends[-1] / parts
        places = [(number + offset % 100 / 100) * step for number in range(parts)]
        chosen = list(dict.fromkeys(headers[bisect.bisect_right(ends, place)] for place in places))
        if len(chosen) >= min(count, len(headers)):
            break
    return chosen[:count]


def analyse(name: str, text: SourceText) -> FileRecord:
    """Make the record of one header."""
    return analyse_tree(name, text, CPP, DIALECT)


def classify(record: FileRecord, lines: list[str]) -> dict[str, set[Entry]]:
    """Return what the analyser has found."""
    found: dict[str, set[Entry]] = {group: set() for group in TARGETS}
    namespaces = {one.name for one in record.outline.symbols if one.kind == "namespace"} | {""}
    for symbol in record.outline.symbols:
        row = lines[symbol.name_line - 1].encode()
        name = row[symbol.column : symbol.end_column].decode()
        entry = (written_name(name), symbol.name_line)
        if symbol.kind in CLASSES:
            found["classes"].add(entry)
        elif symbol.kind in {"function", "kernel"} or (
            symbol.kind == "operator" and symbol.name.rpartition("::operator")[0] in namespaces
        ):
            found["free functions"].add(entry)
    found["includes"] = {(one.module, one.line) for one in record.outline.imports}
    return found


def written_name(name: str) -> str:
    """Return a name as both sides write it: all operators alike, no scope, no arguments."""
    if re.match(r"operator\b", name):
        return "operator"
    return name.partition("<")[0].strip()


def run_ctags(paths: Iterable[Path]) -> dict[Path, dict[str, set[Entry]]]:
    """Return what Universal Ctags finds in the same files."""
    command = ["ctags", "--language-force=C++", "--kinds-C++=+p", "--fields=+nKSEr", "--extras=+r"]
    command += [f"-I{name}" for name in KNOWN_MACROS]
    command += ["--output-format=json", "-f", "-", *map(str, paths)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[Path, dict[str, set[Entry]]] = {
        path: {group: set() for group in TARGETS} for path in paths
    }
    for row in output.splitlines():
        tag = json.loads(row)
        name, line, kind = tag["name"], tag["line"], tag["kind"]
        groups = found[Path(tag["path"])]
        if "roles" in tag and tag["roles"] != "def":
            if kind == "header":
                groups["includes"].add((name, line))
        elif kind in CLASSES and not name.startswith("__anon"):
            if tag.get("scopeKind") != "function":
                groups["classes"].add((written_name(name), line))
        elif (
            kind in {"function", "prototype"}
            and tag.get("scopeKind") not in CLASSES
            and not name.startswith("__anon")  # a lambda
        ):
            groups["free functions"].add((written_name(name), line))
    return found


class Compiler:
    """What libclang sees in a header; nothing where its package is not installed."""

    def __init__(self, folder: Path, prelude: str) -> None:
        self.folder = folder
        self.arguments = ["-x", "c++", "-std=c++20", "-ferror-limit=0", "-I", str(folder)]
        self.arguments += ["-I", sysconfig.get_path("include")]
        builtin = sorted(Path("/usr/lib/gcc").glob("*/*/include"))
        self.arguments += [part for path in builtin for part in ("-isystem", str(path))]
        self.arguments += ["-include", prelude] if prelude else []
        self.found: dict[Path, dict[str, set[Entry]]] = {}

    def confirmed(self, path: Path, group: str) -> set[Entry]:
        """Return the classes or functions that a header declares outside of functions."""
        if cindex is None or group == "includes":
            return set()
        if path not in self.found:
            self.found[path] = self._read(path)
        return self.found[path][group]

    def _read(self, path: Path) -> dict[str, set[Entry]]:
        options = cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES
        unit = cindex.Index.create().parse(str(path), self.arguments, options=options)
        found: dict[str, set[Entry]] = {"classes": set(), "free functions": set()}
        stack = [unit.cursor]
        while stack:
            cursor = stack.pop()
            for child in cursor.get_children():
                place, kind = child.location, child.kind.name
                here = place.file is not None and place.file.name == str(path)
                if not here and kind != "NAMESPACE":
                    continue
                stack.append(child)
                entry = (written_name(child.spelling), place.line)
                if kind in CLASS_CURSORS:
                    found["classes"].add(entry)
                elif kind == "FUNCTION_DECL" or (
                    kind == "FUNCTION_TEMPLATE"
                    and child.semantic_parent.kind.name in {"NAMESPACE", "TRANSLATION_UNIT"}
                ):
                    found["free functions"].add(entry)
        return found


def report(
    judge: Compiler,
    sample: list[Path],
    ours: dict[Path, dict[str, set[Entry]]],
    theirs: dict[Path, dict[str, set[Entry]]],
    show: int,
) -> int:
    """Print the figures, and some disagreements; return the exit status."""
    status = 0
    for group, (precision_target, recall_target) in TARGETS.items():
        right = judged = only_ours = only_theirs = 0
        examples: list[str] = []
        for path in sample:
            mine, other = ours[path][group], theirs[path][group]
            right += len(mine & other)
            mine, other = mine - other, {one for one in other - mine if not MACRO.fullmatch(one[0])}
            confirmed = judge.confirmed(path, group) & mine if mine else set()
            judged += len(confirmed)
            only_ours += len(mine - confirmed)
            only_theirs += len(other)
            lines = path.read_text("utf-8", "replace").split("\n")
            for sign, entries in (("+", mine - confirmed), ("-", other)):
                for name, line in sorted(entries, key=lambda entry: entry[1]):
                    place = f"{path.relative_to(judge.folder)}:{line}"
                    examples.append(f"  {sign} {place} {name}   | {lines[line - 1].strip()[:100]}")
        right += judged
        precision = right / max(1, right + only_ours)
        recall = right / max(1, right + only_theirs)
        missed = precision < precision_target or recall < recall_target
        status |= missed
        print(
            f"{group:15} precision {precision:.4f}  recall {recall:.4f}  "
            f"({right} right, {judged} of them by libclang alone; {only_ours} wrong, "
            f"{only_theirs} missed){'  TARGET MISSED' if missed else ''}"
        )
        print("\n".join(examples[:show]), end="\n" if examples[:show] else "")
    return status


if __name__ == "__main__":
    sys.exit(main())
