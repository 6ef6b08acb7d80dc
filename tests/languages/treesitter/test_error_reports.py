"""Errors that programs report, and their handlers, in languages that tree-sitter reads."""

from __future__ import annotations

import time

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import ANY_ERROR, ErrorHandler, ExitStatus, ReportedError
from mkdocs_repodoc.settings import AnalysisOptions


def reports(language: str, code: str) -> list[tuple[str, str, str, str]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [
        (each.form, each.error, each.message, each.condition)
        for each in record.outline.facts_of(ReportedError)
    ]


def handlers(language: str, code: str) -> list[tuple[str, tuple[str, ...]]]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [(each.caught, each.steps) for each in record.outline.facts_of(ErrorHandler)]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (
            "typescript",
            "function f() { const said = a === 'b' ? 'one' : 'two'; console.error(red(said)); }",
        ),
        ("typescript", "function f() { throw new Bad(a === 'b' ? 'one' : 'two'); }"),
        ("typescript", "function f() { throw a === 'b' ? new Bad('one') : new Bad('two'); }"),
        (
            "java",
            'class A { void f() { String s = b ? "one" : "two"; throw new Bad(s, 3); } }',
        ),
        ("java", 'class A { void f() { throw b ? new Bad("one") : new Bad("two"); } }'),
        ("c#", 'class A { void f() { throw b ? new Bad("one") : new Bad("two"); } }'),
        ("c#", 'class A { void f() { var s = b ? "one" : "two"; throw new Bad(s); } }'),
        ("c++", 'void f() { auto s = b ? "one" : "two"; throw Bad(s); }'),
        ("php", "<?php function f($b) { throw $b ? new Bad('one') : new Bad('two'); }"),
        ("php", "<?php function f($b) { $s = $b ? 'one' : 'two'; throw new Bad($s); }"),
        ("ruby", "def f(b)\n  s = b ? 'one' : 'two'\n  raise Bad, s\nend"),
        ("rust", 'fn f() { let s = if b { "one" } else { "two" }; bail!(s); }'),
        ("rust", 'fn f() { let s = if b { "one" } else { "two" }; g().with_context(|| s)?; }'),
        ("go", 'package a\nfunc f() { s := "two"\n if b { s = "one" }\n return errors.New(s) }'),
    ],
)
def test_a_message_may_be_one_of_two_and_stand_in_a_variable(language: str, code: str) -> None:
    found = {(message, condition) for _, _, message, condition in reports(language, code)}
    assert {message for message, _ in found} == {"one", "two"}
    assert any("b" in condition for _, condition in found)


