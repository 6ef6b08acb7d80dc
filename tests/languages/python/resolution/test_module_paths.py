"""Which file an import means."""

from __future__ import annotations

import pytest
from support.linked import link_files, links

from mkdocs_repodoc import linking
from mkdocs_repodoc.languages.python.resolution.python_names import PythonNames
from mkdocs_repodoc.model.run_line import RunLine

DEF = "def run(): ...\n"


def module_names(*paths: str, extra: dict[str, str] | None = None) -> dict[str, str]:
    linked = link_files({**dict.fromkeys(paths, ""), **(extra or {})})
    files = linked.repository.files
    return {path: files[path].module for path in paths}


def test_names_follow_the_chain_of_packages() -> None:
    assert module_names(
        "src/app/__init__.py", "src/app/core/__init__.py", "src/app/core/run.py", "setup.py"
    ) == {
        "src/app/__init__.py": "app",
        "src/app/core/__init__.py": "app.core",
        "src/app/core/run.py": "app.core.run",
        "setup.py": "setup",
    }


def test_folder_without_initialiser_inside_a_package_belongs_to_it() -> None:
    assert module_names("app/__init__.py", "app/data/load.py") == {
        "app/__init__.py": "app",
        "app/data/load.py": "app.data.load",
    }


def test_several_packages_in_one_repository() -> None:
    assert (
        module_names(
            "packages/one/pyproject.toml",
            "packages/one/src/one/__init__.py",
            "packages/two/two/__init__.py",
            "packages/two/two/a.py",
        )["packages/two/two/a.py"]
        == "two.a"
    )


def test_namespace_package_is_known_by_what_imports_it() -> None:
    names = module_names(
        "google/cloud/storage/__init__.py",
        "vendor/other/pkg/__init__.py",
        extra={"use.py": "import google.cloud.storage\n"},
    )
    assert names["google/cloud/storage/__init__.py"] == "google.cloud.storage"
    assert names["vendor/other/pkg/__init__.py"] == "pkg"


def test_source_folder_holds_namespace_packages() -> None:
    names = module_names("src/company/tool/__init__.py", "src/company/other/loose.py")
    assert names == {
        "src/company/tool/__init__.py": "company.tool",
        "src/company/other/loose.py": "company.other.loose",
    }


def test_scripts_are_named_by_themselves() -> None:
    assert module_names("scripts/build.py", "docs/conf.py") == {
        "scripts/build.py": "build",
        "docs/conf.py": "conf",
    }


def test_script_imports_its_sibling_and_a_test_its_helper() -> None:
    files = {"scripts/tool.py": DEF, "tests/helper.py": DEF}
    linked = link_files(
        {
            "scripts/build.py": "import tool\ntool.run()\n",
            "tests/test_a.py": "from helper import run\nrun()\n",
            "other/build.py": "import tool\ntool.run()\n",
            **files,
        }
    )
    assert linked.links("scripts/build.py", "run") == [(2, "tool.run")]
    assert linked.links("tests/test_a.py", "run") == [(1, "helper.run"), (2, "helper.run")]
    assert linked.links("other/build.py", "run") == []


def test_tests_import_the_package_in_src() -> None:
    linked = link_files(
        {"src/app/__init__.py": DEF, "tests/unit/test_a.py": "import app\napp.run()\n"}
    )
    assert linked.links("tests/unit/test_a.py", "run") == [(2, "app.run")]


def test_packages_of_fixtures_are_not_on_the_path_of_the_code() -> None:
    linked = link_files(
        {
            "tests/fixtures/demo/requests/__init__.py": DEF,
            "tests/fixtures/demo/use.py": "import requests\nrequests.run()\n",
            "app/__init__.py": "import requests\nrequests.run()\n",
        }
    )
    assert linked.links("tests/fixtures/demo/use.py", "run") == [(2, "requests.run")]
    assert linked.links("app/__init__.py", "run") == []


