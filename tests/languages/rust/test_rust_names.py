"""Names of Rust lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.rust.resolution.cfg_conditions import is_usual

MANIFEST = {"Cargo.toml": '[package]\nname = "harbour"\n'}
TIDE = """\
pub const LIMIT: u32 = 3;
pub trait Measured {
    const UNIT: &'static str;
    type Level;
    fn metres(&self) -> f64;
    fn doubled(&self) -> f64 { self.metres() * 2.0 }
}
#[derive(Clone, Default, Parser)]
pub struct Gauge { pub metres: f64, next: Option<Box<Gauge>>, pub marks: Vec<Mark> }
pub struct Mark(pub Gauge, pub u8);
pub enum Water { High(Gauge), Low { left: Gauge }, Still }
pub struct Pier<T> { pub inner: T }
pub type Gauges = Vec<Gauge>;
impl Measured for Gauge {
    const UNIT: &'static str = "m";
    type Level = Mark;
    fn metres(&self) -> f64 { self.metres }
}
impl Gauge {
    pub const DEPTH: u8 = 1;
    pub fn new(metres: f64) -> Self { Gauge { metres, next: None, marks: vec![] } }
    pub fn read(path: &str) -> Result<Gauge, String> { Err(path.into()) }
    pub fn next(&self) -> Option<&Gauge> { self.next.as_deref() }
    pub fn sink(self) -> Self { self }
    pub async fn fetch() -> Gauge { Gauge::new(1.0) }
}
impl<T: Measured> Pier<T> {
    pub fn take(self) -> T { self.inner }
}
impl std::ops::Deref for Mark {
    type Target = Gauge;
    fn deref(&self) -> &Gauge { &self.0 }
}
impl Iterator for Mark {
    type Item = Gauge;
    fn next(&mut self) -> Option<Gauge> { None }
}
pub fn open() -> Gauges { Vec::new() }
fn hidden() {}
"""


def linked(files: Mapping[str, str]) -> Linked:
    return link_files({**MANIFEST, **files})


def using(body: str, *, taken: str = "use crate::tide::*;") -> Linked:
    main = f"mod tide;\n{taken}\nfn run(given: &Gauge) {{\n{body}\n}}\n"
    return linked({"src/main.rs": main, "src/tide.rs": TIDE})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        ("given.sink();", "sink", "Gauge::sink", "exact"),
        ("let x = given.metres;", "metres", "Gauge::metres", "exact"),
        ("given.doubled();", "doubled", "Measured::doubled", "exact"),
        ("Gauge::new(1.0);", "new", "Gauge::new", "exact"),
        ("<Gauge as Measured>::UNIT;", "UNIT", "Gauge::UNIT", "exact"),
        ("Gauge::DEPTH;", "DEPTH", "Gauge::DEPTH", "exact"),
        ("let x: Gauge = make(); x.sink();", "sink", "Gauge::sink", "exact"),
        ("let x = Gauge::new(1.0); x.sink();", "sink", "Gauge::sink", "inferred"),
        ('Gauge::read("")?.sink();', "sink", "Gauge::sink", "inferred"),
        ('Gauge::read("").unwrap().sink();', "sink", "Gauge::sink", "inferred"),
        ("Gauge::parse().sink();", "sink", "Gauge::sink", "inferred"),
        ("Gauge::from_clap(&given).sink();", "sink", "Gauge::sink", "inferred"),
        ("Gauge::try_parse().unwrap().sink();", "sink", "Gauge::sink", "inferred"),
        ("Gauge::default().sink();", "sink", "Gauge::sink", "inferred"),
        ("if let Some(x) = given.next() { x.sink(); }", "sink", "Gauge::sink", "inferred"),
        ("let Some(x) = given.next() else { return }; x.sink();", "sink", "Gauge::sink",
         "inferred"),
        ("for x in open() { x.sink(); }", "sink", "Gauge::sink", "inferred"),
        ("for (i, x) in open().iter().enumerate() { x.sink(); }", "sink", "Gauge::sink",
         "inferred"),
        ("open().iter().map(|x| x.next()).for_each(|y| { y.unwrap().sink(); });", "sink",
         "Gauge::sink", "inferred"),
        ("let all: Vec<_> = open().into_iter().filter(|x| true).collect(); all[0].sink();",
         "sink", "Gauge::sink", "inferred"),
        ("open()[0].marks.first().unwrap().0.sink();", "sink", "Gauge::sink", "inferred"),
        ("let m: Mark = make(); m.sink();", "sink", "Gauge::sink", "inferred"),  # Deref
        ("let m: Mark = make(); for x in m { x.sink(); }", "sink", "Gauge::sink", "inferred"),
        ("match w() { Water::High(x) => x.sink(), _ => 0 };", "High", "Water::High", "exact"),
        ("match w() { Water::High(x) => x.sink(), _ => 0 };", "sink", "Gauge::sink", "exact"),
        ("match w() { Water::Low { left } => left.sink(), _ => 0 };", "sink", "Gauge::sink",
         "exact"),
        ("let Gauge { metres: m, .. } = given;", "metres", "Gauge::metres", "exact"),
        ("let metres = 1.0; Gauge { metres, ..given };", "metres", "Gauge::metres", "exact"),
        ("let p: Pier<Gauge> = make(); p.inner.sink();", "sink", "Gauge::sink", "exact"),
        ("let p: Pier<Gauge> = make(); p.take().sink();", "sink", "Gauge::sink", "inferred"),
        ("let b: Box<dyn Measured> = make(); b.doubled();", "doubled", "Measured::doubled",
         "inferred"),
        ("fn each<T: Measured>(x: T) { x.metres(); }", "metres", "Measured::metres", "exact"),
        ("fn each<T>(x: &T) where T: Measured { x.metres(); }", "metres", "Measured::metres",
         "exact"),
        ("fn each(x: impl Measured) { x.metres(); }", "metres", "Measured::metres", "exact"),
        ("let x = async { Gauge::fetch().await.sink() };", "sink", "Gauge::sink", "inferred"),
        ("use Water::*; match w() { High(x) => 1, Still => 2 };", "Still", "Water::Still",
         "exact"),
        ('println!("{}", given.sink());', "sink", "Gauge::sink", "exact"),
        ("assert!(matches!(w(), Water::High(_)));", "High", "Water::High", "exact"),
        ("let f = |x: Gauge| x.sink(); f(given);", "sink", "Gauge::sink", "exact"),
        ("let (a, b) = (given, 1); a.sink();", "sink", "Gauge::sink", "exact"),
        ("if true { given } else { given }.sink();", "sink", "Gauge::sink", "exact"),
    ],
)  # fmt: skip
def test_a_name_leads_to_its_item(body: str, name: str, target: str, confidence: str) -> None:
    made = using(body)
    assert {found for _, found in made.links("src/main.rs", name)} == {target}
    assert set(made.confidences("src/main.rs", name)) == {confidence}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("hidden();", "hidden"),  # not visible outside its module
        ("let open = 1; open();", "open"),  # a variable hides the function
        ("other.sink();", "sink"),  # nobody says what it is
        ("let given = other(); given.sink();", "sink"),
        ("{ let x: Gauge = make(); } x.sink();", "sink"),  # declared in a block that is closed
        ("fn inner() { given.sink(); }", "sink"),  # no item sees the variables around it
        ("std::fs::open();", "open"),
        ("given.metres.sink();", "sink"),
        ("let v: Vec<u8> = make(); v[0].sink();", "sink"),
        ('println!("open LIMIT");', "open"),
        ("json!({ open: 1 });", "open"),
    ],
)
def test_what_the_rules_do_not_decide_is_no_link(body: str, name: str) -> None:
    assert using(body).links("src/main.rs", name) == []


def test_modules_are_files_parts_of_files_and_what_path_says() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                mod quay;
                #[path = "odd/name.rs"] mod sea;
                mod inner { pub mod deep; pub fn near() { super::quay::tie(); } }
                fn run() { quay::rope::knot(); sea::sail(); inner::deep::dive(); inner::near(); }
            """,
            "src/quay/mod.rs": "pub mod rope;\npub fn tie() { self::rope::knot(); }\n",
            "src/quay/rope.rs": "pub fn knot() { super::tie(); crate::run(); }\n",
            "src/odd/name.rs": "pub fn sail() {}\n",
            "src/inner/deep.rs": "pub fn dive() { super::near(); super::super::run(); }\n",
        }
    )
    assert made.links("src/lib.rs", "knot") == [(4, "knot")]
    assert made.links("src/lib.rs", "sail") == [(4, "sail")]
    assert made.links("src/lib.rs", "dive") == [(4, "dive")]
    assert made.links("src/lib.rs", "tie") == [(3, "tie")]
    assert made.links("src/quay/mod.rs", "knot") == [(2, "knot")]
    assert made.links("src/quay/rope.rs", "run") == [(1, "run")]
    assert made.links("src/inner/deep.rs", "near") == [(1, "inner::near")]
    assert made.links("src/inner/deep.rs", "run") == [(1, "run")]
    files = [one.symbol for one in made.references("src/lib.rs") if one.symbol.is_file]
    assert {symbol.path for symbol in files} == {
        "src/quay/mod.rs", "src/quay/rope.rs", "src/odd/name.rs", "src/inner/deep.rs"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("taken", "call"),
    [
        ("use tide::open;", "open"),
        ("use self::tide::{self, open as start};", "start"),
        ("use crate::{tide::{LIMIT, open}};", "open"),
        ("use tide as water;", "water::open"),
        ("use passed::open;\nmod passed { pub use crate::tide::*; }", "open"),
        ("use passed::begin;\nmod passed { pub use super::tide::open as begin; }", "begin"),
    ],
)
def test_imports_lead_on(taken: str, call: str) -> None:
    made = using(f"{call}();", taken=taken)
    name = call.rpartition("::")[2]
    assert made.links("src/main.rs", name)[-1][1] == "open"


