"""Feed what reads a repository with bytes that coverage leads to, until it raises or hangs.

`make fuzz-readers` runs each target for `SECONDS` in an environment that has atheris. A crash is
left as a file beside the target's seeds: it becomes a test, and what it shows is mended. A folder
without seeds gets some from the fixtures of the tests, so that bytes begin as files that are right.

    python tools/fuzz_readers.py TARGET [options of libFuzzer] [folders of seeds]
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache as once
from pathlib import Path
from typing import cast
from urllib.parse import unquote_to_bytes
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import atheris
from coverage import CoverageData
from mkdocs.livereload import LiveReloadServer

with atheris.instrument_imports(include=["mkdocs_repodoc"]):
    from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
    from mkdocs_repodoc.cache.kinds_of_results import Cached
    from mkdocs_repodoc.cache.store import Cache
    from mkdocs_repodoc.errors import RepodocError
    from mkdocs_repodoc.hosts.mkdocs.preview import Preview
    from mkdocs_repodoc.hosts.static.preview_server import Builds, PreviewApplication
    from mkdocs_repodoc.html.prose.prose_html import block_html, phrase_html
    from mkdocs_repodoc.languages.registry import every_format
    from mkdocs_repodoc.pages.planning.svg_safety import is_inert
    from mkdocs_repodoc.preview.loopback_guard import only_by_own_name
    from mkdocs_repodoc.sources.coverage_data import read_coverage
    from mkdocs_repodoc.sources.file_types import language_of

REPOSITORY = Path(__file__).parent.parent
LONGEST = 4_000
"""Bytes of the longest input; the `Makefile` says the same."""
FORMATS = sorted(each.name for each in every_format())
NAMES = ("a", "package.json", "pyproject.toml", "Makefile", "Dockerfile", "tox.ini", "action.yml")
"""Names of files, some of which have readers of their own."""
BESIDE = b"no business of the site's"
FORBIDDEN = ("<script", "<iframe", "<object", "<embed", "<form", "<base", "<meta", "<style")


def analyser(data: bytes) -> str:
    """Analyse bytes as the format and the name that the first two of them choose."""
    if len(data) < 2:  # noqa: PLR2004 - the two that choose
        return ""
    language, name = FORMATS[data[0] % len(FORMATS)], NAMES[data[1] % len(NAMES)]
    outline = analyse(name, language, data[2:], AnalysisOptions()).outline
    traces = [problem.traceback for problem in outline.diagnostics if problem.traceback]
    return f"{name} as {language}: {traces[0]}" if traces else ""


def prose(data: bytes) -> str:
    """Render text in each kind of markup; nothing of it must act."""
    text = data.decode("utf-8", "surrogateescape")  # halves of pairs as well
    for markup in ("markdown", "rst", "plain"):
        html = block_html(text, markup, 2, raw_html=True) + phrase_html(text, markup)
        if any(tag in html.lower() for tag in FORBIDDEN):
            return f"{markup}: {html}"
    return ""


def cache(data: bytes) -> str:
    """Read from a file that may be no cache, and write to it."""
    with tempfile.TemporaryDirectory() as folder:
        Cache(Path(folder)).close()
        for file in Path(folder).iterdir():
            file.write_bytes(_damaged(file.read_bytes(), data))
        opened = Cache(Path(folder))
        opened.put_many(Cached.DATA, [("a", b"right")])
        value = opened.get(Cached.DATA, "a", bytes)
        opened.close()
    return "" if value in {None, b"right"} else f"another value: {value!r}"


def coverage(data: bytes) -> str:
    """Read coverage data that is damaged; a file that is none is a user's mistake."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.py").write_bytes(b"def a():\n    return 1\n")
        file = Path(folder, ".coverage")
        file.write_bytes(_damaged(_measured(), data))
        with contextlib.suppress(RepodocError):
            read_coverage(file, Path(folder), ["a.py"])
    return ""


@once
def _measured() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        written = CoverageData(str(Path(folder, ".coverage")))
        written.set_context("tests/test_a.py::test_a")
        written.add_lines({"/elsewhere/a.py": [1, 2]})
        written.close()
        return Path(folder, ".coverage").read_bytes()


def _damaged(whole: bytes, data: bytes) -> bytes:
    """Return a file with other bytes at the place that the first two of them choose."""
    start = int.from_bytes(data[:2]) % (len(whole) + 1)
    return whole[:start] + data[2:] + whole[start + len(data[2:]) :]


