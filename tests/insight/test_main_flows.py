from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.insight.bounded_answers import Bounds
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.flows.calls.indirect_calls import IndirectCalls
from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.insight.flows.entries.entry_points import entry_points
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.flows.flow_paths import MOST_STEPS
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.reading.shown_names import ShownNames
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

SERVER = {
    "web/__init__.py": "from web.app import App\n__all__ = ['App']\n",
    "web/app.py": '''
        from web.log import log

        class App:
            """An application."""

            def __call__(self, environ, start_response):
                """Called by the server."""
                return self.respond(environ)(environ, start_response)

            def respond(self, environ):
                """Dispatch a request."""
                log("request")
                self.before(environ)
                try:
                    answer = self.dispatch(environ)
                except ValueError as error:
                    answer = self.handle(error)
                return self.finish(answer)

            def before(self, environ):
                log("before")

            def dispatch(self, environ):
                """Find the view and call it."""
                log("dispatch")
                rule = self.match(environ)
                if rule is None:
                    raise ValueError(environ)
                return rule

            def match(self, environ):
                """Match the address against all rules."""
                for rule in environ:
                    if rule:
                        return rule
                log("nothing")
                return None

            def handle(self, error):
                return error

            def finish(self, answer):
                return answer
    ''',
    "web/log.py": '''
        def log(text):
            """Write a line of the log."""
            print(text)
            print(text)
            print(text)
            print(text)
            print(text)
            print(text)
    ''',
}


def flows_of(linked: Linked, most: int = 4) -> tuple[Flow, ...]:
    repository = linked.repository
    shown = ShownNames(repository, lambda path: linked.texts[path])
    conditions = CallConditions(repository, lambda path: linked.texts[path])
    finder = finder_of(repository, shown.count, conditions)
    return finder.main_flows(entries_of(linked), most)


def finder_of(
    repository: Repository, shown: Callable[[str], int], conditions: CallConditions
) -> FlowFinder:
    indirect = IndirectCalls.of(repository, CODE_ROLES, conditions, Bounds())
    return FlowFinder(
        repository, CallGraph(repository), indirect, CODE_ROLES, shown, conditions=conditions
    )


def entries_of(linked: Linked) -> list[EntryPoint]:
    statistics = RepositoryStatistics(linked.repository)
    exports = partial(linking.exports_of, linked.index)
    calls = CallGraph(linked.repository)
    return list(entry_points(linked.repository, statistics.modules, exports, calls, CODE_ROLES))


def names(linked: Linked, flow: Flow) -> list[str]:
    return [linked.repository.symbol(step.symbol).name for step in flow.steps]


def callees(files: Mapping[str, str], path: str, name: str) -> list[tuple[str, int, bool]]:
    linked = link_files(files)
    found = CallGraph(linked.repository).callees(linked.symbol(path, name))
    return [(linked.repository.symbol(each.symbol).name, each.line, each.called) for each in found]


def test_each_line_of_a_callee_is_known() -> None:
    code = """
        def tidy(): ...

        def work(retry):
            retry(tidy)
            tidy()
            other()
            tidy()
            tidy()

        def other(): ...
        """
    linked = link_files({"work.py": code})
    found = CallGraph(linked.repository).callees(linked.symbol("work.py", "work"))

    assert [(each.line, each.called, each.again) for each in found] == [
        (5, True, (7, 8)),
        (6, True, ()),
    ]


def test_a_request_goes_from_the_application_to_the_function_that_does_the_work() -> None:
    linked = link_files(SERVER)
    (flow, *_) = flows_of(linked)

    assert flow.entry.kind == "application"
    assert names(linked, flow) == ["App.__call__", "App.respond", "App.dispatch", "App.match"]
    respond = flow.steps[1]
    assert respond.line == 8
    assert [linked.repository.symbol(each.symbol).name for each in respond.aside] == [
        "log",
        "App.before",
        "App.handle",
        "App.finish",
    ]


def test_a_wrapper_leads_to_what_it_is_named_after() -> None:
    """However much more stands behind what is done afterwards."""
    server = (
        SERVER["web/app.py"]
        .replace("respond", "full_match")
        .replace(
            "answer = self.dispatch(environ)",
            "answer = self.match(environ)\n                    self.dispatch(environ)",
        )
    )
    linked = link_files({**SERVER, "web/app.py": server})
    (flow, *_) = flows_of(linked)

    assert names(linked, flow) == ["App.__call__", "App.full_match", "App.match"]


