"""Answers about files that change between the questions, and what proves an answer."""

from __future__ import annotations

import hashlib
import os
import time

import pytest
from support.repositories import commit_all, git, write_files
from support.shop import Asked

from mkdocs_repodoc.query.replies.changes_reply import ChangesAnswer
from mkdocs_repodoc.query.replies.overview_reply import OverviewAnswer
from mkdocs_repodoc.query.replies.symbol_reply import SourceAnswer, SymbolAnswer
from mkdocs_repodoc.query.replies.uses_reply import UsesAnswer
from mkdocs_repodoc.query.unsettled import QuestionError


def test_an_answer_names_the_commit_and_the_content_that_it_rests_on(shop: Asked) -> None:
    said = shop(UsesAnswer, "uses", name="shop.price.tax")
    assert said.commit == git(shop.root, "rev-parse", "HEAD").strip()
    (state,) = said.files
    content = (shop.root / "shop/price.py").read_bytes()
    assert (state.path, state.digest) == ("shop/price.py", hashlib.sha256(content).hexdigest())
    assert not state.stale


def test_an_edit_is_seen_by_the_next_question(changing_shop: Asked) -> None:
    assert changing_shop(UsesAnswer, "uses", name="shop.price.tax").total == 1
    price = changing_shop.root / "shop/price.py"
    price.write_text("# one more line\n" + price.read_text() + "\n\ntax(1)\n")
    said = changing_shop(UsesAnswer, "uses", name="shop.price.tax")
    assert [use.line for use in said.uses] == [7, 23]
    assert not any(state.stale for state in said.files)


def test_an_edit_of_the_same_size_and_time_is_seen(changing_shop: Asked) -> None:
    price = changing_shop.root / "shop/price.py"
    assert changing_shop(SourceAnswer, "source", name="shop.price.tax").text.endswith("5\n")
    before = price.stat()
    price.write_text(price.read_text().replace("// 5", "// 6"))
    os.utime(price, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert changing_shop(SourceAnswer, "source", name="shop.price.tax").text.endswith("6\n")


def test_a_file_that_is_added_or_removed_is_seen(changing_shop: Asked) -> None:
    assert changing_shop(OverviewAnswer, "overview").file_count == 9
    write_files(changing_shop.root, {"shop/new.py": "def fresh():\n    pass\n"})
    git(changing_shop.root, "add", "shop/new.py")
    assert changing_shop(SymbolAnswer, "symbol", name="fresh").status == "answered"
    (changing_shop.root / "shop/guess.py").unlink()
    said = changing_shop(SymbolAnswer, "symbol", name="anything")
    assert said.status == "not known"


def test_a_file_that_was_gone_at_a_question_is_seen_when_it_is_back(changing_shop: Asked) -> None:
    guess = changing_shop.root / "shop/guess.py"
    text = guess.read_text()
    guess.unlink()
    settle(changing_shop)
    assert changing_shop(SymbolAnswer, "symbol", name="anything").status == "not known"
    guess.write_text(text)
    assert changing_shop(SymbolAnswer, "symbol", name="anything").status == "answered"


def test_a_link_in_the_place_of_a_file_has_none_of_its_lines(changing_shop: Asked) -> None:
    price = changing_shop.root / "shop/price.py"
    assert changing_shop(SourceAnswer, "source", name="shop/price.py").status == "answered"
    price.unlink()
    price.symlink_to("till.py")
    said = changing_shop(SourceAnswer, "source", name="shop/price.py", line=1, end_line=3)
    assert (said.status, said.text) == ("not known", "")


def settle(asked: Asked) -> None:
    """Have what was changed last be old enough for its time to tell that it is the same."""
    time.sleep(0.15)
    asked.live.now()


def test_a_commit_is_seen(changing_shop: Asked) -> None:
    before = changing_shop(OverviewAnswer, "overview").commit
    commit_all(changing_shop.root, "Nothing")
    after = changing_shop(OverviewAnswer, "overview").commit
    assert after == git(changing_shop.root, "rev-parse", "HEAD").strip() != before


def test_what_is_gone_or_new_since_a_tag_is_told_before_it_is_committed(
    changing_shop: Asked,
) -> None:
    write_files(changing_shop.root, {"shop/guess.py": "def nothing(thing, other):\n    pass\n"})
    git(changing_shop.root, "mv", "README.md", "READ.md")
    said = changing_shop(ChangesAnswer, "changes", since="v1.0")
    changed = {each.path: each for each in said.changed}
    assert (changed["READ.md"].change, changed["READ.md"].earlier_path) == ("renamed", "README.md")
    assert [(each.name, each.change) for each in changed["shop/guess.py"].symbols] == [
        ("nothing", "added"),
        ("anything", "removed"),
    ]


def test_a_file_that_changes_behind_an_answer_is_stale_and_not_quoted(changing_shop: Asked) -> None:
    asked = changing_shop.live.now()
    price = changing_shop.root / "shop/price.py"
    price.write_text(price.read_text() + "\n")
    assert asked.lines("shop/price.py") is None
    assert asked.texts.digest("shop/price.py") != asked.digest_of("shop/price.py")


def test_entries_come_in_parts_with_a_cursor(shop: Asked) -> None:
    first = shop(UsesAnswer, "uses", name="shop.till.Till", limit=2)
    assert len(first.uses) == 2
    rest = shop(
        UsesAnswer,
        "uses",
        name="shop.till.Till",
        limit=500,
        cursor=first.next_cursor,
    )
    assert rest.next_cursor == ""
    whole = shop(UsesAnswer, "uses", name="shop.till.Till", limit=500)
    assert (*first.uses, *rest.uses) == whole.uses
    assert whole.total == len(whole.uses) == first.total


def test_a_cursor_of_another_state_is_refused(changing_shop: Asked) -> None:
    first = changing_shop(UsesAnswer, "uses", name="shop.till.Till", limit=1)
    write_files(changing_shop.root, {"shop/guess.py": "anything = 1\n"})
    with pytest.raises(QuestionError, match="has changed"):
        changing_shop(UsesAnswer, "uses", name="shop.till.Till", cursor=first.next_cursor)


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("who", {}, "there is no question 'who'"),
        ("uses", {}, "missing required field `name`"),
        ("uses", {"name": "tax", "limit": 0}, "limit"),
        ("uses", {"name": "tax", "colour": "red"}, "colour"),
        ("uses", {"name": "tax", "cursor": "next"}, "cursor 'next' is none"),
        ("source", {"name": "shop/price.py", "line": 99}, "has no lines 99"),
    ],
)
def test_a_question_that_cannot_be_asked_says_so_in_one_line(
    shop: Asked, name: str, parameters: dict[str, object], said: str
) -> None:
    with pytest.raises(QuestionError, match=said) as raised:
        shop.live.ask(name, parameters)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["x." * 500_000, "#" * 100_000, "shop/till.py:" + "9" * 5000])
def test_a_name_longer_than_any_path_is_refused(shop: Asked, name: str) -> None:
    with pytest.raises(QuestionError, match="length <= 4096"):
        shop.live.ask("symbol", {"name": name})


def test_a_name_of_as_many_parts_as_there_may_be_means_nothing(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="shop." + "x." * 2000)
    assert said.status == "not known"


def test_a_parameter_whose_name_is_no_unicode_is_refused(shop: Asked) -> None:
    with pytest.raises(QuestionError, match="a parameter has a name that isn't Unicode"):
        shop.live.ask("symbol", {"\ud800": 1})
