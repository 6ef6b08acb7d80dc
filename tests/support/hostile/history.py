"""Hostile metadata of git: people, subjects, branches, tags, links, submodules, configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from support.repositories import git, write_files

SETTINGS = (
    *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass"),
    *("core.gitProxy", "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean"),
    *("filter.x.smudge", "filter.x.process", "gpg.program", "credential.helper", "pager.log"),
    *(
        "pager.ls-files",
        "alias.log",
        "alias.ls-files",
        "merge.x.driver",
        "uploadpack.packObjectsHook",
    ),
    *("trailer.x.command", "sequence.editor", "interactive.diffFilter", "remote.origin.uploadpack"),
)
"""What names a program to run."""
BRANCHES = ("<img/src=x/onerror=alert({n})>", "'-alert({n})-'", "${alert({n})}", "a\u202eb", "-x")
TAGS = ("<script>alert({n})<", '"onfocus=alert({n})"', "{{7*7}}", "v\u2028", "%00")
LINKS = {
    "links/up": "../../..",
    "links/passwd": "/etc/passwd",
    "links/itself": "itself",
    "links/circle": ".",
    "links/gone": "nowhere",
    "links/<img src=x onerror=alert(1)>": "<img src=x onerror=alert(1)>",
    "links/script.md": "javascript:alert(1)",
    "links/folder": "/proc/self",
    "links/long": "a/" * 1_000,
    "links/mkdocs.yml": "../mkdocs.yml",
}
MODULES = """\
[submodule "<script>alert(1)</script>"]
path = modules/a
url = javascript:alert(1)
[submodule "../../x"]
path = modules/b
url = ext::sh -c touch% ran
[submodule "c"]
path = -c
url = --upload-pack=touch
update = !touch ran
"""
ATTRIBUTES = "* text filter=x diff=x merge=x\nnames/** -text export-ignore\n"
MAILMAP = (
    "<img src=x onerror=alert(2)> <new@x> <ada@example.org>\n\xff <<>> <\n" + "a" * 9_000 + "\n"
)

DATE = "1774008000 +0000"
NO_DATES = ("-5 +0000", "999999999999999 +0000")
"""What git prints of them is no date."""


def people(first: int) -> Iterator[tuple[str, str, str]]:
    """Yield an author's name, address and a subject for each commit."""
    for number, (name, address) in enumerate(
        (
            ("<script>alert({n})</script>", "a@x"),
            ("<img src=x onerror=alert({n})>", '"onfocus=alert({n}) autofocus x="@x'),
            ("Ev\u202eil\u2066", "b@x"),
            ("{{ 7*7 }} {% raw %} ${alert({n})}", "c@x"),
            ("[x](javascript:alert({n}))", "javascript:alert({n})"),
            ("n" * 3_000, "d@x"),
            ("\x1b[31mred\x07", "e@x"),
            ("__proto__", "constructor@x"),
        )
    ):
        marked = str(first + number)
        subject = f"{name.replace('{n}', marked)[:200]} <b>subject</b> \x1b]0;title\x07"
        yield name.replace("{n}", marked), address.replace("{n}", marked), subject


def make_history(root: Path, mark: Path, first: int) -> None:
    """Give a repository, whose files are written, a history and a configuration.

    Args:
        root: The repository; it is none yet.
        mark: A file that any program of the configuration would make.
        first: Number of the first payload.
    """
    write_files(root, {".gitmodules": MODULES, ".mailmap": MAILMAP})
    for link, target in LINKS.items():
        path = root / link
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "core.protectNTFS", "false")
    git(root, "add", "--all")
    attributes = root / ".git/attributes"  # a filter of the file's own would run as git adds
    attributes.write_text(ATTRIBUTES)
    blob = git(root, "hash-object", "-w", "--no-filters", str(attributes)).strip()
    git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},.gitattributes")
    for module in ("modules/a", "modules/b", "modules/<script>alert(3)<"):
        git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{module}")
    git(root, "commit", "--quiet", "--message", "Begin")
    for number, (name, address, subject) in enumerate(people(first)):
        write_files(root, {f"people/{number}.md": f"# Of person {number}\n"})
        git(root, "add", f"people/{number}.md")
        _commit(root, name, address, subject)
    for number, date in enumerate(NO_DATES):
        write_files(root, {f"people/undated-{number}.md": f"# Undated {number}\n"})
        git(root, "add", f"people/undated-{number}.md")
        _commit(root, "Ada", "ada@example.org", "Undated", date)
    for number, name in enumerate(TAGS):
        _refer(root, "tags/" + name.replace("{n}", str(first + 50 + number)))
    for number, name in enumerate(BRANCHES):
        _refer(root, "heads/" + name.replace("{n}", str(first + 60 + number)))
    attributes.rename(root / ".gitattributes")
    _configure(root, mark)


def _commit(root: Path, name: str, address: str, subject: str, date: str = DATE) -> None:
    """Commit what is there under a name that git itself would not let pass."""
    person = f"{name} <{address}>"
    tree = git(root, "write-tree").strip()
    parent = git(root, "rev-parse", "HEAD").strip()
    (root / ".git/commit").write_bytes(
        f"tree {tree}\nparent {parent}\nauthor {person} {date}\ncommitter {person} {date}\n\n"
        f"{subject}\n".encode()
    )
    made = git(root, "hash-object", "-w", "-t", "commit", "--literally", ".git/commit").strip()
    git(root, "update-ref", "HEAD", made)


def _refer(root: Path, name: str) -> None:
    """Write a reference as a file: git would refuse some of the names."""
    if len(os.fsencode(name)) < 200:
        file = root / ".git/refs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(git(root, "rev-parse", "HEAD"))


def _configure(root: Path, mark: Path) -> None:
    program = root / ".git/evil"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> '{mark}'\n")
    program.chmod(0o755)
    lines = [f"[core]\n\tattributesFile = /etc/passwd\n\thooksPath = {root}/.git/hooks\n"]
    for setting in SETTINGS:
        section, _, name = setting.rpartition(".")
        first, _, second = section.partition(".")
        head = f'[{first} "{second}"]' if second else f"[{first}]"
        lines.append(f"{head}\n\t{name} = {program}\n")
    with (root / ".git/config").open("a") as config:
        config.writelines(lines)
    hooks = root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in (
        "post-index-change",
        "post-checkout",
        "reference-transaction",
        "fsmonitor-watchman",
    ):
        (hooks / hook).symlink_to(program)
