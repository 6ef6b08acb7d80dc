"""The order inside the rooms: no circles at any depth, floors where a room has many parts.

`test_layering` is about the rooms among each other.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support.product import PACKAGE, SOURCE, modules, nodes_of, strings_of, text_of, trees
from test_layering import imports

from mkdocs_repodoc.analysis import record_keys
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.pipeline.stores import earlier_resolution

# From the ground up, as in `test_layering`: a part may import what is on a lower floor. What is not
# named stands on the ground, and imports nothing of its room.
INNER_FLOORS: dict[str, tuple[set[str], ...]] = {
    "format_readers": (
        {"defining_lines"},
        {"record_builder", "document_values", "image_size"},
        {"preceding_comments", "style_sheets", "cython", "ignore_rules"},
        {"structured_data", "protobuf", "sql"},
        {"build_files", "documents", "projects"},
        {"readers"},
    ),
    "insight": (
        {"bounded_answers"},
        {"operation", "periphery", "symbols"},
        {"flows", "workspace_packages"},
        {"architecture", "examples"},
        {"file_needs"},
        {"reading", "statistics"},
        {"operation_insight", "code_insight"},
        {"changing", "documented_objects", "file_users", "repository_insight", "shown_findings"},
    ),
    "insight.flows": (
        {"calls"},
        {"entries"},
        {"flow", "followed_calls"},
        {"call_weights"},
        {"flow_paths"},
        {"main_flows"},
    ),
    "linking": (
        {"linking_losses"},
        {"repository_names"},
        {"references", "roles"},
        {"file_links", "symbol_links"},
        {"linked_index"},
        {"linked_names"},
        {"file_ties", "weighed_files"},
        {"known_links"},
        {"link", "page_queries"},
    ),
    "pipeline": (
        {"checks", "traces"},
        {"page_fingerprint", "site_digests", "site_queries"},
        {"build_facts", "composed_bodies", "linked_files", "source_lines", "stores"},
        {"foreign_results"},
        {"linker", "page_contexts", "site_pages"},
        {"site"},
        {"builder", "writing"},
    ),
    "pipeline.stores": (
        set(),
        {"fresh_records", "kept_links"},
        {"record_store"},
        {"reference_store"},
    ),
    "pipeline.writing": (set(), {"output_folder", "markdown_twins"}),
    "hosts.mkdocs": (
        set(),
        {"early_script", "name_references", "navigation", "published_data"},
        {"page_reuse"},
        {"page_builds"},
        {"requested_files"},
        {"page_hooks", "page_run", "preview", "whole_site"},
        {"preview_hooks"},
        {"plugin"},
    ),
    "pages": (
        {"context"},
        {"dependency_words", "bounded_sections"},
        {"parts"},
        {"extension_sections"},
        {"planning", "file", "folder"},
        {"keywords", "repository"},
        {"book", "tour"},
        {"compose", "snippets"},
        {"page_anchors"},
    ),
    "languages.python": (
        set(),
        {"first_test", "tool_files"},
        {"spec", "symbol_labels"},
        {"parse", "resolution", "roles", "running_tests"},
        {"outline", "names"},
        {"findings", "broken_symbols", "module_head"},
        {"broken_source", "literal_modules", "literal_paths", "snippets"},
        {"python_analyser"},
    ),
    "html": (
        {"expression_cursor", "image_attributes", "link_attributes", "symbol_height"},
        {"templates", "type_expressions", "code"},
        {"prose"},
        {"phrases"},
        {"pictures", "keyword_html", "excerpt_html", "outline_html", "symbol_html"},
        {"list_values", "listing_values"},
        {"block_html"},
        {"html_renderer"},
        {"frame", "snippet_html"},
    ),
    "markdown": (
        {"markdown_text", "markdown_addresses", "html_elements"},
        {"prose_markdown", "llms_texts"},
        {"markdown_phrases"},
        {"markdown_lists"},
        {"markdown_code"},
        {"markdown_renderer"},
    ),
}

LONGEST_MODULE = 250
"""Lines."""

LONGEST_FUNCTION = 40
"""Lines without the docstring: what a screen shows."""

MOST_POSITIONS = 6
"""Values of a record that a reader can tell apart by their order."""

SHORTEST_PATTERN = 14
"""Characters; what is shorter is a sign or two that patterns of many rules have."""

SHORTEST_BODY = 5
"""Lines of a function that are a rule of their own; in fewer it calls others."""

FULLEST_ROOM = 24
"""Modules side by side in one folder; more hide what they are about behind each other."""

# Parts that several languages have, each in the folder of its language.
LANGUAGE_PARTS = {"spec", "symbols", "imports", "functions", "types", "modules"}
LANGUAGE_PARTS |= {"running_tests", "command_line", "dispatch_tables", "error_reports"}
LANGUAGE_PARTS |= {
    "modifiers",
    "type_defaults",
    "library_conventions",
    "tool_files",
    "field_notes",
    "first_test",
    "roles",
    "shown_imports",
    "tools",
}

# What the names of modules begin with that several languages have in their passes over names.
LANGUAGE_PREFIXES = {"c_family": ("c_", "cpp_"), "javascript": ("script_",)}


@cache
def module_graph() -> Mapping[str, frozenset[str]]:
    """Return every module of the package, without its name, and which others it imports."""
    paths = {".".join(path.relative_to(SOURCE).with_suffix("").parts): path for path in modules()}
    names = {name.removesuffix(".__init__"): name for name in paths}
    graph = {}
    for name, path in paths.items():
        is_package = path.name == "__init__.py"
        dotted = f"{PACKAGE}.{name}".removesuffix(".__init__")
        found = set()
        for imported in imported_names(path, dotted, is_package):
            top, _, target = imported.partition(".")
            if top == PACKAGE and target in names and target != name.removesuffix(".__init__"):
                found.add(target)
        graph[name.removesuffix(".__init__")] = frozenset(found)
    return graph


def imported_names(path: Path, module: str, is_package: bool) -> Iterator[str]:
    """Yield the dotted names that a module imports: modules, and names taken from packages.

    Imports for type checkers are among them: what names another's types can't be read without it.
    """
    for imported in imports(nodes_of(path), module, is_package=is_package):
        yield imported.module
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def parts_of(room: str) -> Mapping[str, frozenset[str]]:
    """Return the parts of a room, and which of the others each one imports."""
    prefix = f"{room}."
    graph: dict[str, set[str]] = {}
    for name, imported in module_graph().items():
        if not name.startswith(prefix):
            continue
        part = name.removeprefix(prefix).partition(".")[0]
        targets = graph.setdefault(part, set())
        for each in imported:
            if each.startswith(prefix):
                other = each.removeprefix(prefix).partition(".")[0]
                targets |= {other} - {part}
    return {part: frozenset(targets) for part, targets in graph.items()}


def rooms() -> list[str]:
    """Return every package below the top one."""
    return sorted(
        ".".join(path.parent.relative_to(SOURCE).parts)
        for path in SOURCE.rglob("__init__.py")
        if path.parent != SOURCE
    )


@pytest.mark.parametrize("room", rooms())
def test_the_parts_of_a_room_form_no_circle(room: str) -> None:
    try:
        TopologicalSorter(parts_of(room)).prepare()
    except CycleError as error:
        pytest.fail(f"{room}: {' imports '.join(error.args[1])}")


@pytest.mark.parametrize("room", INNER_FLOORS)
def test_imports_inside_a_room_run_downward(room: str) -> None:
    floor_of = {part: floor for floor, parts in enumerate(INNER_FLOORS[room]) for part in parts}
    graph = parts_of(room)
    assert set(floor_of) <= set(graph)
    upward = [
        f"{part} imports {other}"
        for part, others in graph.items()
        for other in others
        if floor_of.get(other, 0) >= floor_of.get(part, 0)
    ]
    assert not upward


def test_a_folder_of_a_language_is_imported_by_itself_alone() -> None:
    """The rest of the product, and other languages, reach it by its record."""
    folders = {path.parent.name for path in (SOURCE / "languages").glob("*/spec.py")}
    crossing = {
        f"{module} imports {imported}"
        for module, found in module_graph().items()
        for imported in found
        if imported.startswith("languages.")
        and (folder := imported.split(".")[1]) in folders
        and not f"{module}.".startswith(f"languages.{folder}.")
    }
    assert not crossing


def resolving_modules() -> set[str]:
    """Return the modules that say what names mean: linking's own, and one of each family."""
    names = (each.names for each in LANGUAGES.values() if not isinstance(each.names, Absent))
    return {"linking.repository_names", *(each.module.partition(".")[2] for each in names)}


