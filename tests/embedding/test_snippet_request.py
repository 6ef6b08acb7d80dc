import pytest

from mkdocs_repodoc.embedding.snippet_request import SnippetRequest, parse_request
from mkdocs_repodoc.query.unsettled import UnsettledError


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("shop.Client", SnippetRequest("shop.Client")),
        ("source shop.Client", SnippetRequest("shop.Client", "source")),
        ("source", SnippetRequest("source")),
        ("a/b.py:10-20", SnippetRequest("a/b.py", None, 10, 20)),
        ("a/b.py:7", SnippetRequest("a/b.py", None, 7, 7)),
        ("a/b.py#C.m:2-3", SnippetRequest("a/b.py#C.m", None, 2, 3)),
        ("shop::Client", SnippetRequest("shop::Client")),
        ("flow Running shop", SnippetRequest("Running shop", "flow")),
        ("diagram .", SnippetRequest(".", "diagram")),
        ("classes  a/b", SnippetRequest("a/b", "classes")),
    ],
)
def test_a_line_says_what_is_shown(line: str, request_: SnippetRequest) -> None:
    assert parse_request(line) == request_


def test_options_stand_below_the_line() -> None:
    request = parse_request("shop.Client", "heading: 2\nmembers: false\nfacts: true\n")
    assert (request.heading, request.members, request.facts) == (2, False, True)


@pytest.mark.parametrize(
    ("line", "options", "note"),
    [
        ("", "", "There is no name"),
        ("a.py:9-3", "", "Lines 9-3 are not in any file"),
        ("a.py:0", "", "Lines 0-0 are not in any file"),
        ("a", "colour: red", "no option 'colour'"),
        ("a", "members: 3", "'members' is true or false"),
        ("a", "heading: 9", "a level from 2 to 6"),
        ("a", "heading: [2]", "a level from 2 to 6"),
        ("a", "heading: true", "a level from 2 to 6"),
        ("a", "- members", "not of the form"),
        ("a", "{", "not valid YAML"),
    ],
)
def test_what_is_wrong_is_said(line: str, options: str, note: str) -> None:
    with pytest.raises(UnsettledError, match=note):
        parse_request(line, options)
