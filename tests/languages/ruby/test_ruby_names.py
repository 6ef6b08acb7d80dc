"""Names of Ruby lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.model.linked_symbols import SymbolRef

FILES = {
    "lib/harbour.rb": """\
        module Harbour
          autoload :Buoy, "harbour/buoy"
          VERSION = "1"
        end
    """,
    "lib/harbour/buoy.rb": """\
        require_relative "water"

        module Harbour
          class Buoy < Water
            include Logs
            extend Making
            prepend Loud
            LIMIT = 3
            Shade = Struct.new(:red, :green) do
              def bright; red; end
            end
            attr_reader :light, :name
            attr_accessor :depth

            def initialize(name)
              super()
              @name = name
              @light = Light.new
            end

            def self.build(name) = new(name)

            class << self
              def best; @best ||= Buoy.new("best"); end
              attr_accessor :count
            end

            def ring
              log
              flow
              self.depth = LIMIT
              ring_twice
              self.class.build("x").ring
              light.shine
              @light.shine
            end

            alias chime ring
            alias_method :toll, :ring

            def ==(other) = other.is_a?(Buoy)

            def lit; Light.new; end

            def either(x)
              return Light.new if x
              Light.new
            end

            private

            def ring_twice; end
          end

          class Light
            def shine; end
          end
        end
    """,
    "lib/harbour/water.rb": """\
        module Harbour
          class Water
            Depth = 1
            def flow; end
            def ring; end
            def self.drain; end
          end

          module Logs
            def log; nowhere; end
          end

          module Making
            def made; end
          end

          module Loud
            def ring; super; end
          end

          module Tools
            module_function

            def tie(rope); knot(rope); end
            def knot(rope); end
          end

          module Selfish
            extend self
            def serve; end
          end
        end
    """,
    "lib/other.rb": """\
        class Buoy
          def sink; end
        end
        Alias = Harbour::Buoy
    """,
}
MAIN = "lib/main.rb"


def using(body: str) -> Linked:
    lines = "\n".join(f"        {line}" for line in body.split("\n"))
    code = f"module Harbour\n  class Main\n    def run(any)\n{lines}\n    end\n  end\nend\n"
    return link_files({**FILES, MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        ("Buoy", "Buoy", "Harbour::Buoy", "exact"),
        ("::Buoy", "Buoy", "Buoy", "exact"),
        ("Harbour::Buoy", "Harbour", "Harbour", "exact"),
        ("VERSION", "VERSION", "Harbour::VERSION", "exact"),
        ("Buoy::LIMIT", "LIMIT", "Harbour::Buoy::LIMIT", "exact"),
        ("Buoy::Depth", "Depth", "Harbour::Water::Depth", "exact"),
        ("Alias::LIMIT", "LIMIT", "Harbour::Buoy::LIMIT", "exact"),
        ("Buoy.new('a')", "new", "Harbour::Buoy#initialize", "exact"),
        ("Buoy.build('a')", "build", "Harbour::Buoy.build", "exact"),
        ("Buoy.best", "best", "Harbour::Buoy.best", "exact"),
        ("Buoy.count = 1", "count", "Harbour::Buoy.count", "exact"),
        ("Buoy.drain", "drain", "Harbour::Water.drain", "exact"),
        ("Buoy.made", "made", "Harbour::Making#made", "exact"),
        ("Tools.tie(1)", "tie", "Harbour::Tools.tie", "exact"),
        ("Selfish.serve", "serve", "Harbour::Selfish#serve", "exact"),
        ("x = Buoy.new('a'); x.log", "log", "Harbour::Logs#log", "inferred"),
        ("x = Buoy.new('a'); x.ring", "ring", "Harbour::Loud#ring", "inferred"),
        ("x = Buoy.new('a'); x.chime", "chime", "Harbour::Buoy#chime", "inferred"),
        ("x = Buoy.new('a'); x.toll", "toll", "Harbour::Buoy#toll", "inferred"),
        ("x = Buoy.new('a'); x.depth = 2", "depth", "Harbour::Buoy#depth", "inferred"),
        ("Buoy.new('a').freeze.flow", "flow", "Harbour::Water#flow", "inferred"),
        ("Buoy.new('a').light.shine", "shine", "Harbour::Light#shine", "inferred"),
        ("Buoy.new('a').lit.shine", "shine", "Harbour::Light#shine", "inferred"),
        ("Buoy.new('a').either(1).shine", "shine", "Harbour::Light#shine", "inferred"),
        ("Buoy.build('a').flow", "flow", "Harbour::Water#flow", "inferred"),
        ("Buoy.best.flow", "flow", "Harbour::Water#flow", "inferred"),
        ("x = any ? Buoy.new('a') : Water.new; x.flow", "flow", "Harbour::Water#flow", "inferred"),
        ("x ||= Light.new; x.shine", "shine", "Harbour::Light#shine", "inferred"),
        ("case any\nwhen Light then any.shine\nend", "shine", "Harbour::Light#shine", "inferred"),
        ("x = Light.new\n[1].each { |i| x.shine }", "shine", "Harbour::Light#shine", "inferred"),
        ("begin\nrescue Light => e\ne.shine\nend", "shine", "Harbour::Light#shine", "inferred"),
        ("raise Light, 'x'", "Light", "Harbour::Light", "exact"),
        ('"a #{Light.new.shine}"', "shine", "Harbour::Light#shine", "inferred"),
        ("Buoy::Shade.new(1).bright", "bright", "Harbour::Buoy::Shade#bright", "inferred"),
        # what nothing tells
        ("any.ring", "ring", None, ""),
        ("x = Light.new; x = any; x.shine", "shine", None, ""),
        ("[1].each { |x| x.shine }", "shine", None, ""),
        ("shine = 1; shine", "shine", None, ""),
        ("ring", "ring", None, ""),
        ("Light.shine", "shine", None, ""),
        ("Nowhere::Buoy", "Buoy", None, ""),
        ("Buoy.new('a').sink", "sink", None, ""),
    ],
)  # fmt: skip
def test_a_name_in_a_method(body: str, name: str, target: str | None, confidence: str) -> None:
    linked = using(body)
    found = [link for _, link in linked.links(MAIN, name)]
    if target is None:
        assert not found
        return
    assert found[-1:] == [target]
    assert linked.confidences(MAIN, name)[-1] == confidence


def _targets(linked: Linked, path: str, name: str) -> list[str]:
    return [target for _, target in linked.links(path, name)]


def _names(linked: Linked) -> LanguageNames:
    names = linked.index.names.of("lib/harbour.rb")
    assert names is not None
    return names


def test_names_in_the_class_around() -> None:
    linked = link_files(FILES)
    path = "lib/harbour/buoy.rb"
    assert _targets(linked, path, "super") == []
    assert _targets(linked, path, "log") == ["Harbour::Logs#log"]
    assert _targets(linked, path, "flow") == ["Harbour::Water#flow"]
    assert _targets(linked, path, "depth") == ["Harbour::Buoy#depth"]
    assert _targets(linked, path, "ring_twice") == ["Harbour::Buoy#ring_twice"]
    assert _targets(linked, path, "build") == ["Harbour::Buoy.build"]
    assert _targets(linked, path, "@light") == ["Harbour::Buoy#light"] * 2
    assert _targets(linked, path, "shine") == ["Harbour::Light#shine"] * 2
    assert linked.confidences(path, "flow") == ["exact"]


def test_super_is_the_next_one_in_the_order_of_lookup() -> None:
    linked = link_files(
        {
            "a.rb": """\
                class Base
                  def call; end
                  def other; end
                end
                module Between
                  def call; super; end
                end
                class One < Base
                  include Between
                  def call; super; end
                  def other = super()
                end
            """
        }
    )
    assert linked.links("a.rb", "super") == [(10, "Between#call"), (11, "Base#other")]


def test_methods_of_a_module_of_functions_see_each_other() -> None:
    linked = link_files(FILES)
    assert _targets(linked, "lib/harbour/water.rb", "knot") == ["Harbour::Tools.knot"]
    assert _targets(linked, "lib/harbour/water.rb", "nowhere") == []


def test_methods_and_variables_of_blocks_outside_of_classes() -> None:
    linked = link_files(
        {
            **FILES,
            "spec/buoy_spec.rb": """\
                describe "a buoy" do
                  def made = Harbour::Buoy.new("a")
                  before { @light = Harbour::Light.new }
                  it("rings") { made.ring; @light.shine }
                end
                describe "others" do
                  it("knows none") { made }
                end
            """,
        }
    )
    path = "spec/buoy_spec.rb"
    assert [line for line, _ in linked.links(path, "made")] == [4]
    assert _targets(linked, path, "ring") == ["Harbour::Loud#ring"]
    assert _targets(linked, path, "shine") == ["Harbour::Light#shine"]


def test_examples_in_a_class_see_its_methods() -> None:
    linked = link_files(
        {
            "test/tide_test.rb": """\
                class TideTest < Minitest::Test
                  def tide; 1; end
                  context "high" do
                    should("rise") { tide }
                  end
                  tide
                end
            """
        }
    )
    assert [line for line, _ in linked.links("test/tide_test.rb", "tide")] == [4]


def test_of_several_parts_of_a_module_the_one_in_the_file_of_its_name_counts() -> None:
    linked = link_files({**FILES, "test/a.rb": "module Harbour\nend\nmodule Other; Harbour; end\n"})
    last = linked.references("test/a.rb")[-1]
    assert last.symbol == SymbolRef("lib/harbour.rb", 0)


def test_what_a_script_defines_at_the_top_others_do_not_see() -> None:
    linked = link_files(
        {
            "benchmark/run.rb": "class Tide; end\nTide\n",
            "benchmark/more.rb": "Tide\n",
            "lib/shore.rb": "class Shore; end\n",
            "test/a.rb": "Tide\nShore\n",
        }
    )
    assert linked.links("benchmark/run.rb", "Tide") == [(2, "Tide")]
    assert linked.links("benchmark/more.rb", "Tide") == [(1, "Tide")]
    assert linked.links("test/a.rb", "Tide") == []
    assert linked.links("test/a.rb", "Shore") == [(2, "Shore")]


def test_methods_that_are_copied_to_the_module() -> None:
    linked = link_files(
        {
            "lib/tools.rb": """\
                module Tools
                  def tie; end
                  module_function :tie
                end
                Tools.tie
            """
        }
    )
    assert [line for line, _ in linked.links("lib/tools.rb", "tie")] == [5]


@pytest.mark.parametrize(
    "hook",
    [
        "def self.included(base)\n    base.extend Making\n    base.send(:include, Logs)\n  end",
        "class << self\n  def included(base)\n  base.extend Making\n  base.include Logs\nend\nend",
    ],
)
def test_a_module_mixes_others_into_what_includes_it(hook: str) -> None:
    linked = link_files(
        {
            "lib/base.rb": f"""module Base
  {hook}
  module Making
    def start; build; end
    def build; end
  end
  module Logs
    def log; end
  end
