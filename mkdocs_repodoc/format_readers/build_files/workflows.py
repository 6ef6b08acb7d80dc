"""GitHub workflows and actions."""

from __future__ import annotations

import yaml

from mkdocs_repodoc.format_readers.build_files.workflow_jobs import job_facts, steps_here
from mkdocs_repodoc.format_readers.build_files.yaml_scripts import mention_files
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    child,
    entries,
    items,
    last_line,
    scalar,
)
from mkdocs_repodoc.model.kinds import Kind


def read_workflow(draft: RecordBuilder, root: yaml.Node) -> None:
    """Read a workflow: its triggers, its jobs and their steps, and what these run."""
    name = child(root, "name")
    for key, value, line in entries(root):
        if key in {"on", "true"}:
            _triggers(draft, value, line)
    for job, node, line in entries(child(root, "jobs")):
        title = scalar(child(node, "name"))
        draft.add(
            f"jobs.{job}",
            Kind.JOB,
            line,
            end_line=last_line(node),
            shown=job,
            summary=title or comment_above(draft, line),
        )
        steps = items(child(node, "steps"))
        _steps(draft, f"jobs.{job}", steps)
        for step, around in steps_here(steps, _working_folder(root, node)):
            mention_files(draft, child(step, "run"), around)
        for fact in job_facts(root, job, node, line, _working_folder(root, node)):
            draft.state(fact)
    if name is not None:
        draft.describe(scalar(name), name.start_mark.line + 1, "workflow name")


def _triggers(draft: RecordBuilder, node: yaml.Node, line: int) -> None:
    found = [(key, at) for key, _, at in entries(node)]
    found += [(scalar(item), item.start_mark.line + 1) for item in items(node)]
    if scalar(node):
        found.append((scalar(node), line))
    for trigger, at in found:
        draft.add(f"on.{trigger}", Kind.TRIGGER, at, shown=trigger)


def _working_folder(*nodes: yaml.Node) -> str:
    """Return the folder in which steps run unless they say otherwise: the innermost default."""
    found = [scalar(child(node, "defaults", "run", "working-directory")) for node in nodes]
    return next((folder for folder in reversed(found) if folder), "")


def _steps(draft: RecordBuilder, prefix: str, steps: list[yaml.Node]) -> None:
    for step in steps:
        run, uses = scalar(child(step, "run")), scalar(child(step, "uses"))
        title = scalar(child(step, "name"))
        shown = title or uses.partition("@")[0] or run.strip().split("\n")[0]
        line = step.start_mark.line + 1
        if shown:
            signature = run.strip().split("\n")[0] if run else uses
            draft.add(
                f"{prefix}.{shown[:80]}",
                Kind.STEP,
                line,
                end_line=last_line(step),
                shown=shown,
                signature=signature if signature != shown else "",
            )


def read_action(draft: RecordBuilder, root: yaml.Node) -> None:
    """Read an action: its inputs and outputs, and its steps."""
    description = child(root, "description")
    for key in ("inputs", "outputs"):
        for option, node, line in entries(child(root, key)):
            summary = scalar(child(node, "description"))
            draft.add(f"{key}.{option}", Kind.OPTION, line, shown=option, summary=summary)
    steps = items(child(root, "runs", "steps"))
    _steps(draft, "runs", steps)
    for step in steps:
        mention_files(draft, child(step, "run"), scalar(child(step, "working-directory")))
    if description is not None:
        draft.describe(scalar(description), description.start_mark.line + 1, "action description")
