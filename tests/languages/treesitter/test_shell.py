"""Characters that the shell's grammar can't be given: it looked for them behind the tables of C."""

from __future__ import annotations

import subprocess
import sys

from support.outlines import outline_of

from mkdocs_repodoc.html.code.highlight import colours
from mkdocs_repodoc.text.source_text import SourceText

FATAL = (
    "from mkdocs_repodoc.analysis.analyse import Content, analyse_all\n"
    "from mkdocs_repodoc.html.code.highlight import colours\n"
    "from mkdocs_repodoc.settings import AnalysisOptions\n"
    "code = '\\xb82\\x08{\\U00077a28\\U000ae563\\xc2k:\\U00056963'.encode()\n"
    "for _ in range(300):\n"
    "    analyse_all([Content('a.sh', 'shell', code)], AnalysisOptions())\n"
    "    colours(code, 'shell')\n"
)


def test_no_character_ends_the_process() -> None:
    assert subprocess.run([sys.executable, "-c", FATAL], check=False).returncode == 0


def test_names_and_places_are_those_of_the_file() -> None:
    source = 'função() {\n  echo "\U0001f600 $HOME"  # \U0001f600\n}\n'
    (function,) = outline_of("a.sh", SourceText(source, "utf-8"), "shell").outline.symbols
    assert (function.name, function.line, function.end_line) == ("função", 1, 3)
    code = source.encode()
    coloured = {code[start:-end].decode() for start, end, _ in colours(code, "shell")}
    assert {"função", "# \U0001f600"} <= coloured
