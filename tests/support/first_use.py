"""What the product makes on first use, made before a process of tests is copied.

A build makes records and pages in copies of the process that it runs in. Each of them would compile
templates and load grammars for itself, which is half of what a small build takes.
"""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, Content, analyse_all
from mkdocs_repodoc.html.code.highlight import colours
from mkdocs_repodoc.html.templates import _environment
from mkdocs_repodoc.sources.file_types import language_of
from support.sites import EXAMPLE


def make_ready() -> None:
    """Compile the templates, and read and colour a file of each language of the example."""
    templates = _environment(None)
    for name in templates.list_templates():
        templates.get_template(name)
    contents = {each.language: each for each in _example_files()}.values()
    analyse_all(list(contents), AnalysisOptions())
    for each in contents:
        colours(each.data, each.language)


def _example_files() -> list[Content]:
    made = {".cache", "site"}
    return [
        Content(path.name, language_of(path.name, data), data)
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file() and not made & set(path.relative_to(EXAMPLE).parts)
        for data in [path.read_bytes()]
    ]
