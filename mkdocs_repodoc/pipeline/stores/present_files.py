"""Files as they are now, which may differ from what was discovered a moment ago."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec

from mkdocs_repodoc.model.files import UNREAD_KINDS, SourceFile
from mkdocs_repodoc.text.source_text import read_file


def read_now(root: Path, file: SourceFile) -> tuple[SourceFile, bytes]:
    """Return a file as it is now, and its content; nothing of one that is gone.

    Args:
        root: The documented folder.
        file: As it was discovered.
    """
    if file.kind in UNREAD_KINDS:
        return file, b""
    try:
        data = read_file(root, file.path)
    except OSError:
        return file, b""
    digest = sha256(data).hexdigest()
    if digest != file.digest:
        file = msgspec.structs.replace(file, digest=digest, size=len(data))
    return file, data
