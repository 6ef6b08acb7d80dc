"""The first use that documents show, in the languages of libraries."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest
from support.linked import insight_into, link_files


def readme(fence: str, code: str, before: str = "") -> dict[str, str]:
    return {"README.md": f"# Kit\n\n{before}```{fence}\n{dedent(code).strip()}\n```\n"}


def called(files: Mapping[str, str]) -> list[tuple[str, int]]:
    linked = link_files(files)
    example = insight_into(linked).opening_example
    if example is None:
        return []
    return [(linked.repository.symbol(each.symbol).name, each.line) for each in example.callees]


def flow(files: Mapping[str, str]) -> tuple[str, list[str]]:
    linked = link_files(files)
    first = insight_into(linked).flows[0]
    names = [linked.repository.symbol(step.symbol).name for step in first.steps[1:]]
    return first.entry.kind, names


PYTHON = {
    "kit/__init__.py": "from kit.app import App\n__all__ = ['App']\n",
    "kit/app.py": """
        class App:
            def __init__(self):
                self.routes = prepare()

            def run(self):
                return serve(self)

        def prepare():
            return []

        def serve(app):
            return answer(app)

        def answer(app):
            return app
    """,
}
SCRIPT = {
    "package.json": '{"name": "kit", "main": "./index.js"}',
    "index.js": """
        import {serve} from './serve.js';

        export default class App {
            use(part) { this.part = part; }
            listen(port) { return serve(this, port); }
        }
    """,
    "serve.js": "export function serve(app, port) { return answer(app); }\n"
    "export function answer(app) { return app; }\n",
}
GO = {
    "go.mod": "module example.org/kit/v2\n\ngo 1.22\n",
    "kit.go": """
        package kit

        func New() *Client { return &Client{} }

        type Client struct{}

        func (c *Client) R() *Request { return &Request{c} }
    """,
    "request.go": """
        package kit

        type Request struct{ client *Client }

        func (r *Request) Get(url string) (string, error) { return r.execute(url) }

        func (r *Request) execute(url string) (string, error) { return url, nil }
    """,
}
RUST = {
    "Cargo.toml": '[package]\nname = "kit"\nversion = "1.0.0"\n',
    "src/lib.rs": """
        pub struct Reader { text: String }

        impl Reader {
            pub fn open(path: &str) -> Reader { Reader { text: load(path) } }
            pub fn records(&mut self) -> Vec<String> { split(&self.text) }
        }

        fn load(path: &str) -> String { path.to_string() }
        fn split(text: &str) -> Vec<String> { cut(text) }
        fn cut(text: &str) -> Vec<String> { vec![text.to_string()] }
    """,
}
JAVA = {
    "src/main/java/kit/Spec.java": """
        package kit;

        public final class Spec {
            public static Builder builder(String name) { return new Builder(name); }

            public String write(String first) { return emit(first); }

            public String write(String first, String second) { return emit(first + second); }

            private String emit(String text) { return text; }

            public static final class Builder {
                Builder(String name) {}

                public Builder add(String... parts) { return this; }

                public Spec build() { return new Spec(); }
            }
        }
    """,
}
C_SHARP = {
    "src/Builder.cs": """
        namespace Kit;

        public class Builder
        {
            public Pipeline Build() => new Pipeline();
        }

        public class Pipeline
        {
            public void Execute(int each) { Work(each); }

            private void Work(int each) { }
        }
    """,
    "src/BuilderExtensions.cs": """
        namespace Kit;

        public static class BuilderExtensions
        {
            public static T AddRetry<T>(this T builder, int times) where T : Builder
            {
                return builder;
            }
        }
    """,
}
CPP = {
    "include/kit.hpp": """
        namespace kit {
        class Options {
        public:
            Options(std::string name);
            int parse(int argc) { return read(argc); }
        private:
            int read(int argc) { return argc; }
        };
        }
    """,
}


@pytest.mark.parametrize(
    ("software", "fence", "code", "expected"),
    [
        (
            PYTHON,
            "python",
            "from kit import App\n\napp = App()\napp.run()",
            [("App", 6), ("App.run", 7)],
        ),
        (
            SCRIPT,
            "js",
            "import Kit from 'kit';\nconst app = new Kit();\napp.use(1);\napp.listen(80);",
            [("App", 5), ("App.use", 6), ("App.listen", 7)],
        ),
        (
            GO,
            "go",
            'client := kit.New()\nbody, err := client.R().\n    Get("x")\nfmt.Println(body)',
            [("New", 4), ("Client.R", 5), ("Request.Get", 6)],
        ),
        (
            RUST,
            "rust",
            'let mut rdr = kit::Reader::open("x");\nfor each in rdr.records() {\n}',
            [("Reader::open", 4), ("Reader::records", 5)],
        ),
        (
            JAVA,
            "java",
            'Spec spec = Spec.builder("x")\n.add("a", "b")\n.build();\nspec.write("a", "b");',
            [
                ("Spec.builder", 4),
                ("Spec.Builder.add", 5),
                ("Spec.Builder.build", 6),
                ("Spec.write", 7),
            ],
        ),
        (
            C_SHARP,
            "cs",
            "var pipeline = new Builder()\n    .AddRetry(3)\n    .Build();\npipeline.Execute(1);",
            [
                ("Kit.Builder", 4),
                ("Kit.BuilderExtensions.AddRetry", 5),
                ("Kit.Builder.Build", 6),
                ("Kit.Pipeline.Execute", 7),
            ],
        ),
        (
            CPP,
            "cpp",
            'kit::Options options("x");\nauto result = options.parse(argc);',
            [("kit::Options", 4), ("kit::Options::parse", 5)],
        ),
    ],
    ids=["python", "javascript", "go", "rust", "java", "c#", "c++"],
)
def test_what_the_readme_calls(
    software: Mapping[str, str], fence: str, code: str, expected: list[tuple[str, int]]
) -> None:
    assert called({**software, **readme(fence, code)}) == expected


def test_of_overloads_the_one_that_fits_is_called() -> None:
    linked = link_files({**JAVA, **readme("java", 'Spec.builder("x").build().write("a");')})
    example = insight_into(linked).opening_example

    assert example is not None
    assert linked.repository.symbol(example.callees[-1].symbol).signature.count("String ") == 1


def test_what_an_object_gives_for_a_key_is_called_on() -> None:
    software = {
        "kit/__init__.py": "from kit.db import Database\n__all__ = ['Database']\n",
        "kit/db.py": """
            class Database:
                def __getitem__(self, name) -> "Table | View":
                    return Table()

            class Table:
                def insert(self, row):
                    return write(self, row)

            class View:
                pass

            def write(table, row):
                return answer(row)

            def answer(row):
                return row
            """,
    }
    code = 'import kit\n\ndb = kit.Database()\ndb["dogs"].insert({"a": 1})'

    assert called({**software, **readme("python", code)}) == [("Database", 6), ("Table.insert", 7)]


def test_a_flow_goes_on_at_what_the_example_prepares_for() -> None:
    code = "from kit import App\n\napp = App()\napp.run()"

    assert flow({**PYTHON, **readme("python", code)}) == (
        "example",
        ["App.run", "serve"],
    )


def test_a_class_of_the_example_does_what_its_base_does() -> None:
    code = "from kit import App\n\nclass Mine(App):\n    pass\n\nMine().run()"

    assert called({**PYTHON, **readme("python", code)}) == [("App", 9), ("App.run", 9)]


def test_a_loop_over_an_object_runs_what_the_object_does_for_it() -> None:
    bar = {
        "kit/__init__.py": "from kit.bar import Bar\n__all__ = ['Bar']\n",
        "kit/bar.py": """
            class Bar:
                def __init__(self, items):
                    self.items = items

                def __iter__(self):
                    for item in self.items:
                        show(item)
                        yield item

            def show(item):
                return item
        """,
    }
    code = "from kit import Bar\n\nfor each in Bar(range(10)):\n    print(each)"
    assert called({**bar, **readme("python", code)}) == [("Bar", 6), ("Bar.__iter__", 6)]


def test_what_others_define_is_none_of_the_software() -> None:
    code = "from other import App\n\napp = App()\napp.run()"

    assert called({**PYTHON, **readme("python", code)}) == []


def test_code_of_another_language_is_passed_over() -> None:
    assert called({**PYTHON, **readme("js", "new App().run()")}) == []


def test_a_guide_stands_in_for_a_readme_without_code() -> None:
    guide = "Use\n===\n\nDo this::\n\n    from kit import App\n\n    App().run()\n"
    files = {**PYTHON, "README.md": "# Kit\n\nIt runs.\n", "docs/userguide.rst": guide}
    linked = link_files(files)
    example = insight_into(linked).opening_example

    assert example is not None
    assert (example.path, example.first, example.last) == ("docs/userguide.rst", 6, 8)


def test_a_program_named_like_the_repository_goes_before_the_example() -> None:
    program = {
        "go.mod": "module example.org/kit\n",
        "cmd/project/main.go": 'package main\n\nimport "example.org/kit"\n\n'
        "func main() {\n\trun()\n}\n\nfunc run() {\n\tdeeper()\n}\n\n"
        "func deeper() {\n\tkit.New()\n}\n",
    }
    files = {**GO, **program, **readme("go", 'kit.New().R().Get("x")')}
    linked = link_files(files)

    insight = insight_into(linked)

    assert insight.opening_example is not None
    assert insight.flows[0].entry.kind == "program"


def test_what_does_the_work_is_no_preparation_for_a_look_at_its_result() -> None:
    request = (
        GO["request.go"]
        .replace("(string, error)", "(*Response, error)")
        .replace(
            "return url, nil",
            "\n".join(f"x{number} := {number}" for number in range(20))
            + "\nreturn &Response{}, nil }\n\ntype Response struct{}\n\n"
            'func (r *Response) Status() string { return ""',
        )
    )
    code = 'resp, err := kit.New().R().Get("x")\nfmt.Println(resp.Status())'
    linked = link_files({**GO, "request.go": request, **readme("go", code)})
    example = insight_into(linked).opening_example

    assert example is not None
    assert linked.symbol("request.go", "Request.Get") in example.outcomes
    assert linked.symbol("kit.go", "New") not in example.outcomes


FLUENT = {
    "package.json": '{"name": "kit", "main": "./index.js"}',
    "index.js": """
        import {walk} from './walk.js';

        export class Watcher {
            /** Adds paths to be watched. */
            add(paths) { walk(this, paths); return this; }
            /** Ends it. */
            close() { return this.done(); }
            done() { this.closed = true; }
        }
    """,
    "walk.js": """
        /** Walks along all paths, one by one. */
        export function walk(watcher, paths) {
            for (const path of paths) {
                if (path.isFolder) {
                    readFolder(watcher, path);
                }
            }
        }
        /** Reads what is in a folder. */
        function readFolder(watcher, path) {
            const names = list(path);
            for (const name of names) {
                watcher.known.set(name, path);
            }
        }
        /** Lists what is in a folder. */
        function list(path) {
            const found = [];
            found.push(path);
            return found;
        }
    """,
}


def test_a_method_that_gives_its_own_object_may_be_the_work_itself() -> None:
    code = "import {Watcher} from 'kit';\nconst w = new Watcher();\nw.add(['a']);\nw.close();\n"

    kind, names = flow({**FLUENT, **readme("javascript", code)})

    assert kind == "example"
    assert names[0] == "Watcher.add"


COMMON = {
    "package.json": '{"name": "kit", "types": "kit.d.ts", "main": "kit.js"}',
    "kit.d.ts": "declare function kit(options?: object): object;\nexport = kit;\n",
    "kit.js": """
        function kit(options) { return prepare(options); }
        function prepare(options) { return fill(options); }
        function fill(options) { return options; }
        module.exports = kit;
    """,
}


@pytest.mark.parametrize(
    "code",
    ["const log = require('kit')();\nlog();", "const kit = require('kit');\nconst log = kit();"],
)
def test_a_module_that_is_a_function_is_called_where_it_is_written(code: str) -> None:
    linked = link_files({**COMMON, **readme("js", code)})
    example = insight_into(linked).opening_example

    assert example is not None
    assert [each.symbol for each in example.callees] == [linked.symbol("kit.js", "kit")]


@pytest.mark.parametrize(
    "failing",
    [
        "from kit import App\n\nApp().run()  # Will raise an error, as nothing is set up\n",
        "from kit import App\n\n# fine\nApp().run()  # raises RuntimeError\n",
    ],
)
def test_a_call_that_is_said_to_fail_opens_nothing(failing: str) -> None:
    assert called({**PYTHON, **readme("python", failing)}) == []


def test_what_is_shown_as_bad_opens_nothing() -> None:
    bad = "Instead of this:\n\n```python\nfrom kit import App\nApp().run()\n```\n\nwrite:\n\n"

    files = {**PYTHON, **readme("python", "from kit import App\napp = App()\n", before=bad)}

    assert called(files) == [("App", 14)]
