"""A role of files, and how it is told."""

from mkdocs_repodoc.languages.extension_role import ExtensionRole
from mkdocs_repodoc.languages.role_evidence import JudgedFile


def _judge(file: JudgedFile) -> str:
    return "its name ends in .feature" if file.source.language == "gherkin" else ""


SPECIFICATION = ExtensionRole("specification", "specification", "specifications", _judge)
