"""A type is read although branches of `#if` in it can't stand together."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.languages.c_sharp.conditional_code import first_branches

WRITER = """\
namespace Quay;

public interface IWriter
{
    void Write(string text)
#if DEFAULT_BODIES
    {
        Write(text, 0);
    }
#else
        ;
#endif

    void Write(string text, int at);
}

public class Pen
{
    public void Sign(IWriter writer) { writer.Write("name"); }
}
"""


def test_a_member_with_a_body_in_one_branch_alone_belongs_to_its_type() -> None:
    made = link_files({"Quay.csproj": "<Project />\n", "Writer.cs": WRITER})
    symbols = made.repository.files["Writer.cs"].outline.symbols
    assert [(each.line, each.name) for each in symbols if "IWriter" in each.name] == [
        (3, "Quay.IWriter"),
        (5, "Quay.IWriter.Write"),
        (14, "Quay.IWriter.Write"),
    ]
    assert made.links("Writer.cs", "Write") == [
        (8, "Quay.IWriter.Write"),
        (19, "Quay.IWriter.Write"),
    ]


def test_what_is_left_out_keeps_its_place() -> None:
    code = b"a\r\n#if A\nb\n# if B\nc\n#endif\n  #elif C\nd\n#else\ne\n#endif\n#region F\nf"
    left = first_branches(code)
    assert (len(left), left.count(b"\n")) == (len(code), code.count(b"\n"))
    assert left.split() == [b"a", b"b", b"c", b"f"]