def test_a_command_of_the_project_starts_a_flow() -> None:
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool.cli:main"}\n',
            "tool/__init__.py": "",
            "tool/cli.py": """
                from tool.work import run

                def main():
                    return run()
            """,
            "tool/work.py": """
                def run():
                    for each in range(3):
                        step(each)

                def step(number):
                    return number + 1
            """,
        }
    )
    (flow,) = flows_of(linked)

    assert (flow.entry.kind, flow.entry.name) == ("command", "tool")
    assert names(linked, flow) == ["main", "run", "step"]


def test_running_a_package_starts_at_the_code_of_its_main_module() -> None:
    linked = link_files(
        {
            "tool/__init__.py": "",
            "tool/__main__.py": "from tool.work import run\n\nrun()\n",
            "tool/work.py": "def run():\n    return step()\n\n\ndef step():\n    return 1\n",
        }
    )
    (flow,) = flows_of(linked)

    assert flow.entry.kind == "module"
    assert flow.steps[0].symbol == SymbolRef("tool/__main__.py", -1)
    assert [step.line for step in flow.steps] == [0, 3, 2]


def test_a_class_statement_runs_the_metaclass() -> None:
    linked = link_files(
        {
            "model/__init__.py": "from model.base import Model\n__all__ = ['Model']\n",
            "model/base.py": """
                from model.meta import Meta

                class Model(metaclass=Meta):
                    pass
            """,
            "model/meta.py": """
                class Meta(type):
                    def __new__(mcs, name, bases, namespace):
                        cls = super().__new__(mcs, name, bases, namespace)
                        complete(cls)
                        return cls

                def complete(cls):
                    return collect(cls)

                def collect(cls):
                    return vars(cls)
            """,
        }
    )
    (flow,) = flows_of(linked)

    assert (flow.entry.kind, flow.entry.name) == ("class creation", "model.Model")
    assert names(linked, flow) == ["Meta.__new__", "complete", "collect"]


def test_a_base_class_is_no_metaclass() -> None:
    linked = link_files(
        {
            "model/__init__.py": "from model.base import Model\n__all__ = ['Model']\n",
            "model/base.py": """
                class Base:
                    def __new__(cls):
                        return super().__new__(cls)

                class Model(Base):
                    pass
            """,
        }
    )

    assert [each for each in entries_of(linked) if each.kind == "class creation"] == []


def test_what_a_constructor_makes_is_no_metaclass() -> None:
    linked = link_files(
        {
            "model/__init__.py": "from model.base import Model\n__all__ = ['Model']\n",
            "model/base.py": """
                class Lock:
                    def __new__(cls):
                        return super().__new__(cls)

                class Model:
                    def __init__(self):
                        self.lock = Lock()
            """,
        }
    )

    assert [each for each in entries_of(linked) if each.kind == "class creation"] == []


def test_a_method_that_calls_nothing_stands_for_its_only_override() -> None:
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n',
            "t.py": """
                class Store:
                    def save(self):
                        raise NotImplementedError

                class Disk(Store):
                    def save(self):
                        return write()

                def write():
                    return 1

                def main(store: Store):
                    return store.save()
            """,
        }
    )
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "Disk.save", "write"]
    through = flow.steps[1].through
    assert through is not None
    assert linked.repository.symbol(through).name == "Store.save"


def test_functions_that_call_each_other_end() -> None:
    body = "".join(
        f"def f{i}():\n    '''Go on.'''\n    return f{(i + 1) % 30}()\n\n\n" for i in range(30)
    )
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:f0"}\n',
            "t.py": body,
        }
    )
    (flow,) = flows_of(linked)

    assert len(flow.steps) == MOST_STEPS


def twin(name: str, prefix: str) -> str:
    methods = ("get", "request"), ("request", "send"), ("send", "read")
    lines = [f"class {name}:"]
    for method, called in methods:
        lines += [f"    {prefix}def {method}(self):", f"        return self.{called}()"]
    return "\n".join([*lines, f"    {prefix}def read(self):", "        return 1", "", ""])


