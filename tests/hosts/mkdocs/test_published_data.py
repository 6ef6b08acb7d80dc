"""What a cached list of data files may name."""

from __future__ import annotations

import msgspec
import pytest

from mkdocs_repodoc.hosts.mkdocs.published_data import _names

RIGHT = ["objects.inv", "assets/repodoc/data/find.js", "assets/repodoc/data/words/a.json"]


def test_a_list_of_data_files_is_read() -> None:
    assert _names(msgspec.msgpack.encode(RIGHT)) == RIGHT


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "assets/repodoc/data/../../../../x", "assets/repodoc/x", "index.html", ""],
)
def test_a_list_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says the name
        _names(msgspec.msgpack.encode([*RIGHT, name]))