def test_of_two_folders_with_a_part_of_a_path_the_one_with_more_of_it_counts() -> None:
    linked = link_files(
        {
            "tests/lib/__init__.py": "",
            "lib/__init__.py": "",
            "lib/sub/__init__.py": DEF,
            "tests/test_a.py": "",
        }
    )
    found = linking.look_up(linked.index, "tests/test_a.py", -1, "lib.sub.run")
    assert found == linked.symbol("lib/sub/__init__.py", "run")


def test_a_stub_that_is_all_there_is_does_not_stand_beside_a_source() -> None:
    files = link_files({"a.py": "", "a.pyi": "", "b.pyi": ""}).repository.files.values()
    modules = PythonNames([(file.source, file.outline) for file in files]).table.modules
    assert [modules.stub(name) for name in ("a", "b", "c")] == ["a.pyi", "", ""]


def test_standard_library_wins_over_a_module_of_the_repository() -> None:
    linked = link_files(
        {
            "json/__init__.py": DEF,
            "app/__init__.py": "import json\njson.run()\n",
            "scripts/types.py": DEF,
            "scripts/go.py": "import types\ntypes.run()\n",
        }
    )
    assert linked.links("app/__init__.py", "run") == []
    assert linked.links("scripts/go.py", "run") == [(2, "types.run")]


def test_script_named_like_a_module_that_it_imports() -> None:
    linked = link_files({"scripts/json.py": "import json\njson.dumps\ndef dumps(): ...\n"})
    assert linked.links("scripts/json.py", "dumps") == []


def test_submodule_is_found_by_its_folder_before_a_module_of_the_same_name() -> None:
    linked = link_files(
        {"app/x.py": "", "app/x/__init__.py": DEF, "app/__init__.py": "from app.x import run\n"}
    )
    assert linked.links("app/__init__.py", "run") == [(1, "app.x.run")]


def test_stub_stands_for_a_compiled_module() -> None:
    linked = link_files(
        {
            "app/__init__.py": "from ._fast import run\nfrom .slow import run as other\n",
            "app/_fast.pyi": DEF,
            "app/slow.py": DEF,
            "app/slow.pyi": DEF,
        }
    )
    assert [ref.path for ref in (r.symbol for r in linked.references("app/__init__.py"))] == [
        "app/_fast.pyi",
        "app/_fast.pyi",
        "app/slow.py",
        "app/slow.py",
        "app/slow.py",
    ]


@pytest.mark.parametrize(
    ("statement", "path"),
    [
        ("from . import b", "pkg/a/b.py"),
        ("from .b import run", "pkg/a/b.py"),
        ("from .. import c", "pkg/c.py"),
        ("from ..c import run", "pkg/c.py"),
        ("from pkg.a.b import run", "pkg/a/b.py"),
        ("import pkg.a.b", "pkg/a/b.py"),
        ("import pkg.a.b as x", "pkg/a/b.py"),
        ("from pkg import a", "pkg/a/__init__.py"),
        ("from ....x import run", ""),
        ("from .nothing import run", ""),
        ("import numpy.linalg", ""),
    ],
)
def test_import_statement_leads_to_a_file(statement: str, path: str) -> None:
    linked = link_files(
        {
            "pkg/__init__.py": "",
            "pkg/c.py": DEF,
            "pkg/a/__init__.py": "",
            "pkg/a/b.py": DEF,
            "pkg/a/me.py": f"{statement}\n",
        }
    )
    (found,) = linked.repository.links.imports["pkg/a/me.py"]
    assert found.path == path


def test_origins_of_imports() -> None:
    linked = link_files(
        {
            "app/__init__.py": """
                import os.path
                import numpy as np
                from app._compiled import thing
                from . import core
                from .gone import thing
                from __future__ import annotations
            """,
            "app/core.py": "",
        }
    )
    found = linked.repository.links.imports["app/__init__.py"]
    assert [(entry.origin, entry.distribution) for entry in found] == [
        ("standard library", "os"),
        ("third party", "numpy"),
        ("unknown", "app._compiled"),
        ("repository", ""),
        ("unknown", ""),
        ("standard library", "__future__"),
    ]