def test_an_item_of_the_module_comes_before_what_is_taken_with_all_others() -> None:
    made = using("open();", taken="use tide::*;\nfn open() {}")
    assert made.symbol("src/main.rs", "open") == next(
        one.symbol for one in made.references("src/main.rs") if one.kind == "call"
    )


WORKSPACE = {
    "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n'
    '[workspace.dependencies]\nrope = { path = "crates/rope", package = "rope-kit" }\n',
    "crates/rope/Cargo.toml": '[package]\nname = "rope-kit"\n[lib]\npath = "code/top.rs"\n',
    "crates/rope/code/top.rs": """\
        #[macro_export]
        macro_rules! knot { ($x:expr) => { $crate::tie($x) }; }
        macro_rules! own { () => {} }
        pub fn tie(n: u8) { own!(); }
    """,
    "crates/pier/Cargo.toml": '[package]\nname = "pier-head"\n'
    "[dependencies]\nrope.workspace = true\n"
    '[dev-dependencies]\nkit = { package = "rope-kit", path = "../rope" }\n',
    "crates/pier/src/lib.rs": "pub extern crate rope as line;\n"
    "pub fn moor() { rope::tie(1); rope::knot!(2); }\n",
    "crates/pier/src/main.rs": "fn main() { pier_head::moor(); pier_head::line::tie(1); }\n",
    "crates/pier/tests/mooring.rs": """\
        use pier_head::moor;
        #[test]
        fn moors() { moor(); kit::tie(1); other::tie(2); }
    """,
}


