"""What each question is answered, against what a reader of the files would say."""

from __future__ import annotations

import pytest
from support.repositories import git, write_files
from support.shop import Asked

from mkdocs_repodoc.insight.examples.opening_example import ExampleFinder
from mkdocs_repodoc.query.replies import tests_reply
from mkdocs_repodoc.query.replies.calls_reply import CalleesAnswer, PathsAnswer
from mkdocs_repodoc.query.replies.files_reply import ImportsAnswer, RelatedAnswer
from mkdocs_repodoc.query.replies.findings_reply import FindingsAnswer
from mkdocs_repodoc.query.replies.overview_reply import CommandsAnswer, OverviewAnswer
from mkdocs_repodoc.query.replies.search_reply import SearchAnswer
from mkdocs_repodoc.query.replies.symbol_reply import SourceAnswer, SymbolAnswer
from mkdocs_repodoc.query.replies.uses_reply import UsesAnswer


def test_an_overview_counts_and_names_what_matters(shop: Asked) -> None:
    said = shop(OverviewAnswer, "overview")
    assert (said.name, said.version, said.branch) == ("shop", "1.2", "main")
    assert said.file_count == 9
    assert said.roles["test"] == 1
    assert [folder.path for folder in said.folders] == ["shop", "tests"]
    assert said.key_files[0].path == "shop/price.py"
    assert ("command", "shop") in [(each.kind, each.name) for each in said.entry_points]
    assert ("make test", "Makefile", 1) in [
        (each.command, each.path, each.line) for each in said.commands
    ]


def test_an_overview_of_a_folder_keeps_to_it(shop: Asked) -> None:
    said = shop(OverviewAnswer, "overview", path="tests")
    assert said.file_count == 1
    assert [each.path for each in said.paths] == ["tests/test_till.py"]
    assert shop(OverviewAnswer, "overview", path="nowhere").status == "not known"


def test_a_symbol_is_described_with_its_documentation_and_ties(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="Till.pay")
    assert said.subject is not None
    assert (said.subject.id, said.subject.line, said.subject.end_line) == (
        "shop/till.py#Till.pay",
        12,
        20,
    )
    assert "items (list[str]): What is bought." in said.documentation
    assert [(each.name, each.annotation) for each in said.parameters] == [("items", "list[str]")]
    assert [(each.name, each.line) for each in said.raises] == [("ValueError", 19)]
    night = shop(SymbolAnswer, "symbol", name="NightTariff.charge")
    assert night.overrides is not None
    assert night.overrides.id == "shop/price.py#Tariff.charge"
    tariff = shop(SymbolAnswer, "symbol", name="shop.price.Tariff")
    assert [each.id for each in tariff.subclasses] == ["shop/price.py#NightTariff"]
    assert [each.id for each in tariff.members] == ["shop/price.py#Tariff.charge"]


def test_what_a_package_passes_on_has_the_name_that_the_package_gives_it(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="shop.Till")
    assert said.subject is not None
    assert said.subject.id == "shop/till.py#Till"


def test_a_name_of_several_symbols_has_candidates_and_no_guess(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="charge")
    assert said.status == "several candidates"
    assert said.subject is None
    assert [each.id for each in said.candidates] == [
        "shop/price.py#Tariff.charge",
        "shop/price.py#NightTariff.charge",
        "style.dart#charge",
    ]
    below = shop(SymbolAnswer, "symbol", name="charge", path="style.dart")
    assert below.status == "answered"


def test_headings_do_not_compete_with_code(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="Tariff")
    assert said.subject is not None
    assert said.subject.id == "shop/price.py#Tariff"


def test_a_misspelt_name_is_not_known_and_those_like_it_are_named(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="Tarif")
    assert said.status == "not known"
    assert "Tariff" in said.note


def test_a_line_means_the_innermost_symbol_around_it(shop: Asked) -> None:
    said = shop(SymbolAnswer, "symbol", name="shop/till.py:20")
    assert said.subject is not None
    assert said.subject.id == "shop/till.py#Till.pay"
    said = shop(SymbolAnswer, "symbol", name="shop/till.py:1")
    assert said.subject is not None
    assert said.subject.id == "shop/till.py"


def test_source_is_the_text_of_the_file(shop: Asked) -> None:
    said = shop(SourceAnswer, "source", name="shop.price.tax")
    assert (said.line, said.end_line) == (18, 19)
    assert said.text == "def tax(due):\n    return due // 5\n"
    said = shop(SourceAnswer, "source", name="shop/price.py", line=1, end_line=1)
    assert said.text == '"""Knows what things cost."""\n'


def test_uses_have_lines_grades_and_what_is_around(shop: Asked) -> None:
    said = shop(UsesAnswer, "uses", name="shop.price.tax")
    (use,) = said.uses
    assert (use.path, use.line, use.column, use.kind) == ("shop/price.py", 6, 21, "call")
    assert (use.within, use.grade, use.text) == (
        "shop/price.py#Tariff.charge",
        "exact",
        "return due + tax(due)",
    )
    assert (said.total, said.kinds, said.open_total) == (1, {"call": 1}, 0)


