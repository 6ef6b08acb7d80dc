"""Git is asked nothing that a hostile repository could answer with a program of its own."""

from __future__ import annotations

import hashlib
import os
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.sources import git as git_room
from mkdocs_repodoc.sources import git_changes, git_history, git_process
from mkdocs_repodoc.sources.git import GitError, GitTimeoutError
from mkdocs_repodoc.sources.index_paths import leads_out


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, {"a.py": "1", "sub/b.py": "1"})
    commit_all(project)
    write_files(project, {"a.py": "2"})
    commit_all(project, "Change")
    return project


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """The file that a program leaves behind if it runs."""
    return tmp_path / "mark"


@pytest.fixture
def program(tmp_path: Path, mark: Path) -> str:
    """A program outside the repository."""
    file = tmp_path / "program.sh"
    file.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{mark}'\nexit 1\n")
    file.chmod(0o755)
    return str(file)


def ask_everything(folder: Path) -> list[str]:
    """Ask all that the product asks and return the tracked paths."""
    git_room.top_level(folder)
    git_room.checkout(folder)
    git_history.history(folder, ["a.py", "sub/b.py"])
    write_files(folder, {"a.py": "3"})  # git compares what files hold if they look changed
    with suppress(GitError):  # a partial clone lacks what was before
        git_changes.changes_since(folder, "HEAD")
    return [entry.path for entry in git_room.tracked(folder)]


@pytest.mark.parametrize(
    "setting",
    [
        "alias.log=!{program}",
        "alias.ls-files=!{program}",
        "core.alternateRefsCommand={program}",
        "core.askPass={program}",
        "core.editor={program}",
        "core.fsmonitor={program}",
        "core.gitProxy={program}",
        "core.pager={program}",
        "core.sshCommand={program}",
        "credential.helper={program}",
        "diff.external={program}",
        "diff.py.command={program}",
        "diff.py.textconv={program}",
        "filter.py.clean={program}",
        "filter.py.process={program}",
        "gpg.program={program}",
        "pager.log={program}",
        "remote.origin.uploadpack={program}",
        "remote.origin.vcs=ext::{program}",
    ],
)
def test_no_program_that_a_configuration_names_runs(
    repository: Path, mark: Path, program: str, setting: str
) -> None:
    write_files(repository, {".gitattributes": "*.py diff=py filter=py\n"})
    commit_all(repository)
    key, value = setting.format(program=program).split("=", 1)
    git(repository, "config", key, value)
    git(repository, "config", "filter.py.required", "true")
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "core.attributesFile", str(repository / ".gitattributes"))
    assert ask_everything(repository) == [".gitattributes", "a.py", "sub/b.py"]
    assert not mark.exists(), mark.read_text()
    assert [each.path for each in git_changes.changes_since(repository, "HEAD").paths] == ["a.py"]


@pytest.mark.parametrize("setting", ["core.fsmonitor", "filter.py.clean"])
def test_no_program_of_a_submodule_runs(
    repository: Path, tmp_path: Path, mark: Path, program: str, setting: str
) -> None:
    other = tmp_path / "other"
    write_files(other, {"c.py": "1", ".gitattributes": "*.py filter=py\n"})
    git(other, "init", "--quiet")
    commit_all(other)
    allowed = ("-c", "protocol.file.allow=always")
    git(repository, *allowed, "submodule", "--quiet", "add", str(other), "inner")
    commit_all(repository, "Take in")
    git(repository / "inner", "config", setting, program)
    write_files(repository, {"inner/c.py": "2"})
    ask_everything(repository)
    assert not mark.exists(), mark.read_text()


def test_a_filter_that_no_option_can_switch_off_is_refused(repository: Path) -> None:
    git(repository, "config", "filter.a=b.clean", "cat")
    with pytest.raises(GitError, match=r"strange name: 'filter\.a=b'"):
        git_changes.changes_since(repository, "HEAD")


def test_no_hook_runs(repository: Path, mark: Path) -> None:
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        file = repository / ".git/hooks" / hook
        write_files(file.parent, {hook: f"#!/bin/sh\necho {hook} >> '{mark}'\n"})
        file.chmod(0o755)
    git(repository, "config", "core.hooksPath", str(repository / ".git/hooks"))
    (repository / "a.py").touch()
    mark.unlink(missing_ok=True)
    ask_everything(repository)
    assert not mark.exists(), mark.read_text()


