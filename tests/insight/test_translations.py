"""Which documents are translations of others."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.reading.translations import is_translation

FILES = {
    "README.md",
    "docs/guide.rst",
    "docs/en/intro.md",
    "docs/start/install.md",
    "pkg/README.md",
}


@pytest.mark.parametrize(
    "path",
    [
        "README.de.md",
        "README_zh.md",
        "README-pt-BR.md",
        "README.zh-Hans.md",
        "README.cn.md",
        "pkg/README.JA.md",
        "docs/guide.fr.rst",
        "docs/ru/guide.rst",
        "docs/ru/intro.md",
        "docs/zh_CN/start/install.md",
        "ja/README.md",
    ],
)
def test_a_document_beside_its_original_is_a_translation(path: str) -> None:
    assert is_translation(path, FILES)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "README.de.rst",
        "CONTRIBUTING.de.md",
        "README.js.md",
        "README.qa.md",
        "docs/guide.rst",
        "docs/en/guide.rst",
        "docs/en/intro.md",
        "docs/v2/guide.rst",
        "docs/go/guide.rst",
        "docs/ru/other.md",
    ],
)
def test_other_documents_are_none(path: str) -> None:
    assert not is_translation(path, FILES)
