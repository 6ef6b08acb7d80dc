# ruff: noqa: E501 - one case a line reads best
from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.comments import header_comments
from mkdocs_repodoc.text.licences import file_licence, licence_of


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("c", "// SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note\n", "GPL-2.0-only WITH Linux-syscall-note"),
        ("c", "/* SPDX-License-Identifier: (MIT OR Apache-2.0) */\n", "(MIT OR Apache-2.0)"),
        ("python", '"""Doc.\n\nSPDX-License-Identifier: MIT\n"""\n', "MIT"),
        ("shell", "# Licensed under the Apache License, Version 2.0\n", "Apache-2.0"),
        ("c", "/*\n * This source code is licensed under the BSD-style license found in\n */\n", "BSD"),
        ("c", "/* under the terms of the GNU General Public License as\n * published by the FSF; version 2\n */", "GPL-2.0"),
        ("shell", "# This Source Code Form is subject to the terms of the Mozilla Public\n# License, v. 2.0.\n", "MPL-2.0"),
        ("python", 'x = "SPDX-License-Identifier: MIT"\n', ""),
        ("python", "import os\n# SPDX-License-Identifier: MIT\n", ""),
        ("shell", "# Checks which licence a file is under\n", ""),
    ],
)  # fmt: skip
def test_header_names_the_licence(language: str, text: str, found: str) -> None:
    comments = header_comments(text.split("\n"), language_named(language).comments)
    assert licence_of(comments)[0] == found


def test_line_is_where_the_name_stands() -> None:
    lines = ["#!/bin/sh", "# Copyright", "#", "# Licensed under the Apache License, 2.0"]
    comments = header_comments(lines, language_named("shell").comments)
    assert licence_of(comments) == ("Apache-2.0", 4)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("LICENSE", "MIT License\n\nPermission is hereby granted, free of charge, to", ("MIT", 1)),
        ("COPYING", "GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007", ("GPL-3.0", 1)),
        (
            "LICENCE.md",
            "Redistribution and use in source and binary\nforms … Neither the name of",
            ("BSD-3-Clause", 1),
        ),
        ("LICENSE", "Redistribution and use in source and binary forms", ("BSD-2-Clause", 1)),
        (
            "LICENSE.txt",
            "EUROPEAN UNION PUBLIC LICENCE v. 1.2\n\nCompatible: GNU Affero General Public License",
            ("EUPL-1.2", 1),
        ),
        ("LICENSE", "All rights reserved.", ("", 0)),
        ("guide.md", "Permission is hereby granted, free of charge, to", ("", 0)),
    ],
)
def test_licence_file_is_known_by_its_phrases(name: str, text: str, found: tuple[str, int]) -> None:
    assert file_licence(name, text) == found
