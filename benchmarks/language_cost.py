"""The cost of analysing each language: processor time for each MB of source.

Usage: `python benchmarks/language_cost.py FOLDER... [--files 400]`. Takes files of each language
at equal distances, in one process, without cache; prints languages by name. Processor time, not
time on the clock, and the least of three runs, so that other programs' load counts little.
"""

from __future__ import annotations

import argparse
import gc
import time
from pathlib import Path

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.sources.file_types import HEAD, classify

RUNS = 3
LEAST = 50_000
"""Bytes of a language below which its figure says little."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--files", type=int, default=400, help="at most so many of a language")
    arguments = parser.parse_args()
    by_language: dict[str, list[Path]] = {}
    for folder in arguments.folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and ".git" not in path.parts:
                with path.open("rb") as stream:
                    kind, language = classify(path.name, stream.read(HEAD))
                if kind == "text":
                    by_language.setdefault(language, []).append(path)
    for language, paths in sorted(by_language.items()):
        measure(language, paths[:: max(1, len(paths) // arguments.files)])


def measure(language: str, paths: list[Path]) -> None:
    """Print one language's line, unless there is too little of it."""
    contents = [(path.name, path.read_bytes()) for path in paths]
    size = sum(len(data) for _, data in contents)
    if size < LEAST:
        return
    analyse(contents[0][0], language, contents[0][1], AnalysisOptions())  # load the parser
    seconds = min(seconds_for(language, contents) for _ in range(RUNS))
    print(
        f"{language:18} {len(paths):5} files {size / 1e6:7.2f} MB {seconds:7.2f} s "
        f"{seconds / size * 1e6:6.2f} s/MB",
        flush=True,
    )


def seconds_for(language: str, contents: list[tuple[str, bytes]]) -> float:
    """Return the processor time of analysing all of them once."""
    gc.collect()
    gc.disable()  # as in the workers
    start = time.process_time()
    for name, data in contents:
        analyse(name, language, data, AnalysisOptions())
        gc.collect(0)
    gc.enable()
    return time.process_time() - start


if __name__ == "__main__":
    main()