def preview(data: bytes) -> str:
    """Ask both previews for a path, beside a file that is no business of the site's.

    The bytes are lines: the path as a request has it, the host, and where it comes from.
    """
    path, host, origin = [*data.split(b"\n", 2), b"", b"", b""][:3]
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "HTTP_HOST": host.decode("latin-1") or "localhost",
        "HTTP_SEC_FETCH_SITE": origin.decode("latin-1"),
    }
    if not environ["PATH_INFO"].startswith("/") or environ["PATH_INFO"].startswith("/livereload/"):
        return ""  # MkDocs answers these itself, once there is a build
    return "".join(_fault_of(application, dict(environ)) for application in _previews())


def _fault_of(application: WSGIApplication, environ: WSGIEnvironment) -> str:
    heads: list[object] = []

    def start_response(*head: object) -> Callable[[bytes], object]:
        heads.append(head)
        return bytes

    answer = b"".join(application(environ, cast("StartResponse", start_response)))
    return f"{heads}: {answer!r}" if BESIDE in answer or len(heads) != 1 else ""


@once
def _previews() -> tuple[WSGIApplication, ...]:
    """Return the previews of a site of one page: MkDocs' between builds and beside one, our own."""
    folder = Path(tempfile.mkdtemp())
    (folder / "beside.html").write_bytes(BESIDE)
    page = folder / "site/repo/index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"<body></body>")
    server = LiveReloadServer(lambda: None, "localhost", 0, str(folder / "site"))
    ahead = LiveReloadServer(lambda: None, "localhost", 0, str(folder / "site"))
    ahead._wanted_epoch += 1  # noqa: SLF001 - as while it builds
    made = {"repo/index.html": page.read_bytes()}
    applications: list[WSGIApplication] = [Preview().wrap(each) for each in (server, ahead)]
    applications.append(PreviewApplication(made.get, _Answering()))
    return tuple(only_by_own_name(each, "127.0.0.1", "") for each in applications)


class _Answering(Builds):
    """Builds for which nobody waits."""

    def wait_beyond(self, number: str, seconds: float) -> int:
        """Return the number of the last build."""
        return super().wait_beyond(number, 0 * seconds)


def drawing(data: bytes) -> str:
    """Look whether an SVG document may be published."""
    is_inert(data)
    return ""


TARGETS: dict[str, Callable[[bytes], str]] = {
    each.__name__: each for each in (analyser, prose, cache, coverage, preview, drawing)
}
"""Each returns what is wrong, and nothing if all is right."""
ROOMS = {"analyser": ("languages", "format_readers"), "prose": ("html",)}
"""Whose modules a target reaches by way of registries."""


def seeds(target: str) -> Iterator[bytes]:
    """Yield what a target is tried with first; the fuzzer finds the rest."""
    files = [file for file in sorted(REPOSITORY.glob("tests/**/fixtures/**/*")) if file.is_file()]
    if target == "analyser":
        for file in files:
            content, language = file.read_bytes(), language_of(file.name)
            if language in FORMATS:
                name = NAMES.index(file.name) if file.name in NAMES else 0
                yield bytes([FORMATS.index(language), name]) + content
    elif target == "prose":
        prose_files = [*REPOSITORY.glob("docs/*.md"), *REPOSITORY.glob("*.md"), *files]
        yield from (file.read_bytes() for file in prose_files if file.suffix in {".md", ".rst"})
    elif target == "drawing":
        yield b'<svg xmlns="http://www.w3.org/2000/svg"><path style="fill: red" d="M0 0"/></svg>'
    elif target == "preview":
        paths = (b"repo/", b"repo", b"../beside.html", b"%2e%2e/beside.html", b"a/../../b", b"%00")
        yield from (b"/%b\n%b" % (path, host) for path in paths for host in (b"", b"[::1]:80"))
        yield b"/repo/\nlocalhost\ncross-site"
    else:
        yield from (at.to_bytes(2) + b"\0\1\xff" * 5 for at in range(0, 50_000, 500))


def _load(room: str) -> None:
    """Load all modules of a room, most of which are loaded when a file asks for them."""
    package = importlib.import_module(f"mkdocs_repodoc.{room}")
    with atheris.instrument_imports(include=["mkdocs_repodoc"]):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def _begin(target: str, folder: Path) -> None:
    """Write seeds into a folder that has none."""
    if not any(folder.iterdir()):
        for number, seed in enumerate(seeds(target)):
            (folder / f"seed-{number:03}").write_bytes(seed[:LONGEST])


def main() -> None:
    """Fuzz the target that the first argument names; the others are libFuzzer's."""
    target = TARGETS[sys.argv[1]]
    for room in ROOMS.get(sys.argv[1], ()):
        _load(room)
    if Path(sys.argv[-1]).is_dir():
        _begin(sys.argv[1], Path(sys.argv[-1]))

    def try_one(data: bytes) -> None:
        fault = target(data)
        assert not fault, fault  # noqa: S101 - how the fuzzer is told

    atheris.Setup([sys.argv[0], *sys.argv[2:]], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