def test_crates_know_each_other_by_the_names_of_their_manifests() -> None:
    made = link_files(WORKSPACE)
    assert made.links("crates/pier/src/lib.rs", "tie") == [(2, "tie")]
    assert made.links("crates/pier/src/lib.rs", "knot") == [(2, "knot!")]
    assert made.links("crates/pier/src/main.rs", "tie") == [(1, "tie")]
    assert made.links("crates/pier/src/main.rs", "moor") == [(1, "moor")]
    assert made.links("crates/pier/tests/mooring.rs", "moor") == [(1, "moor"), (3, "moor")]
    assert len(made.links("crates/pier/tests/mooring.rs", "tie")) == 1
    assert made.links("crates/rope/code/top.rs", "tie") == [(2, "tie")]
    assert made.links("crates/rope/code/top.rs", "own") == [(4, "own!")]
    imports = made.repository.links.imports["crates/pier/tests/mooring.rs"]
    assert [(each.origin, each.path) for each in imports] == [
        ("repository", "crates/pier/src/lib.rs")
    ]


def test_imports_say_which_file_they_lead_to() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                mod tide;
                use crate::tide::Level;
                use serde::de::Error;
                use std::{fmt, io::Read};
                mod tests { use super::*; }
            """,
            "src/tide.rs": "pub struct Level;\nuse super::gone::Away;\n",
        }
    )
    found = made.repository.links.imports
    assert [(each.origin, each.distribution, each.path) for each in found["src/lib.rs"]] == [
        ("repository", "", "src/tide.rs"),
        ("repository", "", "src/tide.rs"),
        ("third party", "serde", ""),
        ("standard library", "std", ""),
        ("standard library", "std", ""),
        ("repository", "", "src/lib.rs"),
    ]
    assert [each.origin for each in found["src/tide.rs"]] == ["unknown"]
    assert found["src/lib.rs"][1].symbol == made.symbol("src/tide.rs", "Level")


def test_what_a_macro_makes_in_a_module_is_imported_from_that_module() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                mod header;
                pub use header::{Accept, Host};
                use serde::Host as Other;
            """,
            "src/header.rs": "headers! { Accept, Host }\n",
        }
    )
    found = made.repository.links.imports["src/lib.rs"]
    assert [(each.origin, each.distribution, each.path) for each in found] == [
        ("repository", "", "src/header.rs"),
        ("repository", "", "src/header.rs"),
        ("repository", "", "src/header.rs"),
        ("third party", "serde", ""),
    ]


