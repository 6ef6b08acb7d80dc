"""Main flows of whole programs and libraries: from where one enters to where the work is done."""

from __future__ import annotations

from textwrap import dedent

import pytest
from support.linked import Linked, insight_into, link_files


def flow(linked: Linked, number: int = 0) -> list[str]:
    """Return the functions of a main flow by their names."""
    steps = insight_into(linked).flows[number].steps
    return [
        step.symbol.path if step.symbol.is_file else linked.repository.symbol(step.symbol).name
        for step in steps
    ]


def tour(linked: Linked) -> list[str]:
    """Return the functions at which the tour stops, by their names."""
    found = insight_into(linked).tour
    stops = found.stops if found is not None else ()
    return [linked.repository.symbol(stop.symbol).name for stop in stops if stop.part == "flow"]


def body(count: int) -> str:
    return "".join(f"        step{number}();\n" for number in range(count))


def test_what_a_command_line_has_converted_is_rendered_at_last() -> None:
    files = {
        "package.json": '{"name": "kit", "bin": {"kit": "bin/kit"}, "main": "./src/index.js"}',
        "bin/kit": '#!/usr/bin/env node\nrequire("child_process").fork("../dist/cli.js");\n',
        "src/index.ts": "export {App} from './app.js';\n",
        "src/cli.ts": """
            import {App} from './app.js';

            main();

            /** Run the program. */
            async function main() {
                const app = new App();
                const code = await run(app);
                if (code === 1) {
                    app.watch();
                }
            }

            /** Convert and write. */
            async function run(app: App) {
                if (app.help) {
                    return app.showHelp();
                }
                const project = await app.convert();
                if (!project) {
                    return 2;
                }
                await app.generate(project);
                return 0;
            }
        """,
        "src/app.ts": f"""
            import {{Converter}} from './converter.js';
            import {{Outputs}} from './outputs.js';
            import {{Renderer}} from './renderer.js';

            /** The application. */
            export class App {{
                converter = new Converter();
                renderer = new Renderer();
                outputs = new Outputs();

                constructor() {{
                    this.outputs.addOutput('html', async (project) => {{
                        await this.renderer.render(project);
                    }});
                }}

                showHelp() {{ console.log('help'); }}

                watch() {{ console.log('watch'); }}

                /** Convert the entry points. */
                async convert() {{
                    return this.converter.convert(this.points());
                }}

                /** Find the entry points. */
                points(): string[] {{
            {body(6)}
                    return [];
                }}

                /** Render the outputs. */
                async generate(project) {{
                    await this.outputs.write(project);
                }}
            }}
        """,
        "src/outputs.ts": """
            /** Writes outputs. */
            export class Outputs {
                private outputs = new Map();

                addOutput(name: string, output: (project: Project) => Promise<void>) {
                    this.outputs.set(name, output);
                }

                /** Write each output. */
                async write(project: Project) {
                    const writer = this.outputs.get('html');
                    try {
                        await writer(project);
                    } catch (error) {
                        console.log(error);
                    }
                }
            }
        """,
        "src/converter.ts": f"""
            /** Converts files. */
            export class Converter {{
                /** Convert files to a project. */
                convert(points: string[]) {{
            {body(20)}
                    return this.compile(points);
                }}

                /** Compile the files. */
                compile(points: string[]) {{
            {body(20)}
                    return points;
                }}
            }}
        """,
        "src/renderer.ts": f"""
            /** Renders projects. */
            export class Renderer {{
                /** Render a project. */
                render(project) {{
            {body(9)}
                    return this.write(project);
                }}

                /** Write one page. */
                write(page) {{
            {body(9)}
                    return page;
                }}
            }}
        """,
    }
    linked = link_files(files)

    assert flow(linked)[:4] == ["src/cli.ts", "main", "run", "App.convert"]
    assert {"Converter.convert", "App.generate", "Renderer.render"} <= set(tour(linked))


LIBRARY = {
    "README.md": "# Kit\n\n```java\n"
    + dedent("""
        Document doc = Kit.connect("https://example.org/").get();
        log(doc.title());
    """).strip()
    + "\n```\n",
    "src/main/java/org/kit/Kit.java": """
        package org.kit;

        public class Kit {
            /** Create a connection. */
            public static Connection connect(String url) {
                return HttpConnection.connect(url);
            }
        }
    """,
    "src/main/java/org/kit/Connection.java": """
        package org.kit;

        public interface Connection {
            /** Execute the request, and parse the result. */
            Document get();
        }
    """,
    "src/main/java/org/kit/HttpConnection.java": """
        package org.kit;

        public class HttpConnection implements Connection {
            public static Connection connect(String url) {
                return new HttpConnection();
            }

            @Override
            public Document get() {
                execute();
                return parse();
            }

            /** Send the request. */
            void execute() {
                String line = "";
                line += "GET";
                line += " ";
                line += "/";
            }

            /** Parse the answer. */
            Document parse() {
                if (empty()) return new Document("");
                Document doc = new Document("x");
                doc.read();
                return doc;
            }

            boolean empty() { return false; }
        }
    """,
    "src/main/java/org/kit/Document.java": """
        package org.kit;

        public class Document {
            Document(String text) {
                String a = text;
                String b = a;
                String c = b;
                String d = c;
                String e = d;
            }

            /** Read the document. */
            void read() {
                String a = "a";
                String b = a;
                String c = b;
                String d = c;
                String e = d;
                parts(e);
            }

            /** Read its parts. */
            void parts(String e) {
                String a = e;
                String b = a;
                String c = b;
            }

            /** Its title. */
            public String title() { return first("title"); }

            private String first(String name) { return name; }
        }
    """,
}


