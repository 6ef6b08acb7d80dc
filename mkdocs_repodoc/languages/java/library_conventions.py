"""Conventions of libraries of Java: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "Spring",
        rb"\borg\.springframework\b",
        rb"@(?:Value|ConfigurationProperties|PropertySource)\(",
        "command-line arguments win, then system properties, environment variables and the"
        " application's settings files; what follows the colon of `@Value` is the default",
        "https://docs.spring.io/spring-boot/reference/features/external-config.html",
    ),
    settings_convention(
        "Typesafe Config",
        rb"\bcom\.typesafe\.config\b",
        rb"\bConfigFactory\.\w+\(|\.withFallback\(",
        "system properties win, then `application.conf`, then `reference.conf`; a fallback gives"
        " what is missing",
        "https://github.com/lightbend/config#standard-behavior",
    ),
    settings_convention(
        "Java",
        rb"\b(?:System\.getProperty|Boolean\.getBoolean|Integer\.getInteger|Long\.getLong)\(",
        rb"\b(?:System\.getProperty|Boolean\.getBoolean|Integer\.getInteger|Long\.getLong)\(",
        "a system property is what `java -D` or code has set; the second argument stands in for one"
        " that is not set",
        "https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/System.html",
    ),
    error_convention(
        "picocli",
        rb"\bpicocli\b",
        rb"\bnew CommandLine\(|\.setExecutionExceptionHandler\(|\.setExitCodeExceptionMapper\(",
        "`execute` answers wrong arguments with a message, the usage and status 2, and an exception"
        " of the command with its stack trace and status 1",
        "https://picocli.info/#_exception_handling",
    ),
)
