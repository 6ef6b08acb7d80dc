"""How often links are right: compares them with jedi's answers on real packages.

Usage: `python benchmarks/precision.py FOLDER... [--sample 300] [--seed 1] [--show 20]`

For each folder a sample of links of each grade is drawn, and jedi is asked where the same
identifier leads. *Precision* is the share of links that jedi agrees with, among those that jedi
has an answer for. For *recall* identifiers are drawn from the source; it is the share of those
that jedi follows to a definition in the folder (no parameter, no local variable) which are links.
Disagreements are printed, since jedi is wrong now and then, too. Exits with 1 if a precision is
below its target.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import keyword
import random
import re
import sys
import tokenize
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jedi
from jedi.api.classes import Name

from mkdocs_repodoc import linking
from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.files import GitHistory, SourceFile
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.model.repository import LinkedReference, Repository
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import decode

_TARGETS = {"exact": 0.99, "inferred": 0.95}
_LOCAL = {"param"}
_MOST_SCRIPTS = 50
_ATTRIBUTE = re.compile(r"self\.\w+\s*[:=]")


@dataclass
class Corpus:
    """A linked folder and its texts."""

    root: Path
    repository: Repository
    texts: dict[str, list[str]]
    links: dict[str, dict[tuple[int, int], LinkedReference]]
    scripts: dict[str, jedi.Script] = field(default_factory=dict)
    project: jedi.Project | None = None

    def ask(self, path: str, line: int, column: int) -> list[Name]:
        """Return jedi's definitions of the identifier at a place."""
        if path not in self.scripts:
            if len(self.scripts) > _MOST_SCRIPTS:
                self.scripts.clear()
            self.scripts[path] = jedi.Script(path=self.root / path, project=self.project)
        characters = len(self.texts[path][line - 1].encode()[:column].decode())
        try:
            return self.scripts[path].goto(line, characters, follow_imports=True)
        except Exception as error:  # noqa: BLE001  # jedi fails in many ways; then it has no answer
            print(f"  jedi failed at {path}:{line}: {type(error).__name__}")
            return []

    def relative(self, definition: Name) -> str:
        """Return the path of jedi's definition in this corpus; empty if it lies elsewhere."""
        found = definition.module_path
        if found is None:
            return ""
        try:
            return found.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return ""


def load(root: Path) -> Corpus:
    """Analyse and link all Python files below a folder."""
    files: list[tuple[SourceFile, FileOutline, str]] = []
    details: dict[str, FileDetail] = {}
    texts: dict[str, list[str]] = {}
    for file in sorted([*root.rglob("*.py"), *root.rglob("*.pyi")]):
        data = file.read_bytes()
        path = file.relative_to(root).as_posix()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            record = analyse(file.name, "python", data, AnalysisOptions())
        digest = hashlib.sha256(data).hexdigest()
        source = SourceFile(path, "text", "python", len(data), digest)
        files.append((source, record.outline, path))
        details[path] = record.detail
        texts[path] = decode(data).text.split("\n")
    repository = linking.link(files, details.__getitem__, GitHistory(), Settings(root=root))
    links = {
        path: {
            (reference.line, reference.column): reference
            for reference in linking.file_links(repository, path, details[path]).references
        }
        for path in details
    }
    return Corpus(root, repository, texts, links, project=jedi.Project(root))


def agrees(corpus: Corpus, link: LinkedReference, definitions: Sequence[Name]) -> bool:
    """Whether one of jedi's definitions is the one that a link leads to."""
    symbol = link.symbol
    name = corpus.repository.qualified_name(symbol)
    for definition in definitions:
        if corpus.relative(definition) != symbol.path:
            if definition.full_name == name:
                return True  # jedi carries stubs for some packages and stops there
            continue
        if symbol.position < 0:
            if definition.type == "module":
                return True
            continue
        ours = corpus.repository.symbol(symbol)
        if definition.line == ours.name_line:
            return True
        # Another assignment of the same variable, another branch, another overload.
        if definition.name == ours.name.rpartition(".")[2] and _same_holder(definition, ours.name):
            return True
    return False


