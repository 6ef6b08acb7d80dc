"""Test cases that reach a symbol, themselves or through helpers and fixtures."""

from __future__ import annotations

from support.linked import Linked, link_files

from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.model.linked_symbols import SymbolRef

SHOP = {
    "shop.py": "def price(x):\n    return x\n\n\ndef rebate():\n    return price(2)\n",
    "tests/test_shop.py": """
        import pytest

        from shop import price, rebate

        CASES = [price(1)]


        @pytest.fixture
        def priced():
            return price(3)


        def check(x):
            return check_deeply(x)


        def check_deeply(x):
            return price(x)


        def test_directly():
            assert price(1)


        def test_through_a_helper():
            check(4)


        def test_through_a_fixture(priced):
            assert priced


        def test_of_something_else():
            rebate()


        class TestShop:
            def setup_method(self):
                self.price = price(1)

            def test_price(self):
                assert self.price
        """,
}
RUST = """
pub fn weigh() -> u8 { 1 }

pub fn sell() -> u8 { weigh() }

#[cfg(test)]
mod tests {
    use super::*;

    fn check() -> u8 { weigh() }

    #[test]
    fn weighs() { assert_eq!(check(), 1); }
}
"""


def reached(linked: Linked, path: str, name: str) -> list[tuple[str, str]]:
    """Name of each case, or its file, and of the helper."""
    repository = linked.repository

    def said(symbol: SymbolRef | None) -> str:
        return "" if symbol is None else repository.symbol(symbol).name

    found = ReachingTests(repository).of(linked.symbol(path, name))
    return [
        (each.case.path if each.case.is_file else said(each.case), said(each.helper))
        for each in found
    ]


def test_cases_are_found_with_the_helper_that_leads_there() -> None:
    assert reached(link_files(SHOP), "shop.py", "price") == [
        ("tests/test_shop.py", ""),
        ("test_directly", ""),
        ("test_through_a_fixture", "priced"),
        ("test_through_a_helper", "check_deeply"),
        ("TestShop", "TestShop.setup_method"),
    ]


def test_a_case_beside_the_code_is_a_test_and_so_is_its_helper() -> None:
    linked = link_files({"Cargo.toml": '[package]\nname = "shop"\n', "src/lib.rs": RUST})
    assert reached(linked, "src/lib.rs", "weigh") == [("tests::weighs", "tests::check")]
    uses = linked.repository.links.uses.of(linked.symbol("src/lib.rs", "weigh"))
    reaching = ReachingTests(linked.repository)
    assert [reaching.is_test(use) for use in uses] == [False, True]


def test_cases_under_the_name_of_a_method_reach_it() -> None:
    """What they call may be worked out by nobody: `klass.send(:grind)`."""
    linked = link_files(
        {
            "lib/stone.rb": "class Stone\n  def grind\n  end\n\n  def turn\n  end\nend\n",
            "spec/stone_spec.rb": """
                require "stone"

                describe Stone do
                  describe "#grind" do
                    it "makes flour" do
                      Stone
                      made.grind
                    end
                  end
                end
            """,
            "spec/bed_spec.rb": """
                describe "#grind" do
                  it "is of something else" do
                    other.grind
                  end
                end
            """,
        }
    )
    reaching = ReachingTests(linked.repository)
    symbols = linked.repository.files["lib/stone.rb"].outline.symbols
    found = {
        symbol.bare_name: [
            linked.repository.symbol(each.case).name
            for each in reaching.of(SymbolRef("lib/stone.rb", position))
        ]
        for position, symbol in enumerate(symbols)
        if "Stone." in symbol.bare_name or "#" in symbol.bare_name
    }
    assert found == {"Stone#grind": ["Stone > #grind > makes flour"], "Stone#turn": []}


def test_cases_that_never_run_reach_nothing() -> None:
    files = {
        "shop.py": SHOP["shop.py"],
        "tests/test_shop.py": """
            import pytest

            from shop import price


            @pytest.mark.skip(reason="slow")
            def test_left_out():
                assert price(1)


            @pytest.mark.skipif(True, reason="slow")
            def test_run_somewhere():
                assert price(2)
            """,
    }
    linked = link_files(files)
    reached = ReachingTests(linked.repository).of(linked.symbol("shop.py", "price"))
    names = [linked.repository.symbol(each.case).name for each in reached]
    assert names == ["test_run_somewhere"]
