"""Programs that stand beside the software."""

from __future__ import annotations

from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.periphery.aside_programs import aside_programs
from mkdocs_repodoc.model.repository import CODE_ROLES


def test_tools_benchmarks_and_scripts_of_the_shell_stand_beside_the_software() -> None:
    code = "package main\n\nfunc main() {\n\trun()\n}\n"
    files = {
        "main.go": code,
        "cmd/till/main.go": code,
        "cmd/tillbench/main.go": code,
        "scripts/diff.py": "import sys\nsys.exit(1)\n",
        "install.sh": "#!/bin/sh\nexit 1\n",
        "internal/tools/list.go": "package tools\n",
    }
    repository = link_files(files).repository
    assert aside_programs(repository, CODE_ROLES) == {
        "cmd/tillbench/main.go",
        "scripts/diff.py",
        "install.sh",
    }


def test_what_others_import_or_a_command_starts_is_the_software_wherever_it_lies() -> None:
    start = "def main():\n    pass\n"
    files = {
        "pyproject.toml": '[project]\nname = "till"\n[project.scripts]\ntill = "tools.cli:main"\n',
        "till/__init__.py": "",
        "till/sell.py": "from contrib.coins import count\n",
        "contrib/coins.py": "from contrib.metal import weigh\n\ndef count():\n    weigh()\n",
        "contrib/metal.py": "def weigh():\n    pass\n",
        "tools/__init__.py": "",
        "tools/cli.py": start,
        "tools/release.py": f"from till import sell\n{start}",
    }
    assert aside_programs(link_files(files).repository, CODE_ROLES) == {"tools/release.py"}


def test_the_source_of_what_a_command_starts_is_the_software() -> None:
    files = {
        "package.json": '{"name": "till", "bin": {"till": "./dist/bin/till.js"}}',
        "bin/till.ts": "#!/usr/bin/env node\nimport { sell } from '../src/till';\nsell();\n",
        "bin/release.ts": "#!/usr/bin/env node\nimport { sell } from '../src/till';\nsell();\n",
        "src/till.ts": "export function sell() {}\n",
    }
    assert insight_into(link_files(files)).statistics.aside == {"bin/release.ts"}


def test_scripts_of_the_shell_are_the_software_where_it_is_written_in_it() -> None:
    repository = link_files({"till.sh": "#!/bin/sh\nsell\nexit 1\n"}).repository
    assert not aside_programs(repository, CODE_ROLES)


def test_software_about_benchmarks_is_the_software() -> None:
    files = {
        "src/main.rs": "mod benchmark;\n\nfn main() {\n    benchmark::run();\n}\n",
        "src/benchmark/mod.rs": "pub fn run() {}\n",
        "benches/speed.rs": "fn main() {}\n",
    }
    assert aside_programs(link_files(files).repository, CODE_ROLES) == {"benches/speed.rs"}


def test_a_program_that_measures_something_is_no_entry_to_the_software() -> None:
    main = "public static void main(String[] given) { new Till().sell(); }"
    files = {
        "src/Till.java": f"public class Till {{ public void sell() {{}}\n{main} }}\n",
        "metrics/SellBenchmark.java": f"public class SellBenchmark {{ {main} }}\n",
    }
    linked = link_files(files)
    assert aside_programs(linked.repository, CODE_ROLES) == {"metrics/SellBenchmark.java"}
    entries = insight_into(linked).entry_points
    assert [each.symbol.path for each in entries if each.kind == "program"] == ["src/Till.java"]


def test_a_program_among_scripts_at_the_top_is_the_software() -> None:
    work = "".join(
        f"func Grind{number}() int {{\n\treturn {number}\n}}\n\n" for number in range(40)
    )
    files = {
        "go.mod": "module mill\n",
        "main.go": (
            'package main\n\nimport "mill/internal/stones"\n\nfunc main() {\n\tstones.Grind1()\n}\n'
        ),
        "install.sh": "#!/bin/sh\n" + "echo install\n" * 60,
        "internal/stones/stones.go": f"package stones\n\n{work}",
        "internal/stones/bed.go": "package stones\n\nfunc Bed() int {\n\treturn Grind1()\n}\n",
        "internal/sacks/sacks.go": (
            'package sacks\n\nimport "mill/internal/stones"\n\n'
            "func Fill() int {\n\treturn stones.Grind2()\n}\n"
        ),
    }
    statistics = insight_into(link_files(files)).statistics
    assert "install.sh" in statistics.aside
    assert "main.go" not in statistics.aside
