"""Builders and what they let one set."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.operation.builders import builders

JAVA = """
    public class Mill {
        public static class Builder {
            private String name = "post mill";
            private int stones;
            private Builder() {}
            public Builder name(String name) { this.name = name; return this; }
            public Builder stones(int stones) { return this; }
            /** Take as many stones as there are. */
            public Builder stones() { return this; }
            public Builder stones(Collection<Stone> stones) { return this; }
            public Mill build() { return new Mill(this); }
        }
    }
    """
SETTINGS = """
    public class OutputSettings {
        private boolean pretty = true;
        public OutputSettings pretty(boolean pretty) { this.pretty = pretty; return this; }
        public OutputSettings indent(int amount) { return this; }
        public boolean pretty() { return pretty; }
    }
    """
RUST = """
    pub struct MillBuilder { name: String }
    impl MillBuilder {
        pub fn name(mut self, name: String) -> Self { self }
        pub fn stones(&mut self, stones: u8) -> &mut Self { self }
        pub fn hard(self) -> Self { self }
        pub fn build(self) -> Mill { Mill {} }
    }
    """


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        ("a/Mill.java", JAVA, {"name": '"post mill"', "stones": ""}),
        ("a/OutputSettings.java", SETTINGS, {"pretty": "true", "indent": ""}),
        ("src/mill.rs", RUST, {"name": "", "stones": ""}),
        ("src/mill.rs", RUST.replace("MillBuilder", "Mill"), None),
    ],
)
def test_what_returns_the_builder_and_takes_something_sets_something(
    path: str, code: str, expected: dict[str, str] | None
) -> None:
    repository = link_files({path: code}).repository
    told = [
        {
            repository.symbol(each.symbol).name.replace("::", ".").rpartition(".")[2]: each.default
            for each in found.setters
        }
        for found in builders(repository, [path])
    ]
    assert told == ([expected] if expected is not None else [])
