"""Dart's `pubspec.yaml`, the manifest of a package (https://dart.dev/tools/pub/pubspec)."""

from __future__ import annotations

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    add_yaml_keys,
    child,
    entries,
    parse_yaml,
    scalar,
)
from mkdocs_repodoc.model.facts import (
    Dependency,
    InstalledCommand,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
)

_URLS = {
    "homepage": "Homepage",
    "documentation": "Documentation",
    "repository": "Source",
    "issue_tracker": "Issues",
}
_RUNTIMES = {"sdk": "Dart", "flutter": "Flutter"}


def read_pubspec(draft: RecordBuilder) -> None:
    """Read a manifest: what it says of the package, what that needs, and its commands."""
    documents = parse_yaml(draft)
    add_yaml_keys(draft, documents)
    root = documents[0] if documents else None
    texts = {key: " ".join(scalar(value).split()) for key, value, _ in entries(root)}
    description = texts.get("description", "")
    name = texts.get("name", "")
    draft.state(ProjectMetadata(name, texts.get("version", ""), description))
    for key, label in _URLS.items():
        if texts.get(key):
            draft.state(ProjectUrl(label, texts[key]))
    for key, value, _ in entries(child(root, "environment")):
        if key in _RUNTIMES and (version := scalar(value)):
            draft.state(Runtime(_RUNTIMES[key], version))
    for key, _, _ in entries(child(root, "dependencies")):
        draft.state(Dependency(key))
    for command, value, line in entries(child(root, "executables")):
        script = scalar(value) or command
        draft.state(InstalledCommand(command, path=f"bin/{script}.dart", line=line))
    draft.describe(description, draft.line_of("description"), "project description")
