"""Secrets in the text of a file. All are put together here: none stands in this repository."""

from __future__ import annotations

import random
import string
import time

import pytest

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.analysis.secret_rules import find_secrets, masked, tokens_in
from mkdocs_repodoc.model.secrets import Secret

HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + "234567"
LETTERS = string.ascii_letters
WORD = LETTERS + string.digits


def some(characters: str, count: int) -> str:
    """Return random characters, the same ones in each run."""
    return "".join(random.Random(5).choices(characters, k=count))  # noqa: S311 - nothing is kept secret by it


def key_block(kind: str, separator: str = "\n") -> str:
    lines = [f"-----BEGIN {kind}-----", some(WORD, 64), some(WORD, 64), f"-----END {kind}-----"]
    return separator.join(lines)


TOKENS = [
    ("AWS access key", "AKIA" + some(UPPER, 16)),
    ("Azure storage key", "AccountKey=" + some(WORD, 86) + "=="),
    ("Google API key", "AIza" + some(WORD, 35)),
    ("GitHub token", "ghp_" + some(WORD, 36)),
    ("GitHub token", "github_pat_" + some(WORD, 22) + "_" + some(WORD, 59)),
    ("GitLab token", "glpat-" + some(WORD, 20)),
    ("npm token", "npm_" + some(WORD, 36)),
    ("PyPI token", "pypi-AgEIcHlwaS5vcmc" + some(WORD, 80)),
    ("Docker token", "dckr_pat_" + some(WORD, 27)),
    ("Slack token", "xoxb-" + "123456789012-" + some(WORD, 24)),
    ("Slack webhook", "https://hooks.slack.com/services/T12345678/B12345678/" + some(WORD, 24)),
    ("Discord webhook", "https://discord.com/api/webhooks/12345678901234567/" + some(WORD, 68)),
    ("Telegram bot token", "110201543:AA" + some(WORD, 33)),
    ("Stripe key", "sk_live_" + some(WORD, 24)),
    ("SendGrid key", "SG." + some(WORD, 22) + "." + some(WORD, 43)),
    ("DigitalOcean token", "dop_v1_" + some(HEX, 64)),
    ("Hugging Face token", "hf_" + some(LETTERS, 34)),
    ("Shopify token", "shpat_" + some(HEX, 32)),
    ("OpenAI key", "sk-" + some(WORD, 20) + "T3BlbkFJ" + some(WORD, 20)),
    ("Anthropic key", "sk-ant-api03-" + some(WORD, 93)),
    ("private key", key_block("RSA PRIVATE KEY")),
    ("private key", key_block("PGP PRIVATE KEY BLOCK")),
    ("private key", key_block("PRIVATE KEY", "\\n")),
]


@pytest.mark.parametrize(("kind", "token"), TOKENS)
def test_a_token_of_each_kind_is_found_where_it_begins(kind: str, token: str) -> None:
    assert find_secrets("app.py", f'# one\nKEY = "{token}"\n# three\n') == (Secret(kind, 2),)


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "x" * 36,
        "ghp_" + some(WORD, 20),
        "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
        'HEADER = "-----BEGIN PRIVATE KEY-----"\nFOOTER = "-----END PRIVATE KEY-----"',
        key_block("PUBLIC KEY"),
        key_block("CERTIFICATE"),
        "password = 'hunter2hunter2'",
        some(HEX, 40),
        "prefix" + "AKIA" + some(UPPER, 16),
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert find_secrets("app.py", text) == ()


@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        (".env", "DB_PASSWORD=s3cr3t-value", "password in an environment file"),
        (".env.production", 'export API_KEY="abc123def"', "password in an environment file"),
        (".netrc", "machine h login me password s3cr3t", "password of a server"),
        (".npmrc", "//registry.example/:_authToken=0a1b2c3d4e", "npm token"),
        (".pypirc", "password = s3cr3tword", "password of a package index"),
        (".git-credentials", "https://me:s3cr3t@host.org", "password of a git server"),
        (".pgpass", "host:5432:db:me:s3cr3t", "password of a database"),
        (".dockercfg", '{"auths": {"h": {"auth": "bWU6c2VjcmV0"}}}', "password of a registry"),
    ],
)
def test_passwords_are_found_where_programs_keep_them(name: str, line: str, kind: str) -> None:
    assert find_secrets(name, f"\n{line}\n") == (Secret(kind, 2),)
    assert find_secrets("notes.txt", f"\n{line}\n") == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (".env", "DB_PASSWORD="),
        (".env", "DB_PASSWORD=changeme"),
        (".env", "DB_PASSWORD=${VAULT}"),
        (".env", "DEBUG=yes-please"),
        (".env.example", "DB_PASSWORD=s3cr3t-value"),
        (".npmrc", "//registry.example/:_authToken=${NPM_TOKEN}"),
        (".npmrc", "save-exact=true"),
    ],
)
def test_a_placeholder_is_no_password(name: str, line: str) -> None:
    assert find_secrets(name, line) == ()


@pytest.mark.parametrize(
    ("name", "language", "limit"),
    [("a.py", "python", 9_999), ("a", "text", 9_999), ("b.py", "python", 9)],
)
def test_a_record_has_the_secrets_of_any_text(name: str, language: str, limit: int) -> None:
    text = f"x = 1\ny = 'ghp_{some(WORD, 36)}'\n"
    record = analyse(name, language, text.encode(), AnalysisOptions(analysis_limit=limit))
    assert record.outline.secrets == (Secret("GitHub token", 2),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "T3BlbkFJ " + "sk-" * 200_000),
        (".env", "= " + "SECRET" * 60_000),
        (".git-credentials", "://a:" * 60_000),
        (".git-credentials", "://a:bcdefgh@\n" * 60_000),
    ],
)
def test_a_search_takes_no_square_of_the_length(name: str, text: str) -> None:
    begun = time.process_time()
    find_secrets(name, text)
    assert time.process_time() - begun < 5  # a tenth of what each took, and more than ten times


def test_a_search_takes_no_square_of_the_length_of_a_text() -> None:
    lines = "X: -----BEGIN PRIVATE KEY-----\n" * 20_000
    begun = time.process_time()
    assert find_secrets("a.txt", lines) == ()
    assert time.process_time() - begun < 20  # it was more than an hour


def test_a_short_text_is_shown_without_the_tokens_in_it() -> None:
    token = "npm_" + "aB3dE5gH7jK9" * 3
    assert masked(f"{token} and glpat-abcdefghij0123456789") == "••• and •••"
    assert tokens_in(f"a {token}") == ("npm token",)
    assert masked("nothing of the kind") == "nothing of the kind"
