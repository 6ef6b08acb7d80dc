"""Extensions that a process uses: what they add is there, and gone when others are used."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
from support.extensions import FEATURE, write_metadata
from support.repositories import commit_all, write_files

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.named_extensions import extensions_code, use_extensions
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES, every_format, language_named
from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.mcp_server.served_repositories import ServedRepositories
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.reporting.progress import Progress
from mkdocs_repodoc.settings import AnalysisOptions, Settings
from mkdocs_repodoc.sources.file_types import language_of

NAME = "repodoc-gherkin"
WITH_IT = AnalysisOptions(extensions=(NAME,))

Install = Callable[[str, Mapping[str, str]], Settings]


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a package `faulty` of one module, and returns settings that name it."""
    installed, shop = tmp_path / "installed", tmp_path / "shop"
    monkeypatch.syspath_prepend(installed)

    def made(code: str, entry_points: Mapping[str, str]) -> Settings:
        write_files(installed, {"faulty_parts.py": code})
        groups = {
            f"mkdocs_repodoc.{group}": {"one": value} for group, value in entry_points.items()
        }
        write_metadata(installed, "faulty", "1.0", groups)
        write_files(shop, {"app.py": "def sell(): pass\n", "README.md": "# Shop\n"})
        commit_all(shop)
        return Settings(root=shop, jobs=1, extensions=("faulty",))

    return made


@contextmanager
def built(settings: Settings) -> Iterator[Site]:
    builder = Builder(settings)
    try:
        yield builder.build({}, Progress(logging.getLogger("test")))
    finally:
        builder.close()


@pytest.mark.usefixtures("gherkin")
def test_a_language_is_there_while_its_extension_is_used() -> None:
    assert isinstance(language_named("gherkin").outline, Absent)
    assert language_of("cart.feature") == "gherkin"  # it was a format before
    use_extensions((NAME,))
    assert not isinstance(language_named("gherkin").outline, Absent)
    assert "gherkin" in LANGUAGES
    assert LANGUAGES["gherkin"] in every_format()
    assert "gherkin-no-outcome" in rules_by_id()
    use_extensions(())
    assert "gherkin" not in LANGUAGES
    assert "gherkin-no-outcome" not in rules_by_id()


@pytest.mark.usefixtures("gherkin")
def test_keys_of_results_tell_extensions_apart(gherkin: Path) -> None:
    file = SourceFile("cart.feature", "text", "gherkin", 1, "0" * 64)
    plain, code = record_key(file, AnalysisOptions()), code_digest((), ())
    use_extensions((NAME,))
    assert record_key(file, WITH_IT) != plain
    first = code_digest((), ())
    assert first != code
    use_extensions(())
    assert code_digest((), ()) == code
    (gherkin / "repodoc_gherkin" / "words.txt").write_text("a file that a module may read\n")
    use_extensions((NAME,))
    assert code_digest((), ()) != first


def test_an_extension_in_a_namespace_is_known_by_its_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"mkdocs_repodoc.rules": {"one": "faulty_space.inner.parts:PART"}}
    write_metadata(tmp_path, "faulty-spaced", "1", parts)
    package = tmp_path / "faulty_space" / "inner"
    write_files(package, {"__init__.py": "", "parts.py": "PART = ()\n", "words.txt": "one"})
    write_files(tmp_path / "faulty_space" / "of_others", {"big.txt": "not read"})
    monkeypatch.syspath_prepend(tmp_path)
    codes = []
    for words in ("one", "two", "one"):
        (package / "words.txt").write_text(words)
        use_extensions(("faulty-spaced",))
        codes.append(extensions_code())
        use_extensions(())
        (tmp_path / "faulty_space" / "of_others" / "big.txt").write_text(words)
    assert codes[0] == codes[2] != codes[1]


@pytest.mark.usefixtures("gherkin")
def test_what_a_worker_starts_with_is_enough() -> None:
    """It has the options, and nothing else of the process that sends it work."""
    record = analyse("cart.feature", "gherkin", FEATURE.encode(), WITH_IT)
    assert [symbol.name for symbol in record.outline.symbols] == [
        *("Cart", "Fill a cart", "Leave the shop"),
    ]
    assert [finding.rule for finding in record.outline.findings] == ["gherkin-no-outcome"]