@pytest.mark.parametrize(
    ("making", "rooms"),
    [
        ({"analysis.analyse"}, record_keys._ROOMS),
        # The key of a file's record is part of the key of its references.
        (resolving_modules(), (*earlier_resolution.RESOLVING_ROOMS, *record_keys._ROOMS)),
    ],
    ids=["records", "references"],
)
def test_the_key_of_a_result_names_all_rooms_whose_code_makes_it(
    making: set[str], rooms: tuple[str, ...]
) -> None:
    used, waiting = set[str](), set(making)
    while waiting:
        module = waiting.pop()
        used.add(module)
        waiting |= module_graph()[module] - used
    # `errors` only has names, and what makes keys is no part of what they are for.
    assert {name.partition(".")[0] for name in used} - {"errors", "cache"} <= set(rooms)


@pytest.mark.parametrize("room", [PACKAGE, "benchmarks", "tools"])
def test_a_docstring_says_what_a_module_is(room: str) -> None:
    """A noun phrase or an imperative: a clause makes the reader guess at the noun."""
    folder = SOURCE if room == PACKAGE else SOURCE.parent / room
    clauses = {"how", "what", "when", "where", "whether", "which", "who", "whose", "why"}
    wrong = []
    for path in folder.rglob("*.py"):
        quotes, _, text = text_of(path).partition('"""')
        if quotes.strip("r") or text.split()[0].lower() in clauses:
            wrong.append(path.name)
    assert wrong == []


