"""Defaults that stand in data files which the software reads."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.operation.defaults.default_files import (
    DefaultFile,
    default_files,
    with_file_defaults,
)
from mkdocs_repodoc.insight.operation.environment.variables_of_settings import (
    variables_of_settings,
)
from mkdocs_repodoc.model.facts import ListedSetting
from mkdocs_repodoc.model.records import Option

FILES = {
    "config/mill.json": """{
  "quiet": false,
  "grain": {"kind": "rye", "sieves": ["fine"], "owner": null, "key_ref": "MILL_KEY"}
}
""",
    "config/broken.json": '{"a": ',
    "config/other.json": '{"a": 1, "b": 2, "c": 3, "d": 4}',
    ".mill.json": '{"quiet": true, "a": 2, "b": 3, "c": 4}',
    "src/mill.js": """
const defaultConfig = read(new URL('../config/mill.json', import.meta.url));
const broken = readDefaults('../config/broken.json');
const other = read('../config/other.json');
const said = 'The default is ".mill.json".';
""",
}


def found(files: dict[str, str]) -> list[DefaultFile]:
    linked = link_files(files)
    code = [path for path in files if path.endswith(".js")]
    return default_files(linked.repository, files.__getitem__, code)


def test_a_file_that_is_read_as_defaults_has_its_values_by_dotted_keys() -> None:
    (mill,) = found(FILES)
    assert (mill.path, mill.readers) == ("config/mill.json", (("src/mill.js", 2),))
    assert [(each.name, each.default, each.line) for each in mill.listed.settings] == [
        ("quiet", "false", 2),
        ("grain.kind", '"rye"', 3),
        ("grain.sieves", '["fine"]', 3),
        ("grain.owner", "null", 3),
        ("grain.key_ref", '"MILL_KEY"', 3),
    ]


def test_a_file_that_is_called_after_defaults_needs_no_more() -> None:
    files = {**FILES, "src/mill.js": "load('config/defaults.toml');"}
    files["config/defaults.toml"] = "a = 1\nb = 2\nc = 3\n\n[d]\ne = 4\n"
    (mill,) = found(files)
    assert [each.name for each in mill.listed.settings] == ["a", "b", "c", "d.e"]


def test_options_have_the_defaults_that_stand_under_their_names() -> None:
    options = [
        ("a.js", Option(("-k", "--grain.kind"), "", 1)),
        ("a.js", Option(("--grain.key-ref", "--no-ref"), "", 2)),
        ("a.js", Option(("--quiet",), "", 3, "true")),
        ("a.js", Option(("quiet",), "", 4, is_command=True)),
    ]
    completed, numbers = with_file_defaults(options, found(FILES))
    assert [each.default for _, each in completed] == ['"rye"', '"MILL_KEY"', "true", ""]
    assert numbers == {"config/mill.json": 2}


def test_a_setting_may_name_an_environment_variable() -> None:
    lines = {"a.js": ["return process.env[this.options.key_ref] || null;", "process.env[kind]"]}
    (mill,) = found(FILES)
    (named,) = variables_of_settings(
        [("a.js", 1), ("a.js", 2)], mill.listed.settings, lines.__getitem__
    )
    assert named == ("grain.key_ref", "MILL_KEY", "a.js", 1)
    assert not [
        *variables_of_settings(
            [("a.js", 3)], [ListedSetting("kind", "", '"A_B"', 1)], lines.__getitem__
        )
    ]
