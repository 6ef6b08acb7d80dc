"""The browser that prints a book: which one is asked, how, and what its failures say."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.book import browser_print
from mkdocs_repodoc.hosts.book.browser_print import printed

PRINTING = """\
#!/bin/sh
for each in "$@"; do
  case $each in
    --print-to-pdf=*) output=${each#*=} ;;
    file://*) page=${each#file://} ;;
  esac
done
{ echo "%PDF $HOME $PWD" && cat "$page" && echo && echo "$@"; } > "$output"
"""
"""A stand-in that writes what it was given."""


def stand_in(file: Path, script: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(script)
    file.chmod(0o755)
    return file


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the browser that CHROMIUM names; a test writes it."""
    browser = tmp_path / "programs" / "browser"
    monkeypatch.setenv("CHROMIUM", str(browser))
    return browser


def test_the_page_is_printed_in_a_folder_that_is_gone_afterwards(
    chosen: Path, tmp_path: Path
) -> None:
    stand_in(chosen, PRINTING)
    first, page, arguments = printed("<p>shop</p>", tmp_path).decode().splitlines()
    mark, home, folder = first.split()
    assert (mark, page) == ("%PDF", "<p>shop</p>")
    assert home == folder
    assert not Path(folder).exists()
    assert {"--headless", "--generate-pdf-document-outline"} <= set(arguments.split())
    assert f"--user-data-dir={folder}/profile" in arguments, "nobody's own profile is touched"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("#!/bin/sh\necho first >&2\necho no display >&2\nexit 1\n", "printed nothing: no display"),
        ("#!/bin/sh\n", "has printed nothing$"),
        (PRINTING.replace("echo ", "true ").replace("cat ", "true "), "has printed nothing$"),
        ("\x7fELF that is none", "can't be started: Exec format"),
    ],
    ids=["it fails", "no file", "an empty file", "no program"],
)
def test_what_goes_wrong_names_the_browser_and_the_reason(
    chosen: Path, tmp_path: Path, script: str, said: str
) -> None:
    stand_in(chosen, script)
    with pytest.raises(RepodocError, match=f"{chosen} .*{said}"):
        printed("<p>shop</p>", tmp_path)


def test_one_that_hangs_is_stopped(
    chosen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(chosen, "#!/bin/sh\nexec sleep 100\n")
    monkeypatch.setattr(browser_print, "_SECONDS", 0.2)
    with pytest.raises(RepodocError, match=r"has not printed the book within 0\.2 seconds"):
        printed("<p>shop</p>", tmp_path)


def test_the_usual_names_are_looked_up_where_none_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "programs" / "google-chrome", PRINTING)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path / 'programs'}:/usr/bin:/bin")
    monkeypatch.setattr(browser_print, "_NAMES", ("no-such-browser", "google-chrome"))
    assert b"<p>shop</p>" in printed("<p>shop</p>", tmp_path / "shop")


def test_a_browser_in_the_documented_folder_is_not_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "shop" / "bin" / "chromium", PRINTING)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "shop" / "bin"))
    with pytest.raises(RepodocError, match="there is none on PATH"):
        printed("<p>shop</p>", tmp_path / "shop")
