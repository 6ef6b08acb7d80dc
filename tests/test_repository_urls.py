from html import escape

import pytest

from mkdocs_repodoc.repository_urls import (
    DocumentedRevision,
    SourceUrls,
    commit_url,
    forge_name,
    home_of_remote,
    repository_name,
    template_for,
    without_credentials,
)


@pytest.mark.parametrize(
    ("repo_url", "file", "lines"),
    [
        (
            "https://github.com/o/n/",
            "https://github.com/o/n/blob/abc/src/a.py",
            "https://github.com/o/n/blob/abc/src/a.py#L3-L5",
        ),
        (
            "https://gitlab.com/o/n.git",
            "https://gitlab.com/o/n/-/blob/abc/src/a.py",
            "https://gitlab.com/o/n/-/blob/abc/src/a.py#L3-5",
        ),
        (
            "https://bitbucket.org/o/n",
            "https://bitbucket.org/o/n/src/abc/src/a.py",
            "https://bitbucket.org/o/n/src/abc/src/a.py#lines-3:5",
        ),
        (
            "https://gitea.example.org/o/n",
            "https://gitea.example.org/o/n/src/commit/abc/src/a.py",
            "https://gitea.example.org/o/n/src/commit/abc/src/a.py#L3-L5",
        ),
        (
            "https://codeberg.org/o/n",
            "https://codeberg.org/o/n/src/commit/abc/src/a.py",
            "https://codeberg.org/o/n/src/commit/abc/src/a.py#L3-L5",
        ),
    ],
)
def test_known_hosts(repo_url: str, file: str, lines: str) -> None:
    urls = SourceUrls(template_for(repo_url), "abc")
    assert urls("src/a.py") == file
    assert urls("src/a.py", 3, 5) == lines


def test_an_unknown_host_gives_no_link() -> None:
    assert template_for("https://example.org/github/n") == ""
    assert SourceUrls("", "abc")("a.py", 1) == ""


def test_without_a_commit_there_is_no_permanent_link() -> None:
    assert SourceUrls(template_for("https://github.com/o/n"), "")("a.py") == ""


def test_the_documented_folder_may_lie_below_the_top() -> None:
    urls = SourceUrls("https://host/{path}?r={revision}#l{line}", "abc", "sub/")
    assert urls("a.py", 2) == "https://host/sub/a.py?r=abc#l2"


def test_a_single_line_ends_where_it_begins() -> None:
    urls = SourceUrls(template_for("https://github.com/o/n"), "abc")
    assert urls("a.py", 7).endswith("#L7-L7")


@pytest.mark.parametrize(
    ("path", "quoted"),
    [("a b#c?.py", "a%20b%23c%3F.py"), ("ü.py", "%C3%BC.py"), ("\udcff.py", "%FF.py")],
)
def test_paths_are_quoted(path: str, quoted: str) -> None:
    assert SourceUrls("https://host/{path}", "")(path) == f"https://host/{quoted}"


def test_braces_in_a_path_are_no_placeholders() -> None:
    assert "%7Bline%7D" in SourceUrls("https://host/{path}#{line}", "")("{line}.py", 3)


@pytest.mark.parametrize(
    ("repo_url", "address"),
    [
        ("https://github.com/o/n", "https://github.com/o/n/commit/abc"),
        ("https://gitlab.example.org/o/n/", "https://gitlab.example.org/o/n/-/commit/abc"),
        ("https://bitbucket.org/o/n", "https://bitbucket.org/o/n/commits/abc"),
        ("https://example.org/o/n", ""),
        ("", ""),
    ],
)
def test_commits(repo_url: str, address: str) -> None:
    assert commit_url(repo_url, "abc") == address


