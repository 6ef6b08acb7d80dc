"""Callers of callers."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.distant_callers import distant_callers
from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests

MILL = {
    "mill/stone.py": """
        def grind(): ...

        def _lift():
            grind()

        def _start():
            _lift()

        def run():
            _lift()

        def main():
            run()
            _start()
            main()
        """,
    "tests/test_stone.py": """
        from mill.stone import _lift, run

        def test_it():
            run()
            _lift()
        """,
}


def test_the_nearest_come_first_and_of_them_the_public_ones() -> None:
    linked = link_files(MILL)
    repository = linked.repository
    callers = [linked.symbol("mill/stone.py", "_lift")]
    found = distant_callers(repository, callers, ReachingTests(repository).is_test)
    assert [repository.symbol(each).name for each in found] == ["run", "_start", "main"]


def test_a_method_is_come_to_where_what_it_stands_in_for_is_called() -> None:
    code = """
        class Mill:
            def turn(self) -> None: ...

            def run(self) -> None:
                self.turn()

        class PostMill(Mill):
            def turn(self) -> None:
                grind()

        def grind() -> None: ...
        """
    linked = link_files({"mill.py": code})
    repository = linked.repository
    callers = [linked.symbol("mill.py", "PostMill.turn")]
    found = distant_callers(repository, callers, ReachingTests(repository).is_test)
    assert [repository.symbol(each).name for each in found] == ["Mill.run"]


def test_callers_of_what_many_types_have_are_not_told_of_each() -> None:
    mills = "".join(
        f"""
        class Mill{number}(Mill):
            def turn(self) -> None:
                grind()
        """
        for number in range(3)
    )
    code = f"""
        class Mill:
            def turn(self) -> None: ...

            def run(self) -> None:
                self.turn()

        {mills}
        def grind() -> None: ...
        """
    linked = link_files({"mill.py": code})
    callers = [linked.symbol("mill.py", "Mill1.turn")]
    is_test = ReachingTests(linked.repository).is_test
    assert distant_callers(linked.repository, callers, is_test) == []