@pytest.mark.parametrize(
    ("language", "code", "message"),
    [
        ("rust", 'fn f() { let no = "none"; if a { return Err(anyhow!(no)); } }', "none"),
        ("go", 'package a\nfunc f() { s := "one"\n s = g()\n return errors.New(s) }', ""),
        ("typescript", "function f(s) { s = 'a'; g(s == 'b'); throw new Bad(s); }", "a"),
        ("typescript", "function f() { x.s = 'a'; throw new Bad(s); }", ""),
        ("typescript", "function f(s) { s = s || 'a'; throw new Bad(s); }", ""),
        ("typescript", "function f() { const s = g('a'); throw new Bad(s); }", ""),
        ("go", 'package a\nfunc f() { s := fmt.Sprintf("a %d", b)\n panic(s) }', "a %d"),
        ("rust", 'fn f() { let s = format!("a {b}"); return Err(anyhow!(s)); }', "a {b}"),
        ("java", 'class A { void f() { String s = "a"; s += b; throw new Bad(s); } }', "a"),
        ("java", 'class A { void g() { String s = "a"; } void f() { throw new Bad(s); } }', ""),
    ],
)
def test_a_variable_says_what_it_was_set_to_last(language: str, code: str, message: str) -> None:
    assert [said for _, _, said, _ in reports(language, code) if said] == [message] * bool(message)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("if (a) { throw new Bad(`no ${x}`); }", ("raise", "Bad", "no ${x}", "a")),
        ("if (a) {} else { throw new Bad('no ' + x); }", ("raise", "Bad", "no {x}", "!(a)")),
        ("const no = 'none'; throw new Bad(no);", ("raise", "Bad", "none", "")),
        (r"throw new Bad('no \\n');", ("raise", "Bad", "no \\n", "")),
        ("reject(new BadError('no'));", ("kept", "BadError", "no", "")),
        ("if (again) throw error;", ("raise", "error", "", "again")),
        ("console.error('no');", ("log", "console.error", "no", "")),
        ("programError(options, red('no'));", ("call", "programError", "no", "")),
        ("throw new Bad(said.replace('fatal:', 'Git:'));", ("raise", "Bad", "", "")),
        ("throw new Bad('no x'.replace('x', y));", ("raise", "Bad", "no x", "")),
        ("consola.fatal('no');", ("log", "consola.fatal", "no", "")),
        ("warn(context, 'no ' + x);", ("notice", "warn", "no {x}", "")),
        ("if (a) this.emit('error', error);", ("raise", "this.emit('error')", "", "a")),
        ("mill.emit(EV.ERROR, new Bad('no'));", ("raise", "mill.emit(EV.ERROR)", "no", "")),
        ("invariant(a < b, 'no');", ("raise", "invariant", "no", "!(a < b)")),
        ("checkSize(a, `no ${x}`);", ("call", "checkSize", "no ${x}", "!(a)")),
        (
            "failWithError({early: why === 'soon', said: 'no'});",
            ("call", "failWithError", "no", ""),
        ),
        ("switch (a) { case 1: throw new Bad('no'); }", ("raise", "Bad", "no", "(a): 1")),
        (
            "class BadError extends Error { constructor() { super('no'); } }",
            ("text", "BadError", "no", ""),
        ),
    ],
)
def test_typescript(code: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("typescript", code) == [expected]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("typescript", "function f() { this.checkName(); }"),
        ("java", "class A { void f() { checkName(); } void checkName() {} }"),
    ],
)
def test_a_guard_without_arguments_reports_nothing(language: str, code: str) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())

    assert record.outline.symbols
    assert not record.outline.diagnostics
    assert reports(language, code) == []


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("typescript", r"process.stderr.write(`\x1B[2K\r\x1B[2m${spinner} ${said}`);"),
        ("typescript", r"console.error('Loading ' + name + '\r');"),
        ("go", 'package a\nfunc f() { fmt.Fprintf(os.Stderr, "\\r%d of %d", a, b) }'),
        ("rust", r'fn f() { eprint!("\r{} of {}", a, b); }'),
        ("python", r"import sys; print('\rat', step, file=sys.stderr)"),
    ],
)
def test_what_is_drawn_over_a_line_is_no_message(language: str, code: str) -> None:
    shown = code.replace(r"\x1B[2K\r\x1B[2m", "at ").replace("\\r", "")
    assert len(reports(language, shown)) == 1

    assert reports(language, code) == []


def test_a_function_that_makes_an_error_reports_none() -> None:
    assert (
        reports("typescript", "function f(a) { return makeError({early: a, said: 'no'}); }") == []
    )


