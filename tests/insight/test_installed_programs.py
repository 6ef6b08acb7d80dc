"""Options in the files that different programs of a project start."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.operation.installed_programs import programs_by_file, with_programs

CODE = 'import argparse\nargparse.ArgumentParser().add_argument("--{}", help="One.")\n'


def told(scripts: str) -> list[tuple[str, str]]:
    repository = link_files(
        {
            "pyproject.toml": f'[project]\nname = "shop"\n\n[project.scripts]\n{scripts}\n',
            "shop/__init__.py": "",
            "shop/till.py": CODE.format("coins"),
            "shop/store.py": CODE.format("sacks"),
            "shop/shared.py": CODE.format("both"),
        }
    ).repository
    files = repository.files
    declared = [(path, each) for path, file in files.items() for each in file.outline.options]
    found = with_programs(programs_by_file(repository), declared)
    return [(each.flags[0], each.command) for _, each in found]


def test_of_several_programs_each_has_the_options_of_its_file() -> None:
    found = told('shop = "shop.till:main"\nshop-store = "shop.store:main"')
    assert sorted(found) == [("--both", ""), ("--coins", "shop"), ("--sacks", "shop-store")]


def test_of_one_program_nothing_is_told() -> None:
    assert {command for _, command in told('shop = "shop.till:main"')} == {""}
