"""What runs when a value of a type is made: one notion, whatever a language calls it."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph

PYTHON = """
class Till:
    def __new__(cls): return super().__new__(cls)
    def __init__(self): self.open()
    def __post_init__(self): pass
    def open(self): pass

class Closed(Till):
    pass

def __init__(): pass
"""
CASES = {
    "till.py": (PYTHON, "Till", {"Till.__new__", "Till.__init__", "Till.__post_init__"}),
    "Till.java": (
        "class Till { Till() { } Till(int a) { } void open() { } }",
        "Till",
        {"Till.Till"},
    ),
    "till.rb": (
        "class Till\n  def initialize\n    open\n  end\n\n  def open; end\nend\n",
        "Till",
        {"Till#initialize"},
    ),
    "till.ts": (
        "class Till { constructor(a: string); constructor(a: any) { this.a = a } open() {} }",
        "Till",
        {"Till.constructor"},
    ),
}


@pytest.mark.parametrize("path", CASES)
def test_constructors_of_a_type(path: str) -> None:
    code, name, expected = CASES[path]
    linked = link_files({path: code})
    calls, owner = CallGraph(linked.repository), linked.symbol(path, name)
    found = calls.constructors(owner)
    assert {linked.repository.symbol(each).name for each in found} == expected
    assert [calls.made_by(each) for each in found] == [owner] * len(found)


def test_a_function_outside_of_types_is_no_constructor() -> None:
    linked = link_files({"till.py": PYTHON})
    calls = CallGraph(linked.repository)
    assert calls.made_by(linked.symbol("till.py", "__init__")) is None
    assert calls.made_by(linked.symbol("till.py", "Till.open")) is None
    assert not calls.constructors(linked.symbol("till.py", "Closed"))


def test_a_class_that_is_called_runs_its_constructor_in_ruby_too() -> None:
    linked = link_files({"till.rb": CASES["till.rb"][0]})
    calls = CallGraph(linked.repository)
    called = calls.callees(linked.symbol("till.rb", "Till"))
    assert [linked.repository.symbol(each.symbol).name for each in called] == ["Till#open"]
