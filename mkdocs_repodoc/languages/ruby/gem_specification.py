"""The specification of a gem, its `.gemspec`, as far as it is written out: nothing in it is run.

Source: the Specification Reference of RubyGems.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.facts import (
    Dependency,
    Fact,
    InstalledCommand,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
)

SUFFIX = ".gemspec"
_ADDED = ("add_dependency", "add_runtime_dependency")
_URLS = {
    "homepage": "Homepage",
    "homepage_uri": "Homepage",
    "documentation_uri": "Documentation",
    "source_code_uri": "Source",
    "changelog_uri": "Changelog",
    "bug_tracker_uri": "Issues",
}
_STRINGS = frozenset({"string", "bare_string", "heredoc_body"})
_LISTS = frozenset({"array", "string_array"})
_DEMAND = "Gem::Requirement"
_PARTS = frozenset({"string_content", "heredoc_content", "heredoc_end"})


def read_specification(walk: Walk, root: Node) -> None:
    """State a gem's name, commands, dependencies and what else is written out.

    Args:
        walk: Of a `.gemspec`.
        root: The whole file.
    """
    stated: dict[str, list[Node]] = defaultdict(list)
    for attribute, value in _attributes(walk, root):
        stated[attribute] += _strings(walk, value)
    texts = {name: [_content(walk, each) for each in found] for name, found in stated.items()}
    walk.facts += dict.fromkeys(_facts(texts))
    walk.facts += _commands(walk, texts, [*stated["executables"], *stated["executable"]])


def _facts(texts: dict[str, list[str]]) -> Iterator[Fact]:
    def first(*names: str) -> str:
        return next((text for name in names for text in texts.get(name, ()) if text), "")

    description = " ".join(first("summary", "description").split())
    licences = [each for name in ("license", "licenses") for each in texts.get(name, ())]
    if name := first("name"):
        yield ProjectMetadata(name, first("version"), description, ", ".join(licences))
    if versions := [each for each in texts.get("required_ruby_version", ()) if each]:
        yield Runtime("Ruby", ", ".join(versions))
    for attribute, label in _URLS.items():
        if (url := first(attribute)).startswith("http"):
            yield ProjectUrl(label, url)
    for added in _ADDED:
        yield from (Dependency(each) for each in texts.get(added, ()) if each)


def _commands(
    walk: Walk, texts: dict[str, list[str]], names: list[Node]
) -> Iterator[InstalledCommand]:
    folder = next(iter(texts.get("bindir", ())), "bin")
    for node in names:
        if name := _content(walk, node):
            yield InstalledCommand(name, path=f"{folder}/{name}", line=node.start_point.row + 1)


def _attributes(walk: Walk, root: Node) -> Iterator[tuple[str, Node]]:
    """Yield what is assigned to attributes or added to them, and what `add_…` is given first."""
    todo = [root]
    while todo:
        node = todo.pop()
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        method, given = node.child_by_field_name("method"), node.child_by_field_name("arguments")
        if left is not None and right is not None and left.type in {"call", "element_reference"}:
            yield _attribute(walk, left), _written(node, right)
            todo += [each for each in right.named_children if each.type == "pair"]
        elif node.type == "pair":
            key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
            if key is not None and value is not None:
                yield _content(walk, key), value
        elif given is not None and given.named_children and walk.text(method) in _ADDED:
            yield walk.text(method), given.named_children[0]
        else:
            todo += reversed(node.named_children)


def _attribute(walk: Walk, left: Node) -> str:
    """Return the name of an attribute, `spec.name`, or of an entry, `spec.metadata["name"]`."""
    if left.type == "call":
        return walk.text(left.child_by_field_name("method"))
    return next((_content(walk, each) for each in left.named_children[1:]), "")


def _written(assignment: Node, value: Node) -> Node:
    """Return a value; that of a heredoc stands behind the assignment."""
    behind = assignment.next_named_sibling
    is_heredoc = value.type == "heredoc_beginning" and behind is not None
    return behind if is_heredoc and behind is not None else value


def _strings(walk: Walk, value: Node) -> list[Node]:
    """Return the strings of a value that is written out: one, a list, or a demand of versions."""
    if value.type in _STRINGS:
        return [value]
    if value.type in _LISTS:
        return [each for part in value.named_children for each in _strings(walk, part)]
    if value.type == "call":
        receiver, given = (value.child_by_field_name(each) for each in ("receiver", "arguments"))
        method = walk.text(value.child_by_field_name("method"))
        if method == "freeze" and receiver is not None:
            return _strings(walk, receiver)
        if method == "new" and walk.text(receiver) == _DEMAND and given is not None:
            return [each for part in given.named_children for each in _strings(walk, part)]
    return []


def _content(walk: Walk, string: Node) -> str:
    """Return what a string holds; empty where something is computed or escaped in it."""
    parts = string.named_children
    if any(part.type not in _PARTS for part in parts):
        return ""
    return "".join(walk.text(part) for part in parts if part.type != "heredoc_end")