def test_an_error_that_speaks_of_a_return_keeps_its_text() -> None:
    code = r"throw new Bad('no \r in a name, nor \\r');"

    assert len(reports("typescript", code)[0][2]) > len("no in a name")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if (a) { throw new Bad("no " + x); }', ("raise", "Bad", "no {x}", "a")),
        ('throw Bad.of("no");', ("raise", "of", "no", "")),
        ('checkArgument(a < b, "no %s", x);', ("call", "checkArgument", "no %s", "!(a < b)")),
        ('Assert.notNull(a, "no");', ("raise", "Assert.notNull", "no", "a == null")),
        ('checkNotNull(a, "no");', ("call", "checkNotNull", "no", "a == null")),
        ('errWriter.println(x + ": no");', ("log", "errWriter.println", "{x}: no", "")),
        ('switch (a) { default -> throw new Bad("no"); }', ("raise", "Bad", "no", "default")),
    ],
)
def test_java(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("java", f"class C {{ void f() {{ {body} }} }}") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'if err := g(); err != nil { return fmt.Errorf("no: %w", err) }',
            ("raise", "fmt.Errorf", "no: %w", "err := g(); err != nil"),
        ),
        ('return errors.New("no " + x)', ("raise", "errors.New", "no {x}", "")),
        ('panic("no")', ("raise", "panic", "no", "")),
        ('return nil, &BadError{"no"}', ("raise", "BadError", "no", "")),
        ('fmt.Fprintln(os.Stderr, "no")', ("log", "fmt.Fprintln", "no", "")),
        ('log.Fatalf("no")', ("log", "log.Fatalf", "no", "")),
    ],
)
def test_go(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("go", f"package m\nfunc f() {{\n{body}\n}}\n") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if m.err != nil && m.ready { m.show() }", []),
        ("if m.err = g(); m.err != nil { m.show() }", [("g()", ("m.show()",))]),
        ("_, m.err = g()\nif m.err != nil { m.show() }", [("g()", ("m.show()",))]),
        (
            "switch msg := msg.(type) {\ncase errMsg, *BadError:\nm.err = msg\ncase kept:\ng() }",
            [("errMsg, BadError", ("m.err = msg",))],
        ),
    ],
)
def test_go_handles_an_error_where_it_gets_it(
    body: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert handlers("go", f"package m\nfunc (m mill) f() {{\n{body}\n}}\n") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if errors.Is(err, rc.ErrNo) { m.show(); return nil }", "rc.ErrNo"),
        ("if errors.Is(err, rc.ErrNo) { return err }", ""),
        ("if err == io.EOF { m.show(); return nil }", "io.EOF"),
        (
            "var no rc.NoError\nif ok := errors.As(err, &no); ok { m.show(); return nil }",
            "rc.NoError",
        ),
        ("if no, ok := errors.AsType[*rc.NoError](err); ok { m.show(); return nil }", "rc.NoError"),
        ("switch { case errors.Is(err, ErrNo): m.show(); return nil }", "ErrNo"),
        (
            "switch err { case ErrNo, ErrBad: m.show(); return nil\ncase nil: m.show() }",
            "ErrNo, ErrBad",
        ),
        ("if !errors.Is(err, ErrNo) { m.show() }", ""),
    ],
)
def test_go_asks_for_one_error(body: str, expected: str) -> None:
    found = handlers("go", f"package m\nfunc f() error {{\n{body}\n}}\n")
    assert found == ([(expected, ("m.show()", "return nil"))] if expected else [])


def test_what_follows_where_all_other_errors_are_returned_is_for_the_one() -> None:
    body = "if err != nil { if !errors.Is(err, ErrNo) { return err }\nm.show() }"
    found = handlers("go", f"package m\nfunc f() error {{\n{body}\n}}\n")
    assert found[1:] == [("ErrNo", ("m.show()",))]


@pytest.mark.parametrize(
    ("result", "returned", "is_told"),
    [
        ("error", "nil", True),
        ("(int, error)", "0, nil", True),
        ("(int, error)", "0, err", False),
        ("*Mill", "nil", False),
    ],
)
def test_an_error_of_which_callers_are_not_told_is_handled(
    result: str, returned: str, *, is_told: bool
) -> None:
    code = f"package m\nfunc f() {result} {{\nif err != nil {{ return {returned} }}\n}}\n"
    assert handlers("go", code) == ([("err", (f"return {returned}",))] if is_told else [])


def test_an_error_that_ends_a_walk_is_none_where_its_result_is_dropped() -> None:
    walk = 'walk(func(s string) error { return errors.New("found") })'
    kept, dropped = (f"package m\nfunc f() {{ {name} = {walk} }}\n" for name in ("err", "_"))
    assert reports("go", kept) == [("raise", "errors.New", "found", "")]
    assert reports("go", dropped) == []


