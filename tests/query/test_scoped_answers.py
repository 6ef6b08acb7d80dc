"""Answers that keep to a folder or file, and what has changed there since a commit."""

from __future__ import annotations

import pytest
from support.repositories import commit_all, write_files
from support.shop import Asked

from mkdocs_repodoc.query.replies.changes_reply import ChangesAnswer
from mkdocs_repodoc.query.replies.files_reply import CyclesAnswer, ImportsAnswer
from mkdocs_repodoc.query.replies.findings_reply import FindingsAnswer
from mkdocs_repodoc.query.replies.overview_reply import OverviewAnswer
from mkdocs_repodoc.query.replies.search_reply import SearchAnswer
from mkdocs_repodoc.query.replies.symbol_reply import SourceAnswer, SymbolAnswer


def test_changes_since_a_tag_name_symbols_and_commits(shop: Asked) -> None:
    said = shop(ChangesAnswer, "changes", since="v1.0")
    assert said.commit_count == 1
    assert [each.subject for each in said.commits] == ["Lower the tax"]
    (file,) = said.changed
    assert (file.path, file.change) == ("shop/price.py", "modified")
    assert [(each.name, each.change, each.line) for each in file.symbols] == [("tax", "body", 18)]


def test_changes_of_a_folder_name_its_commits_alone(changing_shop: Asked) -> None:
    write_files(changing_shop.root, {"README.md": "# Shop\n\nSells tea.\n"})
    commit_all(changing_shop.root, "Say what is sold")
    said = changing_shop(ChangesAnswer, "changes", since="v1.0", path="shop")
    assert [each.path for each in said.changed] == ["shop/price.py"]
    assert [each.subject for each in said.commits] == ["Lower the tax"]
    assert said.commit_count == 1


@pytest.mark.parametrize("path", ["./shop", "shop/", "shop/./", "tests/../shop"])
def test_a_folder_may_be_written_in_several_ways(shop: Asked, path: str) -> None:
    changed = shop(ChangesAnswer, "changes", since="v1.0", path=path)
    assert [each.path for each in changed.changed] == ["shop/price.py"]
    assert shop(SearchAnswer, "search", text="charge", path=path).total == 2
    assert shop(SymbolAnswer, "symbol", name="Till", path=path).status == "answered"
    assert shop(CyclesAnswer, "cycles", path=path).status == "answered"
    assert shop(FindingsAnswer, "findings", path=path).status == "answered"


@pytest.mark.parametrize("path", ["./shop/till.py", "{root}/shop/till.py"])
def test_a_file_may_be_named_as_people_see_it(shop: Asked, path: str) -> None:
    path = path.format(root=shop.root)
    assert shop(ImportsAnswer, "imports", path=path).status == "answered"
    assert shop(SourceAnswer, "source", name=path).path == "shop/till.py"
    for name in (f"{path}#Till.pay", f"{path}:20"):
        said = shop(SymbolAnswer, "symbol", name=name)
        assert said.subject is not None
        assert (said.subject.id, said.note) == ("shop/till.py#Till.pay", "")
    folder = path.removesuffix("/till.py")
    assert shop(SearchAnswer, "search", text="charge", path=folder).total == 2
    assert shop(OverviewAnswer, "overview", path=folder).status == "answered"
    assert shop(OverviewAnswer, "overview", path=folder.removesuffix("shop")).status == "answered"


@pytest.mark.parametrize("path", ["SHOP", "nowhere", "shop/price"])
def test_a_folder_that_is_not_there_is_not_empty(shop: Asked, path: str) -> None:
    for answer, question, parameters in (
        (ChangesAnswer, "changes", {"since": "v1.0"}),
        (SearchAnswer, "search", {"text": "charge"}),
        (SymbolAnswer, "symbol", {"name": "Till"}),
        (CyclesAnswer, "cycles", {}),
        (FindingsAnswer, "findings", {}),
    ):
        said = shop(answer, question, path=path, **parameters)
        assert said.status == "not known"
        assert f"There is no folder or file {path!r}" in said.note


def test_what_has_left_a_folder_has_changed_there(changing_shop: Asked) -> None:
    root = changing_shop.root
    (root / "lib").mkdir()
    (root / "shop/guess.py").rename(root / "lib/guess.py")
    (root / "style.dart").unlink()
    commit_all(root, "Move a guess")
    for path in ("shop", "lib"):
        said = changing_shop(ChangesAnswer, "changes", since="HEAD~1", path=path)
        (file,) = said.changed
        assert (file.path, file.earlier_path) == ("lib/guess.py", "shop/guess.py")
        assert said.commit_count == 1
    said = changing_shop(ChangesAnswer, "changes", since="HEAD~1", path="style.dart")
    assert [(each.path, each.change) for each in said.changed] == [("style.dart", "deleted")]
    said = changing_shop(ChangesAnswer, "changes", since="HEAD", path="shop")
    assert said.note == "No documented file has changed."


def test_what_git_does_not_know_is_not_known(shop: Asked) -> None:
    said = shop(ChangesAnswer, "changes", since="--output=x")
    assert said.status == "not known"
    assert "--output=x" in said.note