@pytest.fixture(params=["old", "new"])
def any_git(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git as it was before it knew the variable that forbids it to fetch what is missing."""
    real = git_process._environment

    def environment(top: Path) -> dict[str, str]:
        return {name: value for name, value in real(top).items() if name != "GIT_NO_LAZY_FETCH"}

    if request.param == "old":
        monkeypatch.setattr(git_process, "_environment", environment)


@pytest.mark.usefixtures("any_git")
@pytest.mark.parametrize("remote", ["origin", "ext"])
def test_a_partial_clone_fetches_nothing(
    repository: Path, tmp_path: Path, mark: Path, program: str, remote: str
) -> None:
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "clone"
    git(
        tmp_path, "clone", "-q", "--filter=tree:0", "--no-checkout", f"file://{repository}", "clone"
    )
    git(clone, "config", "remote.origin.uploadpack", program)
    git(clone, "config", "protocol.allow", "always")
    git(clone, "config", "protocol.file.allow", "always")
    git(clone, "config", "protocol.ext.allow", "always")
    if remote == "ext":
        git(clone, "config", "remote.origin.url", f"ext::{program}")
    ask_everything(clone)
    assert not mark.exists(), mark.read_text()


@pytest.mark.parametrize(
    "name",
    [
        "GIT_EXTERNAL_DIFF",
        "GIT_PAGER",
        "GIT_SSH_COMMAND",
        "GIT_ASKPASS",
        "GIT_EXEC_PATH",
        "GIT_DIR",
    ],
)
def test_no_variable_of_a_hook_reaches_git(
    repository: Path, mark: Path, program: str, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, program)
    assert ask_everything(repository) == ["a.py", "sub/b.py"]
    assert git_room.top_level(repository) == repository.resolve()
    assert not mark.exists(), mark.read_text()


def test_git_writes_no_log_that_a_variable_asks_for(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(tmp_path / "trace"))
    ask_everything(repository)
    assert not (tmp_path / "trace").exists()


def test_the_users_own_configuration_counts(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Containers say by these that a repository of another owner is safe."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "*")
    assert ask_everything(repository) == ["a.py", "sub/b.py"]


@pytest.mark.parametrize("worktree", ["../..", "../../..", "../sub", "{elsewhere}"])
def test_a_work_tree_elsewhere_is_refused(repository: Path, tmp_path: Path, worktree: str) -> None:
    git(repository, "config", "core.worktree", worktree.format(elsewhere=tmp_path))
    for folder in (repository, repository / "sub"):
        with pytest.raises(GitError, match="work tree"):
            git_room.tracked(folder)
        assert git_room.top_level(folder) is None
        assert git_room.checkout(folder).revision == ""


def test_a_tracked_folder_that_looks_like_a_repository_is_none(repository: Path) -> None:
    """Any clone may bring it, with a configuration and an index of its own."""
    inner = repository / "docs"
    git(repository, "init", "-q", "--bare", "docs")
    git(inner, "config", "core.bare", "false")
    git(inner, "config", "core.worktree", "../..")
    assert [entry.path for entry in git_room.tracked(repository)] == ["a.py", "sub/b.py"]
    assert git_room.tracked(inner) == []
    assert git_room.top_level(inner) == repository.resolve()


def test_a_broken_git_folder_in_such_a_folder_is_refused(repository: Path) -> None:
    inner = repository / "docs"
    git(repository, "init", "-q", "--bare", "docs")
    git(inner, "config", "core.bare", "false")
    git(inner, "config", "core.worktree", ".")
    (inner / ".git").mkdir()
    with pytest.raises(GitError):
        git_room.tracked(inner)


def test_linked_work_trees_and_submodules_are_what_they_are(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    assert [entry.path for entry in git_room.tracked(tmp_path / "linked")] == ["a.py", "sub/b.py"]
    around = tmp_path / "around"
    write_files(around, {"c.py": ""})
    commit_all(around)
    allowed = ("-c", "protocol.file.allow=always")
    git(around, *allowed, "submodule", "--quiet", "add", str(repository), "inside")
    assert [entry.path for entry in git_room.tracked(around / "inside")] == ["a.py", "sub/b.py"]
    assert git_history.history(around / "inside", ["a.py"]).last_changes["a.py"].subject == "Change"
    apart = tmp_path / "apart"
    git(tmp_path, "init", "-q", "--separate-git-dir", str(tmp_path / "git-folder"), "apart")
    write_files(apart, {"d.py": ""})
    git(apart, "add", "d.py")
    with pytest.raises(GitError, match=r"set core\.worktree in there"):
        git_room.tracked(apart)
    git(apart, "config", "core.worktree", str(apart))
    assert [entry.path for entry in git_room.tracked(apart)] == ["d.py"]


@pytest.mark.parametrize("name", ["odd\nname", "[ab]*", "é", " space "])
def test_folders_of_any_name_are_opened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    write_files(folder, {f"{name}/a.py": "", "b.py": ""})
    commit_all(folder)
    assert [entry.path for entry in git_room.tracked(folder / name)] == ["a.py"]
    assert list(git_history.history(folder / name, ["a.py"]).last_changes) == ["a.py"]


def index_of(paths: list[str]) -> bytes:
    """Return an index that git itself would never write."""
    entries = b""
    for path in paths:
        name = path.encode()
        entry = struct.pack(">10I20sH", *(0,) * 6, 0o100644, 0, 0, 0, b"\1" * 20, len(name)) + name
        entries += entry + b"\0" * (8 - len(entry) % 8)
    content = b"DIRC" + struct.pack(">2I", 2, len(paths)) + entries
    return content + hashlib.sha1(content, usedforsecurity=False).digest()


@pytest.mark.parametrize(
    "path",
    [
        *("../secret.txt", "/etc/passwd", ".git/config", "a/../../secret.txt", "sub/.GIT/config"),
        *(".git /config", "git~1/config", ".git::$INDEX_ALLOCATION/config"),
    ],
)
def test_an_index_that_leads_out_is_refused(repository: Path, path: str) -> None:
    (repository / ".git/index").write_bytes(index_of([path]))
    with pytest.raises(GitError, match="index is damaged"):
        git_room.tracked(repository)


@pytest.mark.parametrize(
    ("system", "path"),
    [
        ("win32", "C:/secret.txt"),
        ("win32", "C:secret.txt"),
        ("win32", "a\\..\\..\\secret.txt"),
        ("win32", "a/.. /.. /secret.txt"),
        ("win32", "//server/share/secret.txt"),
        ("darwin", ".g\u200cit/config"),
    ],
)
def test_a_path_leads_out_by_the_rules_of_its_system(system: str, path: str) -> None:
    assert leads_out(path, system)
    assert not leads_out("a\\..\\b", "linux")
    assert not leads_out(".../.g\u200cit/C:", "linux")
    assert not any(leads_out("a b/.github/..x/y.", each) for each in ("win32", "darwin", "linux"))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_process, "LONGEST_ANSWER", 0.5)
    monkeypatch.setattr(git_process, "LONGEST_HISTORY", 0.5)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("ask", [git_room.tracked, git_room.top_level, git_room.checkout])
def test_a_configuration_that_never_ends_is_one_line(repository: Path, ask: object) -> None:
    os.mkfifo(repository / "pipe")
    git(repository, "config", "include.path", str(repository / "pipe"))
    assert callable(ask)
    with pytest.raises(GitTimeoutError, match="did not finish within") as caught:
        ask(repository)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("setting", ["mailmap.file", "diff.orderFile"])
def test_files_that_a_configuration_names_are_not_read(repository: Path, setting: str) -> None:
    os.mkfifo(repository / "pipe")
    git(repository, "config", setting, str(repository / "pipe"))
    assert list(git_history.history(repository, ["a.py"]).last_changes) == ["a.py"]


@pytest.mark.usefixtures("impatient")
def test_a_history_that_never_ends_is_one_line(repository: Path) -> None:
    os.mkfifo(repository / ".mailmap")
    with pytest.raises(GitTimeoutError, match="'git log' did not finish within"):
        git_history.history(repository, ["a.py"])
