"""The Rust loop and its fallback give the same sums."""

import pytest

from tidewatch.predict import _fallback


def test_the_fallback_adds_up():
    assert _fallback.sum_cosines(0.0, [1.0, 2.0], [0.5, 0.25], [0.0, 0.0]) == 3.0


def test_rust_agrees_with_python():
    try:
        from tidewatch.predict import _native
    except OSError:
        pytest.skip("the library has not been built: make native")
    arguments = (12.5, [1.5, 0.4], [0.506, 0.524], [0.3, 2.1])
    assert _native.sum_cosines(*arguments) == pytest.approx(_fallback.sum_cosines(*arguments))
