"""Run the comparison and print it as a Markdown table."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import preview
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.corpora import CACHE, CORPORA, Corpus
from benchmarks.measure import CommandError, Run, folder_megabytes, run, yardstick

_HEAD = "| corpus | tool | figure | value | in U |\n|---|---|---|---:|---:|"


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    options = _options()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, {options.repeat} runs\n")
    print(_HEAD)
    for name in options.corpora:
        corpus = CORPORA[name]
        corpus.fetch()
        files = corpus.files()
        unit = statistics.median(yardstick(files) for _ in range(3))
        source = corpus.source_bytes() / 1e6
        _row(name, "ast.parse", f"{len(files):,} files, {source:.1f} MB", unit, unit)
        for tool in options.tools:
            contender = CONTENDERS[tool]
            if reason := contender.missing(corpus):
                print(f"| {name} | {tool} | skipped | {reason} | |")
                continue
            try:
                _measure(corpus, contender, unit, options.repeat)
            except CommandError as error:
                lines = str(error).strip().splitlines()
                print(f"| {name} | {tool} | failed | {lines[-1] if lines else ''} | |", flush=True)
    return 0


def _measure(corpus: Corpus, contender: Contender, unit: float, repeat: int) -> None:
    folder = CACHE / "work" / corpus.name / contender.name
    cold, warm, edited = [], [], []
    for _ in range(repeat):
        shutil.rmtree(folder, ignore_errors=True)
        command = contender.prepare(corpus, folder)
        cold.append(run(command, folder))
        warm.append(run(command, folder))
        edited.append(_run_edited(corpus, command, folder))
    size = folder_megabytes(folder / contender.site)
    for figure, runs in (("cold", cold), ("warm", warm), ("one edit", edited)):
        seconds = statistics.median(each.seconds for each in runs)
        _row(corpus.name, contender.name, figure, seconds, unit)
    peak = max(each.peak_megabytes for each in (*cold, *warm, *edited))
    ratio = size / (corpus.source_bytes() / 1e6)
    print(f"| {corpus.name} | {contender.name} | peak memory | {peak:,.0f} MB | |")
    print(f"| {corpus.name} | {contender.name} | site | {size:,.0f} MB | {ratio:.1f} × source |")
    if contender.name == "repodoc":
        _measure_preview(corpus, folder, unit)
    elif contender.served:
        figure = "preview, first page"
        _row(corpus.name, contender.name, figure, preview.first_page(folder), unit)


def _measure_preview(corpus: Corpus, folder: Path, unit: float) -> None:
    pages = [_page(corpus, file) for file in corpus.files()]
    edited = corpus.files()[len(pages) // 2]
    for state in ("cold", "warm"):
        if state == "cold":
            shutil.rmtree(folder / ".cache", ignore_errors=True)
        times = preview.measure(folder, pages, edited, _page(corpus, edited))
        row = (corpus.name, "repodoc")
        _row(*row, f"preview, first page, {state}", times.first_page, unit)
        _row(*row, f"preview, a page, 95th percentile, {state}", times.page_95th, unit)
        _row(*row, f"preview, saved to seen, {state}", times.saved_to_seen, unit)
        print(f"| {corpus.name} | repodoc | preview, idle | {times.idle_share:.1%} of a core | |")


def _page(corpus: Corpus, file: Path) -> str:
    return f"repo/{file.relative_to(corpus.folder).as_posix()}_docs/"


def _run_edited(corpus: Corpus, command: Sequence[str], folder: Path) -> Run:
    file = corpus.files()[len(corpus.files()) // 2]
    original = file.read_bytes()
    try:
        file.write_bytes(original + b"\n\nedited_for_the_benchmark = 1\n")
        return run(command, folder)
    finally:
        file.write_bytes(original)


def _row(corpus: str, tool: str, figure: str, seconds: float, unit: float) -> None:
    print(f"| {corpus} | {tool} | {figure} | {seconds:.2f} s | {seconds / unit:.2f} |", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--corpora", nargs="+", choices=CORPORA, default=["django", "torch"], metavar="NAME"
    )
    parser.add_argument(
        "--tools", nargs="+", choices=CONTENDERS, default=list(CONTENDERS), metavar="NAME"
    )
    parser.add_argument("--repeat", type=int, default=3, help="runs of each tool; medians count")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
