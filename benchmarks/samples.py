"""Findings and statements of repositories drawn at random, for a judgement by hand.

Usage: `python -m benchmarks.samples findings REPOSITORY... --seed 1 > sample.csv`, or `statements`
in place of `findings`. Each row has two empty columns for the verdict, `true` and `useful`, and one
for a remark. `python -m benchmarks.samples figures sample.csv` counts what was judged.

Findings are drawn one by one, as pages show them: those of one rule and one wording in a file are
one. Statements are drawn evenly over the titles that they stand under, since most of all statements
are rows of a few long tables.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.statements import StatementRenderer, read
from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.settings import Settings

_SHARES = ("true", "useful")


class Row(NamedTuple):
    """What is to be judged, and the verdict."""

    repository: str
    commit: str
    page: str
    """File of a finding, page of a statement."""
    line: str
    """Lines of a finding."""
    title: str
    """Rule of a finding; the title that a statement stands under."""
    said: str
    true: str = ""
    useful: str = ""
    remark: str = ""


def findings(site: Site, name: str, commit: str) -> Iterator[Row]:
    """Yield the findings of a site; those of the same words in a file are one."""
    for path, file in site.repository.files.items():
        lines: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for finding in shown_findings(file):
            lines[finding.rule, finding.message].append(finding.line)
        for (rule, message), places in lines.items():
            yield Row(name, commit, path, " ".join(map(str, places)), rule, message)


def statements(site: Site, name: str, commit: str) -> Iterator[Row]:
    """Yield the statements of all pages of a site."""
    for uri in site.plan.pages:
        for statement in read(site.render(uri)):
            yield Row(name, commit, uri, "", *statement)


def draw(rows: Sequence[Row], size: int, seed: int) -> list[Row]:
    """Draw rows one by one, all with the same chance."""
    return sorted(random.Random(seed).sample(rows, min(size, len(rows))))  # noqa: S311 - no secret


def draw_evenly(rows: Sequence[Row], size: int, seed: int) -> list[Row]:
    """Draw rows evenly over repositories and titles: first those two, then one of their rows."""
    by_title: defaultdict[str, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(set(rows)):
        by_title[row.repository][row.title].append(row)
    chance = random.Random(seed)  # noqa: S311 - no secret
    drawn: set[Row] = set()
    while len(drawn) < min(size, len(set(rows))):
        titles = by_title[chance.choice(sorted(by_title))]
        drawn.add(chance.choice(titles[chance.choice(sorted(titles))]))
    return sorted(drawn)


def figures(rows: Sequence[Row]) -> Iterator[str]:
    """Yield how many of the rows were judged true, and useful."""
    for share in _SHARES:
        verdicts = [getattr(row, share) for row in rows]
        judged = [verdict for verdict in verdicts if verdict]
        if judged:
            yes = judged.count("yes")
            yield f"{share}: {yes} of {len(judged)} ({yes / len(judged):.3f})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a sample as CSV, or what was judged."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.samples", description=__doc__)
    parser.add_argument("what", choices=("findings", "statements", "figures"))
    parser.add_argument("paths", type=Path, nargs="+", help="repositories, or judged samples")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.what == "figures":
        for path in options.paths:
            with path.open(encoding="utf-8", newline="") as file:
                rows = [Row(**row) for row in csv.DictReader(file)]
            print(f"{path}: {'; '.join(figures(rows))}")
        return 0
    population = [row for path in options.paths for row in _population(options.what, path)]
    choose = draw if options.what == "findings" else draw_evenly
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(Row._fields)
    writer.writerows(choose(population, options.size, options.seed))
    print(f"drawn from {len(population):,}", file=sys.stderr)
    return 0


def _population(what: str, path: Path) -> list[Row]:
    root = path.resolve()
    commit = subprocess.run(
        ["git", "rev-parse", "--short=10", "HEAD"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    gather = findings if what == "findings" else statements
    with tempfile.TemporaryDirectory() as cache:
        settings = Settings(root=root, repo_url=_address(root), cache_dir=Path(cache))
        builder = Builder(settings, lambda *_: StatementRenderer())
        try:
            return list(gather(builder.build({}, lambda *_: None), root.name, commit))
        finally:
            builder.close()


def _address(root: Path) -> str:
    """Return where a repository is published, as its remote says; empty without one."""
    found = subprocess.run(
        ["git", "config", "remote.origin.url"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return found.removesuffix(".git") if found.startswith("https://") else ""


if __name__ == "__main__":
    sys.exit(main())
