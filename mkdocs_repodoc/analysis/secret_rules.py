"""Search for secrets in what is about to be published.

It knows the tokens that their issuers have made recognisable, private keys, and the files in which
programs keep their passwords. Words such as `password` beside a text say little: most of what they
find are examples and tests, and a warning that is mostly wrong is not read. See
`docs/decisions/0010-own-secret-rules.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mkdocs_repodoc.model.secrets import Secret

_MOST_CHARACTERS = 10_000_000
"""Of a file that are searched; its page shows less."""
_LEAST_VARIETY = 8
"""Different characters that a real token has; `ghp_xxxxxxxx` and `AKIA00000000` have fewer."""
_MASK = "•••"
_MOST_FOUND = 20
"""Secrets of a file that are told one by one."""


class _Rule(NamedTuple):
    kind: str
    markers: tuple[str, ...]
    """Texts of which one is in every secret of this kind: looked for first, being quicker."""
    pattern: re.Pattern[str]
    """Its first group, if there is one, is what varies."""


def _rule(kind: str, markers: str, pattern: str) -> _Rule:
    return _Rule(kind, tuple(markers.split()), re.compile(pattern))


# Prefixes and lengths are those that the issuers document, or that their own scanning partners
# (GitHub's secret scanning, GitLab's) are given.
_TOKENS = (
    _rule(
        "private key",
        "PRIVATE",
        r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
        r"(?:\\r|\\n|[\s\"'+,>|#*]|[A-Za-z-]{1,40}: [^\n]{0,200}\n){1,200}([A-Za-z0-9+/=]{40,})",
    ),
    _rule("AWS access key", "AKIA ASIA", r"\b(?:AKIA|ASIA)([A-Z2-7]{16})\b"),
    _rule("Azure storage key", "AccountKey=", r"AccountKey=([A-Za-z0-9+/]{86}==)"),
    _rule("Google API key", "AIza", r"\bAIza([0-9A-Za-z_-]{35})(?![\w-])"),
    _rule("GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", r"\bgh[pousr]_([A-Za-z0-9]{36,251})\b"),
    _rule("GitHub token", "github_pat_", r"\bgithub_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b"),
    _rule("GitLab token", "glpat-", r"\bglpat-([A-Za-z0-9_-]{20,300})"),
    _rule("npm token", "npm_", r"\bnpm_([A-Za-z0-9]{36})\b"),
    _rule("PyPI token", "pypi-AgE", r"\bpypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)([\w-]{50,})"),
    _rule("Docker token", "dckr_pat_", r"\bdckr_pat_([A-Za-z0-9_-]{27})(?![\w-])"),
    _rule("Slack token", "xox", r"\bxox[abeoprs]-((?:\d+-)*[A-Za-z0-9-]{24,})"),
    _rule(
        "Slack webhook",
        "hooks.slack.com",
        r"hooks\.slack\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/([A-Za-z0-9]{24})",
    ),
    _rule(
        "Discord webhook",
        "api/webhooks/",
        r"discord(?:app)?\.com/api/webhooks/\d{17,20}/([\w-]{60,})",
    ),
    _rule("Telegram bot token", ":AA", r"\b\d{8,10}:(AA[A-Za-z0-9_-]{33})(?![\w-])"),
    _rule("Stripe key", "k_live_", r"\b[rs]k_live_([0-9A-Za-z]{24,})\b"),
    _rule("SendGrid key", "SG.", r"\bSG\.([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})(?![\w-])"),
    _rule("DigitalOcean token", "dop_v1_", r"\bdop_v1_([a-f0-9]{64})\b"),
    _rule("Hugging Face token", "hf_", r"\bhf_([A-Za-z]{34})\b"),
    _rule("Shopify token", "shpat_ shpca_ shppa_", r"\bshp(?:at|ca|pa)_([a-fA-F0-9]{32})\b"),
    _rule("OpenAI key", "T3BlbkFJ", r"(?<![\w-])sk-([\w-]{0,200}?T3BlbkFJ[\w-]{20,})"),
    _rule("Anthropic key", "sk-ant-", r"\bsk-ant-(?:api|admin)\d\d-([A-Za-z0-9_-]{80,})"),
)

_MARKED = re.compile("|".join(re.escape(each) for rule in _TOKENS for each in rule.markers))
"""Any of the markers of tokens."""
_VALUE = r"[\"']?(?!\$|\{|<|%)([^\s\"'#]{6,})"
# What programs document of the files in which they keep passwords.
_PASSWORD_FILES = (
    (
        re.compile(r"\.env(?:\.(?!example|sample|template|dist|test|ci)\w+)?"),
        _rule(
            "password in an environment file",
            "= ",
            r"(?m)^(?:export )?\w{0,80}(?:SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_?KEY)"
            r"\w{0,80}=" + _VALUE,
        ),
    ),
    (
        re.compile(r"[._]netrc"),
        _rule("password of a server", "password", r"\bpassword\s+" + _VALUE),
    ),
    (
        re.compile(r"\.npmrc|\.yarnrc(?:\.yml)?"),
        _rule("npm token", "uth _password", r"(?m)(?:_auth(?:Token)?|_password)\s*=\s*" + _VALUE),
    ),
    (
        re.compile(r"\.pypirc"),
        _rule("password of a package index", "password", r"(?m)^password\s*[:=]\s*" + _VALUE),
    ),
    (
        re.compile(r"\.git-credentials"),
        _rule("password of a git server", "://", r"://[^\s:@/]{1,200}:([^\s@]{1,500})@"),
    ),
    (
        re.compile(r"\.pgpass"),
        _rule("password of a database", ":", r"(?m)^[^#:\n]+:[^:\n]+:[^:\n]+:[^:\n]+:(\S+)$"),
    ),
    (
        re.compile(r"\.dockercfg|config\.json"),
        _rule("password of a registry", '"auths"', r'"auth"\s*:\s*"([A-Za-z0-9+/]{8,}={0,2})"'),
    ),
)
_PLACEHOLDER = re.compile(
    r"(?i)example|change.?me|placeholder|your[-_]|dummy|redacted|xxxx|\.\.\.|^(?:password|secret|test)"
)


def find_secrets(name: str, text: str) -> tuple[Secret, ...]:
    """Return what looks like secrets in a file, in the order of its lines.

    Args:
        name: The file's base name.
        text: Its text.
    """
    text = text[:_MOST_CHARACTERS]
    rules = [(rule, _LEAST_VARIETY) for rule in _TOKENS]
    rules += [(rule, 0) for names, rule in _PASSWORD_FILES if names.fullmatch(name)]
    found = {
        secret
        for rule, variety in rules
        for secret in islice(_by_rule(rule, text, variety), _MOST_FOUND)
    }
    return tuple(sorted(found, key=lambda secret: (secret.line, secret.kind))[:_MOST_FOUND])


def tokens_in(text: str) -> tuple[str, ...]:
    """Return what kinds of tokens seem to be in a short text, such as the name of a file.

    Args:
        text: The text.
    """
    return tuple(dict.fromkeys(rule.kind for rule, _ in _tokens(text)))


def masked(text: str) -> str:
    """Return a short text with dots in the place of what looks like a token.

    Args:
        text: The text.
    """
    for _, match in sorted(_tokens(text), key=lambda found: -found[1].start()):
        text = text[: match.start()] + _MASK + text[match.end() :]
    return text


def _tokens(text: str) -> list[tuple[_Rule, re.Match[str]]]:
    if not _MARKED.search(text):  # as nearly all names of files
        return []
    return [
        (rule, match)
        for rule in _TOKENS
        if any(marker in text for marker in rule.markers)
        for match in rule.pattern.finditer(text)
        if _varies(match, _LEAST_VARIETY)
    ]


def _varies(match: re.Match[str], variety: int) -> bool:
    return len(set(match[1])) >= variety and not _PLACEHOLDER.search(match[1])


def _by_rule(rule: _Rule, text: str, variety: int) -> Iterator[Secret]:
    if any(marker in text for marker in rule.markers):
        for match in rule.pattern.finditer(text):
            if _varies(match, variety):
                yield _secret(rule.kind, text, match)


def _secret(kind: str, text: str, match: re.Match[str]) -> Secret:
    return Secret(kind, text.count("\n", 0, match.start()) + 1)