def raised_in(function: ast.FunctionDef) -> bool:
    """Tell whether a function raises something itself; what it defines does so when called."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Raise) and node.exc is not None:
            return True
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return False


def test_what_a_public_function_raises_is_documented() -> None:
    silent = []
    for path in modules():
        text = text_of(path)
        for node in nodes_of(path) if "raise " in text else ():
            if isinstance(node, ast.FunctionDef) and node.name[0] != "_" and raised_in(node):
                documentation = ast.get_docstring(node)
                if documentation is not None and "Raises:" not in documentation:
                    silent.append(f"{path.relative_to(SOURCE)}: {node.name}")
    assert not silent


def test_a_place_is_a_place_in_a_source_file() -> None:
    """An index, a rank, a folder and a link each have a word of their own."""
    rooms = {
        "languages",
        "format_readers",
        "model",
        "pages",
        "text",
    }  # what reads files and shows lines
    elsewhere = {
        f"{module.relative_to(SOURCE)}: {token.string}"
        for module in modules()
        if module.relative_to(SOURCE).parts[0] not in rooms and module.stem != "build_summary"
        if "place" in (text := text_of(module))
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.NAME and re.fullmatch(r"_*(\w+_)?places?", token.string)
    } - {"reporting/progress.py: _in_place"}
    scripts = {
        script.name
        for script in (SOURCE / "client" / "assets").glob("*.js")
        if re.search(r"\bplaces?\b(?!:)", script.read_text("utf-8"))
    }
    assert not elsewhere | scripts


def test_what_a_path_consists_of_is_asked_in_one_way() -> None:
    """By `paths`. The others read URLs, references of a schema, and command lines."""
    parting = re.compile(r"\.rpartition\(\"/\"\)\[[02]\]")
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if parting.search(path.read_text("utf-8"))
    }
    urls = {
        "html/prose/cross_references.py",
        "pages/parts/rule_explanations.py",
        "repository_urls.py",
    }
    schemas = {"query/questions.py", "text/json_schema.py"}
    commands = {"sources/file_types.py", "languages/tools/command_mentions.py"}
    assert found == {"paths.py"} | urls | schemas | commands


def test_sentences_are_made_by_those_who_show_them() -> None:
    """Below pages and messages only the rules of findings speak; facts and clues are data."""
    rooms = {"model", "sources", "languages", "format_readers", "analysis", "linking", "insight"}
    speaking = {
        name
        for name, imported in imported_english()
        if name.partition(".")[0] in rooms and not imported <= {"one_line", "shortened"}
    }
    assert speaking == {"languages.python.findings.listed_names"}


def imported_english() -> Iterator[tuple[str, set[str]]]:
    """Yield each module that words something in English, and by which functions."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == f"{PACKAGE}.text.english":
                name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
                yield name, {alias.name for alias in node.names}


@pytest.mark.parametrize("room", [PACKAGE, "benchmarks", "tools"])
def test_a_module_has_at_most_250_lines(room: str) -> None:
    folder = SOURCE if room == PACKAGE else SOURCE.parent / room
    lines = {path.name: len(text_of(path).splitlines()) for path in folder.rglob("*.py")}
    assert [name for name, number in lines.items() if number > LONGEST_MODULE] == []


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has from its `def` on, without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def test_a_script_of_the_pages_has_at_most_250_lines() -> None:
    scripts = [each for each in SOURCE.rglob("*.js") if each.parent.name != "vendor"]
    lines = {script.name: len(script.read_text("utf-8").splitlines()) for script in scripts}
    assert lines
    assert [name for name, number in lines.items() if number > LONGEST_MODULE] == []


