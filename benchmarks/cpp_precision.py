"""How right the C++ analyser is on real headers, with Universal Ctags as the oracle.

Usage: `python benchmarks/cpp_precision.py FOLDER [--files 100] [--show 20]`, where FOLDER holds
headers, for example `torch/include` of an unpacked PyTorch wheel. Takes headers at equal distances
in bytes, so that large ones count and the same folder always gives the same sample. Prints precision and recall for classes, free
functions and includes; exits with 1 if a target is missed. Needs `ctags` (Universal Ctags).

Ctags reads tokens too and is wrong at times. It takes the invocation of a macro for a function,
and misses the function behind it: such cases are left out and counted.
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
import time
from collections.abc import Iterable
from pathlib import Path

from mkdocs_repodoc.analysis.options import AnalysisOptions
from mkdocs_repodoc.analysis.treesitter import analyse_tree
from mkdocs_repodoc.model.records import FileRecord
from mkdocs_repodoc.source_text import decode

TARGETS = {"classes": (0.97, 0.95), "free functions": (0.97, 0.95), "includes": (0.99, 0.99)}
CLASSES = {"class", "struct", "union"}
SUFFIXES = (".h", ".hpp", ".cuh", ".hh")
MACRO = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]\w*")
BEHIND = 4
"""How many lines behind a macro's invocation ctags may miss what is defined."""

Entry = tuple[str, int]
"""Last part of the name, and its line."""


def main() -> int:
    """Compare and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100, help="how many headers to compare")
    parser.add_argument("--offset", type=int, default=0, help="which sample to take, 0 to 99")
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
        ours[path] = classify(analyse(path))
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in sample)
    print(f"{len(sample)} headers, {size / 1e6:.2f} MB, {size / 1e6 / seconds:.1f} MB/s")
    return report(arguments.folder, sample, ours, theirs, arguments.show)


def choose(headers: list[Path], count: int, offset: int) -> list[Path]:
    """Return headers at equal distances in bytes; the offset, in percent, shifts all of them."""
    ends = list(itertools.accumulate(path.stat().st_size for path in headers))
    step = ends[-1] / count
    places = [(number + offset % 100 / 100) * step for number in range(count)]
    return list(dict.fromkeys(headers[bisect.bisect_right(ends, place)] for place in places))


def analyse(path: Path) -> FileRecord:
    """Make the record of one header."""
    return analyse_tree(path.name, decode(path.read_bytes()), AnalysisOptions(), "c++")


def classify(record: FileRecord) -> dict[str, set[Entry]]:
    """Return what the analyser has found."""
    found: dict[str, set[Entry]] = {group: set() for group in TARGETS}
    classes = {symbol.name for symbol in record.outline.symbols if symbol.kind in CLASSES}
    for symbol in record.outline.symbols:
        entry = (last_part(symbol.name), symbol.name_line)
        if symbol.kind in CLASSES:
            found["classes"].add(entry)
        elif symbol.kind in {"function", "kernel"} or (
            symbol.kind == "operator" and symbol.name.rpartition("::operator")[0] not in classes
        ):
            found["free functions"].add(entry)
    found["includes"] = {(one.module, one.line) for one in record.outline.imports}
    return found


def last_part(name: str) -> str:
    """Return a name without scopes and template arguments."""
    if "operator" in name:
        return "operator"
    flat = name
    while (simpler := re.sub(r"<[^<>]*>", "", flat)) != flat:
        flat = simpler
    return re.sub(r"<.*", "", flat.rpartition("::")[2])


def run_ctags(paths: Iterable[Path]) -> dict[Path, dict[str, set[Entry]]]:
    """Return what Universal Ctags finds in the same files."""
    command = ["ctags", "--language-force=C++", "--kinds-C++=+p", "--fields=+nKSEr", "--extras=+r"]
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
            groups["classes"].add((last_part(name), line))
        elif (
            kind in {"function", "prototype"}
            and tag.get("scopeKind") not in CLASSES
            and not name.startswith("__anon")  # a lambda
        ):
            groups["free functions"].add((last_part(name), line))
    return found


def report(
    folder: Path,
    sample: list[Path],
    ours: dict[Path, dict[str, set[Entry]]],
    theirs: dict[Path, dict[str, set[Entry]]],
    show: int,
) -> int:
    """Print the figures, and some disagreements; return the exit status."""
    status = 0
    for group, (precision_target, recall_target) in TARGETS.items():
        right = only_ours = only_theirs = left_out = 0
        examples: list[str] = []
        for path in sample:
            lines = path.read_text("utf-8", "replace").split("\n")
            mine, other = ours[path][group], theirs[path][group]
            right += len(mine & other)
            macros = {line for name, line in other - mine if MACRO.fullmatch(name)}
            for sign, entries in (("+", mine - other), ("-", other - mine)):
                for name, line in sorted(entries, key=lambda entry: entry[1]):
                    if (sign == "-" and MACRO.fullmatch(name)) or (
                        sign == "+" and any(line - BEHIND <= other <= line for other in macros)
                    ):
                        left_out += 1
                        continue
                    only_ours += sign == "+"
                    only_theirs += sign == "-"
                    text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
                    place = path.relative_to(folder)
                    examples.append(f"  {sign} {place}:{line} {name}   | {text[:100]}")
        precision = right / max(1, right + only_ours)
        recall = right / max(1, right + only_theirs)
        missed = precision < precision_target or recall < recall_target
        status |= missed
        print(
            f"{group:15} precision {precision:.4f}  recall {recall:.4f}  "
            f"(both {right}, only here {only_ours}, only ctags {only_theirs}, "
            f"left out {left_out}){'  MISSED' if missed else ''}"
        )
        print("\n".join(examples[:show]), end="\n" if examples[:show] else "")
    return status


if __name__ == "__main__":
    sys.exit(main())