def test_errors_of_go_may_have_names_and_types() -> None:
    assert reports("go", 'package m\nvar errNo = errors.New("no")\n') == [
        ("declared", "errNo", "no", "")
    ]
    method = 'package m\nfunc (e *BadError) Error() string { return "no" }\n'
    assert reports("go", method) == [("text", "BadError", "no", "")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if a { bail!("no {}", x); }', ("raise", "bail!", "no {}", "a")),
        ('return Err(anyhow!("no"));', ("raise", "anyhow!", "no", "")),
        ("bail!(Silent { code: 3 });", ("raise", "Silent { code: 3 }", "", "")),
        ('if a { ensure!(f(b, c) < 3, "no"); }', ("raise", "ensure!", "no", "!(f(b, c) < 3)")),
        ("Err(Bad::Dull { x })", ("raise", "Bad::Dull", "", "")),
        ('g().context("no")?;', ("raise", "context", "no", "g(): Err or None")),
        ('eprintln!("no");', ("log", "eprintln!", "no", "")),
        ('match a { 1 => panic!("no"), _ => () }', ("raise", "panic!", "no", "a: 1")),
    ],
)
def test_rust(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("rust", f"fn f() {{ {body} }}") == [expected]


@pytest.mark.parametrize(
    ("language", "code", "conditions"),
    [
        ("typescript", "if (a) { if (b) { throw new Bad('no'); } }", ("b", "a")),
        ("typescript", "if (a) {} else if (b) throw new Bad('no');", ("b", "!(a)")),
        ("typescript", "if (!a.is(b)) {} else throw new Bad('no');", ("a.is(b)",)),
        ("go", 'package m\nfunc f() {\nif a {\nif b {\npanic("no")\n}\n}\n}\n', ("b", "a")),
        ("rust", 'fn f() { match a { 1 => { if b { panic!("no") } } _ => () } }', ("b", "a: 1")),
        (
            "rust",
            'fn f() { if a { let Some(b) = c else { bail!("no") }; } }',
            ("let Some(b) = c else", "a"),
        ),
        (
            "rust",
            'fn f() { if let Some(b) = c { } else { bail!("no") } }',
            ("let Some(b) = c else",),
        ),
        ("rust", 'fn f() { if a { b().ok_or_else(|| anyhow!("no"))?; } }', ("b(): None", "a")),
        ("rust", 'fn f() { b().unwrap_or_else(|e| panic!("no")) }', ("b(): Err",)),
        ("rust", 'fn f() { b().unwrap_or_else(|| panic!("no")) }', ("b(): None",)),
        ("rust", 'fn f() { b().unwrap_or_else(|_| panic!("no")) }', ("b(): Err",)),
        (
            "rust",
            'fn f() { #[cfg(not(unix))]\nif a { bail!("no"); } }',
            ("a", "cfg(not(unix))"),
        ),
        ("rust", 'fn f() { if a { b().context("no")?; } }', ("b(): Err or None", "a")),
        ("kotlin", 'fun f() { if (a) { require(b) { "no" } } }', ("!(b)", "a")),
        (
            "c#",
            "class C { void F() { if (a) { ArgumentNullException.ThrowIfNull(b); } } }",
            ("b is Null", "a"),
        ),
    ],
)
def test_all_conditions_around_a_report_are_told(
    language: str, code: str, conditions: tuple[str, ...]
) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    (found,) = record.outline.facts_of(ReportedError)
    assert (found.condition, *found.outer) == conditions


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('if e.why != "" { return "no: " + e.why }\n\treturn "no grain"', "no grain"),
        ('return fmt.Sprintf("%s: %s", e.place, e.why)', ""),
        ('if a { return "one" }\n\tif b { return "two" }\n\treturn "three"', ""),
        ('buf.WriteString("grain: " + e.why)\n\treturn buf.String()', ""),
    ],
)
def test_the_text_of_a_type_of_errors_is_what_it_returns(body: str, text: str) -> None:
    code = f"package m\nfunc (e *BadError) Error() string {{\n\t{body}\n}}\n"
    told = [message for form, _, message, _ in reports("go", code) if form == "text"]
    assert told == ([text] if text else [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'let e = Dull::titled("no edge").hint("grind"); if dull { return Err(e.into()); }',
            ("raise", "Dull::titled", "no edge", "dull"),
        ),
        (
            'let mut error = Dull::titled("no edge"); error = error.hint("x"); Err(error)',
            ("raise", "Dull::titled", "no edge", ""),
        ),
        ('Err(crate::Dull::titled("no"))', ("raise", "crate::Dull::titled", "no", "")),
        ('Err(\n  Dull::titled("no"))', ("raise", "Dull::titled", "no", "")),
        ('a.get(0).ok_or(Dull::new("no"))?;', ("raise", "Dull::new", "no", "a.get(0): None")),
        (
            'read(a).map_err(|e| { let b = e; Dull::Bad(format!("no {b}")) })?;',
            ("raise", "Dull::Bad", "no {b}", "read(a): Err"),
        ),
    ],
)
def test_values_of_errors_in_rust_are_followed(
    body: str, expected: tuple[str, str, str, str]
) -> None:
    assert reports("rust", f"fn f() {{ {body} }}") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if a { return Err("no".into()); }', [("no", "a")]),
        ('Err(format!("no {x}"))', [("no {x}", "")]),
        ('Err(String::from("no"))', [("no", "")]),
        ('Err("no")', [("no", "")]),
        ('let no = "no".to_string(); if a { return Err(no); }', [("no", "a")]),
        (
            'let e = if a { format!("big {x}") } else { "small".to_string() }; Err(e)',
            [("big {x}", "a"), ("small", "!(a)")],
        ),
        ('a.ok_or_else(|| { let m = "no"; m.to_string() })?;', [("no", "a: None")]),
        ('read(a).map_err(|e| format!("no {e}"))?;', [("no {e}", "read(a): Err")]),
        ("a.ok_or(Failure::Denied)?;", [("", "a: None")]),
    ],
)
def test_errors_of_rust_may_be_texts(body: str, expected: list[tuple[str, str]]) -> None:
    found = reports("rust", f"fn f() {{ {body} }}")
    assert [(message, condition) for _, _, message, condition in found] == expected


