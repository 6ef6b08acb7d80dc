"""Names of what reports an error in Python: methods of loggers, functions, attributes."""

from __future__ import annotations

import re

LOGS = frozenset({"warning", "warn", "error", "exception", "critical", "fatal"})
"""Methods of loggers for what went wrong."""
REPORTS = re.compile(r"(?:[a-z]\w*_)?(?:error|fail|abort|die|fatal|bail)(?:_\w+)?$")
"""Names of functions that report an error, the first letter small."""
WARNS = re.compile(r"(?:[a-z]\w*_)?warn(?:ing)?(?:_\w+)?$")
"""Names of functions that warn, likewise."""
KEPT = re.compile(r"_?error")
"""Names of attributes that hold what went wrong."""
