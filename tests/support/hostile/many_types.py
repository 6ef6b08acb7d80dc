"""Types with many others above them, which people do not write."""

from __future__ import annotations

CIRCLES = {
    "py": "class K{}(K{}):\n    def m(self): ...\n",
    "rb": "class K{} < K{}\n  def m; end\nend\n",
    "cpp": "class K{} : public K{} {{ public: virtual void m(); }};\n",
    "rs": "pub trait K{}: K{} {{ fn m(&self) {{}} }}\n",
    "go": "type K{} struct {{ *K{} }}\n",
    "java": "class K{} extends K{} {{ void m() {{}} }}\n",
    "kt": "open class K{} : K{}() {{ open fun m() {{}} }}\n",
    "cs": "class K{} : K{} {{ public virtual void m() {{}} }}\n",
    "php": "<?php class K{} extends K{} {{ function m() {{}} }} ?>\n",
    "ts": "export class K{} extends K{} {{ m() {{}} }}\n",
}
"""Ending of a file → a type that inherits from another one."""
MIXINS = ("rb", "java")
"""Endings of files with types that take in others."""


def in_a_circle(ending: str, count: int) -> str:
    """Return code in which types inherit from one another in a circle."""
    package = {"go": "package p\n", "java": "package p;\n"}.get(ending, "")
    types = (CIRCLES[ending].format(each, (each + 1) % count) for each in range(count))
    return package + "".join(types)


def taken_in(ending: str, count: int) -> str:
    """Return code in which a type takes in many others, and overrides a method of each."""
    names = [f"I{each}" for each in range(count)]
    if ending == "rb":
        modules = "".join(f"module {each}\n  def m{each}; end\nend\n" for each in names)
        taken = "".join(f"  include {each}\n  def m{each}; end\n" for each in names)
        return f"{modules}class C\n{taken}end\n"
    modules = "".join(f"interface {each} {{ void m{each}(); }}\n" for each in names)
    methods = "".join(f"public void m{each}() {{}}\n" for each in names)
    return f"package p;\n{modules}class C implements {', '.join(names)} {{ {methods} }}\n"