end
""",
            "lib/tool.rb": "class Tool\n  include Base\n  def run; log; end\nend\nTool.start\n",
        }
    )
    assert linked.links("lib/tool.rb", "log") == [(3, "Base::Logs#log")]
    assert linked.links("lib/tool.rb", "start") == [(5, "Base::Making#start")]
    assert [to for _, to in linked.links("lib/base.rb", "build")] == ["Base::Making#build"]


def test_a_method_of_a_class_overrides_what_it_is_extended_with() -> None:
    code = (
        "module Base\n  def self.included(base)\n    base.extend Making\n    base.include Logs\n"
        "  end\n  module Making\n    def start; end\n  end\n  module Logs\n    def log; end\n"
        "  end\nend\n"
        "class Tool\n  include Base\n  def self.start; end\n  def self.log; end\nend\n"
    )
    linked = link_files({"lib/tool.rb": code})
    start, log, made = (
        linked.symbol("lib/tool.rb", name)
        for name in ("Tool.start", "Tool.log", "Base::Making#start")
    )
    assert linked.repository.links.overrides.get(start) == made
    assert log not in linked.repository.links.overrides


def test_another_object_than_the_includer_gets_nothing() -> None:
    code = (
        "module Base\n  def self.included(base)\n    other.extend Making\n  end\n"
        "  def self.extended(base)\n    base.extend Making\n  end\n"
        "  module Making\n    def start; end\n  end\nend\n"
        "class Tool\n  include Base\nend\nTool.start\n"
    )
    assert link_files({"lib/tool.rb": code}).links("lib/tool.rb", "start") == []


def test_no_part_counts_where_nothing_tells_them_apart() -> None:
    linked = link_files({"a.rb": "module M; end\n", "b.rb": "module M; end\n", "c.rb": "M\n"})
    assert linked.links("c.rb", "M") == []


def test_hierarchy() -> None:
    linked = link_files(FILES)
    names = _names(linked)
    symbols = linked.repository.files["lib/harbour/buoy.rb"].outline.symbols
    buoy = SymbolRef(
        "lib/harbour/buoy.rb",
        next(i for i, one in enumerate(symbols) if one.name == "Harbour::Buoy"),
    )

    def shown(refs: Iterable[SymbolRef]) -> list[str]:
        return [linked.repository.symbol(ref).name for ref in refs]

    assert shown(names.bases(buoy)) == [
        "Harbour::Water", "Harbour::Logs", "Harbour::Loud", "Harbour::Making",
    ]  # fmt: skip
    assert shown(names.ancestors(buoy)) == [
        "Harbour::Loud", "Harbour::Logs", "Harbour::Water", "Harbour::Making",
    ]  # fmt: skip
    assert "#ring" in [name for _, name in names.overriding(buoy)]
    water = names.bases(buoy)[0]
    ring = names.member(water, "#ring")
    assert ring is not None
    assert linked.repository.symbol(ring).name == "Harbour::Water#ring"


def test_names_in_documentation() -> None:
    linked = link_files(FILES)
    names, path = _names(linked), "lib/harbour/buoy.rb"

    def meant(name: str) -> str | None:
        found = names.look_up(path, 1, name)
        return linked.repository.symbol(found).name if found else None

    assert meant("Light") == "Harbour::Light"
    assert meant("Water#flow") == "Harbour::Water#flow"
    assert meant("Harbour.Buoy.build") == "Harbour::Buoy.build"
    assert meant("#ring") == "Harbour::Loud#ring"
    assert meant("nothing at all") is None