@pytest.mark.usefixtures("gherkin", "second_thread")
def test_interpreters_that_analyse_files_use_them(tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    write_files(shop, {f"features/{name}.feature": FEATURE for name in "abc"})
    commit_all(shop)
    with built(Settings(root=shop, jobs=2, extensions=(NAME,))) as site:
        assert {file.role for file in site.repository.files.values()} == {"specification"}


def test_one_of_a_language_that_is_there_is_refused(faulty: Install) -> None:
    code = "from mkdocs_repodoc.languages.lua.spec import LUA\nfrom dataclasses import replace\n"
    settings = faulty(f"{code}LANGUAGE = replace(LUA)\n", {"languages": "faulty_parts:LANGUAGE"})
    with pytest.raises(ExtensionError, match="faulty adds the language lua, which is there"):
        Builder(settings)


@pytest.mark.parametrize("group", ["languages", "rules", "roles", "facts", "sections", "outputs"])
def test_what_is_no_part_of_its_kind_is_told_before_anything_is_built(
    faulty: Install, group: str
) -> None:
    settings = faulty("PART = 3.5\n", {group: "faulty_parts:PART"})
    with pytest.raises(
        ExtensionError, match=rf"faulty can't be used: its mkdocs_repodoc\.{group} .* holds float"
    ):
        Builder(settings)


@pytest.mark.parametrize("path", ["../x.json", "/x.json", "a//b", "objects.inv", ".hidden/a"])
def test_a_file_is_within_the_site_and_its_own(faulty: Install, path: str) -> None:
    code = "from mkdocs_repodoc.outputs.site_outputs import ExtensionOutput\n"
    code += f"PART = ExtensionOutput({path!r}, lambda site: b'')\n"
    with pytest.raises(ExtensionError, match=r"faulty adds (a|the) file"):
        Builder(faulty(code, {"outputs": "faulty_parts:PART"}))


def test_what_fails_on_a_file_or_in_a_section_is_said_there_and_in_the_log(
    faulty: Install, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    code = """
from mkdocs_repodoc.languages.fact_finder import FactFinder
from mkdocs_repodoc.pages.extension_sections import FileSection, FolderDocSection
FACTS = FactFinder(frozenset({"python"}), lambda file: 1 / 0)
SECTIONS = (
    FileSection("Prices", "prices", lambda view: 1 / 0),
    FolderDocSection("Costs", "costs", lambda context, folder: 1 / 0),
)
"""
    settings = faulty(code, {"facts": "faulty_parts:FACTS", "sections": "faulty_parts:SECTIONS"})
    with built(settings) as site:
        outline = site.repository.files["app.py"].outline
        assert outline.diagnostics[0].message.startswith(
            "The extension faulty failed on this file (facts): "
        )
        assert [symbol.name for symbol in outline.symbols] == ["sell"]
        for uri in (site.plan.uri("file", "app.py"), site.plan.uri("folder documentation", "")):
            said = "The extension faulty could not say what belongs here: "
            assert said in repr(site.body(uri))
    logged = [record.message for record in caplog.records]
    assert sum(message.startswith(said) for message in logged) == 2
    assert any("Traceback" in message and "ZeroDivisionError" in message for message in logged)


def test_what_a_rule_finds_is_made_fit_for_a_record(faulty: Install) -> None:
    code = """
from mkdocs_repodoc.languages.file_rule import FileRule, LineMatch
from mkdocs_repodoc.model.rules import FurtherReading
RULES = (
    FileRule(
        id="long", name="Long", area="idiom", says="It is.", why="So.", language="python",
        example="", counterexample="", since="1.0.0",
        reference=FurtherReading("Long", "https://a.example"),
        check=lambda file: (LineMatch(1, "a\\n" * 9000, None) for _ in range(300)),
    ),
)
"""
    with built(faulty(code, {"rules": "faulty_parts:RULES"})) as site:
        outline = site.repository.files["app.py"].outline
        assert len(outline.findings) == 200
        assert all(len(each.message) < 1000 and not each.symbol for each in outline.findings)
        assert "200 are kept" in outline.diagnostics[-1].message
        msgspec.msgpack.decode(msgspec.msgpack.encode(outline), type=FileOutline)


def test_a_role_or_a_file_that_fails_is_one_line(faulty: Install) -> None:
    code = """
from mkdocs_repodoc.languages.extension_role import ExtensionRole
from mkdocs_repodoc.outputs.site_outputs import ExtensionOutput
FAILS = []
def judge(file):
    return "" if not FAILS else 1 / 0
ROLE = ExtensionRole("price", "price", "prices", judge)
OUTPUT = ExtensionOutput("prices.json", lambda site: 1 / 0)
"""
    settings = faulty(code, {"roles": "faulty_parts:ROLE", "outputs": "faulty_parts:OUTPUT"})
    fails = r"faulty fails as it makes prices\.json: .*zero"
    with built(settings) as site, pytest.raises(ExtensionError, match=fails):
        site.outputs()["prices.json"]
    import_module("faulty_parts").FAILS.append(True)
    fails = r"faulty fails as it judges \S+: .*zero"
    with pytest.raises(ExtensionError, match=fails), built(settings):
        pass


def test_an_error_crosses_to_the_parent() -> None:
    sent = pickle.dumps(ExtensionError("repodoc-shop", "is closed"))
    error = pickle.loads(sent)  # noqa: S301 - written on the line above
    assert isinstance(error, ExtensionError)
    assert str(error) == "repodoc option 'extensions': repodoc-shop is closed"


def test_a_server_has_one_set_of_them(tmp_path: Path) -> None:
    settings = {
        "shop": Settings(root=tmp_path, extensions=(NAME,)),
        "port": Settings(root=tmp_path),
    }
    with pytest.raises(SettingsError, match="shop, port name different ones"):
        ServedRepositories(settings)
