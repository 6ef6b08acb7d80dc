"""Conventions of libraries of PHP: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "PHP dotenv",
        rb"\bDotenv\b",
        rb"\bDotenv::create\w+\(",
        "variables that are set already keep their values, unless it is a mutable repository",
        "https://github.com/vlucas/phpdotenv#immutability-and-repository-customization",
    ),
    settings_convention(
        "array_merge",
        rb"\barray_(?:merge|replace)(?:_recursive)?\(",
        rb"\barray_(?:merge|replace)(?:_recursive)?\((?=[^;]*(?i:default|option|config|setting))",
        "of a key that several have, the value of the last argument wins",
        "https://www.php.net/manual/en/function.array-merge.php",
    ),
    error_convention(
        "Symfony Console",
        rb"\bSymfony\\Component\\Console\b",
        rb"->(?:setCatchExceptions|setAutoExit)\(|\bnew Application\(",
        "an exception of a command is printed on the standard error, and its code is the exit"
        " status, or 1 without one, unless `setCatchExceptions` says otherwise",
        "https://symfony.com/doc/current/components/console/usage.html",
    ),
)