def test_uses_of_other_kinds_are_told_where_there_is_none_of_the_wanted_one(shop: Asked) -> None:
    said = shop(UsesAnswer, "uses", name="shop.price.tax", kind="raise")
    assert (said.total, said.note) == (0, "No use is of this kind; there are others: call (1).")


def test_lines_with_the_name_whose_meaning_is_not_known_are_told(shop: Asked) -> None:
    said = shop(UsesAnswer, "uses", name="Tariff.charge")
    assert [(each.path, each.line) for each in said.open_lines] == [("shop/guess.py", 2)]
    assert said.open_total == 1
    assert "not known" in said.note


def test_open_lines_that_look_like_code_come_before_words(changing_shop: Asked) -> None:
    words = (
        '"""charge, tests of charge and discharge."""\n\n\ndef test(till):\n    till.charge(1)\n'
    )
    write_files(changing_shop.root, {"shop/a.py": "# we charge\n", "tests/test_b.py": words})
    git(changing_shop.root, "add", "--all")
    said = changing_shop(UsesAnswer, "uses", name="Tariff.charge")
    assert [(each.path, each.line) for each in said.open_lines] == [
        ("shop/guess.py", 2),
        ("tests/test_b.py", 5),
        ("shop/a.py", 1),
        ("tests/test_b.py", 1),
    ]
    said = changing_shop(UsesAnswer, "uses", name="Tariff.charge", tests=False)
    assert [(each.path, each.line) for each in said.open_lines] == [
        ("shop/guess.py", 2),
        ("shop/a.py", 1),
    ]


def test_uses_can_leave_tests_out_and_keep_to_a_kind(shop: Asked) -> None:
    everywhere = shop(UsesAnswer, "uses", name="shop.till.Till")
    assert "tests/test_till.py" in {each.path for each in everywhere.uses}
    said = shop(UsesAnswer, "uses", name="shop.till.Till", tests=False, kind="call")
    assert [(each.path, each.line) for each in said.uses] == [("shop/till.py", 24)]


def test_what_a_type_has_from_another_is_told_with_its_own_name(changing_shop: Asked) -> None:
    day = "from shop.price import NightTariff\n\n\nclass DayTariff(NightTariff):\n    pass\n"
    write_files(changing_shop.root, {"shop/day.py": day})
    git(changing_shop.root, "add", "--all")
    note = (
        "'DayTariff.charge' means shop/price.py#NightTariff.charge; "
        "what is told holds for all types that have it from there."
    )
    said = changing_shop(SymbolAnswer, "symbol", name="DayTariff.charge")
    assert said.subject is not None
    assert (said.subject.id, said.note) == ("shop/price.py#NightTariff.charge", note)
    assert changing_shop(UsesAnswer, "uses", name="DayTariff.charge").note.startswith(note)
    for own in ("NightTariff.charge", "shop/price.py:12", "shop/price.py#NightTariff.charge"):
        assert "means" not in changing_shop(UsesAnswer, "uses", name=own).note


def test_uses_in_a_language_without_names_are_not_known(shop: Asked) -> None:
    said = shop(UsesAnswer, "uses", name="style.dart#charge")
    assert said.status == "not known"
    assert "dart" in said.note


def test_callees_tell_how_sure_they_are(shop: Asked) -> None:
    said = shop(CalleesAnswer, "callees", name="Till.pay")
    assert [(each.symbol.id, each.line, each.grade) for each in said.callees] == [
        ("shop/price.py#Tariff.charge", 20, "inferred"),
        ("shop/price.py#total", 20, "exact"),
    ]
    said = shop(CalleesAnswer, "callees", name="shop/price.py#Tariff.charge")
    assert [(each.symbol.id, each.tie, each.path) for each in said.callees] == [
        ("shop/price.py#tax", "call", "shop/price.py"),
        ("shop/price.py#NightTariff.charge", "override", ""),
    ]