def test_of_several_platforms_the_usual_one_is_meant_and_not_for_sure() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                #[cfg(windows)]
                fn open() {}
                #[cfg(not(any(windows, target_os = "macos")))]
                fn open() {}
                fn run() { open(); }
            """
        }
    )
    reference = next(one for one in made.references("src/lib.rs") if one.kind == "call")
    assert (reference.symbol, reference.confidence) == (
        made.symbol("src/lib.rs", "open", 1),
        "inferred",
    )


def test_what_another_package_has_on_the_usual_platform_is_not_the_own_type_for_others() -> None:
    files = {
        "src/lib.rs": """\
            #[cfg(not(windows))]
            pub use std::fs::Metadata;
            #[cfg(windows)]
            mod windows;
            #[cfg(windows)]
            pub use windows::Metadata;
            pub struct Entry { pub metadata: Metadata }
            fn size(entry: &Entry) -> u64 { entry.metadata.len() }
        """,
        "src/windows.rs": """\
            pub struct Metadata;
            impl Metadata { pub fn len(&self) -> u64 { 1 } }
        """,
    }
    assert linked(files).links("src/lib.rs", "len") == []
    unix = {**files, "src/lib.rs": files["src/lib.rs"].replace("(windows)", "(unix)")}
    assert linked(unix).links("src/lib.rs", "len") == [(8, "Metadata::len")]


def test_of_files_for_several_platforms_the_usual_one_is_meant_and_not_for_sure() -> None:
    made = linked(
        {
            "src/main.rs": "mod process;\nuse process::collect;\nfn main() { collect(); }\n",
            "src/process.rs": """\
                #[cfg(target_os = "freebsd")]
                pub mod freebsd;
                #[cfg(any(target_os = "linux", target_os = "android"))]
                pub mod linux;
                #[cfg(windows)]
                mod windows;
                #[cfg(target_os = "freebsd")]
                pub use self::freebsd::*;
                #[cfg(any(target_os = "linux", target_os = "android"))]
                pub use self::linux::*;
                #[cfg(windows)]
                pub use self::windows::collect;
            """,
            "src/process/freebsd.rs": "pub fn collect() {}\n",
            "src/process/linux.rs": "pub mod lower;\npub use self::lower::collect;\n",
            "src/process/linux/lower.rs": "pub fn collect() {}\n",
            "src/process/windows.rs": "pub fn collect() {}\n",
        }
    )
    reference = next(one for one in made.references("src/main.rs") if one.kind == "call")
    assert (reference.symbol, reference.confidence) == (
        made.symbol("src/process/linux/lower.rs", "collect"),
        "inferred",
    )


def test_included_files_are_part_of_the_file_that_includes_them() -> None:
    made = linked(
        {
            "build.rs": 'include!("src/options.rs");\nfn main() { parse(); }\n',
            "src/main.rs": """\
                mod columns;
                mod options;
                use columns::*;
                fn main() { find(); user::show(); options::parse(); }
            """,
            "src/options.rs": "pub fn parse() { crate::columns::find(); }\n",
            "src/columns.rs": """\
                #[cfg(windows)]
                include!("./columns/os_windows.rs");
                #[cfg(target_os = "linux")]
                include!("./columns/os_linux.rs");
            """,
            "src/columns/os_windows.rs": "pub fn find() {}\n",
            "src/columns/os_linux.rs": (
                "pub mod user;\npub fn find() { crate::options::parse(); }\n"
            ),
            "src/columns/user.rs": "pub fn show() { crate::columns::find(); }\n",
        }
    )

    def called(path: str) -> list[str]:
        return [one.symbol.path for one in made.references(path) if one.kind == "call"]

    assert called("src/main.rs") == [
        "src/columns/os_linux.rs",
        "src/columns/user.rs",
        "src/options.rs",
    ]
    assert called("src/columns/user.rs") == ["src/columns/os_linux.rs"]
    assert called("src/columns/os_linux.rs") == ["src/options.rs"]
    assert called("src/options.rs") == ["src/columns/os_linux.rs"]
    assert called("build.rs") == ["src/options.rs"]


def test_included_text_has_the_names_of_the_module_around_it_and_gives_it_its_own() -> None:
    made = linked(
        {
            "src/main.rs": """\
                mod sea;
                fn deep() {}
                fn main() { sea::rise(); }
            """,
            "src/sea.rs": """\
                use crate::deep;
                macro_rules! twice { ($e:expr) => { $e; $e } }
                fn own() {}
                mod inner { fn private() {} include!("inner.rs.txt"); include!("more.rs"); }
                include!("rise.rs");
                pub struct Tide;
                fn all() { hidden(); Tide.fall(); inner::more(); }
                fn not() { include!("rise.rs") }
            """,
            "src/rise.rs": """\
                pub fn rise() { own(); deep(); super::deep(); twice!(hidden()); }
                fn hidden() {}
                impl Tide { fn fall(&self) { self.fall() } }
            """,
            "src/more.rs": "pub fn more() { private(); super::own(); }\n",
        }
    )

    def called(path: str) -> list[tuple[str, str]]:
        return [
            (one.symbol.path, made.repository.symbol(one.symbol).name)
            for one in made.references(path)
            if one.kind == "call"
        ]

    assert called("src/main.rs") == [("src/rise.rs", "rise")]
    assert called("src/rise.rs") == [
        ("src/sea.rs", "own"),
        ("src/main.rs", "deep"),
        ("src/main.rs", "deep"),
        ("src/sea.rs", "twice!"),
        ("src/rise.rs", "hidden"),
        ("src/rise.rs", "Tide::fall"),
    ]
    assert called("src/sea.rs") == [
        ("src/rise.rs", "hidden"),
        ("src/rise.rs", "Tide::fall"),
        ("src/more.rs", "more"),
    ]
    assert called("src/more.rs") == [("src/sea.rs", "inner::private"), ("src/sea.rs", "own")]


def test_an_index_gives_what_the_type_says_and_macros_are_read_argument_by_argument() -> None:
    made = linked(
        {
            "src/main.rs": """\
                pub struct Doc;
                impl Doc { fn depth(&self) -> u8 { 1 } }
                impl std::ops::Index<usize> for Doc { type Output = Doc;
                    fn index(&self, at: usize) -> &Doc { self }
                }
                impl std::ops::Index<&str> for Doc { type Output = Doc;
                    fn index(&self, at: &str) -> &Doc { self }
                }
                pub struct Two;
                impl std::ops::Index<u8> for Two { type Output = Doc;
                    fn index(&self, at: u8) -> &Doc { &D }
                }
                impl std::ops::Index<u16> for Two { type Output = u8;
                    fn index(&self, at: u16) -> &u8 { &1 }
                }
                fn main(doc: Doc, two: Two) {
                    doc[1]["a"].depth();
                    two[1].depth();
                    shown!(doc.depth(), @"1");
                    matched!(doc.depth(), Own { .. } if true, Pair<Doc, Two>);
                }
            """
        }
    )
    assert [line for line, name in made.links("src/main.rs", "depth")] == [17, 19, 20]


def test_documentation_names_items_by_path() -> None:
    made = using("")
    names = made.index.names.of("src/main.rs")
    assert names is not None

    def mentioned(name: str) -> str:
        found = names.mentioned("src/main.rs", -1, name, marked=True).symbol
        return made.repository.qualified_name(found) if found is not None else ""

    assert mentioned("Gauge::new()") == "Gauge::new"
    assert mentioned("struct@Gauge") == "Gauge"
    assert mentioned("tide::Water::Still") == "Water::Still"
    assert mentioned("Nothing") == ""


def test_traits_and_what_implements_them() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                mod ship;
                pub trait Floats { fn sink(&self) {} fn weight(&self) -> u8; }
                pub trait Sails: Floats { fn hoist(&self); }
                pub struct Boat;
                impl Floats for Boat { fn weight(&self) -> u8 { 1 } }
                impl std::fmt::Display for Boat { fn fmt(&self) {} }
                impl<T: Sails> Race for T {}
                pub trait Race { fn start(&self) {} }
                impl Floats for u8 { fn weight(&self) -> u8 { *self } }
            """,
            "src/ship.rs": """\
                use super::{Boat, Sails};
                impl Sails for Boat { fn hoist(&self) {} }
                fn run(boat: Boat) { boat.sink(); boat.hoist(); boat.start(); 1u8.start(); }
            """,
        }
    )
    repository, links = made.repository, made.repository.links

    def named(path: str, name: str) -> list[str]:
        return [repository.qualified_name(one) for one in links.bases[made.symbol(path, name)]]

    assert named("src/lib.rs", "Sails") == ["Floats"]
    assert named("src/lib.rs", "Boat") == ["Floats"]
    assert named("src/lib.rs", "Floats for u8") == ["Floats"]
    assert named("src/ship.rs", "Sails for Boat") == ["Sails"]
    weights = links.overridden_by[made.symbol("src/lib.rs", "Floats::weight")]
    assert {repository.qualified_name(one) for one in weights} == {"Boat::weight", "u8::weight"}
    hoist = made.symbol("src/ship.rs", "Boat::hoist")
    assert links.overrides[hoist] == made.symbol("src/lib.rs", "Sails::hoist")
    assert made.links("src/ship.rs", "sink") == [(3, "Floats::sink")]
    assert made.links("src/ship.rs", "hoist") == [(3, "Boat::hoist")]
    assert made.links("src/ship.rs", "start") == [(3, "Race::start")]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("cfg(unix)", True),
        ("cfg(windows)", False),
        ('cfg(feature = "fast")', True),
        ('cfg(not(feature = "slow"))', True),
        ('cfg(all(unix, not(target_os = "macos")))', True),
        ("cfg(any())", False),
        ("inline", True),
    ],
)
def test_conditions(condition: str, *, holds: bool) -> None:
    assert is_usual([condition], {"fast"}) is holds


