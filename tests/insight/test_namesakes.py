"""Definitions of one name in several files."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.symbols.namesakes import Namesakes
from mkdocs_repodoc.model.linked_symbols import SymbolRef

RUN = "def run():\n    return 1\n\n\nclass Mill:\n    def run(self):\n        return 2\n"


def test_a_name_that_several_files_define_is_told_with_the_file() -> None:
    files = {"mill/a/core.py": RUN, "mill/b/core.py": RUN, "mill/c.py": "def stop(): ...\n"}
    repository = link_files({**files, "tests/test_c.py": "def stop(): ...\n"}).repository
    named = Namesakes(repository, files).distinct_name

    assert named(SymbolRef("mill/a/core.py", 0)) == "run (a/core.py)"
    assert named(SymbolRef("mill/b/core.py", 2)) == "Mill.run (b/core.py)"
    assert named(SymbolRef("mill/c.py", 0)) == "stop"
    assert named(SymbolRef.of_file("mill/c.py")) == "c"


def test_of_files_with_one_name_the_one_at_the_top_is_told_by_its_path() -> None:
    files = {"core.py": RUN, "mill/core.py": RUN}
    named = Namesakes(link_files(files).repository, files).distinct_name

    assert named(SymbolRef("core.py", 0)) == "run (core.py)"
    assert named(SymbolRef("mill/core.py", 0)) == "run (mill/core.py)"


def test_a_file_is_named_with_what_tells_it_from_others_of_its_name() -> None:
    files = {"mill/a/core.py": RUN, "mill/b/core.py": RUN, "mill/c.py": ""}
    namesakes = Namesakes(link_files(files).repository, files)

    assert namesakes.distinct_file("mill/a/core.py") == "a/core.py"
    assert namesakes.distinct_file("mill/c.py") == "c.py"


GO = "package {name}\n\ntype Codec struct{{}}\n\nfunc (c Codec) Encode() {{}}\n"


def test_types_of_one_name_are_told_apart_by_their_packages() -> None:
    files = {
        "json/codec.go": GO.format(name="json"),
        "toml/codec.go": GO.format(name="toml"),
        "viper.go": GO.format(name="viper") + "\ntype Viper struct{}\n",
    }
    named = Namesakes(link_files(files).repository, files).packaged_name

    assert named(SymbolRef("json/codec.go", 0)) == "json.Codec"
    assert named(SymbolRef("toml/codec.go", 1)) == "toml.Codec.Encode"
    assert named(SymbolRef("viper.go", 0)) == "project.Codec"
    assert named(SymbolRef("viper.go", 2)) == "Viper"


def test_modules_tell_more_than_folders() -> None:
    files = {"mill/a.py": "class Stone: ...\n", "mill/b.py": "class Stone: ...\n"}
    named = Namesakes(link_files(files).repository, files).packaged_name

    assert named(SymbolRef("mill/a.py", 0)) == "a.Stone"


def test_parts_of_one_type_are_no_namesakes() -> None:
    code = "namespace Mills.Core;\npublic partial class Stone {{ int {name}; }}\n"
    files = {"a.cs": code.format(name="a"), "b.cs": code.format(name="b")}
    other = "namespace Mills.Wind;\npublic class Stone { }\n"
    repository = link_files({**files, "c.cs": other}).repository

    assert Namesakes(repository, files).packaged_name(SymbolRef("a.cs", 1)) == "Stone"
    named = Namesakes(repository, [*files, "c.cs"]).packaged_name
    assert [named(SymbolRef(path, 1)) for path in ("a.cs", "b.cs", "c.cs")] == [
        "Core.Stone",
        "Core.Stone",
        "Wind.Stone",
    ]


def test_a_file_that_is_named_after_its_type_does_not_tell_it_apart() -> None:
    files = {"wind/Stone.ts": "export class Stone {}\n", "water/all.ts": "export class Stone {}\n"}
    named = Namesakes(link_files(files).repository, files).packaged_name

    assert named(SymbolRef("wind/Stone.ts", 0)) == "wind.Stone"
    assert named(SymbolRef("water/all.ts", 0)) == "water.Stone"