def test_calls_are_followed_without_a_search_for_examples(
    changing_shop: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches: list[ExampleFinder] = []
    monkeypatch.setattr(ExampleFinder, "find", searches.append)
    assert changing_shop(CalleesAnswer, "callees", name="Till.pay").total == 2
    start, target = "shop.till.main", "shop.price.tax"
    assert changing_shop(PathsAnswer, "paths", start=start, target=target).total == 1
    assert not searches, "which takes a look at all documents"


def test_a_path_has_a_line_for_each_step(shop: Asked) -> None:
    said = shop(PathsAnswer, "paths", start="shop.till.main", target="shop.price.tax")
    (path,) = said.paths
    assert path.start.id == "shop/till.py#main"
    assert [(each.symbol.id, each.line) for each in path.steps] == [
        ("shop/till.py#Till.pay", 24),
        ("shop/price.py#Tariff.charge", 20),
        ("shop/price.py#tax", 6),
    ]


def test_where_no_path_is_known_none_is_made_up(shop: Asked) -> None:
    said = shop(PathsAnswer, "paths", start="shop.price.tax", target="shop.till.main")
    assert said.status == "not known"
    assert said.paths == ()
    short = shop(
        PathsAnswer,
        "paths",
        start="shop.till.main",
        target="shop.price.tax",
        depth=2,
    )
    assert short.status == "not known"


def test_a_function_that_reaches_itself_has_a_path_to_itself(changing_shop: Asked) -> None:
    code = (
        "def even(n):\n    return n == 0 or odd(n - 1)\n\n\ndef odd(n):\n    return even(n - 1)\n"
    )
    write_files(changing_shop.root, {"shop/guess.py": code})
    said = changing_shop(PathsAnswer, "paths", start="even", target="even")
    (path,) = said.paths
    assert [each.symbol.id for each in path.steps] == ["shop/guess.py#odd", "shop/guess.py#even"]
    said = changing_shop(PathsAnswer, "paths", start="shop/guess.py", target="odd")
    assert [[each.symbol.id for each in path.steps] for path in said.paths] == [
        ["shop/guess.py#odd"]
    ]


def test_tests_are_told_with_the_helper_that_they_reach_by(shop: Asked) -> None:
    said = shop(tests_reply.TestsAnswer, "tests", name="shop.till.Till")
    assert [(each.test.id, each.reach, each.through) for each in said.tests] == [
        ("tests/test_till.py#test_pay", "through", "tests/test_till.py#make")
    ]
    assert said.command == "python -m pytest tests/test_till.py"
    said = shop(tests_reply.TestsAnswer, "tests", name="shop/price.py#Tariff.charge")
    assert [(each.test.name, each.reach) for each in said.tests] == [
        ("test_till.test_charge", "uses")
    ]
    said = shop(tests_reply.TestsAnswer, "tests", name="shop/till.py")
    assert [each.test.id for each in said.tests] == ["tests/test_till.py"]


def test_a_symbol_without_tests_is_said_to_have_none(shop: Asked) -> None:
    said = shop(tests_reply.TestsAnswer, "tests", name="shop.till.main")
    assert (said.tests, said.status) == ((), "answered")
    assert said.note.startswith("No test is known")


def test_cases_of_callers_stand_in_for_those_of_a_function(changing_shop: Asked) -> None:
    said = changing_shop(tests_reply.TestsAnswer, "tests", name="shop.price.tax")
    assert [(each.test.id, each.reach, each.through, each.grade) for each in said.tests] == [
        ("tests/test_till.py#test_charge", "caller", "shop/price.py#Tariff.charge", "inferred")
    ]
    assert said.note.startswith("No test case is known to use it; those")
    begin = "from shop.price import tax\n\n\ndef setup_module():\n    tax(5)\n\n\n"
    write_files(changing_shop.root, {"tests/test_tax.py": f"{begin}def test_tax():\n    pass\n"})
    git(changing_shop.root, "add", "--all")
    said = changing_shop(tests_reply.TestsAnswer, "tests", name="shop.price.tax")
    assert [(each.test.id, each.reach) for each in said.tests] == [
        ("tests/test_tax.py", "file"),
        ("tests/test_till.py#test_charge", "caller"),
    ]


def test_imports_in_both_directions(shop: Asked) -> None:
    said = shop(ImportsAnswer, "imports", path="shop/till.py")
    assert [(each.line, each.module, each.name, each.leads_to) for each in said.imports] == [
        (3, "shop.price", "Tariff", "shop/price.py"),
        (3, "shop.price", "total", "shop/price.py"),
    ]
    said = shop(ImportsAnswer, "imports", path="shop/price.py", direction="to")
    assert [(each.path, each.line) for each in said.importers] == [
        ("shop/till.py", 3),
        ("tests/test_till.py", 1),
    ]


def test_related_files_have_reasons(shop: Asked) -> None:
    said = shop(RelatedAnswer, "related", path="till.py")
    reasons = {each.path: each.reasons for each in said.related}
    assert "tests it" in reasons["tests/test_till.py"]


def test_findings_name_their_rule(shop: Asked) -> None:
    said = shop(FindingsAnswer, "findings", path="shop")
    assert said.total == len(said.findings)
    assert all(each.path.startswith("shop/") and each.rule for each in said.findings)


def test_search_prefers_the_name_itself_and_what_is_used(shop: Asked) -> None:
    said = shop(SearchAnswer, "search", text="Tariff")
    ids = [each.symbol.id for each in said.hits]
    assert ids[0] == "shop/price.py#Tariff"
    assert ids.index("shop/price.py#NightTariff") > 0
    returning = shop(SearchAnswer, "search", text="-> int")
    assert {each.symbol.id for each in returning.hits} == {
        "shop/price.py#Tariff.charge",
        "shop/price.py#NightTariff.charge",
        "shop/till.py#Till.pay",
    }
    assert [each.symbol.id for each in shop(SearchAnswer, "search", text="Till.pa").hits] == [
        "shop/till.py#Till.pay"
    ]
    words = shop(SearchAnswer, "search", text="takes money")
    assert [each.symbol.id for each in words.hits] == ["shop/till.py"]
    assert shop(SearchAnswer, "search", text="zebra").note


def test_commands_have_their_proof(shop: Asked) -> None:
    said = shop(CommandsAnswer, "commands")
    assert {"make test", "shop"} <= {each.command for each in said.commands}
