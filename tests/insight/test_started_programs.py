"""Where tests start processes, by what the record of their language says."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.started_programs import process_start


@pytest.mark.parametrize(
    ("path", "code", "line"),
    [
        ("tests/test_a.py", "import subprocess\nsubprocess.run(['a'])\n", 2),
        ("test/a.test.ts", 'import { execa } from "execa";\n', 1),
        ("a_test.go", "package a\n\nfunc f() { exec.Command(`a`) }\n", 3),
        ("tests/a.rs", 'fn f() { Command::new("a"); }\n', 1),
        ("test/test_a.rb", 'out = Open3.capture2("a")\n', 1),
        ("src/test/java/ATest.java", 'class ATest { Object o = new ProcessBuilder("a"); }\n', 1),
        ("test/ATests.cs", 'class ATests { void F() { Process.Start("a"); } }\n', 1),
        ("test/test_a.rb", "# unlike subprocess.run(...)\n", 0),
        ("tests/test_a.py", "words = 'Open3.capture2'\n", 0),
    ],
)
def test_a_process_is_started_as_the_language_does(path: str, code: str, line: int) -> None:
    linked = link_files({path: code})
    found = process_start(linked.repository, lambda _: code)
    assert (found.line if found is not None else 0) == line
