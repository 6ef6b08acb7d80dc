"""Functions that fields hold run where the field is called."""

from __future__ import annotations

from support.linked import Linked, insight_into, link_files

GO = {
    "go.mod": "module example.com/tool\n",
    "main.go": """
        package main

        type handler func(n int) int

        type operator struct {
            Name    string
            Handler handler
            Check   func(n int) bool
        }

        var plus = &operator{Name: "plus", Handler: addAll}
        var minus = &operator{Name: "minus", Handler: takeAway, Check: isOdd}

        func addAll(n int) int {
            return n + 1
        }

        func takeAway(n int) int {
            return n - 1
        }

        func isOdd(n int) bool {
            return n%2 == 1
        }

        func evaluate(op *operator) int {
            found := op.Handler
            if found != nil {
                return found(3)
            }
            return 0
        }

        func direct(op *operator) int {
            return op.Handler(4)
        }

        func checked(op *operator) bool {
            return op.Check(5)
        }

        func main() {
            start()
        }

        func start() {
            evaluate(plus)
            direct(minus)
            checked(minus)
        }
    """,
}


def kept(linked: Linked, caller: str) -> list[tuple[int, str, str]]:
    handlers = insight_into(linked).flow_finder.handlers
    return [
        (line, each.name, linked.repository.symbol(each.symbol).name)
        for line, each in handlers.of(linked.symbol("main.go", caller))
    ]


def test_a_field_that_several_functions_fill_calls_one_of_them() -> None:
    linked = link_files(GO)

    assert kept(linked, "direct") == [
        (35, "operator.Handler", "addAll"),
        (35, "operator.Handler", "takeAway"),
    ]


def test_what_is_taken_from_a_field_is_called_further_down() -> None:
    assert [line for line, *_ in kept(link_files(GO), "evaluate")] == [29, 29]


def test_a_field_with_one_function_may_be_given_others_from_outside() -> None:
    assert kept(link_files(GO), "checked") == []


def test_of_many_functions_in_a_field_none_is_a_step() -> None:
    operators = "".join(
        f"""
        func work{number}(n int) int {{
            return twice(n)
        }}

        var op{number} = &operator{{Name: "{number}", Handler: work{number}}}
        """
        for number in range(4)
    )
    twice = "\n        func twice(n int) int {\n            return 2 * n\n        }\n"
    linked = link_files({**GO, "main.go": GO["main.go"] + operators + twice})
    names = [
        linked.repository.symbol(step.symbol).name
        for step in insight_into(linked).flows[0].steps
        if not step.symbol.is_file
    ]

    assert names[:2] == ["main", "start"]
    assert not any(name.startswith("work") for name in names)


def test_who_uses_a_row_of_a_table_does_not_hand_its_function_on() -> None:
    linked = link_files(GO)
    followed = insight_into(linked).flow_finder.followed(linked.symbol("main.go", "start"))

    names = {linked.repository.symbol(callee.symbol).name for callee, _ in followed}

    assert "evaluate" in names
    assert names.isdisjoint({"addAll", "takeAway"})