@pytest.mark.parametrize(
    "body",
    [
        "let error = read(); Err(error)",
        "Err(error)",
        'if a { let error = Dull::titled("no"); } Err(error)',
        "read().map_err(Dull::from)?;",
        "read().map_err(|e| e.to_string())?;",
        "a.ok_or_else(|| {})?;",
    ],
)
def test_values_of_errors_in_rust_that_are_unknown_or_say_nothing_are_left_out(body: str) -> None:
    assert reports("rust", f"fn f() {{ {body} }}") == []


def test_errors_of_rust_may_have_texts() -> None:
    variant = '#[derive(Error)]\nenum Bad { #[error("no {0}")] Dull(u8) }\n'
    assert reports("rust", variant) == [("text", "Bad::Dull", "no {0}", "")]
    display = 'impl Display for Bad { fn fmt() { write!(f, "no") } }\nimpl Error for Bad {}\n'
    assert reports("rust", display) == [("text", "Bad", "no", "")]
    assert reports("rust", display.partition("\n")[0]) == []
    passed_on = display.replace('"no"', '"{err}"')
    assert reports("rust", passed_on) == []


@pytest.mark.parametrize("trait", ["Display for MillError", "From<MillError> for Shown"])
def test_variants_of_errors_in_rust_have_texts_of_their_own(trait: str) -> None:
    arms = """
        MillError::Dull => Self::titled("the stone is dull"),
        MillError::Wet { why } => { Self::titled(why).hint("dry it").detail("the grain is wet") }
        Self::Empty | MillError::Closed(_) => write!(f, "no {}", grain),
        MillError::Other(why) => write!(f, "{why}"),
        """
    said = f"impl {trait} {{ fn f() {{ match e {{ {arms} }} }} }}"
    found = reports("rust", f"enum MillError {{ Dull }}\n{said}")
    assert [(each[1], each[2]) for each in found] == [
        ("MillError::Dull", "the stone is dull"),
        ("MillError::Wet", "the grain is wet"),
        ("MillError::Empty", "no {}"),
        ("MillError::Closed", "no {}"),
    ]
    assert reports("rust", said) == []  # whose variants these are, its own file says


