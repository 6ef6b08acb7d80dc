"""Names of Lua: local variables, tables, what modules return, globals."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

UTIL = """\
local M = {}
local count = 0
local function inner(a) count = count + 1 return inner(a) end
function M.open(path) return inner(path) end
function M:size() return self:close() + self.gone end
M.close = function(b) local inner = b; return inner(b), M.open(b) end
function Global(x) return Other.thing(x) end
local late
late = function() return late() end
return M
"""
MAIN = """\
local util = require("a.util")
local open = util.open
print(util.open("x"), util:size(), open(1), util.gone, Global(1))
for _, util in ipairs({}) do util.open() end
do local util = nil; util.open() end
local function f(util) util.open() end
local t = { open = util.open }
local x = require("passing")
x.run() x.open() x.again()
Other = {}
function Other.thing() end
local s = setmetatable({}, { __index = util })
function s.go() s.go() end
"""
PASSING = """\
local util = require("a.util")
local function run() end
return { run = run, open = util.open, again = require("a.util").close }
"""


@pytest.fixture(scope="module")
def modules() -> Linked:
    return link_files({"lua/a/util.lua": UTIL, "lua/main.lua": MAIN, "lua/passing.lua": PASSING})


@pytest.mark.parametrize(
    ("path", "name", "found"),
    [
        ("lua/a/util.lua", "count", [(3, "count"), (3, "count")]),
        ("lua/a/util.lua", "inner", [(3, "inner"), (4, "inner")]),
        ("lua/a/util.lua", "open", [(6, "M.open")]),
        ("lua/a/util.lua", "close", [(5, "M.close")]),
        ("lua/a/util.lua", "gone", []),
        ("lua/a/util.lua", "late", [(9, "late")]),
        ("lua/a/util.lua", "thing", [(7, "Other.thing")]),
        (
            "lua/main.lua",
            "open",
            [(2, "M.open"), (3, "M.open"), (3, "open"), (7, "M.open"), (9, "M.open")],
        ),
        ("lua/main.lua", "size", [(3, "M:size")]),
        ("lua/main.lua", "gone", []),
        ("lua/main.lua", "Global", [(3, "Global")]),
        ("lua/main.lua", "run", [(9, "run")]),
        ("lua/main.lua", "again", [(9, "M.close")]),
        ("lua/main.lua", "go", [(13, "s.go")]),
        ("lua/passing.lua", "close", [(3, "M.close")]),
    ],
)
def test_names_lead_where_scopes_and_modules_say(
    modules: Linked, path: str, name: str, found: list[tuple[int, str]]
) -> None:
    assert modules.links(path, name) == found


def test_what_is_certain_is_exact(modules: Linked) -> None:
    assert modules.confidences("lua/a/util.lua", "open") == ["exact"]
    assert modules.confidences("lua/a/util.lua", "close") == ["inferred"]
    assert set(modules.confidences("lua/main.lua", "size")) == {"inferred"}


def test_a_module_is_what_its_variable_leads_to(modules: Linked) -> None:
    modules_of = {
        reference.symbol.path
        for reference in modules.references("lua/main.lua")
        if modules.text("lua/main.lua", reference) == "x" and reference.kind != "definition"
    }
    assert modules_of == {"lua/passing.lua"}


def test_functions_of_one_name_decide_nothing() -> None:
    twice = "local M = {}\nfunction M.a() end\nfunction M.a() end\nM.a()\n"
    assert link_files({"a.lua": twice}).links("a.lua", "a") == []
    files = {"a.lua": "function go() end\n", "b.lua": "function go() end\n", "c.lua": "go()\n"}
    assert link_files(files).links("c.lua", "go") == []


def test_a_variable_that_changes_has_no_members() -> None:
    code = 'local u = require("b")\nif x then u = nil end\nu.run()\n'
    files = {"a.lua": code, "b.lua": "local M = {}\nfunction M.run() end\nreturn M\n"}
    assert link_files(files).links("a.lua", "run") == []


def test_modules_that_return_one_another_end() -> None:
    files = {"a.lua": 'return require("b")\n', "b.lua": 'return require("a")\n'}
    files["c.lua"] = 'local a = require("a")\na.run()\n'
    assert link_files(files).links("c.lua", "run") == []
