"""A script that is started only to load another module: the flow begins there."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.text.source_text import SourceText

WORK = "import mill from './mill.js';\n\nawait mill();\n"
MILL = """
    export default async function mill() {
      await turn();
      return 1;
    }

    async function turn() {
      for (const each of [1]) {
        await grind(each);
      }
    }

    async function grind(each) {
      console.log(each);
      console.log(each);
      console.log(each);
    }
    """


@pytest.mark.parametrize(
    ("started", "first", "loaders"),
    [
        ("await import('./work.js');\n", "bin/work.js", ("bin/cli.js",)),
        ("import './work.js';\n", "bin/work.js", ("bin/cli.js",)),
        ("require('./work.js');\n", "bin/work.js", ("bin/cli.js",)),
        (WORK, "bin/cli.js", ()),
        ("import './work.js';\nimport './other.js';\n", "bin/cli.js", ()),
    ],
)
def test_a_flow_begins_at_the_module_that_does_the_work(
    started: str, first: str, loaders: tuple[str, ...]
) -> None:
    files = {
        "package.json": '{"name": "mill", "bin": "./bin/cli.js"}\n',
        "bin/cli.js": f"#!/usr/bin/env node\n{started}",
        "bin/work.js": WORK,
        "bin/other.js": WORK,
        "bin/mill.js": MILL,
    }
    linked = link_files(files)
    insight = RepositoryInsight(
        linked.repository, lambda _: {}, lambda path: SourceText(linked.texts[path], "utf-8")
    )
    entry = next(each for each in insight.entry_points if each.kind == "command")

    assert (entry.symbol.path, entry.loaders) == (first, loaders)