def test_variants_of_what_an_error_holds_have_texts() -> None:
    said = (
        "pub enum Fault { Wet, Dull }\npub struct MillError(Fault);\nimpl Error for MillError {}\n"
        'impl Display for MillError { fn fmt() { match self.0 { Fault::Wet => write!(f, "wet"),'
        ' io::Kind::Gone => write!(f, "gone"), Fault::Dull => write!(f, "dull") } } }'
    )
    assert [each[1:3] for each in reports("rust", said)] == [
        ("Fault::Wet", "wet"),
        ("Fault::Dull", "dull"),
    ]


def test_details_of_an_error_follow_its_title() -> None:
    code = (
        'fn f() { return Err(Failure::titled("no grain").detail("the mill stands").hint("fill")); }'
    )
    ((_, _, message, _),) = reports("rust", code)
    assert message == "no grain … the mill stands"


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("typescript", "try { a(); } catch (e) { b(e); return 1 }", ("", ("b(e)", "return 1"))),
        ("typescript", "try { a(); } catch { /* fine */ }", ("", ())),
        ("typescript", "a(b).catch((e) => { c(e); throw e; });", ("a()", ("c(e)", "throw e"))),
        ("typescript", "a.catch(() => undefined);", ("", ())),
        (
            "typescript",
            "try { a(); } catch (e) {\n  if (e.isDull"
            + " && e.isDull" * 12
            + ") {\n    // Dull.\n    b();\n    return 1;\n  }\n  throw e;\n}",
            ("", (f"if (e.isDull{' && e.isDull' * 12}) {{", "b()", "return 1 }", "throw e")),
        ),
        (
            "java",
            "class C { int f() { try { a(); } catch (A | B e) { return 2; } } }",
            ("A | B", ("return 2",)),
        ),
        (
            "go",
            "package m\nfunc f() {\nif err := g(); err != nil {\nlog(err)\nos.Exit(1)\n}\n}\n",
            ("g()", ("log(err)", "os.Exit(1)")),
        ),
        (
            "go",
            "package m\nfunc f() {\nif err := g(); err != nil {\n// Dull.\nx = 1\nreturn\n}\n}\n",
            ("g()", ("x = 1", "return")),
        ),
        (
            "go",
            "package m\nfunc f() {\nx, err := g(1)\nif err != nil {\nh()\n}\n}\n",
            ("g(1)", ("h()",)),
        ),
        (
            "rust",
            "fn f() { match run(a) { Ok(c) => c, Err(e) => { log(e); 1 } } }",
            ("run(a)", ("log(e)", "1")),
        ),
        ("typescript", "void stop().catch(() => undefined);", ("stop()", ())),
        ("rust", "fn f() { if let Err(e) = run() { log(e); } }", ("run()", ("log(e)",))),
        (
            "rust",
            "fn f() { match run() { Ok(c) => c, Err(e) if e.kind() == Kind::Wet => dry(), } }",
            ("run(): Err(e) if e.kind() == Kind::Wet", ("dry()",)),
        ),
    ],
)
def test_handlers_tell_their_statements(
    language: str, code: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert handlers(language, code) == [expected]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("go", "package m\nfunc f() error {\nif err != nil {\nreturn err\n}\nreturn nil\n}\n"),
        ("rust", "fn f() { match run(a) { Ok(c) => c, Err(e) => return Err(e), } }"),
        ("rust", 'fn f() { match run(a) { Ok(c) => c, Err(_) => bail!("no") } }'),
        ("rust", 'fn f() { match run(a) { Ok(c) => c, Err(e) => Err(e).context("no") } }'),
    ],
)
def test_what_only_hands_an_error_on_handles_nothing(language: str, code: str) -> None:
    assert handlers(language, code) == []