def test_macros_are_seen_behind_their_declaration_and_by_path() -> None:
    made = linked(
        {
            "src/lib.rs": """\
                #[macro_use]
                mod knots;
                mod use_them;
                mod inner { fn run() { tie!(1); } }
            """,
            "src/knots.rs": """\
                macro_rules! tie { ($x:expr) => { $crate::knots::rope($x) } }
                #[macro_export]
                macro_rules! untie { () => {} }
                pub fn rope(n: u8) {}
            """,
            "src/use_them.rs": """\
                fn run() { tie!(rope()); crate::untie!(); other!(); }
                fn rope() -> u8 { 1 }
            """,
        }
    )
    assert made.links("src/lib.rs", "tie") == [(4, "tie!")]
    assert made.links("src/use_them.rs", "tie") == [(1, "tie!")]
    assert made.links("src/use_them.rs", "untie") == [(1, "untie!")]
    assert made.links("src/use_them.rs", "rope") == [(1, "rope")]
    assert made.links("src/knots.rs", "rope") == [(1, "rope")]


def test_attributes_are_never_macros_by_example() -> None:
    code = """
        macro_rules! test { ($name:ident) => { fn $name() {} } }
        test!(first);
        #[test]
        fn second() {}
    """
    assert linked({"src/lib.rs": code}).links("src/lib.rs", "test") == [(2, "test!")]


