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
        ("a_test.go", "package a\n\n/*\n exec.Command(`a`)\n*/\nfunc f() {}\n", 0),
        ("a_test.go", "package a\n\nvar b = `\\`\n\n/* exec.Command(`a`) */\n", 0),
        ("a_test.go", "package a\n\nfunc f() {} // unlike exec.Command(`a`)\n", 0),
        ("tests/a.rs", 'fn f() { run(env!("CARGO_BIN_EXE_a")); }\n', 1),
        ("tests/a.rs", 'fn f() { /* Command::new("a") */ }\n', 0),
        ("src/test/java/ATest.java", "/** new ProcessBuilder() */\nclass ATest {}\n", 0),
        ("test/a.test.ts", '// import { execa } from "execa";\n', 0),
        ("test/a.test.ts", "const code = `import x from 'execa'`;\n", 0),
        ("test/a.test.ts", "const run = require('node:child_process');\n", 1),
        ("tests/test_a.py", 'replace("subprocess.run", 1)\n', 0),
        ("tests/test_a.py", 'CODE = """\nimport subprocess\n"""\n', 0),
    ],
)
def test_a_process_is_started_as_the_language_does(path: str, code: str, line: int) -> None:
    linked = link_files({path: code})
    found = process_start(linked.repository, lambda _: code)
    assert (found.line if found is not None else 0) == line
