"""Commands behind the programs that run them."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.tools.wrapped_commands import command_itself


@pytest.mark.parametrize(
    ("line", "itself"),
    [
        ("uv run --frozen --extra tests pytest -q", "pytest -q"),
        ("devbox run -- uv run pre-commit run -a", "pre-commit run -a"),
        ("devbox run test", "devbox run test"),
        ("poetry run mypy .", "mypy ."),
        ("hatch run ruff check", "ruff check"),
        ("npx -p typescript tsc --noEmit", "tsc --noEmit"),
        ("pnpm exec eslint .", "eslint ."),
        ("nix develop .#ci -c cargo test --all", "cargo test --all"),
        ("bundle exec rspec", "rspec"),
        ("cross-env CI=1 NODE_ENV=test npx jest", "jest"),
        ("direnv exec . make check", "make check"),
        ("MODE=fast sudo make test", "make test"),
        ("pytest -k 'a b'", "pytest -k 'a b'"),
        ("echo 'unclosed", "echo 'unclosed"),
    ],
)
def test_what_runs_a_command_is_taken_off(line: str, itself: str) -> None:
    assert command_itself(line) == itself
