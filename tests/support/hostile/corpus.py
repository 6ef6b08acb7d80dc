"""The hostile repository as a whole."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from support.hostile.carriers import carried, least_share
from support.hostile.case import Case
from support.hostile.contents import broken
from support.hostile.history import make_history
from support.hostile.names import named
from support.repositories import write_files

_OF_NAMES = 100_000
_OF_HISTORY = 200_000
"""Where the numbers of payloads begin that no carrier has."""
CONFIG = """\
site_name: Hostile
theme: {{name: null, custom_dir: {theme}}}
plugins: [repodoc: {{jobs: 2}}]
"""


@cache
def cases() -> tuple[Case, ...]:
    """Return all hostile files."""
    return (*carried(least_share()), *named(_OF_NAMES), *broken())


def lay_out(root: Path, mark: Path) -> None:
    """Make the repository.

    Args:
        root: Where; there is nothing yet.
        mark: A file that any program which git's configuration names would write.
    """
    top = os.fsencode(root)
    for each in cases():
        file = Path(os.fsdecode(top + b"/" + each.path))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.content)
    theme = Path(__file__).parent / "theme"
    write_files(root, {"docs/index.md": "# Home\n", "mkdocs.yml": CONFIG.format(theme=theme)})
    make_history(root, mark, _OF_HISTORY)
