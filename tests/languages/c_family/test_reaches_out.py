"""Calls of C and C++ that reach outside of the program."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.c_family.spec import CPP, CUDA, C
from mkdocs_repodoc.languages.language import Absent


@pytest.mark.parametrize(
    "code",
    [
        "std::bind(&A::b, this, _1)",
        "std::remove(v.begin(), v.end(), 3)",
        "remove(v.begin(), v.end(), 3)",
        "connect(button, &Button::clicked, this, &A::open)",
        "A::bind(x)",
    ],
)
def test_namesakes_in_cpp_reach_nothing(code: str) -> None:
    for language in (CPP, CUDA):
        assert not isinstance(language.reaches_out, Absent)
        assert language.reaches_out.search(code) is None


@pytest.mark.parametrize("code", ["::bind(fd, a, n)", "std::fopen(p, m)", "::open(p)", "send(a)"])
def test_system_calls_in_cpp_reach_outside(code: str) -> None:
    assert not isinstance(CPP.reaches_out, Absent)
    assert CPP.reaches_out.search(code)


@pytest.mark.parametrize("code", ["remove(p)", "bind(fd, a, n)", "connect(fd, a, n)", "open(p, 0)"])
def test_c_has_no_namesakes(code: str) -> None:
    assert not isinstance(C.reaches_out, Absent)
    assert C.reaches_out.search(code)