def test_an_async_twin_tells_nothing_new() -> None:
    linked = link_files(
        {
            "fetch/__init__.py": "from fetch.client import AsyncClient, Client\n",
            "fetch/client.py": twin("Client", "") + twin("AsyncClient", "async "),
            "a.py": "from fetch import Client\nClient().get()\n",
            "b.py": "from fetch import Client\nClient().get()\n",
            "c.py": "from fetch import AsyncClient\nAsyncClient().get()\n",
            "d.py": "from fetch import AsyncClient\nAsyncClient().get()\n",
        }
    )
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["Client.get", "Client.request", "Client.send"]


def test_calls_of_nested_functions_belong_to_the_function_around_them() -> None:
    files = {
        "a.py": """
            def outer():
                def inner():
                    return helper()
                return inner

            def helper():
                return 1
        """
    }

    assert callees(files, "a.py", "outer") == [("outer.inner", 4, False), ("helper", 3, True)][::-1]


def test_a_function_that_is_handed_on_is_told_from_one_that_is_called() -> None:
    files = {
        "a.py": """
            def run(pool):
                pool.submit(work)
                rest()

            def work():
                return 1

            def rest():
                return 2
        """
    }

    assert callees(files, "a.py", "run") == [("work", 2, False), ("rest", 3, True)]


def test_a_class_that_is_called_stands_for_its_constructor() -> None:
    files = {
        "a.py": """
            class A:
                def __init__(self):
                    self.set_up()

                def set_up(self):
                    return 1
        """
    }

    assert callees(files, "a.py", "A") == [("A.set_up", 3, True)]


def test_tests_are_on_no_path() -> None:
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n',
            "t.py": """
                from tests.test_t import test_all

                def main():
                    test_all()
                    return one()

                def one():
                    return two()

                def two():
                    return 2
            """,
            "tests/test_t.py": "def test_all():\n    assert True\n" + "    x = 1\n" * 50,
        }
    )
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "one", "two"]


def test_a_program_starts_at_its_main_function() -> None:
    linked = link_files(
        {
            "go.mod": "module example.org/shop\n\ngo 1.22\n",
            "cmd/shop/main.go": """
                package main

                func main() {
                    run()
                }

                func run() {
                    sell()
                }

                func sell() {
                    println("sold")
                }
            """,
        }
    )
    (flow,) = flows_of(linked)

    assert (flow.entry.kind, flow.entry.name) == ("program", "shop")
    assert names(linked, flow) == ["main", "run", "sell"]


def test_no_flow_begins_in_what_other_projects_wrote() -> None:
    code = """
        int fall(int x) {
            return x;
        }

        int rise(int x) {
            return fall(x);
        }

        int main(void) {
            return rise(1);
        }
    """
    linked = link_files({"src/tide.c": code, "vendor/number/example2.c": code})
    assert [flow.entry.symbol.path for flow in flows_of(linked)] == ["src/tide.c"]


PLUGIN = {
    "pyproject.toml": """
        [project]
        name = "tide"
        [project.entry-points."mkdocs.plugins"]
        tide = "tide.plugin:TidePlugin"
    """,
    "tide/__init__.py": "",
    "tide/plugin.py": '''
        class TidePlugin:
            """A plugin."""

            def on_files(self, files):
                """Add the pages."""
                return self._predict(files)

            def _predict(self, files):
                """Predict the tide for each page."""
                return [add(each) for each in files]

        def add(each):
            """Add one page."""
            return each
    ''',
}


def test_a_plugin_is_entered_at_the_methods_that_its_host_may_call() -> None:
    linked = link_files(PLUGIN)
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["TidePlugin.on_files", "TidePlugin._predict", "add"]
    assert (flow.entry.kind, flow.entry.name) == ("plugin", "TidePlugin.on_files")
    assert flow.entry.plugin is not None
    assert (flow.entry.plugin.group, flow.entry.plugin.name) == ("mkdocs.plugins", "tide")


def test_a_plugin_may_be_a_module_or_a_function() -> None:
    project = PLUGIN["pyproject.toml"]
    module = {**PLUGIN, "pyproject.toml": project.replace(":TidePlugin", "")}
    function = {**PLUGIN, "pyproject.toml": project.replace("TidePlugin", "add")}
    assert [each.name for each in entries_of(link_files(module))] == ["add"]
    assert [each.name for each in entries_of(link_files(function))] == ["add"]


