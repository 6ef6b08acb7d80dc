"""Libraries of JavaScript by the texts with which modules import them."""

from __future__ import annotations

YARGS = rb"['\"]yargs(?:/\w+)?['\"]"
"""Pattern of what imports the library that reads command lines."""