def test_which_roles_are_tests_is_written_once() -> None:
    """In `TEST_ROLES`: a set that names both roles would be left behind by a third one."""
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in modules()
        for node in nodes_of(path)
        if isinstance(node, ast.Set)
        and {"test", "test support"}
        <= {each.value for each in node.elts if isinstance(each, ast.Constant)}
    }
    assert found == {"model/repository.py"}


@pytest.mark.parametrize("room", [PACKAGE, "benchmarks", "tools"])
def test_a_function_has_at_most_40_lines(room: str) -> None:
    folder = SOURCE if room == PACKAGE else SOURCE.parent / room
    longer = [
        f"{path.name}: {node.name}"
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines_of(node) > LONGEST_FUNCTION
    ]
    assert longer == []


def test_a_room_has_at_most_24_modules_side_by_side() -> None:
    beside = Counter(path.parent for path in modules() if path.stem != "__init__")
    rules = SOURCE / "languages" / "python" / "findings" / "rules"  # a file for each rule
    assert [
        room.name for room, count in beside.items() if count > FULLEST_ROOM and room != rules
    ] == []


def test_no_position_is_compared_with_a_number() -> None:
    """`FILE_SCOPE`, `is_file` and their like say what a missing position means."""
    numbers = re.compile(
        r"\b(?:scope|position)\b (?:==|!=|<|>=|>) -?[01]\b"
        r"|\b_?(?:owner|position|scope|symbol)(?:: int)? = -1\b|\bSymbolRef\([^()]*-1\)"
    )
    found = {
        f"{module.relative_to(SOURCE)}: {match[0]}"
        for module in modules()
        if module.relative_to(SOURCE).parts[0] != "text"  # positions there are those in texts
        for match in numbers.finditer(text_of(module))
    }
    assert not found


def test_numbers_in_the_names_of_a_target_are_read_in_one_way() -> None:
    """By `Target.number`; the comments on `TargetBase` say which of the names are numbers.

    What becomes a target in Python's pass over a file reads its own.
    """
    reading = re.compile(r"\bint\(\w+\.names\[")
    found = {
        path.relative_to(SOURCE).as_posix() for path in modules() if reading.search(text_of(path))
    }
    assert found == {"model/references.py", "languages/python/names/target_nodes.py"}


def test_kinds_are_told_apart_by_their_traits() -> None:
    """A set of kinds is a trait that `model/kind_traits.py` explains, not a table of one module."""
    several = re.compile(r"[({\[](?:Kind\.[A-Z_]+, *){2}")
    rooms = {"insight", "linking", "pages", "html", "client", "outputs", "pipeline", "text"}
    found = {
        f"{module.relative_to(SOURCE)}: {match[0]}"
        for module in modules()
        if module.relative_to(SOURCE).parts[0] in rooms
        for match in several.finditer(text_of(module))
    }
    assert not found


def language_of(path: Path) -> str | None:
    """Return the folder of the language that a module is of; `None` for all others."""
    room, *inner = path.relative_to(SOURCE).parts
    named = room == "languages" and len(inner) > 1
    return inner[0] if named and (SOURCE / room / inner[0] / "spec.py").exists() else None


def defined_classes() -> dict[str, list[str]]:
    """Return the public classes by the part of the product that an editor finds them in.

    That is a language, or all that is of no language.
    """
    found: dict[str, list[str]] = {}
    for path in modules():
        classes = found.setdefault(language_of(path) or "", [])
        body = trees()[path].body
        classes += [node.name for node in body if isinstance(node, ast.ClassDef)]
    return {part: [name for name in names if name[0] != "_"] for part, names in found.items()}


def test_a_class_name_stands_once_in_a_language_and_all_that_languages_share() -> None:
    """Two languages may each have their resolver; nothing else means something by its name."""
    classes = defined_classes()
    shared = classes.pop("")
    twice = {name for name, count in Counter(shared).items() if count > 1}
    for names in classes.values():
        twice |= {name for name, count in Counter([*names, *set(shared)]).items() if count > 1}
    assert not twice