MACROS = """\
use super::*;
proptest! {
    /// Of any text.
    #[test]
    #[ignore]
    fn grinds(s in r"a{1}") {
        mill::grind(&s);
    }
    fn helper() {}
}
"""


def test_tests_in_what_a_macro_is_given_are_cases_that_call() -> None:
    files = {"src/lib.rs": "pub mod mill;\n#[cfg(test)]\nmod tests;\n", "src/tests.rs": MACROS}
    files["src/mill.rs"] = "pub fn grind(s: &str) {}\n"
    found = linked(files)
    outline = found.repository.files["src/tests.rs"].outline

    assert outline.tests == ("grinds",)
    (grinds,) = outline.symbols
    assert (grinds.line, grinds.end_line, grinds.name_line) == (4, 8, 6)
    assert grinds.decorators == ("test", "ignore")
    calls = [each for each in found.references("src/tests.rs") if each.kind == "call"]
    assert [(each.line, each.symbol) for each in calls] == [
        (7, found.symbol("src/mill.rs", "grind"))
    ]


ITEMS = """\
cfg_net! {
    /// Ties up.
    #[must_use]
    pub fn moor(rope: Rope) -> Berth { Berth { rope } }

    pub struct Berth { pub rope: Rope }
    impl Berth { pub fn cast_off(self) -> Rope { self.rope } }
}
shape_template! {
    pub trait Shape {
        @section type
        type Id;
        @section self
        fn id(&self) -> Self::Id;
        @section nodelegate
        fn again(&self) -> Self::Id { self.id() }
    }
}
outer! { pub struct Rope; inner! { pub struct Knot; } }
other! { pub struct Depth: u32 { const A = 1; } }
fn within() { quoted! { struct Unlisted; } }
"""