def _same_holder(definition: Name, name: str) -> bool:
    holder = name.rpartition(".")[0].rpartition(".")[2]
    parent = definition.parent()
    while parent is not None and parent.type == "function" and holder:
        parent = parent.parent()
    if not holder:
        return parent is None or parent.type == "module"
    return parent is not None and parent.name == holder


def measure_precision(
    corpus: Corpus, grade: str, sample: int, show: int, dice: random.Random
) -> float:
    """Draw links of a grade, compare them, and return the share that is right."""
    population = [
        (path, link)
        for path, links in corpus.links.items()
        for link in links.values()
        if link.grade == grade and link.kind != "definition"
    ]
    drawn = dice.sample(population, min(sample, len(population)))
    right, wrong, silent = 0, [], 0
    for path, link in drawn:
        definitions = corpus.ask(path, link.line, link.column)
        answers = [d for d in definitions if d.type not in _LOCAL]
        if not answers:
            silent += 1
        elif agrees(corpus, link, answers):
            right += 1
        else:
            wrong.append((path, link, answers))
    total = right + len(wrong)
    share = right / total if total else 1.0
    print(
        f"{corpus.root.name}: precision of {grade} links {share:.4f} "
        f"({right} of {total}; no answer from jedi for {silent}; {len(population)} links in all)"
    )
    for path, link, answers in wrong[:show]:
        theirs = ", ".join(
            f"{corpus.relative(d) or d.full_name}:{d.line} ({d.type})" for d in answers[:3]
        )
        name = corpus.repository.qualified_name(link.symbol)
        print(f"  {path}:{link.line}:{link.column} → {name}; jedi: {theirs}")
    return share


def _names(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield line, byte column and text of each identifier, names of keyword arguments excepted."""
    readline = io.StringIO("\n".join(lines)).readline
    try:
        tokens = [token for token in tokenize.generate_tokens(readline) if token.string.strip()]
    except (tokenize.TokenError, SyntaxError):
        return
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_name = token.type == tokenize.NAME and not keyword.iskeyword(token.string)
        is_argument = after.string == "=" and before.string in ("(", ",")
        if is_name and not is_argument:
            line, column = token.start
            yield line, len(lines[line - 1][:column].encode()), token.string


def measure_recall(corpus: Corpus, sample: int, show: int, dice: random.Random) -> None:
    """Draw identifiers and see how many of those that jedi follows are links."""
    paths = sorted(corpus.texts)
    weights = [len(corpus.texts[path]) for path in paths]
    linked, missed = 0, []
    for path in dice.choices(paths, weights, k=sample):
        names = list(_names(corpus.texts[path]))
        if not names:
            continue
        line, column, text = dice.choice(names)
        definitions = [d for d in corpus.ask(path, line, column) if _counts(corpus, d)]
        if not definitions:
            continue
        if (line, column) in corpus.links[path]:
            linked += 1
        else:
            missed.append((path, line, column, text, definitions[0]))
    total = linked + len(missed)
    share = linked / total if total else 1.0
    print(f"{corpus.root.name}: recall {share:.4f} ({linked} of {total})")
    for path, line, column, text, definition in missed[:show]:
        where = f"{corpus.relative(definition)}:{definition.line} ({definition.type})"
        print(f"  {path}:{line}:{column} {text}; jedi: {where}")


def _counts(corpus: Corpus, definition: Name) -> bool:
    """Whether a definition is one that a link could lead to."""
    if not corpus.relative(definition) or definition.type in _LOCAL:
        return False
    if definition.type in ("function", "class", "module", "property"):
        return True
    parent = definition.parent()
    if parent is None or definition.type != "statement":
        return False
    if parent.type in ("module", "class"):
        return True
    return bool(_ATTRIBUTE.match(definition.description))


def main() -> None:
    """Measure each folder given on the command line."""
    parser = argparse.ArgumentParser(description="Compare links with jedi's answers.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    arguments = parser.parse_args()
    missed = False
    for folder in arguments.folders:
        corpus = load(folder)
        dice = random.Random(arguments.seed)  # noqa: S311  # a sample, not a secret
        for grade, target in _TARGETS.items():
            found = measure_precision(corpus, grade, arguments.sample, arguments.show, dice)
            missed = missed or found < target
        measure_recall(corpus, arguments.sample, arguments.show, dice)
    sys.exit(missed)


if __name__ == "__main__":
    main()
