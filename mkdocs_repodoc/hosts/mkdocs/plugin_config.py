"""The options as MkDocs reads them from mkdocs.yml, and the settings of a run of MkDocs."""

from __future__ import annotations

from dataclasses import Field
from pathlib import Path

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_repodoc.options.declared import Options, check_of, default_of, option_fields
from mkdocs_repodoc.options.resolve import SiteFacts, resolve
from mkdocs_repodoc.settings import Settings


class _Declared(BaseConfigOption[object]):
    """An option that is checked as on any host."""

    def __init__(self, option: Field[object]) -> None:
        super().__init__()
        self.default = default_of(option)
        self._check = check_of(option)

    def run_validation(self, value: object) -> object:
        try:
            return self._check(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error


_Schema: type[Config] = type(
    "_Schema", (Config,), {option.name: _Declared(option) for option in option_fields()}
)


class RepodocConfig(_Schema):  # type: ignore[misc, valid-type] # its attributes are the options
    """Options of the plugin in mkdocs.yml."""

    def options(self) -> Options:
        """Return the options, once MkDocs has checked them."""
        return Options(**{option.name: self[option.name] for option in option_fields()})


def settings_of(options: Options, config: MkDocsConfig) -> Settings:
    """Return the settings of a run.

    Raises:
        SettingsError: An option can't be used.
    """
    site = SiteFacts(
        base=Path(config.config_file_path or ".").resolve().parent,
        name=config.site_name,
        repo_url=config.repo_url or "",
        site_dir=Path(config.site_dir).resolve(),
        docs_dir=Path(config.docs_dir).resolve(),
        directory_urls=config.use_directory_urls,
    )
    return resolve(options, site)


def site_pages(files: Files, root: Path) -> dict[str, str]:
    """Return the hand-written pages: path relative to the repository's root → URL in the site."""
    pages = {}
    for file in files.documentation_pages():
        if file.abs_src_path and (path := Path(file.abs_src_path)).is_relative_to(root):
            pages[path.relative_to(root).as_posix()] = file.url
    return pages
