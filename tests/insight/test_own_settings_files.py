"""Settings files of the software itself, apart from those of other programs and of tests."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration


def found(files: dict[str, str]) -> Configuration:
    repository = link_files({"Cargo.toml": '[package]\nname = "mill"\n', **files}).repository
    return configuration(repository)


def test_tables_of_files_of_many_programs_name_no_settings_file() -> None:
    names = (".vimrc", ".npmrc", "tmux.conf", "php.ini", "tsconfig.json")
    arms = "\n".join(f'        "{name}" => 1,' for name in names)
    icons = "fn icon(name: &str) -> u8 {\n    match name {\n%s\n        _ => 0,\n    }\n}\n"
    assert found({"src/icons.rs": icons % arms}).files == {}


def test_many_spellings_of_one_programs_file_are_told() -> None:
    names = [f"mill.config.{ending}" for ending in ("js", "mjs", "cjs", "ts", "mts", "cts")]
    names += [".millrc", ".millrc.json", ".millrc.toml", ".millrc.yaml"]
    code = f"const FILES: [&str; {len(names)}] = {names!r};".replace("'", '"')
    assert list(found({"src/files.rs": code}).files) == names


def test_what_tests_beside_the_code_name_or_read_is_none_of_the_software() -> None:
    code = """pub fn turn() {}

#[cfg(test)]
mod tests {
    #[test]
    fn turns() {
        open(".millrc");
        std::env::var("MILL_TEST").unwrap();
        std::env::set_var("MILL_STONE", "1");
    }
}
"""
    told = found({"src/lib.rs": code})
    assert (told.files, dict(told.variables), told.given) == ({}, {}, {})
    assert told.test_variables == {"MILL_TEST": ("src/lib.rs", 8)}