def test_a_command_starts_what_its_module_imports_whatever_stands_in_for_it() -> None:
    linked = link_files(
        {
            "pyproject.toml": """
                [project]
                name = "tide"
                [project.scripts]
                tide = "tide:main"
            """,
            "tide/__init__.py": """
                try:
                    from tide.cli import main
                except ImportError:
                    def main():
                        print("not installed")
            """,
            "tide/cli.py": "def main():\n    a()\n\n\ndef a():\n    b()\n\n\ndef b():\n    pass\n",
        }
    )
    (flow, *_) = flows_of(linked)

    assert flow.entry.kind == "command"
    assert names(linked, flow) == ["main", "a", "b"]


def test_the_program_of_a_small_package_comes_last() -> None:
    """Such as one of measurements: it says less of the software than what is called of that."""
    steps = (
        "".join(f"def f{n}():\n    f{n + 1}()\n\n" for n in range(30)) + "def f30():\n    pass\n"
    )
    measure = {
        "bench/__init__.py": "",
        "bench/__main__.py": "from bench.run import a\na()\n",
        "bench/run.py": "def a():\n    b()\n\n\ndef b():\n    pass\n",
    }
    tool = {"tool/__init__.py": "", "tool/__main__.py": "from tool.steps import f0\nf0()\n"}
    linked = link_files({**PLUGIN, **measure, **tool, "tool/steps.py": steps})
    order = [flow.entry.name for flow in flows_of(linked)]
    assert order == ["tool.__main__", "TidePlugin.on_files", "bench.__main__"]


def test_a_library_is_entered_at_what_its_package_defines_itself() -> None:
    tests = {f"tests/test_{n}.py": "from tide import retry\nretry(3)\n" for n in "ab"}
    linked = link_files(
        {
            "tide/__init__.py": """
                from tide.steps import begin
                __all__ = ["retry"]

                def retry(n):
                    begin(n)
            """,
            "tide/steps.py": "def begin(n):\n    go(n)\n\n\ndef go(n):\n    print(n)\n",
            "tests/__init__.py": "def check(n):\n    deep(n)\n\n\ndef deep(n):\n    print(n)\n",
            **tests,
        }
    )
    (flow,) = flows_of(linked)
    assert flow.entry.name == "tide.retry"
    assert names(linked, flow) == ["retry", "begin", "go"]


def test_a_constant_of_the_public_api_is_entered_at_what_makes_it() -> None:
    linked = link_files(
        {
            "source/index.ts": """
                import { create } from "./core";
                const tide = create();
                export default tide;
            """,
            "source/core.ts": """
                export function create() { return predict(); }
                function predict() {
                    const tide = 1;
                    return wait();
                }
                function wait() {
                    const minutes = 1;
                    return minutes;
                }
            """,
            "test/a.test.ts": 'import tide from "../source/index";\ntest("a", () => { tide; });\n',
            "test/b.test.ts": 'import tide from "../source/index";\ntest("b", () => { tide; });\n',
        }
    )
    (flow,) = flows_of(linked)
    assert (flow.entry.kind, flow.entry.name) == ("public", "tide")
    assert names(linked, flow) == ["create", "predict", "wait"]


@pytest.mark.parametrize(
    "build",
    [
        {},
        {
            "build/cli.js": "#!/usr/bin/env node\nconsole.log(1);\n",
            "tsconfig.json": '{"compilerOptions": {"outDir": "build"}}',
        },
    ],
    ids=["ignored", "tracked"],
)
def test_a_command_of_a_build_starts_at_the_script_that_it_is_built_from(
    build: dict[str, str],
) -> None:
    script = '#!/usr/bin/env node\nimport { run } from "../run";\nrun();\n'
    linked = link_files(
        {
            **build,
            "package.json": '{"name": "tide", "bin": {"tide": "build/cli.js"}}',
            "src/bin/cli.ts": script,
            "test/fixture/bin/cli.js": "#!/usr/bin/env node\nconsole.log(1);\n",
            "src/run.ts": """
                export function run() {
                    step();
                }
                function step() {
                    const one = 1;
                    return one;
                }
            """,
        }
    )
    flow = flows_of(linked)[0]
    assert (flow.entry.kind, flow.entry.symbol.path) == ("command", "src/bin/cli.ts")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("main.go", "tide"),
        ("cmd/watch/main.go", "watch"),
        ("core/deep/down/main.go", "tide"),
    ],
)
def test_a_program_is_called_as_the_folder_that_is_there_for_it(path: str, name: str) -> None:
    linked = link_files(
        {"go.mod": "module example.org/tide\n", path: "package main\n\nfunc main() {}\n"}
    )
    (entry,) = entries_of(linked)
    assert (entry.kind, entry.name) == ("program", name)