def test_attribute_access_reaches_a_submodule() -> None:
    files = {"pkg/__init__.py": "", "pkg/sub/__init__.py": "", "pkg/sub/deep.py": DEF}
    assert links("import pkg.sub.deep\npkg.sub.deep.run()\n", "run", files) == [
        (2, "pkg.sub.deep.run")
    ]
    assert links("import pkg\npkg.sub.deep.run()\n", "run", files) == [(2, "pkg.sub.deep.run")]
    assert links("import pkg.sub\npkg.sub.gone.run()\n", "run", files) == []


@pytest.mark.parametrize(
    ("files", "path"),
    [
        (("t/conftest.py",), "t/conftest.py"),
        (("t/__init__.py", "t/conftest.py"), "t/conftest.py"),
        (("t/__init__.py", "t/conftest.py", "conftest.py"), "conftest.py"),
        (("t/__init__.py", "conftest.py"), "conftest.py"),
        (("t/sub/conftest.py", "other/conftest.py"), ""),
        (("t/conftest/__init__.py",), "t/conftest/__init__.py"),
        (("t/__init__.py", "t/helper.py"), ""),
    ],
)
def test_tests_import_the_configuration_of_pytest_beside_them(
    files: tuple[str, ...], path: str
) -> None:
    code = {"t/test_a.py": "import conftest\nfrom conftest import run\nconftest.run()\n"}
    linked = link_files({**dict.fromkeys(files, DEF), **code})
    assert {found.path for found in linked.repository.links.imports["t/test_a.py"]} == {path}
    assert len(linked.links("t/test_a.py", "run")) == (2 if path else 0)


def test_a_nearer_configuration_of_pytest_goes_before_one_further_up() -> None:
    packages = dict.fromkeys(("t/__init__.py", "t/sub/__init__.py"), "")
    files = {**packages, "t/conftest.py": DEF, "t/sub/conftest.py": DEF}
    linked = link_files(
        {
            **files,
            "t/sub/test_a.py": "from conftest import run\n",
            "t/test_b.py": "from helper import run\n",
            "t/helper.py": DEF,
        }
    )
    (found,) = linked.repository.links.imports["t/sub/test_a.py"]
    assert (found.path, found.origin) == ("t/sub/conftest.py", "repository")
    (found,) = linked.repository.links.imports["t/test_b.py"]
    assert (found.path, found.origin) == ("", "third party")


def test_tests_in_a_package_import_the_configuration_of_a_package_around_it() -> None:
    packages = dict.fromkeys(("s/__init__.py", "s/t/__init__.py"), "")
    linked = link_files(
        {**packages, "s/conftest.py": DEF, "s/t/test_a.py": "from conftest import run\nrun()\n"}
    )
    assert linked.links("s/t/test_a.py", "run") == [(1, "s.conftest.run"), (2, "s.conftest.run")]


@pytest.mark.parametrize(
    ("library", "user"), [("Lib", "tools/__init__.py"), ("", "tools/__init__.py")]
)
def test_a_folder_with_the_module_os_is_the_standard_library(library: str, user: str) -> None:
    """Of Python's own repository; in any other, a file does not hide the module of that name."""
    at = f"{library}/" if library else ""
    files = {f"{at}json.py": DEF, user: "from json import run\n"}
    (found,) = link_files(files).repository.links.imports[user]
    assert (found.path, found.origin) == ("", "standard library")
    (found,) = link_files({**files, f"{at}os.py": ""}).repository.links.imports[user]
    assert (found.path, found.origin) == (f"{at}json.py", "repository")