def test_what_listens_for_errors_or_knows_them_by_their_codes_handles_them() -> None:
    code = """
        stream.on('data', (part) => { grind(part); }).on('error', (error) => { stop(error); });
        stone.once(EV.ERROR, this.halt);
        if (error.code === 'ENOENT') return;
        if (error.code !== 'EPERM') this.emit('error', error);
        if (code === 'A') stop();
        stone.on('end', halt);
        """
    assert handlers("typescript", code) == [
        ("stream.on('error')", ("stop(error)",)),
        ("stone.once(EV.ERROR)", ("this.halt",)),
        ("error.code === 'ENOENT'", ("return",)),
    ]


def test_lines_of_a_long_statement_stay_whole_inside_brackets() -> None:
    words = "x" * 50
    call = f"  log(\n    '{words}',\n    '{words}',\n    '{words}',\n  );"
    ((_, steps),) = handlers("typescript", f"try {{ a() }} catch (e) {{ if (e) {{\n{call}\n}} }}")
    assert steps[0] == "if (e) {"
    assert steps[1].startswith(f"log('{words}', '{words}'")
    assert len(steps) == 2


@pytest.mark.parametrize(
    ("language", "code", "condition", "caught"),
    [
        ("typescript", "if (b) try { a(); } catch (e) { throw new Bad('no'); }", "", ANY_ERROR),
        ("typescript", "try { a(); } catch (e) { if (b) throw new Bad('no'); }", "b", ANY_ERROR),
        ("typescript", "try { a(); } catch (e) { f(() => { throw new Bad('no'); }); }", "", ""),
        (
            "java",
            'class C { void f() { try { a(); } catch (A | B e) { throw new Bad("no"); } } }',
            "",
            "A | B",
        ),
    ],
)
def test_a_report_tells_in_which_handler_it_stands(
    language: str, code: str, condition: str, caught: str
) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    (found,) = record.outline.facts_of(ReportedError)
    assert (found.condition, found.caught) == (condition, caught)


def test_a_status_in_place_of_a_value_has_that_as_its_condition() -> None:
    code = "fn f() -> R { Ok(code.unwrap_or(ExitCode::SUCCESS)) }"
    record = analyse("code", "rust", code.encode(), AnalysisOptions())
    (found,) = record.outline.facts_of(ExitStatus)
    assert (found.status, found.condition) == ("0", "code: Err or None")


