"""Where errors are caught: by what watches a call that leads to them."""

from __future__ import annotations

import pytest
from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.model.linked_symbols import SymbolRef

PYTHON = {
    "mill/errors.py": "class Dull(Exception):\n    pass\n",
    "mill/stone.py": """
        from mill.errors import Dull

        def grind():
            raise Dull("sharpen the stone")

        def check():
            raise Dull("no stone")

        def lift():
            try:
                raise Dull("heavy")
            except Dull:
                pass
            else:
                raise Dull("too light")

        def inner():
            try:
                kept()
            except Dull:
                return

        def kept():
            raise Dull("kept")

        def passed():
            raise Dull("passed")

        def passing():
            try:
                passed()
            except Dull:
                raise
    """,
    "mill/run.py": """
        from mill.errors import Dull
        from mill.stone import check, grind, inner, lift, passing

        def start():
            try:
                check()
                inner()
                passing()
            except Dull:
                return 1
            else:
                lift()
            grind()
    """,
}


def caught_in(files: dict[str, str]) -> dict[str, list[tuple[str, int]]]:
    insight = insight_into(link_files(files))
    return {
        each.fact.message: [
            (found.scope.path, found.fact.line)
            for found in insight.operation.caught_errors.catching(each)
        ]
        for each in insight.operation.error_paths.raised
    }


def test_a_handler_catches_what_is_called_inside_its_own_try() -> None:
    assert caught_in(PYTHON) == {
        "sharpen the stone": [],
        "no stone": [("mill/run.py", 9)],
        "heavy": [("mill/stone.py", 12)],
        "too light": [],
        "kept": [("mill/stone.py", 20)],
        "passed": [("mill/stone.py", 32), ("mill/run.py", 9)],
    }


def test_a_handler_that_only_names_an_error_is_known_where_calls_are_not() -> None:
    files = {
        "mill/run.py": """
            class Dull(Exception):
                pass

            def grind():
                raise Dull("for users")

            def check():
                raise Dull("inside")

            def start(task):
                try:
                    task()
                except Dull:
                    return 1

            def turn():
                try:
                    check()
                except Dull:
                    return 2
            """
    }
    insight = insight_into(link_files(files))
    caught = insight.operation.caught_errors
    assert {
        each.fact.message: [found.fact.line for found in caught.naming_elsewhere(each)]
        for each in insight.operation.error_paths.raised
    } == {"for users": [13, 19], "inside": []}


def test_a_handler_of_all_errors_on_the_way_takes_it() -> None:
    files = {
        "mill/run.py": """
            class Dull(Exception):
                pass

            class DullEdge(Dull):
                pass

            def grind():
                raise DullEdge("edge")

            def hidden():
                try:
                    grind()
                except Exception as error:
                    raise Dull("another") from error

            def start():
                try:
                    hidden()
                except ValueError:
                    return 2
                except DullEdge:
                    return 3
                except Dull:
                    return 1

            def again():
                try:
                    grind()
                except Exception:
                    raise

            def begin():
                try:
                    again()
                except Dull:
                    return 1
            """
    }
    assert caught_in(files) == {
        "edge": [("mill/run.py", 13), ("mill/run.py", 29), ("mill/run.py", 35)],
        "another": [("mill/run.py", 23)],
    }


def test_other_languages_watch_what_precedes_the_first_handler() -> None:
    files = {
        "a/Mill.java": """
            class Dull extends Exception { Dull(String text) { super(text); } }
            class Mill {
                static void grind() throws Dull { throw new Dull("grind"); }
                static void lift() throws Dull { throw new Dull("lift"); }
                static void start() throws Dull {
                    try {
                        grind();
                    } catch (IllegalStateException error) {
                        lift();
                    } catch (Dull error) {
                        lift();
                    } finally {
                        lift();
                    }
                }
            }
            """
    }
    assert caught_in(files) == {"grind": [("a/Mill.java", 10)], "lift": []}


def test_what_a_framework_is_given_takes_errors_by_name() -> None:
    files = {
        "mill/web.py": """
            class DullError(Exception):
                pass

            @app.errorhandler(DullError)
            def dull(error):
                return "dull", 500

            @app.route("/")
            def grind():
                raise DullError("no flour")
        """
    }
    assert caught_in(files)["no flour"] == [("mill/web.py", 5)]


def test_the_way_up_from_a_report_is_followed_once_for_all_folders_around_it() -> None:
    insight = insight_into(link_files(PYTHON))
    for report in insight.operation.error_paths.raised:
        caught = insight.operation.caught_errors.catching(report)
        assert insight.operation.caught_errors.catching(report) is caught


def test_the_calls_behind_a_tie_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[SymbolRef, SymbolRef]] = []
    lines = CallHierarchy.lines

    def noted(self: CallHierarchy, caller: SymbolRef, callee: SymbolRef) -> tuple[int, ...]:
        asked.append((caller, callee))
        return lines(self, caller, callee)

    monkeypatch.setattr(CallHierarchy, "lines", noted)
    twice = PYTHON["mill/stone.py"].replace(
        'raise Dull("no stone")', 'raise Dull("no stone")\n            raise Dull("no mill")'
    )
    assert {"no stone", "no mill"} <= caught_in({**PYTHON, "mill/stone.py": twice}).keys()
    assert len(asked) == len(set(asked)) > 0
