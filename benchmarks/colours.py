"""Time of colouring by tree-sitter's queries and by Pygments' lexers, on the same files.

`python -m benchmarks.colours FOLDER...` prints, for each language that has a grammar, the processor
time that both take for each MB of the files in the folders.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pygments.lexers import get_lexer_by_name

from mkdocs_repodoc.html.code.grammars import grammar
from mkdocs_repodoc.html.code.highlight import _by_lexer, _by_tree

LANGUAGES = {
    ".c": "c",
    ".cpp": "cpp",
    ".css": "css",
    ".go": "go",
    ".js": "javascript",
    ".json": "json",
    ".py": "python",
    ".rs": "rust",
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_MB = 1_000_000


def seconds(colour: Callable[[bytes], object], texts: list[bytes]) -> float:
    """Return the processor time that colouring some texts takes."""
    start = time.process_time()
    for text in texts:
        colour(text)
    return time.process_time() - start


def main(folders: list[str]) -> None:
    """Measure on the files in some folders, and print the result."""
    texts = defaultdict(list)
    for folder in map(Path, folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in LANGUAGES and path.is_file():
                texts[LANGUAGES[path.suffix]].append(path.read_bytes())
    for language, sources in sorted(texts.items()):
        compiled = grammar(language)
        if compiled is None:
            continue
        lexer = get_lexer_by_name(language)
        megabytes = sum(map(len, sources)) / _MB
        by_tree = seconds(partial(_by_tree, compiled=compiled), sources)
        by_lexer = seconds(partial(_by_lexer, lexer=lexer), sources)
        print(
            f"{language}: {megabytes:.1f} MB, tree-sitter {by_tree / megabytes:.2f} s, "
            f"Pygments {by_lexer / megabytes:.2f} s for each MB"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
