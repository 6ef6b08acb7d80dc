"""The pages about the whole repository, as a search finds them."""

from __future__ import annotations

from made_mill import mill_context
from made_repository import made_context
from support.linked import link_files

from mkdocs_repodoc.model.site_plan import Landmark
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.landmarks import landmarks


def landmarks_of(context: PageContext) -> list[Landmark]:
    composer = PageComposer(context)
    plan = context.plan
    return list(landmarks(context.repository, plan, lambda uri: composer.compose(plan.pages[uri])))


def test_the_tour_and_its_stops_are_found() -> None:
    context = mill_context()
    assert context.insight.tour is not None
    found = {each.title: each for each in landmarks_of(context) if "/tour/" in each.url}

    assert (found.pop("Tour of the source").url) == "repo/tour/"
    assert {each.page for each in found.values()} == {"Tour of the source"}
    anchors = [each.anchor for each in found.values()]
    assert anchors == [f"stop-{number}" for number in range(1, len(context.insight.tour.stops) + 1)]


def test_without_a_tour_there_is_none_to_find() -> None:
    context = made_context(link_files({"a.py": "X = 1\n"}).repository)
    assert context.insight.tour is None
    assert not [each for each in landmarks_of(context) if "Tour" in each.title]


def test_sections_are_found_where_they_stand_and_files_are_not_found_twice() -> None:
    context = mill_context()
    found = landmarks_of(context)
    titles = {(each.title, each.page): each for each in found}

    assert titles["Comprehensive book", ""].url == "repo/comprehensive_book/"
    assert titles["Glossary", "Comprehensive book"].anchor == "glossary"
    assert titles["Entry Points", "Index"].anchor == "entry-points"
    assert not {each.title for each in found} & set(context.repository.files)
