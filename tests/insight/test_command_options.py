"""Conditions on options of the command line."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.operation.command_options import names_option, option_names
from mkdocs_repodoc.model.repository import CODE_ROLES

CLI = """
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--tree", action="store_true")
    parser.add_argument("--verbose", action="store_true")
"""


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("if args.dry_run:", True),
        ("if opt.tree || !config.shown {", True),
        ("if (opts.dryRun) {", True),
        ("if (parser.opts().tree) {", True),
        ("if args.verbose:", False),
        ("if node.tree:", False),
        ("if args.tree_size(3):", False),
        ("if tree:", False),
    ],
)
def test_a_member_of_the_options_is_looked_at(condition: str, *, names: bool) -> None:
    declared = option_names(link_files({"shop/cli.py": CLI}).repository, CODE_ROLES)

    assert declared == {"dryrun", "tree"}
    assert names_option(condition, declared) is names
