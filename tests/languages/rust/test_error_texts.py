"""What errors of Rust say, and the statuses that they end a program with."""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import ExitStatus, ReportedError, ReportingMacro
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.settings import AnalysisOptions


def _outline(code: str) -> FileOutline:
    return analyse("error.rs", "rust", code.encode(), AnalysisOptions()).outline


def _texts(code: str) -> dict[str, str]:
    found = _outline(code).facts_of(ReportedError)
    return {each.error: each.message for each in found if each.form == "text"}


def test_texts_stand_in_a_display_of_any_kind_with_variants_that_a_use_brings() -> None:
    code = """
enum MillError<'a> { NoGrain, Stuck { stone: &'a str, why: Option<String> }, Wet, Dry }

impl<'a> ColorDisplay for MillError<'a> {
  fn fmt(&self, f: &mut Formatter, color: Color) -> fmt::Result {
    use MillError::*;

    match self {
      NoGrain => write!(f, "There is no grain.")?,
      Stuck { stone, why } => {
        write!(f, "Stone {stone} is stuck")?;
      }
      Wet | Dry => write!(f, "The weather is wrong.")?,
    }
    Ok(())
  }
}
"""
    assert _texts(code) == {
        "MillError::NoGrain": "There is no grain.",
        "MillError::Stuck": "Stone {stone} is stuck",
        "MillError::Wet": "The weather is wrong.",
        "MillError::Dry": "The weather is wrong.",
    }


def test_attributes_of_snafu_give_texts() -> None:
    code = """
#[derive(Debug, Snafu)]
enum SearchError {
  #[snafu(display("No mill found in {}", folder.display()))]
  NotFound { folder: PathBuf },
}
"""
    assert _texts(code) == {"SearchError::NotFound": "No mill found in {}"}


def test_a_text_in_a_field_is_a_message_only_where_the_field_is_one() -> None:
    code = """
fn grind(kind: &str) -> Result<(), MillError> {
  if kind.is_empty() {
    return Err(MillError::Arguments { subcommand: "GRIND", arguments: kind.into() });
  }
  if kind == "wet" {
    return Err(MillError::Other { message: "It is wet.", kind });
  }
  Err(MillError::Stuck(why.unwrap_or_else(|| format!("`{kind}`"))))
}
"""
    found = _outline(code).facts_of(ReportedError)
    assert [(each.error, each.message) for each in found] == [
        ("MillError::Arguments", ""),
        ("MillError::Other", "It is wet."),
        ("MillError::Stuck", ""),
    ]


def test_a_method_of_an_error_gives_its_status() -> None:
    code = """
impl MillError<'_> {
  pub(crate) fn code(&self) -> Option<i32> {
    match self {
      Self::Code { code, .. } => Some(*code),
      Self::Stuck { .. } => Some(3),
      Self::NoGrain => None,
      _ => Some(1),
    }
  }
}

impl Letter {
  fn code(&self) -> i32 { match self { Self::A => 1, Self::B => 2 } }
}
"""
    assert list(_outline(code).facts_of(ExitStatus)) == [
        ExitStatus("code", 5, meaning="Self::Code"),
        ExitStatus("3", 6, meaning="Self::Stuck"),
        ExitStatus("1", 8, meaning="all others"),
    ]


def test_own_macros_report_and_escapes_are_what_one_sees() -> None:
    code = r"""
macro_rules! errln {
  ($env:expr, $fmt:expr) => { writeln!($env.err_mut(), $fmt) };
}
macro_rules! fail { ($said:expr) => { return Err(Stuck::new($said)); }; }
macro_rules! errors { ($a:expr) => { vec![$a] }; }

fn grind() {
  errln!(env, "\u{2728} All done");
  eprintln!("\x1b[31mno grain\x1b[0m left");
  format_err!("no report {}", 1);
  errln!(env, "word");
}
"""
    outline = _outline(code)
    found = [(each.error, each.message, each.form) for each in outline.facts_of(ReportedError)]
    assert found == [
        ("errln!", "\u2728 All done", "macro"),
        ("eprintln!", "no grain left", "log"),
    ]
    assert [*outline.facts_of(ReportingMacro)] == [
        ReportingMacro("errln", "log", 2),
        ReportingMacro("fail", "raise", 5),
    ]
