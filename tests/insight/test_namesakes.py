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