def test_a_program_is_called_as_the_project_calls_it() -> None:
    manifest = '[package]\nname = "tide-cli"\n[[bin]]\nname = "tide"\npath = "src/cli/main.rs"\n'
    linked = link_files({"Cargo.toml": manifest, "src/cli/main.rs": "fn main() {}\n"})
    entry = next(each for each in entries_of(linked) if each.kind == "program")
    assert entry.name == "tide"


def test_a_script_that_nobody_imports_runs_itself() -> None:
    linked = link_files(
        {
            "src/cli.ts": """
                import { convert } from "./convert";

                main();

                function main() {
                    convert();
                }
            """,
            "src/convert.ts": "export function convert() {\n    return 1;\n}\n",
            "src/app.ts": "import { convert } from './convert';\nexport const made = convert();\n",
            "src/user.ts": "import { made } from './app';\nmade;\n",
        }
    )
    scripts = [each.name for each in entries_of(linked) if each.kind == "script"]
    (flow,) = flows_of(linked)

    assert scripts == ["src/cli.ts"]
    assert flow.steps[0].symbol.position == -1
    assert names(linked, Flow(flow.entry, flow.steps[1:])) == ["main", "convert"]


def test_who_uses_a_table_of_functions_hands_them_on() -> None:
    files = {
        "a.py": """
            def save():
                return 1

            def load():
                return 2

            COMMANDS = {
                "save": save,
                "load": load,
            }
            SIZE = len("x")

            def main(name):
                return COMMANDS[name](SIZE)
        """
    }

    assert callees(files, "a.py", "main") == [("save", 14, False), ("load", 14, False)]


def test_a_function_with_bound_arguments_is_called_and_none_of_the_arguments() -> None:
    files = {
        "a.py": """
            import functools
            import cfgv

            class WrongConfig(ValueError): ...

            def read(path, strict): ...

            def parse(text): ...

            load = functools.partial(
                cfgv.load_from_filename,
                strategy=parse,
                exc_tp=WrongConfig,
            )
            read_strictly = functools.partial(read, strict=True)

            def main(path):
                load(path)
                return read_strictly(path)
        """
    }

    assert callees(files, "a.py", "main") == [
        ("parse", 18, False),
        ("load", 18, True),
        ("read", 19, True),
    ]


def test_an_attribute_does_not_hold_what_its_value_is_given() -> None:
    files = {
        "a.py": """
            from fields import Field, wrapped

            class Task: ...

            class Channel:
                make = Field(wrapped(1), default=Task)

                def handle(self):
                    return self.make()
        """
    }

    assert callees(files, "a.py", "Channel.handle") == []


OUTPUTS = {
    "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t.app:main"}\n',
    "t/__init__.py": "",
    "t/outputs.py": """
        class Outputs:
            def __init__(self):
                self.writers = {}
                self.other = None

            def add_writer(self, name, writer):
                self.writers[name] = writer

            def write(self, name):
                return self.writers[name]()

            def rest(self):
                return self.other
    """,
    "t/app.py": """
        from t.outputs import Outputs

        def html():
            x1 = 1
            x2 = 2
            x3 = 3
            x4 = 4
            x5 = 5
            x6 = 6
            x7 = 7
            x8 = 8
            x9 = 9
            y1 = 1
            y2 = 2
            y3 = 3
            return 1

        def main():
            outputs = Outputs()
            outputs.add_writer("html", html)
            return outputs.write("html")
    """,
}


def registered(linked: Linked, name: str) -> list[tuple[str, int, str]]:
    repository = linked.repository
    conditions = CallConditions(repository, lambda path: linked.texts[path])
    callbacks = IndirectCalls.of(repository, CODE_ROLES, conditions, Bounds()).callbacks
    found = callbacks.of(linked.symbol("t/outputs.py", name))
    return [
        (repository.symbol(each.symbol).name, each.line, repository.symbol(each.registrar).name)
        for each in found
    ]


def test_what_is_registered_is_called_by_who_reads_it() -> None:
    linked = link_files(OUTPUTS)

    assert registered(linked, "Outputs.write") == [("html", 10, "Outputs.add_writer")]
    assert registered(linked, "Outputs.rest") == []
    assert registered(linked, "Outputs.add_writer") == []


