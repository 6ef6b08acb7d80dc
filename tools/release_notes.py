"""Print the changelog's section on a release: release_notes.py TAG.

It refuses a tag that is not the version of the package, and a version that the changelog has not
dated, so that a slip costs a deleted tag and not a version number.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def release_notes(tag: str, version: str, changelog: str) -> str:
    """Return the text below the heading of a version.

    Args:
        tag: Name of the tag, `v` and the version.
        version: Version of the package.
        changelog: Text of CHANGELOG.md.

    Raises:
        SystemExit: The three do not agree.
    """
    if tag != f"v{version}":
        sys.exit(f"The tag {tag} is not v{version}, which mkdocs_repodoc/__init__.py names.")
    heading = rf"^## \[{re.escape(version)}\] - \d{{4}}-\d{{2}}-\d{{2}}$"
    section = re.search(rf"{heading}\n(.*?)(?=^## |^\[|\Z)", changelog, re.MULTILINE | re.DOTALL)
    if section is None:
        sys.exit(f"CHANGELOG.md has no section '## [{version}] - YYYY-MM-DD'.")
    return section[1].strip() + "\n"


def _version() -> str:
    source = (ROOT / "mkdocs_repodoc" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    if version is None:
        sys.exit("mkdocs_repodoc/__init__.py names no version.")
    return version[1]


if __name__ == "__main__":
    changelog_text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sys.stdout.write(release_notes(sys.argv[1], _version(), changelog_text))
