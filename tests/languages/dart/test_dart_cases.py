"""Cases of Dart's tests."""

from __future__ import annotations

from support.outlines import outline_of

from mkdocs_repodoc.text.source_text import SourceText

CODE = """\
void main() {
  group('Cart', () {
    setUp(() {});
    test(r'is empty', () {
      var seen = 1;
      test2('x', () {});
    });
    group("full", () {
      testWidgets('shows', (tester) async => tester.run());
    });
  });
  print('done');
}
"""


def test_cases_have_the_names_of_their_groups() -> None:
    outline = outline_of("cart_test.dart", SourceText(CODE, "utf-8"), "dart").outline
    assert outline.tests == ("Cart > is empty", "Cart > full > shows")
    assert [symbol.name for symbol in outline.symbols if symbol.kind == "test"] == [*outline.tests]


def test_only_files_of_tests_have_cases() -> None:
    assert not outline_of("cart.dart", SourceText(CODE, "utf-8"), "dart").outline.tests