def test_who_reads_what_a_registration_notes_beside_the_function_does_not_call_it() -> None:
    kept = OUTPUTS["t/outputs.py"].replace(
        "self.writers[name] = writer",
        "self.writers[name] = writer\n                self.other = name",
    )
    linked = link_files(
        {
            **OUTPUTS,
            "t/outputs.py": kept.replace(
                "(self, name, writer)", "(self, name, writer: Callable[[], int])"
            ),
        }
    )

    assert registered(linked, "Outputs.write") == [("html", 11, "Outputs.add_writer")]
    assert registered(linked, "Outputs.rest") == []


def test_what_gives_an_argument_of_a_registration_is_not_registered() -> None:
    app = OUTPUTS["t/app.py"].replace('"html", html)', '"html", html())')
    linked = link_files({**OUTPUTS, "t/app.py": app})

    assert registered(linked, "Outputs.write") == []


def test_a_flow_goes_on_to_what_was_registered() -> None:
    linked = link_files(OUTPUTS)
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "Outputs.write", "html"]
    through = flow.steps[2].through
    assert through == linked.symbol("t/outputs.py", "Outputs.add_writer")


LIBRARY = {
    "shop/__init__.py": "from shop.till import Till, buy\n",
    "shop/till.py": """
        class Till:
            def open(self, coins):
                return self.count(coins)

            def count(self, coins):
                total = 0
                for coin in coins:
                    total += coin
                return self.round(total)

            def round(self, total):
                if total < 0:
                    total = 0
                if total > 100:
                    total = 100
                return total


        def buy(thing):
            return choose(thing)


        def choose(thing):
            return pay(thing)


        def pay(thing):
            return thing
    """,
    "shop/one.py": "from shop import Till, buy\nTill().open([buy(1)])\n",
    "shop/two.py": "from shop import Till, buy\nTill().open([buy(2)])\n",
}


def test_a_library_is_entered_where_its_documents_enter_it() -> None:
    (flow, *_) = flows_of(link_files(LIBRARY))
    assert flow.entry.name == "shop.Till.open"

    (flow, *_) = flows_of(
        link_files({**LIBRARY, "README.md": "# Shop\n\nCall `buy()`, not `open`:\n\n    buy(1)\n"})
    )
    assert flow.entry.name == "shop.buy"


GO_LIBRARY = {
    "go.mod": "module example.org/shop\n\ngo 1.22\n",
    "shop.go": """
        package shop

        // Till holds the money.
        type Till struct{}

        type drawer struct{}

        // Open opens the till.
        func (t *Till) Open(n int) int {
            return t.count(n)
        }

        func (t *Till) count(n int) int {
            return add(n, 1)
        }

        func add(n int, more int) int {
            return n + more
        }

        // Buy pays at once.
        func Buy(n int) int {
            return choose(n)
        }

        func choose(n int) int {
            return pay(n)
        }

        func pay(n int) int {
            return n
        }

        func (d *drawer) Pull(n int) int {
            return choose(n)
        }
    """,
    **{
        f"{name}.go": f"""
            package shop

            func {name}(t *Till, d *drawer) int {{
                return t.Open(1) + Buy(2) + d.Pull(3)
            }}
        """
        for name in ("one", "two")
    },
}


def test_a_library_without_modules_is_entered_at_public_functions_that_documents_show() -> None:
    def entered(readme: str) -> list[str]:
        flows = flows_of(link_files({**GO_LIBRARY, "README.md": f"# Shop\n\n{readme}\n"}))
        assert {flow.entry.kind for flow in flows} <= {"visible"}
        return sorted(flow.entry.name for flow in flows)

    assert entered("Call `Buy()`, or `Till` and `Open()`. Never `choose()` or `Pull()`.") == [
        "Buy", "Till.Open",
    ]  # fmt: skip
    assert entered("Call `Buy()`.") == ["Buy"]
    assert entered("A shop.") == ["Buy", "Till.Open"]  # which other files use