def test_a_flow_goes_into_the_only_class_that_implements_an_interface() -> None:
    linked = link_files(LIBRARY)

    assert flow(linked) == [
        "README.md",
        "HttpConnection.get",
        "HttpConnection.parse",
        "Document.read",
        "Document.parts",
    ]
    step = insight_into(linked).flows[0].steps[1]
    assert step.through is not None
    assert linked.repository.symbol(step.through).name == "Connection.get"


def test_a_run_takes_the_way_to_a_command_and_not_that_to_help_on_it() -> None:
    files = {
        "package.json": '{"name": "kit", "bin": {"kit": "kit.js"}}',
        "kit.js": f"""
            #!/usr/bin/env node
            main();

            function main() {{ return parse(process.argv); }}

            function parse(args) {{
                if (args[0]) {{
                    return dispatch(args[0]);
                }}
                if (
                    args[1] &&
                    args[2]
                ) {{
                    return dispatchHelp(args[1]);
                }}
                return 0;
            }}

            /** Help on a command. */
            function dispatchHelp(name) {{
            {body(9)}
                return dispatch(name);
            }}

            /** Start a command. */
            function dispatch(name) {{
            {body(9)}
                return execute(name);
            }}

            /** Execute it. */
            function execute(name) {{
            {body(9)}
            }}
        """,
    }

    assert flow(link_files(files))[-3:] == ["parse", "dispatch", "execute"]


def test_a_run_takes_the_way_through_what_is_called_like_its_end() -> None:
    steps = "".join(f"        let step{number} = {number};\n" for number in range(9))
    files = {
        "Cargo.toml": '[package]\nname = "kit"\n',
        "src/main.rs": """
            mod file;
            use file::File;

            fn main() {
                let command = Command::Run;
                command.execute(&File);
            }

            enum Command {
                Evaluate,
                Run,
            }

            impl Command {
                fn execute(&self, file: &File) {
                    match self {
                        Command::Evaluate => {
                            file.run(1);
                        }
                        Command::Run => Self::run(file),
                    }
                }

                fn run(file: &File) {
                    let again = true;
                    file.run(2);
                }
            }
        """,
        "src/file.rs": f"""
            pub struct File;

            impl File {{
                pub fn run(&self, number: u8) {{
            {steps}
                    look(number);
                }}
            }}

            fn look(number: u8) {{
            {steps}
            }}
        """,
    }

    assert flow(link_files(files))[1:] == [
        "Command::execute",
        "Command::run",
        "File::run",
        "look",
    ]


def test_commands_that_are_fields_of_a_struct_are_run_by_the_methods_of_their_types() -> None:
    command = """
        package {name}

        // Run does it.
        func (o Options) Run() error {{
            text := read(o)
            return show(text)
        }}

        // read reads what there is.
        func read(o Options) string {{
            one := "1"
            two := one
            return two
        }}

        // show shows it.
        func show(text string) error {{
            one := text
            print(one)
            return nil
        }}
    """
    options = """
        package {name}

        // Options are what one can set.
        type Options struct {{
            Height int `help:"Height" default:"0"`
        }}
    """
    files = {
        "go.mod": "module example.org/kit\n",
        "main.go": """
            package main

            import "github.com/alecthomas/kong"

            func main() {
                kit := &Kit{}
                ctx := kong.Parse(kit)
                if err := ctx.Run(); err != nil {
                    panic(err)
                }
            }
        """,
        "kit.go": """
            package main

            import (
                "example.org/kit/choose"
                "example.org/kit/write"
            )

            // Kit is the command line.
            type Kit struct {
                // Choose chooses.
                Choose choose.Options `cmd:"" help:"Choose an option"`
                Write write.Options `cmd:"" help:"Write a text"`
            }
        """,
        **{
            f"{name}/{file}.go": text.format(name=name)
            for name in ("choose", "write")
            for file, text in (("command", command), ("options", options))
        },
    }
    linked = link_files(files)
    commands = [each for each in insight_into(linked).entry_points if each.kind == "subcommand"]

    assert [each.name.split()[-1] for each in commands] == ["choose", "write"]
    assert {each.symbol.path for each in commands} == {"choose/command.go", "write/command.go"}


