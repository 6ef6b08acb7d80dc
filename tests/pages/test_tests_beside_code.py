"""Commands for tests that stand in the files of the software."""

from __future__ import annotations

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in

MILL = {
    "Cargo.toml": '[package]\nname = "mill"\nversion = "1.0.0"\n',
    "src/main.rs": """
        fn main() {}

        #[cfg(test)]
        mod tests {
            #[test]
            fn grinds() {}
        }
        """,
}


def test_one_of_them_can_be_run() -> None:
    linked = link_files(MILL)
    context = made_context(linked.repository, texts=linked.texts)
    assert "- One test: `cargo test tests::grinds -- --exact`" in chapter(context, "Testing")
    lines = {each.line: each.aim for each in commands_in(context, "")}
    assert lines["cargo test"] == "test"
    assert lines["cargo test tests::grinds -- --exact"] == "one test"
