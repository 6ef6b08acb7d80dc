"""Lists of tasks in scripts."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import ListedTask, TaskCondition, TaskList
from mkdocs_repodoc.settings import AnalysisOptions


def lists(code: str) -> list[TaskList]:
    record = analyse("a.js", "javascript", code.encode(), AnalysisOptions())
    return list(record.outline.facts_of(TaskList))


def if_(text: str) -> TaskCondition:
    return TaskCondition(True, text)


def unless(text: str) -> TaskCondition:
    return TaskCondition(False, text)


def test_tasks_have_titles_conditions_and_what_they_do() -> None:
    code = """
export function release(options) {
  return new Listr([
    {title: 'Check', enabled: () => options.check, task: () => check(options)},
    {
      title: `Install ${options.name}`,
      skip() {
        if (options.dry) {
          return 'Dry run.';
        }
        if (options.force) {
          return;
        }
      },
      task() {
        const found = find();
        return install(found);
      },
    },
    ...options.publish ? [{title: options.stage ? 'Stage' : 'Publish', task: publish}] : [],
    {title: 'Test', task: () => new Listr([
      {title: 'Lint', task: lint},
      {title: 'Run', skip: () => !options.tests, task() { return run('test'); }},
    ])},
  ]);
}
"""
    (found,) = lists(code)

    assert (found.line, found.end_line) == (3, 25)
    assert found.tasks == (
        ListedTask("Check", 4, 4, (if_("options.check"),), "check(options)", 4),
        ListedTask(
            "Install ${options.name}", 5, 19, (unless("options.dry"), if_("options.force")), "", 15
        ),
        ListedTask("Stage / Publish", 20, 20, (if_("options.publish"),), "publish", 20),
        ListedTask("Test", 21, 24, (), "", 21),
        ListedTask("Lint", 22, 22, (), "lint", 22, 1),
        ListedTask("Run", 23, 23, (if_("options.tests"),), "run('test')", 23, 1),
    )


@pytest.mark.parametrize(
    "code",
    [
        "const a = [{title: 'One', task: one}];",  # one is no list
        "const a = [{title: 'One', size: 1}, {title: 'Two', size: 2}];",
        "const a = [{name: 'One', run: 'x'}, {name: 'Two', run: 'y'}];",  # no functions
        "menu([{label: 'Open', action: openFile}, {label: 'Save', action: saveFile}]);",
        "const all = [{name: 'build', run: build}, {name: 'test', run: test}];",
        "add([{title: 'Fast', fn: fast}, {title: 'Slow', fn: slow}]);",
    ],
)
def test_other_lists_are_none_of_tasks(code: str) -> None:
    assert lists(code) == []


@pytest.mark.parametrize(
    "code",
    [
        "new Listr([{name: 'One', run: one}, {name: 'Two', run: two}]);",
        "task.newListr([{label: 'One', run: one}, ...a ? [{label: 'Two', run: two}] : []]);",
        "const all = [{name: 'One', run: one}, {name: 'Two', run: two}];\nnew Listr(all).run();",
        "const all = [{title: 'One', task: one}, {title: 'Two', task: two}];",
    ],
)
def test_lists_that_are_run_or_whose_functions_are_tasks_are_lists_of_tasks(code: str) -> None:
    (found,) = lists(code)

    assert [each.title for each in found.tasks] == ["One", "Two"]