def test_a_status_tells_its_condition() -> None:
    code = "fn f() { match s { 400..=499 => ExitCode::from(4), _ => g() } }"
    record = analyse("code", "rust", code.encode(), AnalysisOptions())
    (found,) = record.outline.facts_of(ExitStatus)
    assert (found.status, found.condition) == ("4", "s: 400..=499")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if (a) { throw new Bad("no " + x); }', ("raise", "Bad", "no {x}", "a")),
        ('if (a) { } else { throw new Bad($"no {x}"); }', ("raise", "Bad", "no {x}", "!(a)")),
        (
            "_a = a ?? throw new ArgumentNullException(nameof(a));",
            ("raise", "ArgumentNullException", "", "a == null"),
        ),
        (
            "ArgumentNullException.ThrowIfNull(a);",
            ("raise", "ArgumentNullException", "", "a is Null"),
        ),
        (
            'var b = a switch { 0 => throw new Bad("no"), _ => 1 };',
            ("raise", "Bad", "no", "a: 0"),
        ),
        ('_log.LogError(e, "no {a}");', ("log", "_log.LogError", "no {a}", "")),
        ('Console.Error.WriteLine("no");', ("log", "Console.Error.WriteLine", "no", "")),
    ],
)
def test_c_sharp(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("c#", f"class C {{ void F() {{ {body} }} }}") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if (a) { throw Bad("no $x") }', ("raise", "Bad", "no $x", "a")),
        ('if (a) { g() } else { throw Bad("no") }', ("raise", "Bad", "no", "!(a)")),
        ('val b = a ?: throw Bad("no")', ("raise", "Bad", "no", "a == null")),
        (
            'require(a > 1) { "no $a" }',
            ("raise", "IllegalArgumentException", "no $a", "!(a > 1)"),
        ),
        ("checkNotNull(a)", ("raise", "IllegalStateException", "", "a == null")),
        ('error("no")', ("raise", "error", "no", "")),
    ],
)
def test_kotlin(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("kotlin", f"fun f() {{ {body} }}") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('if ($a) { throw new Bad("no $x"); }', ("raise", "Bad", "no $x", "$a")),
        (
            "if ($a) { g(); } elseif ($b) { throw new Bad(sprintf('no %s', $b)); }",
            ("raise", "Bad", "no %s", "$b"),
        ),
        ("$a = $b ?? throw new Bad('no');", ("raise", "Bad", "no", "$b == null")),
        ("error_log('no');", ("log", "error_log", "no", "")),
    ],
)
def test_php(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("php", f"<?php function f($a) {{ {body} }}") == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('raise Bad, "no #{x}" if a > 1', ("raise", "Bad", "no #{x}", "a > 1")),
        ('raise Bad.new("no") unless a', ("raise", "Bad", "no", "!(a)")),
        ("unless a\n raise 'no'\nend", ("raise", "RuntimeError", "no", "!(a)")),
        ("if a\n g\nelsif b\n raise Bad\nend", ("raise", "Bad", "", "b")),
        ("warn 'no'", ("log", "warn", "no", "")),
        ("logger.error('no')", ("log", "logger.error", "no", "")),
    ],
)
def test_ruby(body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports("ruby", f"def f(a)\n{body}\nend") == [expected]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "c++",
            'if (a) { throw std::runtime_error("no"); }',
            ("raise", "std::runtime_error", "no", "a"),
        ),
        (
            "c++",
            'switch (a) { case 1: throw Bad("no"); }',
            ("raise", "Bad", "no", "case 1"),
        ),
        ("c", 'if (a) { perror("no"); }', ("log", "perror", "no", "a")),
        ("c", 'fprintf(stderr, "no %d", a);', ("log", "fprintf", "no %d", "")),
    ],
)
def test_c_and_cpp(language: str, body: str, expected: tuple[str, str, str, str]) -> None:
    assert reports(language, f"void f(int a) {{ {body} }}") == [expected]


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        (
            "c#",
            "class C { void F() { try { g(); } catch (Bad e) when (b) { h(); } catch { k(); } } }",
            [("Bad e", ("h()",)), ("", ("k()",))],
        ),
        ("kotlin", "fun f() { try { g() } catch (e: Bad) { h() } }", [("Bad", ("h()",))]),
        (
            "php",
            "<?php function f() { try { g(); } catch (Bad | Worse $e) { h(); } }",
            [("Bad | Worse", ("h()",))],
        ),
        ("ruby", "def f\n g\nrescue Bad, Worse => e\n h\nend", [("Bad, Worse", ("h",))]),
        (
            "c++",
            "void f() { try { g(); } catch (const Bad& e) { h(); } catch (...) { k(); } }",
            [("const Bad& e", ("h()",)), ("", ("k()",))],
        ),
    ],
)
def test_handlers_of_further_languages(
    language: str, code: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert handlers(language, code) == expected


@pytest.mark.parametrize("language", ["javascript", "go"])
@pytest.mark.parametrize(
    "part", ["_a", "a.b.", ":param ", " as ", "assert", "default", "x: Options ", "Error"]
)
def test_time_for_long_words_in_comments_is_linear(language: str, part: str) -> None:
    def seconds(length: int) -> float:
        code = f"// {part * (length // len(part))}\n"
        start = time.process_time()
        analyse("code", language, code.encode(), AnalysisOptions())
        return time.process_time() - start

    assert seconds(60_000) < 12 * seconds(15_000) + 0.5