def test_where_no_document_shows_a_use_nothing_deprecated_is_an_entrance() -> None:
    parser = """
        package shop;

        {note}
        public class {name} {{
            /** Parses a number. */
            public int parse(int n) {{
                int half = split(n);
                return half + n;
            }}
            /** Splits it. */
            private int split(int n) {{
                int first = n / 2;
                int second = join(first);
                return first + second;
            }}
            /** Joins the parts. */
            private int join(int n) {{
                int more = n + 1;
                int most = more + 1;
                return more + most;
            }}
        }}
    """
    files = {
        "src/OldParser.java": parser.format(name="OldParser", note="@Deprecated"),
        "src/Parser.java": parser.format(name="Parser", note=""),
        **{
            f"src/test/java/{name}Test.java": f"package shop; class {name}Test {{ int test() {{"
            " return new OldParser().parse(1) + new Parser().parse(1); } }"
            for name in ("One", "Two", "Three")
        },
    }
    assert [flow.entry.name for flow in flows_of(link_files(files))] == ["Parser.parse"]


def test_a_program_that_is_installed_offers_no_library() -> None:
    manifest = '{"name": "shop", "bin": {"shop": "run.js"}}'
    readme = "Call `Buy()`.\n"
    files = {"README.md": readme, "package.json": manifest, "run.js": "console.log(1)\n"}
    linked = link_files({**GO_LIBRARY, **files})
    assert flows_of(linked) == ()


LOOP = {
    "loop/__init__.py": "from loop.channel import Channel\nfrom loop.retry import Retry\n",
    "loop/base.py": """
        class Handler:
            def handle_event(self):
                if self.open:
                    self.handle_read()

            def handle_read(self):
                print("nobody reads")
    """,
    "loop/channel.py": '''
        from loop.base import Handler

        class Task:
            """One request."""

            def __init__(self, channel):
                self.channel = channel

        class Channel(Handler):
            task_class = Task

            def handle_read(self):
                data = self.recv()
                if data:
                    return self.task_class(self)
                return Handler.handle_read(self)
    ''',
    "loop/retry.py": '''
        class Retry:
            """Calls until it works."""

            def __call__(self, function):
                """Call a function."""
                self.begin()
                return self.attempt(function)

            def begin(self):
                """Begin."""
                self.number = 0

            def attempt(self, function):
                """Attempt it once."""
                self.number += 1
                return self.outcome(function())

            def outcome(self, value):
                """Return the outcome."""
                if value is None:
                    raise ValueError
                return value
    ''',
    "examples/one.py": "from loop import Retry\n\nRetry()(print)\n",
    "examples/two.py": "from loop import Retry\n\nRetry()(print)\n",
}


def test_an_attribute_that_holds_a_class_calls_the_class() -> None:
    found = callees(LOOP, "loop/channel.py", "Channel.handle_read")

    assert ("Task", 15, True) in found


def followed(name: str, path: str) -> list[tuple[str, str]]:
    linked = link_files(LOOP)
    repository = linked.repository
    conditions = CallConditions(repository, lambda path: linked.texts[path])
    finder = finder_of(repository, lambda _: 0, conditions)
    return [
        (
            repository.symbol(callee.symbol).name,
            "" if through is None else repository.symbol(through).name,
        )
        for callee, through in finder.followed(linked.symbol(path, name))
    ]


def test_beside_a_method_that_a_class_calls_of_itself_stands_what_overrides_it() -> None:
    assert ("Channel.handle_read", "Handler.handle_read") in followed(
        "Handler.handle_event", "loop/base.py"
    )


def test_an_override_that_calls_what_it_overrides_does_not_call_itself() -> None:
    assert ("Handler.handle_read", "") in followed("Channel.handle_read", "loop/channel.py")


def test_a_flow_begins_where_an_exported_object_is_called() -> None:
    linked = link_files(LOOP)
    (flow, *_) = flows_of(linked)

    assert (flow.entry.kind, flow.entry.name) == ("public", "loop.Retry")
    assert names(linked, flow) == ["Retry.__call__", "Retry.attempt", "Retry.outcome"]


def test_a_flow_does_not_go_on_where_an_error_is_raised() -> None:
    body = "".join(f"    x{number} = 1\n" for number in range(9))
    files = {
        "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n',
        "t.py": "def main(x):\n    check(x)\n    if not x:\n        raise ValueError(tell(x))\n\n\n"
        "def check(x):\n    return small(x)\n\n\ndef small(x):\n    y = x\n    return y\n\n\n"
        f'def tell(x):\n    """Tell much."""\n{body}    return deep(x)\n\n\n'
        f"def deep(x):\n{body}    return x\n",
    }
    linked = link_files(files)
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "check", "small"]


