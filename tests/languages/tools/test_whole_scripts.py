"""Scripts, command line by command line."""

from __future__ import annotations

from mkdocs_repodoc.languages.tools.whole_scripts import script_commands


def test_a_script_is_read_as_a_shell_reads_it() -> None:
    script = """\
# it's a remark
cat << EOF >> settings.toml
make it
EOF
pytest \\
  --cov  -x
python -c "
import mill
make(mill)
"
cd web
npm test
cd ..
npm run lint
cd $HOME
make none
"""
    assert list(script_commands(script)) == [
        "cat",
        "pytest --cov -x",
        'python -c "\nimport mill\nmake(mill)\n"',
        "cd web && npm test",
        "npm run lint",
    ]


def test_a_mark_that_is_never_closed_takes_no_lines_along() -> None:
    assert list(script_commands("echo don't\nmake test", "docs")) == [
        "cd docs && echo don't",
        "cd docs && make test",
    ]


def test_what_is_long_is_not_looked_through_for_the_end_of_a_quotation() -> None:
    long = "x" * 5_000
    assert list(script_commands(f"echo '{long}\nmake '")) == [f"echo '{long}", "make '"]
