"""Tables of databases and the statements that use them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import link_files

SCHEMA = """\
CREATE TABLE users (id INT);
CREATE TABLE public.orders (id INT, owner INT REFERENCES users(id));
CREATE VIEW late AS SELECT * FROM orders;
"""
CODE = '''\
def load(db):
    db.execute("SELECT * "
               "FROM users WHERE id = ?")


def store(db, name):
    # db.execute("SELECT id FROM late")
    db.execute("""
        WITH late AS (SELECT 1)
        INSERT INTO orders (id) SELECT * FROM late
    """)
    db.execute(f"DELETE FROM {name}")
'''


def used(files: Mapping[str, str], path: str) -> list[tuple[str, str, int]]:
    repository = link_files({"db/schema.sql": SCHEMA, **files}).repository
    outline = repository.files[path].outline
    return [
        (
            outline.symbols[one.position].name if one.position >= 0 else "",
            repository.symbol(one.target).name,
            one.line,
        )
        for one in repository.links.relations.get(path, ())
        if one.kind == "uses table"
    ]


def test_strings_use_the_tables_that_they_name() -> None:
    assert used({"app.py": CODE}, "app.py") == [
        ("load", "users", 3),
        ("store", "public.orders", 10),
    ]


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("db.all(`UPDATE users SET a = 1`)", "users"),
        ("db.query('select id from late')", "late"),
        ('run("INSERT INTO " + "public.orders (id) VALUES (1)")', "public.orders"),
        ('run("SELECT a FROM `users`")', "users"),
        ('run("SELECT a FROM x JOIN users ON 1")', "users"),
        ('print("select one from users")', ""),
        ('run("SELECT a FROM users_" + year)', ""),
        ('run("SELECT a FROM users(1)")', ""),
        ('run("FROM users")', ""),
        ('run("SELECT a FROM others")', ""),
    ],
)
def test_a_string_is_a_statement_if_it_begins_like_one(code: str, table: str) -> None:
    found = used({"app.js": code + ";\n"}, "app.js")
    assert [name for _, name, _ in found] == ([table] if table else [])


def test_scripts_use_tables_of_other_scripts() -> None:
    query = "-- FROM late\nSELECT * FROM users JOIN orders o ON o.owner = id AND x = 'FROM late';\n"
    assert used({"db/q.sql": query}, "db/q.sql") == [("", "users", 2), ("", "public.orders", 2)]
    change = "ALTER TABLE users ADD COLUMN name TEXT;\n"
    assert used({"db/2.sql": change}, "db/2.sql") == [("", "users", 1)]


def test_a_name_of_two_tables_means_neither() -> None:
    files = {"db/old.sql": "CREATE TABLE users (id INT);\n", "a.js": 'q("DELETE FROM users");\n'}
    assert used(files, "a.js") == []