def test_what_a_module_adds_to_a_table_is_handed_on_by_who_uses_the_table() -> None:
    files = {
        "t.py": """
            TABLE = []

            def main(x):
                for each in TABLE:
                    each(x)

            def check(x): ...

            TABLE.append(check)
        """
    }

    assert ("check", 4, False) in callees(files, "t.py", "main")


def test_the_commands_of_a_program_that_documents_show_have_flows() -> None:
    def command(name: str, body: str) -> str:
        return f'\n@cli.command()\ndef {name}():\n    """Does {name}."""\n    {body}()\n'

    steps = "".join(
        f"def {n}():\n    a = 1\n    return {n}_on(a)\n\ndef {n}_on(a):\n    return a\n\n"
        for n in ("ebb", "flood", "neap")
    )
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "tide"\n'
            '[project.scripts]\ntide = "tide.cli:cli"\n',
            "README.md": "# Tide\n\n    $ tide falls now\n",
            "tide/__init__.py": "",
            "tide/cli.py": "import click\nfrom tide.water import ebb, flood, neap\n\n"
            "@click.group()\ndef cli():\n    pass\n"
            + command("rises", "flood")
            + command("falls", "ebb")
            + command("rests", "neap"),
            "tide/water.py": steps,
        }
    )
    told = [flow.entry for flow in flows_of(linked)]
    assert [(each.kind, each.name) for each in told] == [
        ("subcommand", "tide falls"),
        ("subcommand", "tide rises"),
    ]


BRANCHES = '''
def main(names, check):
    if names == ["-"]:
        if check:
            check_stream(names)
    else:
        with open("log"):
            for each in names:
                sort(each)


def check_stream(names):
    """Check."""
{body}
    return stream(names)


def sort(name):
    """Sort."""
{body}
    return stream(name)


def stream(names):
    """Go through."""
{body}
    return names
'''


def test_a_flow_takes_the_ordinary_path() -> None:
    body = "\n".join(f"    step{number} = {number}" for number in range(9))
    files = {
        "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n',
        "t.py": BRANCHES.format(body=body),
    }
    linked = link_files(files)
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "sort", "stream"]


def test_tests_that_use_a_function_make_it_no_helper() -> None:
    body = "\n".join(f"    step{number} = {number}" for number in range(6))
    tests = "".join(f"def test_{n}():\n    work({n})\n\n\n" for n in range(9))
    files = {
        "pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n',
        "t.py": "def main(x):\n    go(x)\n\n\ndef go(x):\n    say(x)\n    work(x)\n\n\n"
        f"def say(x):\n{body}\n    return x\n\n\ndef work(x):\n{body}\n{body}\n{body}\n",
        "tests/test_t.py": f"from t import work\n\n\n{tests}",
    }
    linked = link_files(files)
    (flow,) = flows_of(linked)

    assert names(linked, flow) == ["main", "go", "work"]


def test_what_programs_in_another_language_call_is_an_entrance() -> None:
    code = """
        #[pyclass]
        pub struct Mill { stones: u8 }

        #[pymethods]
        impl Mill {
            #[new]
            pub fn py_new(stones: u8) -> Self { Mill { stones } }
            pub fn grind(&self, grain: &str) -> u8 { turn(grain) }
            pub fn __repr__(&self) -> String { String::new() }
            fn hidden(&self) {}
        }

        #[pyfunction]
        fn sweep(floor: &str) -> u8 { turn(floor) }

        fn turn(grain: &str) -> u8 { 1 }
        """
    linked = link_files({"Cargo.toml": '[package]\nname = "mill"\n', "src/lib.rs": code})

    assert [(each.kind, each.name) for each in entries_of(linked)] == [
        ("public", "Mill.py_new"),
        ("public", "Mill.grind"),
        ("public", "sweep"),
    ]


def test_what_runs_on_some_systems_only_is_beside_the_main_path() -> None:
    work = "\n".join(f"    print({number})" for number in range(30))
    more = "\n".join(f"    print({number})" for number in range(50))
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "tool"\nscripts = {tool = "tool:main"}\n',
            "tool/__init__.py": f"""
import sys

def main():
    prepare()

def prepare():
    if sys.platform.startswith("win"):
        quote()
    turn()

def quote():
{more}

def turn():
{work}
""",
        }
    )
    flow = flows_of(linked)[0]
    assert names(linked, flow)[-1] == "turn"