def test_a_program_is_started_by_its_path_unless_only_its_module_name_works() -> None:
    main = "if __name__ == '__main__':\n    run()\n"
    linked = link_files(
        {
            "pkg/__init__.py": DEF,
            "pkg/__main__.py": "from . import run\nrun()\n",
            "pkg/tool.py": f"import os\nfrom . import run\n{main}",
            "pkg/lib.py": DEF,
            "__main__.py": "import pkg\npkg.run()\n",
            "my scripts/go.py": f"from pkg import run\n{main}",
        }
    )
    found = {path: file.run_line for path, file in linked.repository.files.items()}
    assert found == {
        "pkg/__init__.py": None,
        "pkg/__main__.py": RunLine("python -m pkg", starts_folder=True),
        "pkg/tool.py": RunLine("python -m pkg.tool", relative_import=2),
        "pkg/lib.py": None,
        "__main__.py": RunLine("python __main__.py"),
        "my scripts/go.py": RunLine("python 'my scripts/go.py'"),
    }


def test_a_package_with_a_main_module_is_not_started_by_the_path_of_its_init() -> None:
    main = "if __name__ == '__main__':\n    run()\n"
    linked = link_files(
        {
            "src/pkg/__init__.py": f"from pkg.tool import run\n{main}",
            "src/pkg/__main__.py": "from pkg import run\nrun()\n",
            "src/pkg/tool.py": DEF,
            "src/bare/__init__.py": f"{DEF}{main}",
        }
    )
    found = {path: file.run_line for path, file in linked.repository.files.items()}
    assert found["src/pkg/__init__.py"] is None
    assert found["src/bare/__init__.py"] == RunLine("python src/bare/__init__.py")


@pytest.mark.parametrize(
    ("project", "command"),
    [
        ("", "cd lab/src && python -m pkg"),
        ("lab/pyproject.toml", "cd lab/src && python -m pkg"),
        ("pyproject.toml", "python -m pkg"),
    ],
)
def test_a_module_is_started_where_its_package_is_found(project: str, command: str) -> None:
    """Setting up the project installs what lies below its own folder, and no other project's."""
    files = {"lab/src/pkg/__init__.py": DEF, "lab/src/pkg/__main__.py": "print(1)\n"}
    linked = link_files({**files, **({project: "[project]\nname = 'x'\n"} if project else {})})
    assert linked.repository.files["lab/src/pkg/__main__.py"].run_line == RunLine(
        command, starts_folder=True
    )


@pytest.mark.parametrize(
    ("start", "found"), [("\nif __name__ == '__main__': go()\n", True), ("", False)]
)
def test_a_program_finds_what_lies_beside_it_also_in_a_package(start: str, found: bool) -> None:
    linked = link_files(
        {
            "scripts/__init__.py": "",
            "scripts/release.py": DEF,
            "scripts/check.py": f"from release import run\nimport this\n{start}",
            "scripts/this.py": "",
        }
    )
    imports = linked.repository.links.imports["scripts/check.py"]
    assert [each.paths for each in imports] == [("scripts/release.py",) if found else (), ()]


def test_a_folder_that_hides_the_standard_library_is_not_put_on_the_path() -> None:
    main = "if __name__ == '__main__':\n    run()\n"
    linked = link_files(
        {
            "lib/pkg/__init__.py": "",
            "lib/pkg/apt.py": main,
            "lib/pkg/tempfile.py": "",
            "loose/a.py": main,
            "loose/queue.py": "",
            "tests/a.py": main,
            "tests/test.py": "",
        }
    )
    found = {path: file.run_line for path, file in linked.repository.files.items()}
    assert found["lib/pkg/apt.py"] == RunLine("cd lib && python -m pkg.apt")
    assert found["loose/a.py"] is None
    assert found["tests/a.py"] == RunLine("python tests/a.py")


def test_a_program_beside_a_module_that_hides_the_standard_library_is_alone() -> None:
    start = 'if __name__ == "__main__":\n    main()\n'
    files = {
        "mill/__init__.py": "",
        "mill/apt.py": f"import apt\n{start}",
        "mill/wind.py": f"import apt\n{start}",
    }
    imports = link_files(files).repository.links.imports
    assert imports["mill/wind.py"][0].path == "mill/apt.py"

    imports = link_files({**files, "mill/tempfile.py": ""}).repository.links.imports
    assert [imports[path][0].path for path in ("mill/apt.py", "mill/wind.py")] == ["", ""]
