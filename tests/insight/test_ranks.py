"""Ranks of files: how far up each is, in words that few others can change."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.ranks import Ranks


def test_a_file_more_changes_the_shares_of_few_others() -> None:
    users = {f"mill/user{number:02}.py": "import mill.stone\n" for number in range(18)}
    files = {"mill/__init__.py": "", "mill/stone.py": "import mill.grain\n", **users}
    files["mill/grain.py"] = ""
    ranks = Ranks(link_files(files).repository)
    assert {*ranks.by_path} == {*files}
    more = Ranks(link_files({**files, "mill/late.py": "import mill.stone\n"}).repository)
    assert sum(ranks.share(path) != more.share(path) for path in files) <= 2
    assert [ranks.share(path) for path in list(ranks.by_path)[:2]] == [0, 10]
    assert ranks.share(list(ranks.by_path)[-1]) == 100
