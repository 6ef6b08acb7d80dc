"""YAML files that automate: GitHub workflows and actions, GitLab pipelines, hooks, compose files.

A workflow is known by its content (`on` and `jobs`), since a record must not depend on the folder
that a file lies in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

import yaml

from mkdocs_repodoc.format_readers.build_files.taskfile import read_taskfile
from mkdocs_repodoc.format_readers.build_files.workflows import read_action, read_workflow
from mkdocs_repodoc.format_readers.build_files.yaml_scripts import MOST_COMMANDS, mention_files
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    add_yaml_keys,
    child,
    entries,
    items,
    last_line,
    parse_yaml,
    scalar,
)
from mkdocs_repodoc.languages.tools.whole_scripts import script_commands
from mkdocs_repodoc.model.facts import Hook, JobCommand
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import PathMention
from mkdocs_repodoc.text.path_words import literal_path

_HOOKS = re.compile(r"\.pre-commit-(?:config|hooks)\.ya?ml$|prek\.ya?ml$")
_COMPOSE = re.compile(r"(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$")
_GITLAB = re.compile(r"\.gitlab-ci\.ya?ml$")
_TASKFILE = re.compile(r"[Tt]askfile(?:\.dist)?\.ya?ml$")
_MKDOCS = re.compile(r"mkdocs[\w.-]*\.ya?ml$")
_GITLAB_JOB = ("script", "trigger", "extends")
"""Keys of which a job has one at least."""
_GITLAB_KEYWORDS = {"default", "include", "stages", "variables", "workflow", "spec"}


def read_yaml(draft: RecordBuilder) -> None:
    """Read a YAML file, by its purpose if that is known."""
    documents = parse_yaml(draft)
    root = documents[0] if documents else None
    for applies, read in _PURPOSES:
        if root is not None and applies(draft.name, root):
            read(draft, root)
            return
    add_yaml_keys(draft, documents)


def _hooks(draft: RecordBuilder, root: yaml.Node) -> None:
    repositories = [(scalar(child(node, "repo")), node) for node in items(child(root, "repos"))]
    if isinstance(root, yaml.SequenceNode):  # a repository that offers hooks
        for hook in items(root):
            _hook(draft, hook, "")
    for address, node in repositories:
        for hook in items(child(node, "hooks")):
            _hook(draft, hook, address)


def _hook(draft: RecordBuilder, node: yaml.Node, address: str) -> None:
    name = scalar(child(node, "id"))
    if name:
        line = node.start_mark.line + 1
        summary = scalar(child(node, "description")) or scalar(child(node, "name"))
        signature = f"from {address}" if address not in {"", "local", "meta"} else ""
        draft.add(
            name,
            Kind.HOOK,
            line,
            end_line=last_line(node),
            summary=summary if summary != name else "",
            signature=signature,
        )
        draft.state(Hook(name))
        if address == "local":
            mention_files(draft, child(node, "entry"))


def _compose(draft: RecordBuilder, root: yaml.Node) -> None:
    for service, node, line in entries(child(root, "services")):
        image = scalar(child(node, "image"))
        draft.add(
            f"services.{service}",
            Kind.SERVICE,
            line,
            end_line=last_line(node),
            shown=service,
            signature=f"from {image}" if image else "",
            summary=comment_above(draft, line),
        )


def _gitlab(draft: RecordBuilder, root: yaml.Node) -> None:
    for stage in items(child(root, "stages")):
        draft.add(scalar(stage), Kind.STAGE, stage.start_mark.line + 1)
    included = child(root, "include")
    for entry in [included, *items(included)]:
        node = entry if isinstance(entry, yaml.ScalarNode) else child(entry, "local")
        if node is not None and (path := literal_path(scalar(node).lstrip("/"))):
            draft.mention([PathMention(path, node.start_mark.line + 1, "command")])
    for job, node, line in entries(root):
        is_template = job.startswith(".") and isinstance(node, yaml.MappingNode)
        if not is_template and (
            job in _GITLAB_KEYWORDS or all(child(node, key) is None for key in _GITLAB_JOB)
        ):
            continue
        labels = ("template",) if is_template else ()
        summary = comment_above(draft, line)
        draft.add(job, Kind.JOB, line, end_line=last_line(node), summary=summary, labels=labels)
        _gitlab_mentions(draft, node)
        script = child(node, "script")
        whole = "\n".join(scalar(each) for each in (script, *items(script)))
        for command in islice(script_commands(whole), MOST_COMMANDS):
            draft.state(JobCommand(job, command, line))
    _gitlab_mentions(draft, child(root, "default") or root)


def _gitlab_mentions(draft: RecordBuilder, node: yaml.Node) -> None:
    """Note the files that a job's script names; what runs around it belongs to it too."""
    for key in ("before_script", "script", "after_script"):
        script = child(node, key)
        for command in [script, *items(script)][:MOST_COMMANDS]:
            mention_files(draft, command)


def _mkdocs(draft: RecordBuilder, root: yaml.Node) -> None:
    add_yaml_keys(draft, [root])
    for key in ("site_description", "site_name"):
        if (node := child(root, key)) is not None:
            draft.describe(scalar(node), node.start_mark.line + 1, "site description")


def _has(*keys: str) -> Callable[[str, yaml.Node], bool]:
    def applies(_name: str, root: yaml.Node) -> bool:
        return all(child(root, key) is not None for key in keys)

    return applies


def _named(pattern: re.Pattern[str]) -> Callable[[str, yaml.Node], bool]:
    def applies(name: str, _root: yaml.Node) -> bool:
        return bool(pattern.match(name))

    return applies


_PURPOSES: tuple[
    tuple[Callable[[str, yaml.Node], bool], Callable[[RecordBuilder, yaml.Node], None]], ...
]
_PURPOSES = (
    (_named(_HOOKS), _hooks),
    (_named(_COMPOSE), _compose),
    (_named(_GITLAB), _gitlab),
    (_named(_MKDOCS), _mkdocs),
    (_named(_TASKFILE), read_taskfile),
    (_has("on", "jobs"), read_workflow),
    (_has("name", "runs"), read_action),
)