@pytest.mark.parametrize(
    ("url", "without"),
    [
        ("https://ada:hunter2@github.com/o/n", "https://github.com/o/n"),
        ("https://token@github.com/o/n@v1", "https://github.com/o/n@v1"),
        ("https://a:b@c@example.org/x", "https://example.org/x"),
        ("https://example.org?at=@x", "https://example.org?at=@x"),
        ("https://example.org/{path}@{revision}", "https://example.org/{path}@{revision}"),
        ("/{path}", "/{path}"),
        ("/{path}@{revision}", "/{path}@{revision}"),
        ("", ""),
        ("https://ada:hunter2@github.com/o/n@v1", "https://github.com/o/n@v1"),
        ("https://ada:hun/ter2@github.com/o/n", "https://github.com/o/n"),
        ("https://example.org:8080/o/n@v1", "https://example.org:8080/o/n@v1"),
        ("ada:hunter2@example.org:o/n.git", "example.org:o/n.git"),
        ("ssh://git:hunter2@example.org/o/n", "ssh://example.org/o/n"),
        ("//ada:hunter2@example.org/o/n", "//example.org/o/n"),
        ("https:/ada:hunter2@example.org/o/n", "https:/example.org/o/n"),
        ("https:\\\\ada:hunter2@example.org/o/n", "https:\\\\example.org/o/n"),
        ("https://ada%3Ahunter2%40example.org/o/n", "https://example.org/o/n"),
        ("https%3A%2F%2Fada:hunter2@example.org/o", "https%3A%2F%2Fexample.org/o"),
        ("https://example.org/o/n?private_token=hunter2", "https://example.org/o/n"),
        ("https://example.org/o/n?private%5Ftoken=hunter2&a=b", "https://example.org/o/n?a=b"),
        ("https://example.org/?p=n.git;access_token=hunter2", "https://example.org/?p=n.git"),
        ("https://example.org/o/n#access_token=hunter2", "https://example.org/o/n"),
        ("https://example.org/{path}?id={revision}#n{line}",) * 2,
    ],
)
def test_credentials_are_no_part_of_an_address(url: str, without: str) -> None:
    assert without_credentials(url) == without


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/o/my-name", "my-name"),
        ("https://github.com/o/my-name.git/", "my-name"),
        ("https://ada:hunter2@example.org/a%20b", "a b"),
        ("https://example.org", ""),
        ("", ""),
    ],
)
def test_a_host_calls_a_repository_by_the_end_of_its_address(url: str, name: str) -> None:
    assert repository_name(url) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/o/n/blob/abc/a.py", "GitHub"),
        ("https://gitlab.example.org/o/n", "GitLab"),
        ("https://codeberg.org/o/n", "Codeberg"),
        ("https://www.example.org/github/n", "example.org"),
        ("", ""),
    ],
)
def test_a_host_is_called_by_its_name(url: str, name: str) -> None:
    assert forge_name(url) == name


@pytest.mark.parametrize(
    ("remote", "home"),
    [
        ("git@github.com:a/b.git", "https://github.com/a/b"),
        ("https://user:secret@github.com/a/b.git", "https://github.com/a/b"),
        ("ssh://git@gitlab.example.org:22/a/sub/b.git", "https://gitlab.example.org/a/sub/b"),
        ("git://github.com/a/b/", "https://github.com/a/b"),
        ("/home/me/b.git", ""),
        ("../b", ""),
        ("git@server.example:a/b.git", ""),
        ("https://github.com/", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_remote_leads_to_the_home_page_at_a_known_host(remote: str, home: str) -> None:
    assert home_of_remote(remote) == home


def test_only_addresses_of_files_have_a_placeholder_for_the_commit() -> None:
    forge = "https://github.com/o/n"
    revision = DocumentedRevision("f" * 40, template_for(forge))
    address = SourceUrls(template_for(forge), revision.placeholder)("a.py", 3)
    digits = revision.placeholder
    page = f'<p>{digits} <a href="https://elsewhere.example/{digits}">{forge}/blob/x/{digits}</a>'
    assert revision.fill_in(page) == page
    assert revision.fill_in(f"{page}({address})") == f"{page}({forge}/blob/{'f' * 40}/a.py#L3-L3)"


def test_a_placeholder_is_found_in_an_address_of_any_form() -> None:
    template = "https://git.example/view?path={path}&at={revision}#n{line}"
    revision = DocumentedRevision("f" * 40, template)
    address = SourceUrls(template, revision.placeholder)("ä b.py", 3)
    assert revision.fill_in(escape(address)) == escape(
        address.replace(revision.placeholder, "f" * 40)
    )
    assert "f" * 40 in revision.fill_in(escape(address))
