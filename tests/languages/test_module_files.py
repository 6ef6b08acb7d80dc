"""Files that the modules of languages are looked up in, where a file's name is a module's."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.file_links import ImportOrigin, ResolvedImport
from mkdocs_repodoc.model.records import Import

PATHS = (
    *("Shop/src/Shop.jl", "Shop/src/till.jl", "Shop/src/Prices.jl", "Tides/src/Tides.jl"),
    *("bin/main.ml", "lib/shop/shop.ml", "lib/shop/cart.ml", "lib/tides.mli", "bin/till.ml"),
)


def resolved(language: str, path: str, module: str, level: int = 0) -> ResolvedImport:
    resolve = LANGUAGES[language].resolve_import
    assert not isinstance(resolve, Absent)
    return resolve.load()(FileIndex(PATHS), path, Import(module, level=level))


@pytest.mark.parametrize(
    ("module", "level", "path"),
    [
        ("till.jl", 1, "Shop/src/till.jl"),
        ("gone.jl", 1, ""),
        ("Prices", 0, "Shop/src/Prices.jl"),
        (".Prices", 0, "Shop/src/Prices.jl"),
        (".Gone", 0, ""),
        ("Tides.Harbour", 0, "Tides/src/Tides.jl"),
    ],
)
def test_julia_has_a_module_in_a_file_of_its_name(module: str, level: int, path: str) -> None:
    found = resolved("julia", "Shop/src/Shop.jl", module, level)
    assert found.path == path
    assert found.origin == ("repository" if path else "unknown")


@pytest.mark.parametrize(
    ("module", "path"),
    [
        ("Till", "bin/till.ml"),  # beside the file
        ("Shop", "lib/shop/shop.ml"),  # the module that a library is known by
        ("Shop.Cart", "lib/shop/cart.ml"),
        ("Shop.Cart.Item", "lib/shop/cart.ml"),  # what a module has inside
        ("Tides", ""),
    ],
)
def test_ocaml_has_a_module_in_a_file_of_its_name(module: str, path: str) -> None:
    assert resolved("ocaml", "bin/main.ml", module).path == path


@pytest.mark.parametrize(
    ("language", "path", "module", "origin"),
    [
        ("julia", "Shop/src/Shop.jl", "Base.Iterators", "standard library"),
        ("julia", "Shop/src/Shop.jl", "DataFrames.Tables", "third party"),
        ("ocaml", "bin/main.ml", "List.Assoc", "standard library"),
        ("ocaml", "bin/main.ml", "Lwt.Syntax", "third party"),
    ],
)
def test_modules_from_elsewhere_are_told_by_their_first_name(
    language: str, path: str, module: str, origin: ImportOrigin
) -> None:
    found = resolved(language, path, module)
    assert found == ResolvedImport(origin, module.partition(".")[0])
