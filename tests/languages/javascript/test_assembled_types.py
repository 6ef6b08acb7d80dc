"""Classes and objects of scripts that assignments put together."""

from __future__ import annotations

import pytest
from support.linked import link_files
from support.reading import names, read

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol

APPLICATION = """
/**
 * Application prototype.
 */

var app = exports = module.exports = {};

/**
 * Starts the application.
 */

app.init = function init() { this.set('x', 1); };
app.set = app.put = function (key, value) { if (key) { return this; } };
app.init();
"""


def outline(code: str) -> FileOutline:
    return read("app.js", "javascript", code)


def symbol(found: FileOutline, name: str) -> Symbol:
    return next(each for each in found.symbols if each.name == name)


def test_a_variable_with_assigned_functions_is_an_object_with_methods() -> None:
    found = outline(APPLICATION)
    assert [(each.name, each.kind) for each in found.symbols] == [
        ("app", Kind.OBJECT),
        ("app.init", Kind.METHOD),
        ("app.set", Kind.METHOD),
        ("app.put", Kind.METHOD),
    ]
    assert symbol(found, "app").summary == "Application prototype."
    assert symbol(found, "app.init").summary == "Starts the application."
    assert symbol(found, "app").signature == ""
    assert found.exports == ("app",)


def test_the_body_of_a_function_with_two_names_counts_once() -> None:
    record = outline(APPLICATION)
    assert record.complexity.total == 3  # `init`, and `put` with its branch
    assert symbol(record, "app.set").end_line == symbol(record, "app.put").end_line


def test_a_function_with_methods_in_its_prototype_is_a_class() -> None:
    found = outline("""
        function Shop(name) { this.name = name; }
        Shop.prototype.open = function () {};
        Shop.find = function () {};
        function plain() { function inner() {} }
        plain.also = function () {};
    """)
    kinds = {each.name: each.kind for each in found.symbols}
    assert kinds == {
        "Shop": Kind.CLASS,
        "Shop.open": Kind.METHOD,
        "Shop.find": Kind.METHOD,
        "plain": Kind.FUNCTION,
        "plain.inner": Kind.FUNCTION,
        "plain.also": Kind.FUNCTION,
    }
    assert "static" in symbol(found, "Shop.find").labels
    assert "(name)" in symbol(found, "Shop").signature


def test_a_prototype_may_be_one_object() -> None:
    found = outline("function Shop() {}\nShop.prototype = { open() {}, close: function () {} };\n")
    assert names(found, Kind.METHOD) == ["Shop.open", "Shop.close"]
    assert symbol(found, "Shop").kind == Kind.CLASS


@pytest.mark.parametrize(
    "statement",
    [
        "util.inherits(Shop, Place);",
        "Object.setPrototypeOf(Shop.prototype, Place.prototype);",
        "Shop.prototype = Object.create(Place.prototype, {});",
        "Shop.prototype = new Place();",
        "Shop.prototype.__proto__ = Place.prototype;",
    ],
)
def test_statements_that_give_a_base(statement: str) -> None:
    found = outline(f"function Shop() {{}}\n{statement}\nShop.prototype.open = function () {{}};\n")
    assert symbol(found, "Shop").bases == ("Place",)


@pytest.mark.parametrize(
    "statement",
    ["Shop.prototype = make(Place);", "Shop.prototype = {};", "other(Shop, Place);", "inherits();"],
)
def test_statements_that_give_none(statement: str) -> None:
    found = outline(f"function Shop() {{}}\n{statement}\nShop.prototype.open = function () {{}};\n")
    assert symbol(found, "Shop").bases == ()


def test_an_object_that_is_all_a_module_gives_has_no_name() -> None:
    found = outline("""
        module.exports = {
          get size() { return 1; },
          add(item) { return item; },
          remove: function (item) {},
          nested: { inner() {} },
        };
    """)
    assert [(each.name, each.kind) for each in found.symbols] == [
        ("size", Kind.ACCESSOR),
        ("add", Kind.FUNCTION),
        ("remove", Kind.FUNCTION),
    ]
    assert found.exports == ("size", "add", "remove", "nested")
    assert all(each.public and "export" in each.labels for each in found.symbols)


def test_this_is_the_object_that_a_function_is_put_into() -> None:
    found = link_files({"app.js": APPLICATION})
    assert (11, "app.set") in found.links("app.js", "set")
    assert (13, "app.init") in found.links("app.js", "init")
    assert found.confidences("app.js", "set")[0] == "exact"


def test_this_in_a_prototype_is_what_the_constructor_makes() -> None:
    found = link_files(
        {
            "shop.js": """
                function Shop() {}
                Shop.prototype.open = function () { this.close(); };
                Shop.prototype.close = function () {};
                module.exports = Shop;
            """,
            "main.js": "var Shop = require('./shop');\nnew Shop().open();\n",
        }
    )
    assert (2, "Shop.close") in found.links("shop.js", "close")
    assert found.links("main.js", "open") == [(2, "Shop.open")]


def test_an_object_is_reached_through_require_and_mixing() -> None:
    found = link_files(
        {
            "lib/app.js": APPLICATION,
            "lib/main.js": """
                var mixin = require('merge-descriptors');
                var proto = require('./app');
                exports = module.exports = create;
                function create() {
                  var app = function (req) { app.set(req); };
                  mixin(app, proto, false);
                  app.init();
                  return app;
                }
            """,
            "index.js": "module.exports = require('./lib/main');\n",
            "test.js": "var make = require('.');\nvar app = make();\napp.put('a', 1);\n",
        }
    )
    assert found.links("lib/main.js", "init") == [(7, "app.init")]
    assert found.links("test.js", "put") == [(3, "app.put")]
    assert found.confidences("test.js", "put") == ["inferred"]


def test_what_another_library_does_with_an_object_is_not_known() -> None:
    found = link_files(
        {
            "app.js": APPLICATION,
            "main.js": """
                var keep = require('keep'), proto = require('./app');
                function create() { var app = function () {}; keep(app, proto); return app; }
                create().init();
            """,
        }
    )
    assert found.links("main.js", "init") == []


def test_an_object_made_from_a_prototype_has_its_members() -> None:
    found = link_files(
        {
            "app.js": APPLICATION,
            "main.js": "var one = Object.create(require('./app'));\nvar app = require('./app');\n"
            "var two = Object.create(app);\ntwo.init();\n",
        }
    )
    assert found.links("main.js", "init") == [(4, "app.init")]
