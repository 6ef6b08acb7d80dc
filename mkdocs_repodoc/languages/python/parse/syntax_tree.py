"""From text to a syntax tree, whatever the text is.

The tree is made once and shared: structure, docstrings, findings and references all read it.
"""

from __future__ import annotations

import ast
import sys
import warnings

from mkdocs_repodoc.model.diagnostics import Diagnostic

_OUT_OF_DEPTH = "The code is nested too deeply for Python's parser"
_LONGEST_CODE = 60
_CONSEQUENCE = "the page shows what can be read without a syntax tree."


def parse(text: str) -> ast.Module | Diagnostic:
    """Parse Python source; a coding cookie in it is ignored, since it is decoded already.

    Args:
        text: The file's text.

    Returns:
        The tree, or the reason why there is none.
    """
    try:
        with warnings.catch_warnings():
            # The scanned code's own invalid escapes and `is` with literals are not our news.
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        line = error.lineno or _null_line(text)
        return _problem(line, _sentence(error.msg, text, line))
    except (RecursionError, MemoryError):
        return _problem(0, _OUT_OF_DEPTH)
    except ValueError as error:  # null bytes before Python 3.12, lone surrogates
        return _problem(_null_line(text), str(error)[:1].upper() + str(error)[1:])


def _problem(line: int, message: str) -> Diagnostic:
    return Diagnostic("warning", "", line, f"{message.rstrip('.')}; {_CONSEQUENCE}")


def _sentence(message: str, text: str, line: int) -> str:
    if "null bytes" in message:
        return "Source code cannot contain null bytes"
    lines = text.split("\n", line)
    code = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    if len(code) > _LONGEST_CODE:
        code = f"{code[: _LONGEST_CODE - 1]}…"
    version = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    found = f"Not valid {version}: {message}"
    return f"{found}: `{code}`" if code and "`" not in code else found


def _null_line(text: str) -> int:
    offset = text.find("\0")
    return text.count("\n", 0, offset) + 1 if offset >= 0 else 0
