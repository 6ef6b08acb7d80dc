"""The sum of cosines in Rust, through its C interface.

Importing this module raises `OSError` unless `make native` has built the library.
"""

import ctypes
from collections.abc import Sequence
from pathlib import Path

LIBRARY = Path(__file__).parents[3] / "native" / "libtidesum.so"

_library = ctypes.CDLL(str(LIBRARY))
_doubles = ctypes.POINTER(ctypes.c_double)
_library.tidesum.argtypes = [ctypes.c_double, ctypes.c_size_t, _doubles, _doubles, _doubles]
_library.tidesum.restype = ctypes.c_double


def sum_cosines(
    hours: float,
    amplitudes: Sequence[float],
    speeds: Sequence[float],
    phases: Sequence[float],
) -> float:
    """Add up `amplitude * cos(speed * hours - phase)`."""
    count = len(amplitudes)
    array = ctypes.c_double * count
    return _library.tidesum(hours, count, array(*amplitudes), array(*speeds), array(*phases))
