"""The documentation page of a file as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
from body_text import section_text
from made_repository import made_context, made_file, made_repository, made_symbol
from page_text import facts, file_body, items, keyword_body, page_links, section, text

from mkdocs_repodoc.model import clues
from mkdocs_repodoc.model.blocks import (
    Code,
    Facts,
    Figure,
    Listing,
    Note,
    PageBody,
    PageLink,
    Paragraph,
    Prose,
    Strip,
    WebLink,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.model.records import Finding, Import, LineCounts
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)
from mkdocs_repodoc.model.sections import FILE_SECTIONS
from mkdocs_repodoc.settings import Settings


def titles(body: PageBody) -> list[str]:
    return [each.title for each in body.sections]


def only(file: RepoFile) -> Repository:
    return made_repository([file])


def test_sections_stand_in_the_order_of_the_contract() -> None:
    findings = (
        Finding("idiom", "context-manager", 1, 1, "Something."),
        Finding("performance", "worker-pool", 1, 1, "Something."),
        Finding("security", "S301", 1, 1, "Something."),
    )
    repository = made_repository(
        [
            made_file(
                "pkg/a.py", [made_symbol("go")], findings=findings, imports=(Import("os", line=1),)
            ),
            made_file("pkg/b.py"),
            made_file("tests/test_a.py", role="test"),
        ],
        imports=[("pkg/b.py", "pkg/a.py")],
        tests_of={"pkg/a.py": ("tests/test_a.py",)},
        tested_by={"tests/test_a.py": ("pkg/a.py",)},
    )
    found = titles(file_body(made_context(repository), "pkg/a.py"))
    order = [name.title for name in FILE_SECTIONS]
    assert found == [title for title in order if title in found]
    assert set(order) - set(found) == {"Related Files"}


def test_a_section_with_nothing_to_say_is_left_out() -> None:
    body = file_body(made_context(only(made_file("a.txt", language="text"))), "a.txt")
    assert titles(body) == [
        "File Purpose",
        "Original Source",
        "File Metadata",
        "Cross-References",
    ]


def test_an_empty_file_has_no_listing() -> None:
    body = file_body(made_context(only(made_file("e.py", size=0, lines=0))), "e.py")
    assert "Original Source" not in titles(body)
    said = facts(section(body, "File Metadata"))["Content"]
    assert said == "Python, 0 bytes, SHA-256 000000000000"


def test_a_binary_file_is_metadata_only() -> None:
    file = made_file("a.bin", language="binary", kind="binary", lines=0, role="binary", size=2048)
    body = file_body(made_context(only(file)), "a.bin")
    assert titles(body) == ["File Purpose", "File Metadata", "Cross-References"]
    assert {part.weight for part in body.sections} == {"quiet", "full"}
    assert "2,048 bytes (2.00 KB)" in facts(section(body, "File Metadata"))["Content"]


def test_a_published_image_is_shown_and_not_listed(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    file = made_file("a.png", language="png", kind="image", lines=0, role="image")
    body = file_body(made_context(only(file), Settings(tmp_path)), "a.png")
    assert section(body, "Original Source") == (Figure("a.png", "a.png"),)


def test_a_drawing_that_is_text_is_shown_and_listed(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    file = made_file("a.png", language="xml", kind="image", role="image", lines=4)
    body = file_body(made_context(only(file), Settings(tmp_path)), "a.png")
    assert section(body, "Original Source") == (Figure("a.png", "a.png"), Listing("a.png"))


def test_a_text_is_listed() -> None:
    body = file_body(made_context(only(made_file("a.py"))), "a.py")
    assert section(body, "Original Source") == (Listing("a.py"),)


def test_a_problem_is_said_at_the_top_with_its_line() -> None:
    file = made_file("a.py", diagnostics=(Diagnostic("error", "", 7, "The syntax is wrong."),))
    _, note = file_body(made_context(only(file)), "a.py").lead
    assert isinstance(note, Note)
    assert (note.kind, text(note.phrase)) == ("error", "The syntax is wrong. (line 7)")
    assert isinstance(note.phrase[2], PageLink)
    assert note.phrase[2].anchor == "L7"


def test_metadata_say_lines_change_and_licence() -> None:
    file = replace(
        made_file("a.py", licence="MIT", licence_line=2),
        change=Change("c0ffee" * 6 + "beef", "Ada", "2026-01-02", "Fix it"),
    )
    outline = msgspec.structs.replace(file.outline, lines=LineCounts(1200, 30, 4))
    context = made_context(only(replace(file, outline=outline)))
    context = replace(context, commit_url=lambda commit: f"https://host/{commit}")
    found = section(file_body(context, "a.py"), "File Metadata")
    said = facts(found)
    assert said["Content"].startswith(
        "Python, 1,234 lines (1,200 code, 30 comment or docstring, 4 blank), "
    )
    assert said["Content"].endswith(f", SHA-256 {'0' * 12}")
    assert said["Last change"] == "2026-01-02 by Ada: Fix it (c0ffeec0ffee)"
    assert said["Licence"] == "MIT (line 2)"
    assert "encoded" not in said["Content"]


def test_an_unusual_encoding_is_said() -> None:
    context = made_context(only(made_file("a.py", encoding="iso8859-1")))
    said = facts(section(file_body(context, "a.py"), "File Metadata"))["Content"]
    assert "encoded as iso8859-1" in said


def test_the_path_leads_to_the_host_where_that_is_known() -> None:
    context = made_context(only(made_file("a.py")))
    context = replace(context, source_url=lambda path, *_: f"https://host/{path}")
    (found,) = section(file_body(context, "a.py"), "File Metadata")
    assert isinstance(found, Facts)
    assert found.rows[0][1] == (WebLink("a.py", "https://host/a.py", "on host"),)


def test_a_symbolic_link_leads_to_its_target() -> None:
    link = made_file("docs/a.py", kind="symlink", language="symlink", lines=0)
    source = msgspec.structs.replace(link.source, target="../src/a.py")
    context = made_context(made_repository([replace(link, source=source), made_file("src/a.py")]))
    (found,) = section(file_body(context, "docs/a.py"), "File Metadata")
    assert isinstance(found, Facts)
    (target,) = dict(found.rows)["Symbolic link to"]
    assert isinstance(target, PageLink)
    assert (target.text, target.uri) == ("../src/a.py", "repo/src/a.py_docs.md")


def test_a_symbolic_link_out_of_the_repository_is_only_text() -> None:
    link = made_file("a", kind="symlink", language="symlink", lines=0)
    source = msgspec.structs.replace(link.source, target="../../etc/passwd")
    context = made_context(only(replace(link, source=source)))
    (found,) = section(file_body(context, "a"), "File Metadata")
    assert isinstance(found, Facts)
    assert dict(found.rows)["Symbolic link to"] == (Code("../../etc/passwd"),)


def test_a_submodule_says_its_commit() -> None:
    file = made_file("lib", kind="submodule", language="submodule", lines=0)
    source = msgspec.structs.replace(file.source, target="abcdef0123456789")
    body = file_body(made_context(only(replace(file, source=source))), "lib")
    said = facts(section(body, "File Metadata"))
    assert said["Submodule at commit"] == "abcdef012345"
    assert "Submodule" not in said["Content"]
    assert "SHA-256" not in said["Content"]


def test_purpose_is_in_the_files_own_words() -> None:
    file = made_file("a.py", summary="Counts sheep.", summary_line=3, summary_origin="docstring")
    body = file_body(made_context(only(file)), "a.py")
    (said,) = section(body, "File Purpose")
    assert isinstance(said, Prose)
    assert said.text == "Counts sheep."


def test_a_role_is_said_where_the_path_does_not_show_it() -> None:
    plain = replace(made_file("a.py"), role_evidence=(clues.NameClue("what.py"),))
    said = facts(section(file_body(made_context(only(plain)), "a.py"), "File Metadata"))
    assert "Role" not in said
    seen = replace(plain, role_evidence=(clues.NameClue("what.py"), clues.ImportersClue(2)))
    said = facts(section(file_body(made_context(only(seen)), "a.py"), "File Metadata"))
    assert said["Role"].startswith("module: its name is what.py and 2 other files import it")


def test_purpose_without_words_is_what_the_file_holds() -> None:
    repository = made_repository([made_file("a.py", [made_symbol("f")]), made_file("b.yml")])
    context = made_context(repository)
    assert section_text(file_body(context, "a.py"), "file-purpose").startswith("Defines [f](")
    (said,) = section(file_body(context, "b.yml"), "File Purpose")
    assert isinstance(said, Paragraph)
    assert text(said.phrase) == "Python module."


def test_the_strip_says_what_one_asks_first() -> None:
    file = replace(made_file("a.py", lines=40), change=Change("c0ffee", "Ada", "2026-01-02", "Fix"))
    repository = made_repository(
        [file, made_file("b.py"), made_file("c.py"), made_file("test_a.py", role="test")],
        imports=[("b.py", "a.py"), ("c.py", "a.py")],
        tests_of={"a.py": ("test_a.py",)},
        tested_by={"test_a.py": ("a.py",)},
    )
    context = replace(
        made_context(repository), source_url=lambda path, *_: f"https://github.com/o/r/{path}"
    )
    strip = file_body(context, "a.py").lead[0]
    assert isinstance(strip, Strip)
    assert [text(item) for item in strip.items] == [
        "Python, 40 lines",
        "used by 2 files",
        "tested by 1 file",
        "View on GitHub",
    ]
    test_strip = file_body(context, "test_a.py").lead[0]
    assert isinstance(test_strip, Strip)
    assert "tests 1 file" in [text(item) for item in test_strip.items]


def test_a_test_shows_its_cases_and_its_source_first() -> None:
    file = made_file("test_a.py", [made_symbol("test_f")], role="test", tests=("test_f",))
    found = titles(file_body(made_context(only(file)), "test_a.py"))
    assert found[:3] == ["File Purpose", "Testing & Usage", "Original Source"]
    assert "Detailed Analysis" in found


def test_what_is_looked_up_is_folded_at_the_foot() -> None:
    body = file_body(made_context(only(made_file("a.py", imports=(Import("os", line=1),)))), "a.py")
    folded = [part.title for part in body.sections if part.weight == "folded"]
    assert folded == ["Dependencies", "File Metadata", "Cross-References"]
    assert titles(body)[-3:] == folded


def test_every_page_of_a_file_leads_to_its_views() -> None:
    repository = made_repository(
        [made_file("a.py", [made_symbol("f")]), made_file("b.py")], imports=[("b.py", "a.py")]
    )
    context = made_context(repository)
    body = file_body(context, "a.py")
    assert [(view.text, view.anchor) for view in body.views] == [
        ("Docs", "file-purpose"),
        ("Source", "original-source"),
        ("Uses", "testing-usage"),
        ("Keywords", ""),
    ]
    assert keyword_body(context, "a.py").views == body.views
    assert "Uses" not in [view.text for view in file_body(context, "b.py").views]


def test_cross_references_lead_to_keywords_folder_and_neighbours() -> None:
    context = made_context(made_repository([made_file(f"pkg/{name}.py") for name in "abc"]))
    found = items(section(file_body(context, "pkg/b.py"), "Cross-References"))
    assert found == [
        "Keywords of this file: b.py",
        "Folder: pkg/",
        "Documentation of the folder: pkg/",
        "Keywords of the folder: pkg/",
        "Previous file: pkg/a.py",
        "Next file: pkg/c.py",
    ]
    ends = items(section(file_body(context, "pkg/a.py"), "Cross-References"))
    assert not any(item.startswith("Previous") for item in ends)


def test_every_page_link_leads_to_a_page() -> None:
    context = made_context(
        made_repository(
            [made_file("pkg/a.py", [made_symbol("go")]), made_file("pkg/sub/b.py")],
            imports=[("pkg/sub/b.py", "pkg/a.py"), ("pkg/a.py", "pkg/sub/b.py")],
        )
    )
    for path in context.repository.files:
        for link in page_links(file_body(context, path)):
            assert link.uri in context.plan.pages


def test_ids_are_unique_on_a_page() -> None:
    symbols = [
        made_symbol("A", "class"),
        made_symbol("A.x", "attribute", 2),
        made_symbol("A.go", "method", 3),
        made_symbol("A.go.inner", "function", 4),
        made_symbol("B", "constant", 5),
    ]
    context = made_context(only(made_file("a.py", symbols)))
    ids = list(file_body(context, "a.py").ids())
    assert len(ids) == len(set(ids))
    assert set(context.repository.files["a.py"].anchors) <= set(ids)
