from __future__ import annotations

import pytest
from support.linked import link_files


@pytest.mark.parametrize(("count", "summary"), [(3, "Part of the shop."), (4, "")])
def test_what_more_than_three_files_say_describes_none(count: int, summary: str) -> None:
    files = {f"m{number}.py": '"""Part of the shop."""\n' for number in range(count)}
    files["other.py"] = '"""The till."""\n'
    repository = link_files(files).repository

    assert [repository.files[f"m{number}.py"].summary for number in range(count)] == [
        summary
    ] * count
    assert repository.files["other.py"].summary == "The till."


def test_a_folder_is_not_described_by_such_a_text() -> None:
    files = {f"p{number}/__init__.py": '"""Part of the shop."""\n' for number in range(4)}
    repository = link_files(files).repository

    assert [folder.summary for folder in repository.folders.values()] == [""] * 5
