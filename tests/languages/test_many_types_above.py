"""The cost of types with many others above them, which people do not write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.hostile.many_types import CIRCLES, MIXINS, in_a_circle, taken_in
from support.linked import link_files
from support.work import lines_run

FEW, MANY = 110, 220


def assert_no_square(ending: str, code: Callable[[str, int], str]) -> None:
    """Check that twice as many types take little more than twice the work."""

    def cost(count: int) -> int:
        files = {f"a.{ending}": code(ending, count)}
        return lines_run(lambda: link_files(files))

    cost(3)  # what is made once and then kept
    assert cost(MANY) < 2.5 * cost(FEW)


@pytest.mark.parametrize("ending", CIRCLES)
def test_types_in_a_circle_take_no_square_of_their_number(ending: str) -> None:
    assert_no_square(ending, in_a_circle)


@pytest.mark.parametrize("ending", MIXINS)
def test_types_that_one_takes_in_take_no_square_of_their_number(ending: str) -> None:
    assert_no_square(ending, taken_in)
