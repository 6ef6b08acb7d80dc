"""Ranks of what readers want among the hits of the palette, in real repositories.

`python -m benchmarks.palette_ranks flask=path/to/flask zod=path/to/zod …` reads each repository,
asks what `palette_queries.yml` lists for it, and prints the rank of the wanted hit. Nothing is
rendered: the index alone is made.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.settings import Settings

_HERE = Path(__file__).parent
_QUERIES = _HERE / "palette_queries.yml"
_ASK = _HERE / "ask_palette.js"
_CACHE = _HERE.parent / ".cache/palette_ranks"
"""Repositories are read once, unless the code that reads them has changed."""
_NODE = Path(sys.executable).with_name("node")
"""Comes as a wheel with the tools."""
_TOP = 3
_MARKS = (".", ":", " > ")
"""What separates a name from what it belongs to."""


@dataclass(frozen=True)
class Asked:
    """A query with its answer.

    Attributes:
        query: What was typed.
        rank: Of the wanted hit, from 1; 0 where it is not among those shown.
        first: What is shown first, for those who ask what went before it.
    """

    query: str
    rank: int
    first: Sequence[str]


def ranks(root: Path, queries: Sequence[Sequence[str]]) -> Iterator[Asked]:
    """Yield each query of a repository with the rank of what it wants.

    Args:
        root: The repository.
        queries: Each one followed by the hits any of which is wanted.
    """
    with tempfile.TemporaryDirectory() as folder:
        _write_data(root, Path(folder))
        asked = "".join(f"{query}\n" for query, *_ in queries)
        answers = subprocess.run(
            [_NODE, _ASK, folder],
            input=asked,
            capture_output=True,
            text=True,
            check=True,
        )
    for (query, *wanted), line in zip(queries, answers.stdout.splitlines(), strict=True):
        hits = json.loads(line)
        positions = (rank for rank, hit in enumerate(hits, 1) if any(_is(hit, w) for w in wanted))
        first = [f"{hit['kind']} {hit['path']} {hit['full']}" for hit in hits[:_TOP]]
        yield Asked(query, next(positions, 0), first)


def _write_data(root: Path, folder: Path) -> None:
    """Write the data files of a repository's site."""
    settings = Settings(root=root, cache_dir=_CACHE)
    data = Builder(settings).build({}, lambda *_: None).data_files()
    for name in data:
        file = folder / name
        if file.parent == folder:
            file.write_bytes(data[name])


def _is(hit: dict[str, Any], wanted: str) -> bool:
    if wanted.startswith("@page "):
        return bool(hit["url"].endswith(wanted.removeprefix("@page ")))
    if wanted.startswith("@"):
        kind, _, path = wanted[1:].partition(" ")
        return bool((hit["kind"], hit["path"]) == (kind, path))
    path, _, name = wanted.partition("#")
    if not name:
        return bool(
            hit["path"] == path.rstrip("/")
            and hit["kind"] == ("folder" if path.endswith("/") else "file")
        )
    full = hit["full"]
    return bool(
        hit["path"] == path
        and (full == name or full.endswith(tuple(f"{mark}{name}" for mark in _MARKS)))
    )


def main() -> None:
    """Print the ranks in the repositories that are named."""
    roots = dict(argument.split("=", 1) for argument in sys.argv[1:])
    for title, groups in yaml.safe_load(_QUERIES.read_text()).items():
        found = []
        for name, queries in groups.items():
            if name in roots:
                for asked in ranks(Path(roots[name]), queries):
                    found.append(asked.rank)
                    print(f"{asked.rank or '-':>3}  {name:9} {asked.query}")
                    if asked.rank != 1:
                        print("".join(f"       {line}\n" for line in asked.first), end="")
        if found:
            first, top = found.count(1), sum(0 < rank <= _TOP for rank in found)
            print(f"{title}: {len(found)} queries, {first} first, {top} in the top {_TOP}\n")


if __name__ == "__main__":
    main()