def test_a_base_name_stands_once() -> None:
    """Once in the product, but for parts that several languages have: once in each of these."""
    names, in_languages = Counter[str](), Counter[tuple[str, str | None]]()
    for path in modules():
        if path.stem in LANGUAGE_PARTS and path.parent.parent.name == "languages":
            in_languages[path.stem, path.parent.name] += 1
        elif path.stem in LANGUAGE_PARTS and (language := language_of(path)) is not None:
            in_languages[path.stem, language] += 1
        elif path.stem != "__init__" and path.parent.name != "rules":  # named after the rule
            names[path.stem] += 1
    shared = Counter(part for part, _ in in_languages)
    assert {name for name, count in names.items() if count > 1} == set()
    assert {part for part, count in in_languages.items() if count > 1} == set()
    assert {part for part in LANGUAGE_PARTS if shared[part] < 2} == set()
    assert set(shared) & set(names) == set()


def test_a_part_that_several_languages_have_is_named_alike_in_each() -> None:
    """`java_type_finder` and `go_type_finder`: the language, then what the part does."""
    plain, prefixed, wrong = {}, set(), set()
    for path in SOURCE.rglob("languages/*/*/**/*.py"):
        if (language := language_of(path)) is None or path.stem == "__init__":
            continue
        prefixes = LANGUAGE_PREFIXES.get(language, (f"{language}_",))
        prefix = next((each for each in prefixes if path.stem.startswith(each)), "")
        if prefix:
            prefixed.add(path.stem.removeprefix(prefix))
        elif path.stem.endswith("_finder"):
            wrong.add(f"{language}: {path.stem}")
        elif path.stem not in LANGUAGE_PARTS:
            plain[path.stem] = language
    assert wrong | {f"{plain[name]}: {name}" for name in prefixed & set(plain)} == set()


def test_both_halves_of_a_language_s_names_lead_to_each_other() -> None:
    """A link is wrong by what a file leaves of a name, or by what that means over all files."""
    found = 0
    for folder in {path.parent for path in SOURCE.glob("languages/*/spec.py")}:
        finders = list(folder.rglob("*_file_finder.py"))
        resolvers = list(folder.rglob("resolution/**/*_resolver.py")) if finders else []
        for resolver in {path for path in resolvers if path.stem != "path_resolver"}:
            for one, other in ((resolver, finders[0]), (finders[0], resolver)):
                assert f"`{other.stem}`" in (ast.get_docstring(trees()[one]) or ""), one
            found += 1
    assert found > 1


def test_records_of_many_values_name_them() -> None:
    unnamed = [
        f"{path.relative_to(SOURCE)}, line {node.lineno}"
        for path in modules()
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id[:1].isupper()
        and len(node.args) > MOST_POSITIONS
    ]
    assert unnamed == []


def body_of(function: ast.FunctionDef, lines: list[str]) -> str:
    """Return the statements of a function as written, without docstring and indentation."""
    first = function.body[0]
    has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    body = function.body[has_docstring:]
    if not body:
        return ""
    return "\n".join(map(str.strip, lines[body[0].lineno - 1 : body[-1].end_lineno]))


def test_no_two_functions_have_the_same_body() -> None:
    """One rule is written in one function; a few lines may call the same in the same way."""
    bodies = defaultdict[str, list[str]](list)
    for path in modules():
        lines = text_of(path).splitlines()
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef):
                body = body_of(node, lines)
                if body.count("\n") >= SHORTEST_BODY - 1:
                    bodies[body].append(f"{path.relative_to(SOURCE)}: {node.name}")
    assert [where for where in bodies.values() if len(where) > 1] == []


WRITTEN_TWICE = {
    "jest\\.config\\.\\w+": "a runner's settings: what they are, and that there is the runner",
    "playwright\\.config\\.\\w+": "likewise",
    "[^\\W\\d]\\w*(?:(?:\\.|::)[^\\W\\d]\\w*)*": "names in types, and names in prose",
}
"""Beginnings of patterns that stand in two modules and say two things."""


def test_a_pattern_stands_once() -> None:
    """One rule is written in one module; the others import it."""
    places = defaultdict[str, set[str]](set)
    for path in modules():
        for _, text in strings_of(path):
            is_pattern = len(text) >= SHORTEST_PATTERN and re.search(r"[\\(\[|^$*]", text)
            if is_pattern and not re.search(r"[a-z] [a-z]", text):
                places[text].add(path.relative_to(SOURCE).as_posix())
    twice = {text: sorted(where) for text, where in places.items() if len(where) > 1}
    excepted = {each for each in WRITTEN_TWICE if any(text.startswith(each) for text in twice)}
    assert excepted == WRITTEN_TWICE.keys(), "an exception is no longer needed"
    assert {
        text: where for text, where in twice.items() if not text.startswith(tuple(WRITTEN_TWICE))
    } == {}
