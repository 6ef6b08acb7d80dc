"""A file of the site for other programs."""

import json

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.site_outputs import ExtensionOutput


def _make(site: DocumentedSite) -> bytes:
    listed = {
        path: [each.name for each in file.outline.symbols if each.kind is Kind.TEST]
        for path, file in site.repository.files.items()
        if file.source.language == "gherkin"
    }
    return f"{json.dumps(listed, indent=2, ensure_ascii=False)}\n".encode()


SCENARIO_LIST = ExtensionOutput("scenarios.json", _make)
