"""Where a tour stops, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from support.linked import Linked, insight_into, link_files

from mkdocs_repodoc.insight.reading.tour import MOST_CALLS, Tour

BODY = "".join(f"    x{number} = {number}\n" for number in range(8))


def function(name: str, *called: str) -> str:
    calls = "".join(f"    {each}()\n" for each in called)
    return f'def {name}():\n    """Does {name}."""\n{BODY}{calls}    return x0\n\n\n'


PROJECT = '[project]\nname = "tool"\nscripts = {tool = "tool:main"}\n'


def tour_of(files: Mapping[str, str]) -> tuple[Linked, Tour]:
    linked = link_files(files)
    tour = insight_into(linked).tour
    assert tour is not None
    return linked, tour


def names(linked: Linked, tour: Tour, part: str = "flow") -> list[str]:
    return [linked.repository.symbol(stop.symbol).name for stop in tour.stops if stop.part == part]


def test_it_goes_into_what_a_function_calls_and_back() -> None:
    code = (
        function("main", "prepare", "work", "finish")
        + function("prepare")
        + function("work", "first", "second")
        + function("first", "deep")
        + function("second")
        + function("deep")
        + function("finish")
    )
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    assert names(linked, tour) == [
        "main",
        "prepare",
        "work",
        "first",
        "deep",
        "second",
        "finish",
    ]
    work = tour.stops[2]
    assert work.arrival is not None
    assert work.arrival.caller == tour.stops[0].symbol
    assert [linked.repository.symbol(each.symbol).name for each in work.calls] == [
        "first",
        "second",
    ]


BOAT = (
    'class Boat:\n    """A boat."""\n\n    def __init__(self):\n        """Builds it."""\n'
    + "".join(f"        self.x{number} = first({number})\n" for number in range(8))
    + "\n\n"
)


def test_a_class_on_the_way_is_no_stop_again_as_a_key_abstraction() -> None:
    code = BOAT + function("first") + function("main", "Boat", "second")
    users = {f"u{n}.py": "from tool import Boat\n\n\ndef a(b: Boat):\n    b\n" for n in "123"}
    linked, tour = tour_of(
        {"pyproject.toml": PROJECT, "tool.py": code + function("second", "first"), **users}
    )
    assert "Boat" in names(linked, tour)
    assert "Boat" not in names(linked, tour, "type")


def test_a_class_and_its_constructor_are_one_stop() -> None:
    code = BOAT + function("first") + function("main", "Boat", "Boat().__init__")
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})
    assert len({"Boat", "Boat.__init__"}.intersection(names(linked, tour))) == 1


def test_it_has_an_end() -> None:
    code = "".join(function(f"f{n}", f"f{n + 1}", f"g{n}") + function(f"g{n}") for n in range(40))
    linked, tour = tour_of({"pyproject.toml": PROJECT.replace(":main", ":f0"), "tool.py": code})

    assert len(names(linked, tour)) == MOST_CALLS


def test_a_short_function_that_leads_on_is_no_stop() -> None:
    code = "def main():\n    return work()\n\n\n" + function("work", "a", "b")
    linked, tour = tour_of(
        {"pyproject.toml": PROJECT, "tool.py": code + function("a") + function("b")}
    )

    assert names(linked, tour)[0] == "work"
    arrival = tour.stops[0].arrival
    assert arrival is not None
    assert linked.repository.symbol(arrival.caller).name == "main"


def test_what_deals_with_failures_is_no_stop() -> None:
    code = function("main", "work", "handle_error") + function("work", "step")
    linked, tour = tour_of(
        {
            "pyproject.toml": PROJECT,
            "tool.py": code + function("step") + function("handle_error", "step"),
        }
    )

    assert "handle_error" not in names(linked, tour)
    assert "step" in names(linked, tour)


TYPES = {
    "shop/__init__.py": "from shop.cart import Cart, Item\n",
    "shop/cart.py": '''
        """Carts."""

        class Item:
            """A thing to buy."""

            def price(self) -> int:
                return 1

        class Cart:
            """What a customer takes."""

            def add(self, item: Item) -> None:
                self.item = item

        class Till:
            """Where a cart is paid."""

            def pay(self, cart: Cart) -> int:
                return 1
    ''',
    "tests/test_cart.py": """
        from shop.cart import Cart, Item

        def test_all():
            cart = Cart()
            cart.add(Item())
            assert cart

        def test_one():
            assert Item()
    """,
}


def test_without_a_flow_it_passes_the_key_abstractions_and_a_test_of_them() -> None:
    linked, tour = tour_of(TYPES)

    assert tour.flow is None
    assert sorted(names(linked, tour, "type")) == ["Cart", "Item"]  # nobody names Till
    (test,) = (stop for stop in tour.stops if stop.part == "test")
    assert linked.repository.symbol(test.symbol).name == "test_all"
    assert {linked.repository.symbol(ref).name for ref in test.met} == {"Cart", "Item"}
    assert tour.stops[-1] == test


def test_types_say_which_functions_of_the_flow_work_with_them() -> None:
    code = (
        "from shop.cart import Cart\n\n\n"
        + function("main", "work")
        + function("work", "step").replace("    x0 = 0\n", "    x0 = Cart()\n")
        + function("step")
    )
    files = {**TYPES, "pyproject.toml": PROJECT, "tool.py": code}
    linked, tour = tour_of(files)

    cart = next(stop for stop in tour.stops if stop.symbol == linked.symbol("shop/cart.py", "Cart"))
    assert cart.met == (linked.symbol("tool.py", "work"),)


def test_a_repository_with_too_little_has_no_tour() -> None:
    assert insight_into(link_files({"a.py": "X = 1\n"})).tour is None
    assert (
        insight_into(link_files({"a.py": function("main", "work") + function("work")})).tour is None
    )


RESULTS = {
    "pyproject.toml": PROJECT,
    "tool.py": '''
        from parts import Reader, Writer

        def main():
            """Read and write."""
            first = 1
            second = 2
            third = 3
            fourth = 4
            fifth = 5
            sixth = 6
            seventh = 7
            eighth = 8
            Reader().read()
            Writer().write()
            return first
    ''',
    "parts.py": '''
        class Reader:
            """Reads what there is to read."""

            def read(self):
                """Read all of it."""
                return self.lines()

            def lines(self):
                """Read line by line."""
                return [self.line(each) for each in range(10)]

            def line(self, number):
                """Read one line."""
                text = str(number)
                text = text.strip()
                text = text.lower()
                return text

        class Writer:
            """Writes what there is to write."""

            def write(self):
                """Write all of it."""
                return 1
    ''',
    "use.py": "from parts import Reader, Writer\nReader()\nWriter()\n",
}


def test_it_comes_to_what_the_flow_leads_to_at_last() -> None:
    linked, tour = tour_of(RESULTS)

    assert names(linked, tour) == [
        "main",
        "Reader.read",
        "Reader.lines",
        "Reader.line",
        "Writer.write",
    ]


def test_it_leads_to_nothing_that_only_what_is_not_given_comes_to() -> None:
    done = """
        def done(first, writer: Writer | None = None):
            \"\"\"Say that all is done.\"\"\"
            if writer is not None:
                writer.write()
            return first
    """
    code = RESULTS["tool.py"].replace("Writer().write()", "done(first, Writer())") + done
    linked, tour = tour_of({**RESULTS, "tool.py": code})
    assert "Writer.write" in names(linked, tour)
    ruled_out = code.replace("done(first, Writer())", "done(first)")
    linked, tour = tour_of({**RESULTS, "tool.py": ruled_out})
    assert "Writer.write" not in names(linked, tour)


@pytest.mark.parametrize(("given", "is_told"), [("1, Writer()", True), ("1", False)])
def test_a_step_names_no_call_that_is_ruled_out(given: str, *, is_told: bool) -> None:
    lines = "\n".join(f"            print({number})" for number in range(12))
    code = f"""
        from parts import Writer

        def main():
            \"\"\"Do it.\"\"\"
            done({given})

        def done(first, writer: Writer | None = None):
            \"\"\"Say that all is done.\"\"\"
            if writer is not None:
                writer.write()
            return tidy(first)

        def tidy(first):
            \"\"\"Tidy up.\"\"\"
{lines}
            return sweep(first)

        def sweep(first):
            \"\"\"Sweep.\"\"\"
{lines}
    """
    linked = link_files({**RESULTS, "tool.py": code})
    stops = [stop for walk in insight_into(linked).walks for stop in walk]
    assert "done" in [linked.repository.symbol(each.symbol).name for each in stops]
    calls = [linked.repository.symbol(each.symbol).name for stop in stops for each in stop.calls]
    assert ("Writer.write" in calls) is is_told


def test_it_stays_with_the_branches_that_one_run_takes() -> None:
    code = (
        "def main(way):\n"
        f'    """Does main."""\n{BODY}'
        "    if way == 1:\n        first()\n"
        "    elif way == 2:\n        second()\n"
        "    finish()\n\n\n"
        + function("first", "deep")
        + function("second", "shallow")
        + function("deep", "deeper")
        + function("deeper")
        + function("shallow")
        + function("finish")
    )
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    assert "first" in names(linked, tour)
    assert "second" not in names(linked, tour)
    assert "finish" in names(linked, tour)
    forks = tour.stops[0].forks
    assert [linked.repository.symbol(each.symbol).name for each in forks] == ["second"]


def test_most_of_a_walk_is_about_what_an_example_is_there_for() -> None:
    def chain(name: str, lines: int) -> str:
        body = "".join(f"    x{number} = {number}\n" for number in range(lines))
        return "".join(
            f'def {name}{number}():\n    """Does it."""\n{body}    {name}{number + 1}()\n\n\n'
            for number in range(8)
        ) + function(f"{name}8")

    code = (
        "class Kit:\n"
        '    def __init__(self):\n        """Set up."""\n        make0()\n\n'
        '    def run(self):\n        """Do it."""\n        do0()\n\n\n'
        + chain("make", 30)
        + chain("do", 8)
    )
    files = {
        "kit/__init__.py": "from kit.work import Kit\n__all__ = ['Kit']\n",
        "kit/work.py": code,
        "README.md": "# Kit\n\n```python\nfrom kit import Kit\n\nkit = Kit()\nkit.run()\n```\n",
    }
    linked, tour = tour_of(files)
    passed = [
        linked.repository.symbol(stop.symbol).name
        for stop in tour.stops
        if stop.part == "flow" and not stop.symbol.is_file
    ]

    assert sum(name.startswith("do") for name in passed) > sum(
        name.startswith("make") for name in passed
    )


def test_an_early_exit_does_not_lead_on_where_more_is_done_behind_it() -> None:
    code = (
        "def main(args):\n    if args.translate:\n        translate()\n        return\n"
        "    request()\n    show()\n\n\n"
        + function("translate", "rewrite")
        + function("rewrite", "quote")
        + function("quote")
        + function("request", "send")
        + function("send", "receive")
        + function("receive")
        + function("show")
    )
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    assert names(linked, tour) == ["request", "send", "receive"]


def test_of_two_ways_the_one_is_taken_that_the_other_leads_to() -> None:
    code = (
        "def main(args):\n    if args.command == 'try':\n        return attempt(args)\n"
        "    elif args.command == 'run':\n        return run(args)\n\n\n"
        + function("attempt", "clone", "run")
        + function("clone")
        + function("run", "work")
        + function("work")
    )
    linked = link_files({"pyproject.toml": PROJECT, "tool.py": code})
    (flow,) = insight_into(linked).flows

    passed = [linked.repository.symbol(step.symbol).name for step in flow.steps]
    assert passed == ["main", "run", "work"]


def test_what_has_failed_and_is_done_once_more_is_on_the_way() -> None:
    code = (
        function("main", "again")
        + "def again():\n    try:\n        return fetch()\n    except OSError as error:\n"
        "        return again_from_error(error)\n\n\n"
        + function("fetch")
        + function("again_from_error", "delay", "again")
        + function("delay")
    )
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    assert names(linked, tour) == ["again", "fetch", "again_from_error", "delay"]


def test_a_function_of_a_few_lines_is_a_stop_only_on_the_way_to_another() -> None:
    code = (
        function("main", "lead", "tiny")
        + "def lead():\n    return work()\n\n\n"
        + "def tiny():\n    return dust()\n\n\n"
        + "def dust():\n    return 1\n\n\n"
        + function("work", "rest")
        + function("rest")
    )
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    assert names(linked, tour) == ["main", "lead", "work", "rest"]


def test_the_last_step_of_a_flow_is_a_stop_though_it_calls_nothing() -> None:
    steps = ["main", "first", "second", "third", "fourth", "respond"]
    code = "".join(function(*pair) for pair in pairwise(steps))
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code + function("respond")})

    assert names(linked, tour) == steps[1:]


def test_how_an_error_is_put_together_is_no_call_that_is_told() -> None:
    error = '''class GrindError(Exception):
    def hint(self, said):
        """Say what to do."""
        return GrindError(said, self)


'''
    code = function("main", "work", "GrindError('late').hint") + error
    code += function("work", "first") + function("first", "deep") + function("deep")
    linked, tour = tour_of({"pyproject.toml": PROJECT, "tool.py": code})

    calls = {linked.repository.symbol(each.symbol).name for each in tour.stops[0].calls}
    assert "work" in calls
    assert not any(each.startswith("GrindError.") for each in calls)
