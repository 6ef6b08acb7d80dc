"""The rules of ruff that make findings in Python files, and why these.

- Security: those of flake8-bandit (`S`) that point at a call or an argument which deserves a second
  look: code from data (`exec`, `eval`, `pickle`, `marshal`, YAML), weak hashes and ciphers,
  unverified certificates, shells, SQL put together from strings, XML parsers, permissions,
  unescaped HTML. Left out are those that most code trips over without being wrong (`assert`,
  `random`, a subprocess at all, an exception that is passed over) and those that judge a string by
  how it reads (passwords, addresses, temporary folders): documentation that cries wolf is not read.
- Performance: caches on methods, which keep instances alive (B019); calls that block an event loop
  (`ASYNC`). Left out is what saves no more than microseconds, such as Perflint's rules and lists
  that are built only to be thrown away: true, and of no use to somebody who reads the code.
"""

from __future__ import annotations

from mkdocs_repodoc.model.records import FindingArea

DOCUMENTATION = "https://docs.astral.sh/ruff/rules/"
"""Below this each rule has a page that has its name."""

SECURITY_RULES = {
    "S102": "exec-builtin",
    "S103": "bad-file-permissions",
    "S113": "request-without-timeout",
    "S201": "flask-debug-true",
    "S202": "tarfile-unsafe-members",
    "S301": "suspicious-pickle-usage",
    "S302": "suspicious-marshal-usage",
    "S303": "suspicious-insecure-hash-usage",
    "S304": "suspicious-insecure-cipher-usage",
    "S305": "suspicious-insecure-cipher-mode-usage",
    "S306": "suspicious-mktemp-usage",
    "S307": "suspicious-eval-usage",
    "S308": "suspicious-mark-safe-usage",
    "S310": "suspicious-url-open-usage",
    "S312": "suspicious-telnet-usage",
    "S313": "suspicious-xmlc-element-tree-usage",
    "S314": "suspicious-xml-element-tree-usage",
    "S315": "suspicious-xml-expat-reader-usage",
    "S316": "suspicious-xml-expat-builder-usage",
    "S317": "suspicious-xml-sax-usage",
    "S318": "suspicious-xml-mini-dom-usage",
    "S319": "suspicious-xml-pull-dom-usage",
    "S321": "suspicious-ftp-lib-usage",
    "S323": "suspicious-unverified-context-usage",
    "S324": "hashlib-insecure-hash-function",
    "S501": "request-with-no-cert-validation",
    "S502": "ssl-insecure-version",
    "S503": "ssl-with-bad-defaults",
    "S504": "ssl-with-no-version",
    "S505": "weak-cryptographic-key",
    "S506": "unsafe-yaml-load",
    "S507": "ssh-no-host-key-verification",
    "S508": "snmp-insecure-version",
    "S509": "snmp-weak-cryptography",
    "S601": "paramiko-call",
    "S602": "subprocess-popen-with-shell-equals-true",
    "S604": "call-with-shell-equals-true",
    "S605": "start-process-with-a-shell",
    "S608": "hardcoded-sql-expression",
    "S609": "unix-command-wildcard-injection",
    "S610": "django-extra",
    "S611": "django-raw-sql",
    "S612": "logging-config-insecure-listen",
    "S701": "jinja2-autoescape-false",
    "S702": "mako-templates",
    "S704": "unsafe-markup-use",
}
"""The name of each by its code."""
PERFORMANCE_RULES = {
    "B019": "cached-instance-method",
    "ASYNC210": "blocking-http-call-in-async-function",
    "ASYNC220": "create-subprocess-in-async-function",
    "ASYNC221": "run-process-in-async-function",
    "ASYNC222": "wait-for-process-in-async-function",
    "ASYNC230": "blocking-open-call-in-async-function",
    "ASYNC251": "blocking-sleep-in-async-function",
}
"""The name of each by its code."""
AREAS: dict[str, FindingArea] = {
    **dict.fromkeys(SECURITY_RULES, "security"),
    **dict.fromkeys(PERFORMANCE_RULES, "performance"),
}
NEEDED_WORDS = {"S610": b"django"}
"""What a file must mention for a finding that ruff makes by the name of a method alone: any `extra`
may be that of a query, and few are."""
OTHER_CALLS = {"S604": (b"dict(", b"namedtuple(", b"SimpleNamespace(")}
"""What such a call begins with where it only keeps what it is given: it starts no process."""
MESSAGES = {
    "S307": "`eval` runs the text that it is given as code.",
    "S310": (
        "An address is opened, or prepared to be, by `urllib`, which follows schemes such as "
        "`file:` as well."
    ),
    "S604": (
        "A call has a true value for `shell`; if it starts a process, a shell reads the command."
    ),
}
"""What is said instead of ruff's message where that claims more than the rule has seen: S604 looks
at any call with such an argument, S310 at requests too, and S307 recommends what often can't stand
in for `eval`."""
