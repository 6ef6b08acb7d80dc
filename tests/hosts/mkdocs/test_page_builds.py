"""Pages and data in other processes, when one of these is killed."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder
from mkdocs_repodoc.settings import Settings


class KillingWriter:
    """Writes data in a process that does not survive it."""

    def write(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def test_without_its_data_a_site_is_not_complete(tmp_path: Path) -> None:
    nothing: Any = ()
    data: Any = KillingWriter()
    builder = PageBuilder(nothing, nothing, nothing, nothing, pages=(), unsaid={}, data=data)
    with pytest.raises(RepodocError) as caught:
        builder.build_all(Settings(root=tmp_path, jobs=2))
    assert str(caught.value) == (
        "the data beside the pages could not be written: "
        "the process that worked on it ended unexpectedly (SIGKILL)"
    )
