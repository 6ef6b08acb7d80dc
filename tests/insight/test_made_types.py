"""Of several types that implement a method, that of most runs is told."""

from __future__ import annotations

from support.linked import insight_into, link_files

GO = """
    package main

    type writer interface {
        Get(name string) string
    }

    type single struct{}

    func (w *single) Get(name string) string {
        return plain(name)
    }

    type multi struct{}

    func (w *multi) Get(name string) string {
        first := plain(name)
        second := plain(first)
        third := plain(second)
        return third
    }

    func newSingle() writer {
        return &single{}
    }

    func newMulti() writer {
        return &multi{}
    }

    func plain(name string) string {
        return name
    }

    func configure(split bool) writer {
        var made writer
        if split {
            made = newMulti()
        } else {
            made = newSingle()
        }
        return made
    }

    func show(w writer) string {
        return w.Get("x")
    }

    func main() {
        show(configure(false))
    }
"""


def shown(code: str) -> list[str]:
    linked = link_files({"go.mod": "module example.com/tool\n", "main.go": code})
    followed = insight_into(linked).flow_finder.followed(linked.symbol("main.go", "show"))
    return [linked.repository.symbol(callee.symbol).name for callee, _ in followed]


def test_the_type_that_is_made_without_a_condition_is_the_usual_one() -> None:
    assert shown(GO) == ["single.Get"]


def test_where_each_is_made_in_some_runs_the_weightiest_is_told() -> None:
    either = GO.replace("} else {", "} else if !split {")

    assert shown(either) == ["multi.Get"]
