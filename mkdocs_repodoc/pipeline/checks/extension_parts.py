"""The extensions of a run, loaded and looked at before anything is built with them."""

from __future__ import annotations

from mkdocs_repodoc.analysis.extension_results import fact_finders
from mkdocs_repodoc.extensions.named_extensions import use_extensions
from mkdocs_repodoc.languages.extension_role import extension_roles
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.processes.isolation import trusted_imports
from mkdocs_repodoc.settings import Settings


def load_extensions(settings: Settings) -> None:
    """Use the extensions that settings name, from now on.

    Args:
        settings: Settings of the run. No module is looked for in the documented folder.

    Raises:
        ExtensionError: One is not installed, can't be loaded, or holds what it may not.
    """
    with trusted_imports(settings.root):
        use_extensions(settings.extensions)
        if settings.extensions:
            _read_parts()


def _read_parts() -> None:
    """Read the parts of each kind, which raises where one can't be used."""
    from mkdocs_repodoc.outputs.site_outputs import extension_outputs  # noqa: PLC0415 - questions need none of it
    from mkdocs_repodoc.pages.extension_sections import offered_sections  # noqa: PLC0415 - likewise

    of_files = (LANGUAGES.keys, rules_by_id, extension_roles, fact_finders)
    for read in (*of_files, offered_sections, extension_outputs):
        len(read())
