"""Which files are documented, and that no other ever is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import discovery
from mkdocs_repodoc.sources.discovery import discover


def paths(root: Path, **options: Any) -> list[str]:
    return [file.path for file in discover(Settings(root=root, **options)).files]


def file_of(root: Path, path: str) -> SourceFile:
    return next(file for file in discover(Settings(root=root)).files if file.path == path)


def test_only_tracked_files_are_documented(project: Path) -> None:
    write_files(project, {"b.py": "", "a/c.py": "x = 1\n", ".github/w.yml": "on: push\n"})
    commit_all(project)
    write_files(project, {".env": "SECRET=1\n", "a/key.pem": "secret\n"})
    assert paths(project) == [".github/w.yml", "a/c.py", "b.py"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode that says so")
def test_mode_says_what_can_be_started(project: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    for folder in (project, plain):
        folder.mkdir(exist_ok=True)
        write_files(folder, {"run.sh": "#!/bin/sh\n", "lib.sh": "#!/bin/sh\n"})
        (folder / "run.sh").chmod(0o755)
    commit_all(project)
    for folder in (project, plain):
        assert file_of(folder, "run.sh").executable
        assert not file_of(folder, "lib.sh").executable


def test_attributes_say_which_files_nobody_wrote(project: Path) -> None:
    write_files(
        project,
        {
            ".gitattributes": "/dist/** linguist-generated\nvendor/own.py -linguist-vendored\n",
            "sub/.gitattributes": "*.c linguist-vendored=true\n",
            "dist/a.js": "x\n",
            "vendor/own.py": "",
            "sub/b.c": "",
            "c.py": "",
        },
    )
    commit_all(project)
    files = {file.path: file.origin for file in discover(Settings(root=project)).files}
    assert {path for path, origin in files.items() if origin == "generated"} == {"dist/a.js"}
    assert {path for path, origin in files.items() if origin == "vendored"} == {"sub/b.c"}
    below = discover(Settings(root=project / "sub")).files
    assert [file.origin for file in below if file.path == "b.c"] == ["vendored"]


def test_attributes_of_the_account_do_not_count(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {".gitattributes": "", "a.py": ""})
    commit_all(project)
    attributes = tmp_path / "attributes"
    attributes.write_text("* linguist-generated\n")
    configuration = tmp_path / "configuration"
    configuration.write_text(f"[core]\n\tattributesFile = {attributes}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    assert file_of(project, "a.py").origin == ""


def test_staged_file_counts_as_tracked(project: Path) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    write_files(project, {"b.py": ""})
    git(project, "add", "b.py")
    assert paths(project) == ["a.py", "b.py"]


def test_subfolder_of_a_repository_has_paths_of_its_own(project: Path) -> None:
    write_files(project, {"a.py": "", "sub/b.py": "", "sub/in/c.py": ""})
    commit_all(project)
    assert paths(project / "sub") == ["b.py", "in/c.py"]


def test_worktree_is_read_like_a_repository(project: Path, tmp_path: Path) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    git(project, "worktree", "add", "--quiet", str(tmp_path / "other"))
    assert paths(tmp_path / "other") == ["a.py"]


def test_environment_of_a_git_hook_does_not_lead_astray(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert paths(project) == ["a.py"]


def test_filesystem_monitor_of_the_repository_is_not_run(project: Path, tmp_path: Path) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    program = tmp_path / "monitor"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n")
    program.chmod(0o755)
    git(project, "config", "core.fsmonitor", str(program))
    assert paths(project) == ["a.py"]
    assert not (tmp_path / "ran").exists()


def test_deleted_file_is_left_out_and_said(project: Path) -> None:
    write_files(project, {"a.py": "", "b.py": ""})
    commit_all(project)
    (project / "b.py").unlink()
    found = discover(Settings(root=project))
    assert [file.path for file in found.files] == ["a.py"]
    assert [(d.severity, d.path) for d in found.diagnostics] == [("info", "b.py")]


def test_folder_replaced_by_a_link_leads_nowhere(project: Path, tmp_path: Path) -> None:
    write_files(project, {"a.py": "", "data/x.txt": "mine\n"})
    commit_all(project)
    write_files(tmp_path / "outside", {"x.txt": "secret\n"})
    (project / "data/x.txt").unlink()
    (project / "data").rmdir()
    (project / "data").symlink_to(tmp_path / "outside")
    assert paths(project) == ["a.py"]


def test_links_are_shown_not_followed(project: Path) -> None:
    write_files(project, {"a.py": "x\n"})
    (project / "alias.py").symlink_to("a.py")
    (project / "loop").symlink_to(".")
    (project / "passwd").symlink_to("/etc/passwd")
    commit_all(project)
    found = {file.path: file for file in discover(Settings(root=project)).files}
    assert {path: file.target for path, file in found.items()} == {
        "a.py": "",
        "alias.py": "a.py",
        "loop": ".",
        "passwd": "/etc/passwd",
    }
    assert found["passwd"].kind == "symlink"
    assert found["passwd"].digest == hashlib.sha256(b"/etc/passwd").hexdigest()


def test_submodule_is_one_entry(project: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    write_files(library, {"inner.py": ""})
    commit_all(library)
    write_files(project, {"a.py": ""})
    commit_all(project)
    git(project, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(library), "lib")
    module = file_of(project, "lib")
    assert (module.kind, module.language) == ("submodule", "submodule")
    assert module.target == git(library, "rev-parse", "HEAD").strip()
    assert "lib/inner.py" not in paths(project)


def test_lfs_pointer_is_told_from_its_content(project: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n"
    write_files(project, {"model.py": pointer})
    commit_all(project)
    assert file_of(project, "model.py").kind == "lfs"


def test_name_that_is_no_utf8_can_be_opened(project: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (project / name).write_text("x\n")
    commit_all(project)
    assert paths(project) == [name]
    assert (project / file_of(project, name).path).read_text() == "x\n"


def test_name_with_a_line_end_is_one_file(project: Path) -> None:
    write_files(project, {"a\nb.txt": "x\n"})
    commit_all(project)
    assert paths(project) == ["a\nb.txt"]


def test_outside_git_every_gitignore_counts(project: Path) -> None:
    write_files(
        project,
        {
            ".gitignore": "*.log\n/out/\n!keep.log\n",
            "a.log": "",
            "keep.log": "",
            "out/x.py": "",
            "sub/out/y.py": "",
            "sub/.gitignore": "/local.py\n!loud.log\n[broken\n",
            "sub/local.py": "",
            "sub/loud.log": "",
            "sub/deep/local.py": "",
            "sub/__pycache__/y.pyc": "",
        },
    )
    (project / "sub/up").symlink_to("..")
    assert paths(project) == [
        ".gitignore",
        "keep.log",
        "sub/.gitignore",
        "sub/deep/local.py",
        "sub/loud.log",
        "sub/out/y.py",
        "sub/up",
    ]


def test_pipe_is_no_file(project: Path) -> None:
    write_files(project, {"a.py": ""})
    os.mkfifo(project / "pipe")
    assert paths(project) == ["a.py"]


def test_include_and_exclude_are_gitignore_patterns(project: Path) -> None:
    write_files(project, {"src/a.py": "", "src/gen/b.py": "", "src/c.txt": "", "d.py": ""})
    assert paths(project, include=("/src/",)) == ["src/a.py", "src/c.txt", "src/gen/b.py"]
    assert paths(project, include=("*.py",), exclude=("gen/",)) == ["d.py", "src/a.py"]


def test_own_input_and_output_is_left_out(project: Path) -> None:
    write_files(project, {"docs/index.md": "", "docs2/x.md": "", "site/index.html": "", "a.py": ""})
    own = (project / "docs", project / "site", project / ".cache", Path("/elsewhere"))
    assert paths(project, site_paths=own) == ["a.py", "docs2/x.md"]


def test_own_folders_are_known_by_another_name_of_the_root(project: Path, tmp_path: Path) -> None:
    write_files(project, {"docs/index.md": "", "a.py": ""})
    (tmp_path / "link").symlink_to(project)
    assert paths(tmp_path / "link", site_paths=(project / "docs",)) == ["a.py"]


def test_unreadable_file_is_said_and_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(project, {"a.py": "", "b.py": "secret"})

    def refuse(path: str, _stream: object, _marks: object) -> SourceFile:
        if path == "b.py":
            raise PermissionError(13, "Permission denied")
        return SourceFile(path, "text", "python", 0, "0")

    monkeypatch.setattr(discovery, "_regular", refuse)
    found = discover(Settings(root=project))
    assert [(file.path, file.kind, file.size) for file in found.files] == [
        ("a.py", "text", 0),
        ("b.py", "binary", 6),
    ]
    assert [d.path for d in found.diagnostics] == ["b.py"]
    assert "Permission denied" in found.diagnostics[0].message


def test_digest_is_of_the_whole_content(project: Path) -> None:
    data = b"x" * 3_000_000 + b"end"
    write_files(project, {"big.bin": data})
    file = file_of(project, "big.bin")
    assert (file.size, file.digest) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("folder", "problem"), [("missing", "does not exist"), ("file", "is not a folder")]
)
def test_root_that_is_no_folder_is_a_settings_error(
    project: Path, folder: str, problem: str
) -> None:
    write_files(project, {"file": ""})
    with pytest.raises(SettingsError, match=rf"option 'root': '.*{folder}' {problem}$"):
        discover(Settings(root=project / folder))


def test_repository_that_tracks_nothing_is_a_settings_error(project: Path) -> None:
    commit_all(project)
    write_files(project, {"a.py": ""})
    with pytest.raises(SettingsError, match=r"only files that git tracks are documented"):
        discover(Settings(root=project))


def test_options_that_leave_nothing_are_named(project: Path) -> None:
    write_files(project, {"a.py": ""})
    with pytest.raises(SettingsError, match="check the options 'include' and 'exclude'"):
        discover(Settings(root=project, include=("*.rs",)))


def test_pattern_that_is_none_names_its_option(project: Path) -> None:
    write_files(project, {"a.py": ""})
    with pytest.raises(SettingsError, match="option 'exclude'"):
        discover(Settings(root=project, exclude=("!",)))


def test_repository_that_git_cannot_read_is_an_error_not_a_guess(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    write_files(project, {".env": "SECRET"})
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(SettingsError, match=r"git can.t list .*git cannot be run"):
        discover(Settings(root=project))


def test_repository_of_another_owner_is_an_error_not_a_guess(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(project, {"a.py": ""})
    commit_all(project)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(SettingsError, match="dubious ownership"):
        discover(Settings(root=project))


@pytest.mark.parametrize("folder", ["", "docs"])
def test_repository_of_a_work_tree_elsewhere_is_an_error_not_a_guess(
    project: Path, folder: str
) -> None:
    write_files(project, {"a.py": "", "docs/index.md": ""})
    commit_all(project)
    write_files(project.parent, {".env": "SECRET"})
    git(project, "config", "core.worktree", str(project.parent))
    with pytest.raises(SettingsError, match=r"git uses .* as the work tree"):
        discover(Settings(root=project / folder))


def test_link_in_the_place_of_the_git_folder_is_no_reason_to_guess(project: Path) -> None:
    write_files(project, {"a.py": "", ".env": "SECRET"})
    (project / ".git").symlink_to(project / "missing")
    with pytest.raises(SettingsError, match="git can't list"):
        discover(Settings(root=project))


def test_what_is_in_the_index_is_documented_whatever_an_archive_holds(project: Path) -> None:
    write_files(project, {".gitattributes": "private.md export-ignore\n", "private.md": ""})
    commit_all(project)
    write_files(project, {"intended.py": "", "untracked.py": ""})
    git(project, "add", "--intent-to-add", "intended.py")
    found = [file.path for file in discover(Settings(root=project)).files]
    assert found == [".gitattributes", "intended.py", "private.md"]
