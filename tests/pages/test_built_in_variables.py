"""Variables that are read when the software is built, in the tables of settings."""

from __future__ import annotations

from made_mill import chapter
from made_repository import made_context
from support.linked import link_files

MILL = {
    "Cargo.toml": '[package]\nname = "mill"\nversion = "1.0.0"\n',
    "src/main.rs": """
        fn main() {
            let version = option_env!("LONG_VERSION").unwrap_or(env!("CARGO_PKG_VERSION"));
            let stones = std::env::var("STONES").unwrap_or("2");
        }
        """,
}


def test_users_of_a_program_cannot_set_them() -> None:
    linked = link_files(MILL)
    told = chapter(made_context(linked.repository, texts=linked.texts), "Settings")
    lines = {line.split(" | ")[0].strip("| "): line for line in told.splitlines() if " | " in line}
    assert "only when it is built: [" in lines["`LONG_VERSION`"]
    assert "env" not in lines["`LONG_VERSION`"].split(" | ")[1]
    assert "when it is built" not in lines["`STONES`"]
