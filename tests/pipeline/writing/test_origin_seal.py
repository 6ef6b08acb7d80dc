"""What the list of a site's files says of origins is believed only of lists of one's own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.pipeline.writing.origin_seal import OriginSeal
from mkdocs_repodoc.pipeline.writing.output_folder import OutputFolder

PAGE = "page/index.html"


def written(folder: Path, seal: OriginSeal) -> None:
    output = OutputFolder(folder)
    output.claim([PAGE])
    output.finish([output.write(PAGE, b"<p>Flour</p>", seal.of("wheat"))])


def is_left(folder: Path, origin: str) -> bool:
    return OutputFolder(folder).left(PAGE, origin) is not None


def test_a_seal_is_the_same_in_every_run_with_a_cache_and_another_with_another(
    tmp_path: Path,
) -> None:
    with closing(Cache(tmp_path / "cache")) as cache:
        first = OriginSeal(cache).of("wheat")
    with closing(Cache(tmp_path / "cache")) as cache:
        assert OriginSeal(cache).of("wheat") == first
        assert OriginSeal(cache).of("rye") != first
    with closing(Cache(tmp_path / "other")) as other:
        assert OriginSeal(other).of("wheat") != first


def test_a_file_is_left_only_if_the_list_is_of_the_same_cache(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with closing(Cache(tmp_path / "cache")) as cache, closing(Cache(None)) as other:
        seal = OriginSeal(cache)
        written(folder, seal)
        assert is_left(folder, seal.of("wheat"))
        assert not is_left(folder, seal.of("rye"))
        assert not is_left(folder, OriginSeal(other).of("wheat"))
        (folder / PAGE).write_bytes(b"<p>Chaff</p>")
        assert not is_left(folder, seal.of("wheat"))