def test_items_that_a_macro_is_given_are_listed_and_linked() -> None:
    user = "fn go(s: &impl crate::Shape) { crate::moor(crate::Rope).cast_off(); s.again(); }"
    found = linked({"src/lib.rs": f"mod user;\n{ITEMS}", "src/user.rs": user})
    symbols = found.repository.files["src/lib.rs"].outline.symbols

    assert [(each.name, each.line, each.name_line) for each in symbols] == [
        ("moor", 4, 5),
        ("Berth", 7, 7),
        ("Berth::rope", 7, 7),
        ("Berth::cast_off", 8, 8),
        ("Shape", 11, 11),
        ("Shape::Id", 13, 13),
        ("Shape::id", 15, 15),
        ("Shape::again", 17, 17),
        ("Rope", 20, 20),
        ("Knot", 20, 20),
        ("within", 22, 22),
    ]
    assert found.links("src/user.rs", "moor") == [(1, "moor")]
    assert found.links("src/user.rs", "cast_off") == [(1, "Berth::cast_off")]
    assert found.links("src/user.rs", "again") == [(1, "Shape::again")]
    assert found.links("src/lib.rs", "rope") == [(5, "Berth::rope"), (8, "Berth::rope")]
    assert found.links("src/lib.rs", "id") == [(17, "Shape::id")]


def test_macros_in_macros_are_read_to_a_depth() -> None:
    deep = "".join(f"a! {{ struct Level{n}; " for n in range(500)) + "}" * 500
    found = linked({"src/lib.rs": f"{deep}\nstruct Top;\n"})
    names = [each.name for each in found.repository.files["src/lib.rs"].outline.symbols]
    assert names == [*(f"Level{n}" for n in range(5)), "Top"]


@pytest.mark.parametrize(
    ("declared", "role"),
    [
        ("", "unbuilt"),
        ("mod tide;", "source"),
        ('#[path = "tide.rs"]\nmod water;', "source"),
        ("cfg_if! { if #[cfg(unix)] { pub mod tide; } }", "source"),
        ('include!("tide.rs");', "source"),
    ],
)
def test_what_no_module_declares_is_not_compiled(declared: str, role: str) -> None:
    files = {
        "src/lib.rs": f"mod pier;\n{declared}\n",
        "src/pier.rs": "fn moor() {}\n",
        "src/tide.rs": "pub fn rise() {}\n",
        "src/bin/a.rs": "fn main() {}\n",
        "tests/b.rs": "#[test]\nfn floats() {}\n",
    }
    roles = {path: file.role for path, file in linked(files).repository.files.items()}
    assert roles["src/tide.rs"] == role
    assert "unbuilt" not in {roles[path] for path in files if path != "src/tide.rs"}


def test_what_a_file_says_to_be_a_module_of_its_own_is_no_library() -> None:
    """A file that nothing declares names modules that are not where it would have them."""
    orphan = "use parts::Stone;\nuse serde::Host;\nmod inner { use parts::Other; }\nmod parts;\n"
    made = linked({"src/lib.rs": "pub fn f() {}\n", "src/left.rs": orphan})
    found = [
        (each.origin, each.distribution) for each in made.repository.links.imports["src/left.rs"]
    ]
    assert found[:3] == [("unknown", ""), ("third party", "serde"), ("third party", "parts")]
