"""The names of languages and formats, as their people write them."""

from __future__ import annotations

_NAMES = {
    "asciidoc": "AsciiDoc",
    "asm": "Assembly",
    "bib": "BibTeX",
    "c#": "C#",
    "c++": "C++",
    "cmake": "CMake",
    "css": "CSS",
    "csv": "CSV",
    "cuda": "CUDA",
    "dotenv": "dotenv",
    "editorconfig": "EditorConfig",
    "f#": "F#",
    "gitattributes": "Git attributes",
    "gitmodules": "Git submodules",
    "go-mod": "Go module",
    "graphql": "GraphQL",
    "hlsl": "HLSL",
    "html": "HTML",
    "ico": "ICO",
    "ignore": "Ignore rules",
    "ini": "INI",
    "java-properties": "Java properties",
    "javascript": "JavaScript",
    "jinja": "Jinja",
    "json": "JSON",
    "json5": "JSON with comments",
    "jsx": "JavaScript (JSX)",
    "jupyter": "Jupyter notebook",
    "lfs pointer": "Git LFS pointer",
    "mdx": "MDX",
    "objective-c": "Objective-C",
    "objective-c++": "Objective-C++",
    "ocaml": "OCaml",
    "php": "PHP",
    "pofile": "Gettext catalogue",
    "powershell": "PowerShell",
    "protobuf": "Protocol Buffers",
    "requirements": "Python requirements",
    "restructuredtext": "reStructuredText",
    "scss": "SCSS",
    "sql": "SQL",
    "submodule": "Git submodule",
    "svg": "SVG",
    "symlink": "Symbolic link",
    "system-verilog": "SystemVerilog",
    "tex": "TeX",
    "text": "Plain text",
    "textproto": "Protocol Buffers text",
    "toml": "TOML",
    "tsx": "TypeScript (TSX)",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
}
_UPPER_CASE = frozenset(
    ("avif", "bmp", "eot", "gif", "jpeg", "otf", "pdf", "png", "tar", "tiff", "ttf", "wav", "webp")
)


def language_name(language: str) -> str:
    """Return a language or format as its people write it: `C++`, `TOML`, `JavaScript`."""
    if language in _UPPER_CASE:
        return language.upper()
    return _NAMES.get(language) or language.replace("-", " ").capitalize()
