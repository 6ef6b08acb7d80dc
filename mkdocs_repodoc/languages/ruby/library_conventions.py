"""Conventions of libraries of Ruby: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "dotenv",
        rb"\bDotenv\b",
        rb"\bDotenv\.(?:load|overload|overwrite)\b",
        "`load` keeps variables that are set already, `overload` replaces them",
        "https://github.com/bkeepers/dotenv",
    ),
    settings_convention(
        "Hash#merge",
        rb"\.(?:reverse_)?merge!?\b",
        rb"\b\w*(?i:defaults?|options|config|settings)\w*\.merge!?\(",
        "of a key that both have, the value of the argument wins",
        "https://docs.ruby-lang.org/en/master/Hash.html#method-i-merge",
    ),
    error_convention(
        "Thor",
        rb"\bThor\b",
        rb"\bdef self\.exit_on_failure\?|\b\w+\.start\b(?=\s*\(?\s*ARGV)",
        "an error of the command is printed on the standard error; the exit status is 1 if"
        " `exit_on_failure?` is true",
        "https://github.com/rails/thor/wiki",
    ),
    error_convention(
        "OptionParser",
        rb"\boptparse\b",
        rb"\b\w+\.parse!?(?=\s*\(?\s*(?:ARGV|args|argv))",
        "wrong options raise an `OptionParser::ParseError`, which the program has to rescue",
        "https://docs.ruby-lang.org/en/master/OptionParser.html",
    ),
)
