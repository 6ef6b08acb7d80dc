"""Options of programs beside the one that the repository is there for."""

from __future__ import annotations

from support.linked import link_files
from support.operation import configuration

from mkdocs_repodoc.insight.periphery.aside_programs import started_files


def flags(files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the flags of the software's own options, and of those beside it."""
    repository = link_files(files).repository
    installed = started_files(repository)
    found = configuration(repository, installed=installed)
    own, aside = (
        [option.flags[0] for _, option in each] for each in (found.options, found.aside_options)
    )
    return own, aside


GO = {
    "go.mod": "module example.org/mill\n",
    "cmd/mill/mill.go": """
        package main
        import "example.org/mill/internal/flags"
        func main() { flags.Parse() }
        """,
    "internal/flags/flags.go": """
        package flags
        import "flag"
        func Parse() { flag.Bool("grind", false, "Grind it.") }
        """,
    "cmd/release/main.go": """
        package main
        import ("flag"; "example.org/mill/internal/notes")
        func main() { flag.Bool("tag", false, "Tag it."); notes.Parse() }
        """,
    "internal/notes/notes.go": """
        package notes
        import "flag"
        func Parse() { flag.Bool("notes", false, "Print notes.") }
        """,
}


def test_the_program_called_as_the_repository_has_the_options() -> None:
    assert flags(GO) == (["--grind"], ["--tag", "--notes"])


def test_without_a_program_called_so_all_options_are_the_software_s() -> None:
    moved = {path.replace("cmd/mill/mill", "cmd/a/a"): text for path, text in GO.items()}
    own, aside = flags(moved)
    assert sorted(own) == ["--grind", "--notes", "--tag"]
    assert not aside


PYTHON = {
    "pyproject.toml": '[project]\nname = "mill"\nscripts = { mill = "mill.cli:main" }\n',
    "mill/__init__.py": "",
    "mill/cli.py": """
        import argparse
        from mill import grit, shared
        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--grind")
            shared.options(parser)
        """,
    "mill/grit.py": """
        import argparse
        def run():
            parser = argparse.ArgumentParser()
            parser.add_argument("--grit")
        if __name__ == "__main__":
            run()
        """,
    "mill/shared.py": """
        def options(parser):
            parser.add_argument("--shared")
        if __name__ == "__main__":
            options(None)
        """,
    "tests/test_grit.py": "from mill import grit\ndef test(): grit.run()\n",
}


def test_a_module_that_runs_by_itself_keeps_its_options_unless_others_use_them() -> None:
    assert flags(PYTHON) == (["--grind", "--shared"], ["--grit"])


def test_what_a_package_passes_on_to_a_command_is_in_its_own_program() -> None:
    files = {
        "pyproject.toml": '[project]\nname = "mill"\nscripts = { mill = "mill.cli:main" }\n',
        "mill/__init__.py": "",
        "mill/cli/__init__.py": "from mill.cli.mill import main\n",
        "mill/cli/mill.py": """
            import click

            @click.group()
            def main():
                pass

            @main.command()
            @click.option("--fine", help="Grind finely.")
            def grind(fine):
                pass

            if __name__ == "__main__":
                main()
            """,
    }
    own, aside = flags(files)
    assert "--fine" in own
    assert not aside
