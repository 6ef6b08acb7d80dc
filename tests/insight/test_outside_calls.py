"""Methods that only a library calls, on the objects that it is given."""

from __future__ import annotations

from collections.abc import Mapping

from support.linked import insight_into, link_files


def steps(files: Mapping[str, str]) -> list[str]:
    linked = link_files(files)
    (flow, *_) = insight_into(linked).flows
    return [linked.repository.symbol(step.symbol).name for step in flow.steps]


PROJECT = {"pyproject.toml": '[project]\nname = "t"\nscripts = {t = "t:main"}\n'}
VISITOR = """
    import ast
    import t.more

    class Visitor(ast.NodeTransformer):
        def visit_Call(self, node):
            count(node)
            count(node)
            count(node)
            return node

        def helper(self):
            return 1

    def count(node):
        return node

    def main():
        return Visitor().visit(ast.parse("1"))
"""


def test_a_visitor_is_called_by_the_library_that_it_is_made_for() -> None:
    assert steps({**PROJECT, "t.py": VISITOR}) == ["main", "Visitor.visit_Call", "count"]


def test_a_type_of_its_own_is_called_by_the_repository_alone() -> None:
    code = VISITOR.replace("(ast.NodeTransformer)", "").replace(
        "Visitor().visit(", "count(Visitor("
    )

    linked = link_files({**PROJECT, "t.py": code.replace('"1"))', '"1")))')})
    finder = insight_into(linked).flow_finder

    found = [each.symbol for each, _ in finder.followed(linked.symbol("t.py", "main"))]
    assert linked.symbol("t.py", "Visitor.visit_Call") not in found


def test_methods_of_a_model_that_a_framework_runs() -> None:
    files = {
        "go.mod": "module example.org/tool\n",
        "main.go": """
            package main

            import tea "example.com/tea"

            func main() { tea.NewProgram(newModel()).Run() }

            func newModel() tea.Model {
                start := 1
                return model{count: start}
            }

            type model struct{ count int }

            func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
                if msg == nil {
                    return m, nil
                }
                return handle(m, msg)
            }

            func handle(m model, msg tea.Msg) (tea.Model, tea.Cmd) {
                m.count++
                return m, nil
            }
        """,
    }

    assert steps(files) == ["main", "newModel", "model.Update", "handle"]


def test_of_several_overrides_the_longest_near_one_is_followed() -> None:
    files = {
        **PROJECT,
        "t.py": """
            class Store:
                def save(self):
                    raise NotImplementedError

            class Disk(Store):
                def save(self):
                    first = 1
                    second = 2
                    return write(first, second)

            class Memory(Store):
                def save(self):
                    return 1

            def write(first, second):
                return first + second

            def main(store: Store):
                return store.save()
        """,
    }

    assert steps(files) == ["main", "Disk.save", "write"]


def test_of_many_overrides_the_one_is_followed_of_which_the_run_makes_an_object() -> None:
    kinds = "".join(
        f"""
            class {name}(Store):
                def save(self):
                    first = {size}
                    {"; ".join(["first += 1"] * 3)}
                    return write_{name.lower()}(first)

            def write_{name.lower()}(first):
                return first
        """
        for size, name in enumerate(("Disk", "Memory", "Tape", "Cloud"))
    )
    store = """
            class Store:
                def save(self):
                    raise NotImplementedError
    """

    def called(store_made: str) -> list[str]:
        main = f"""
            def main():
                return keep({store_made})

            def keep(store: Store):
                return store.save()
        """
        return steps({**PROJECT, "t.py": store + kinds + main})

    assert called("Tape()") == ["main", "keep", "Tape.save"]
    assert called("find()") == ["main", "keep", "Store.save"]