def visitors(made: str) -> Linked:
    """Return a program that makes visitors on its way to where one of them is called."""
    steps = "".join(f"                step{number}()\n" for number in range(4))
    classes = "".join(
        f"""
        class Visitor{number}(Visitor):
            def visit(self, node):
                \"\"\"Look at a node in the way of {number}.\"\"\"
                return spell(node)
"""
        for number in range(5)
    )
    return link_files(
        {
            "pyproject.toml": '[project]\nname = "walk"\nscripts = {walk = "walk:main"}\n',
            "walk.py": f"""
        def main():
            \"\"\"Read the command line.\"\"\"
            return text()

        def text():
            \"\"\"Return the text of a tree.\"\"\"
            return traverse({made})

        def other():
            return traverse(Visitor1())

        def traverse(visitor: Visitor):
            \"\"\"Go through a tree.\"\"\"
            visitor.visit(3)

        class Visitor:
            def visit(self, node):
                raise NotImplementedError
{classes}
        def spell(node):
            \"\"\"Spell a node.\"\"\"
            if node:
{steps}
""",
        }
    )


def test_of_many_visitors_the_one_that_the_path_makes_is_called() -> None:
    assert flow(visitors("Visitor3()"))[-2:] == ["Visitor3.visit", "spell"]


def test_where_a_path_makes_several_or_none_the_interface_stands_for_them() -> None:
    assert flow(visitors("given"))[-1] == "Visitor.visit"
    assert flow(visitors("Visitor2() or Visitor3()"))[-1] == "Visitor.visit"


def test_the_class_that_the_path_names_runs_its_own_method() -> None:
    classes = "".join(
        f"""
        class Cli{number}(Cli):
            def run(self):
                super().run()
                work{number}()

        def work{number}():
            \"\"\"Do the work of {number}.\"\"\"
            finish()
"""
        for number in range(5)
    )
    linked = link_files(
        {
            "pyproject.toml": '[project]\nname = "adhoc"\nscripts = {adhoc = "adhoc:main"}\n',
            "adhoc.py": f"""
        def main():
            Cli2.execute()

        class Cli:
            @classmethod
            def execute(cls):
                cls().run()

            def run(self):
                prepare()
{classes}
        def prepare():
            \"\"\"Load what is needed.\"\"\"
            finish()

        def finish(): ...
""",
        }
    )
    assert flow(linked)[:3] == ["main", "Cli.execute", "Cli2.run"]


def test_a_tool_beside_the_program_has_no_flow_unless_a_document_shows_it() -> None:
    def program(name: str) -> str:
        lines = "\n".join(f"    x{number} := {number}" for number in range(12))
        functions = "".join(
            f"func {each}{name}() {{\n{lines}\n    {call}\n}}\n\n"
            for each, call in (("run", f"work{name}()"), ("work", f"rest{name}()"), ("rest", ""))
        )
        return f"package main\n\nfunc main() {{\n    run{name}()\n}}\n\n{functions}"

    files = {
        "go.mod": "module example.org/repo\n",
        "cmd/repo/main.go": program("Repo"),
        "cmd/sleeper/main.go": program("Sleeper"),
    }
    plain = insight_into(link_files(files)).flows
    assert [each.entry.name for each in plain] == [link_files(files).repository.name]
    shown = {**files, "README.md": "Start it as `sleeper`.\n"}
    assert [each.entry.name for each in insight_into(link_files(shown)).flows][1:] == ["sleeper"]


def test_beside_a_flow_a_path_of_a_few_lines_is_told_to_nobody() -> None:
    def chain(name: str, body: str) -> str:
        return (
            f"def {name}():\n{body}    return {name}_middle()\n\n\n"
            f"def {name}_middle():\n{body}    return {name}_end()\n\n\n"
            f"def {name}_end():\n{body}    return 1\n\n\n"
        )

    long = "".join(f"    x{number} = {number}\n" for number in range(14))
    users = {f"tests/test_{n}.py": "from tool import ask, work\n\nwork()\nask()\n" for n in "ab"}
    code = chain("work", long) + chain("ask", "")
    files = {"tool/__init__.py": f"__all__ = ['ask', 'work']\n\n\n{code}", **users}
    assert [each.entry.name for each in insight_into(link_files(files)).flows] == ["tool.work"]


@pytest.mark.parametrize(
    ("users", "told"), [(20, ["read", "grind"]), (10, ["clean", "read", "grind"])]
)
def test_helpers_that_all_files_use_are_not_told_among_the_calls(
    users: int, told: list[str]
) -> None:
    helped = "from mill.text import clean\n\ndef use():\n    clean(1)\n"
    files = {
        "pyproject.toml": '[project]\nname = "mill"\n[project.scripts]\nmill = "mill.cli:main"\n',
        "mill/__init__.py": "",
        "mill/text.py": 'def clean(text):\n    """Make a text clean."""\n    return text\n',
        **{f"mill/part{number}.py": helped for number in range(users)},
        "mill/cli.py": """
            from mill.text import clean

            def main():
                clean(2)
                read()
                grind()

            def read():
                "Read the corn."
                return open("corn")

            def grind():
                "Grind the corn."
                sift()

            def sift():
                "Sift the flour."
                return 1
            """,
    }
    linked = link_files(files)
    first = insight_into(linked).walks[0][0]
    assert [linked.repository.symbol(each.symbol).name for each in first.calls] == told
