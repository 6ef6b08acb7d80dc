"""Names of PHP lead to what the language's rules say they mean, or nowhere."""

from __future__ import annotations

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.model.linked_symbols import SymbolRef

TIDE = """\
<?php
namespace Harbour\\Tides;

use Harbour\\Buoys\\{Buoy, Light as Lamp};
use function Harbour\\Buoys\\{ring as chime};
use const Harbour\\Buoys\\DEPTH;

#[Measured(DEPTH)]
abstract class Tide extends Water implements Measurable
{
    use Logs;
    use Draws, Paints {
        Draws::fill insteadof Paints;
        Paints::fill as protected paint;
    }

    public const LIMIT = 3;
    public static Buoy $first;
    private ?Buoy $buoy = null;
    /** @var Buoy[] */
    public array $buoys = [];
    /** @var array<string, Buoy> */
    public $named;

    public function __construct(private Lamp $lamp, public readonly Buoy $last) {
        parent::__construct($last);
    }

    public static function make(): static { return new static(new Lamp(), self::$first); }
    public function buoy(): ?Buoy { return $this->buoy; }
    /** @return Buoy */
    public function documented() { return chime(); }
    public function unsaid() { return new Buoy(); }
    public function own(): self { return $this; }
    /** @param Buoy $one */
    abstract public function rise($one);
    private function sink() { }
}
"""
FILES = {
    "composer.json": '{"autoload": {"psr-4": {"Harbour\\\\": "src/"}}}',
    "src/Tides/Tide.php": TIDE,
    "src/Tides/parts.php": """\
        <?php
        namespace Harbour\\Tides;

        use Harbour\\Buoys\\Buoy;

        class Water {
            public function __construct(Buoy $one) { }
            public function flow(): int { return 1; }
        }
        interface Measurable { const METRE = 1; public function rise($one); }
        #[\\Attribute]
        class Measured { public function __construct(int $depth) { } }
        trait Logs {
            private $log;
            public function log() { $this->log[] = 1; $this->logged(); }
            abstract function logged();
        }
        trait Draws { public function fill() { } }
        trait Paints { public function fill() { } }
        class Spring extends Tide { public function rise($one) { $one->ring(); $this->sink(); } }
    """,
    "src/Buoys/Buoy.php": """\
        <?php
        namespace Harbour\\Buoys;

        /**
         * @property Light $bulb
         * @method Light borrow(int $days)
         */
        class Buoy implements \\IteratorAggregate
        {
            public Light $light;
            public function ring(): static { return $this; }
            public function __get($name) { }
            public function __invoke(): Light { return $this->light; }
            /** @return \\Iterator<int, Light> */
            public function getIterator(): \\Iterator { yield $this->light; }
        }
        class Light { public function shine() { } }
        function ring(): Buoy { return new Buoy(); }
        const DEPTH = 2;
        enum Colour: string
        {
            case Red = 'r';
            const BEST = self::Red;
            public function shade(): Light { return new Light(); }
        }
    """,
    "src/global.php": """\
        <?php
        function strive() { }
        const EVERYWHERE = 1;
        define('DEFINED', 2);
        class Buoy { public function sinks() { } }
    """,
}
MAIN = "src/main.php"
_USES = (
    "namespace App;\nuse Harbour\\Tides\\{Tide, Spring};\nuse Harbour\\Buoys;\n"
    "use Harbour\\Buoys\\{Buoy, Light, Colour};\n"
)


def using(body: str, uses: str = _USES) -> Linked:
    code = (
        f"<?php\n{uses}function run(Tide $tide, ?Buoy $given, Buoy|Light $either, $any)\n"
        f"{{\n{body}\n}}\n"
    )
    return link_files({**FILES, MAIN: code})


@pytest.mark.parametrize(
    ("body", "name", "target", "confidence"),
    [
        ("Tide::LIMIT;", "LIMIT", "Tide::LIMIT", "exact"),
        ("Tide::METRE;", "METRE", "Measurable::METRE", "exact"),
        ("Tide::$first;", "$first", "Tide::$first", "exact"),
        ("Tide::make();", "make", "Tide::make", "exact"),
        ("TIDE::MAKE();", "MAKE", "Tide::make", "exact"),
        ("new Spring($any, $any);", "new", "Tide::__construct", "exact"),
        ("new Spring($any, $any);", "Spring", "Spring", "exact"),
        ("Buoys\\ring();", "ring", "ring", "exact"),
        ("\\Harbour\\Buoys\\DEPTH;", "DEPTH", "DEPTH", "exact"),
        ("new Buoys\\Light();", "Light", "Light", "exact"),
        ("strive();", "strive", "strive", "exact"),
        ("EVERYWHERE;", "EVERYWHERE", "EVERYWHERE", "exact"),
        ("DEFINED;", "DEFINED", "DEFINED", "exact"),
        ("Colour::Red;", "Red", "Colour::Red", "exact"),
        ("Colour::Red->shade();", "shade", "Colour::shade", "inferred"),
        ("Colour::BEST->shade();", "shade", "Colour::shade", "inferred"),
        ("Colour::from('r')->shade();", "shade", "Colour::shade", "inferred"),
        ("foreach (Colour::cases() as $x) { $x->shade(); }", "shade", "Colour::shade", "inferred"),
        ("$given->ring();", "ring", "Buoy::ring", "inferred"),
        ("$given?->light?->shine();", "shine", "Light::shine", "inferred"),
        ("$given->ring()->ring()->light;", "light", "Buoy::$light", "inferred"),
        ("$tide->flow();", "flow", "Water::flow", "inferred"),
        ("$tide->log();", "log", "Logs::log", "inferred"),
        ("$tide->fill();", "fill", "Draws::fill", "inferred"),
        ("$tide->paint();", "paint", "Paints::fill", "inferred"),
        ("$tide->buoy()->ring();", "ring", "Buoy::ring", "inferred"),
        ("$tide->documented()->ring();", "ring", "Buoy::ring", "inferred"),
        ("$tide->unsaid()->ring();", "ring", "Buoy::ring", "inferred"),
        ("$tide->last->ring();", "ring", "Buoy::ring", "inferred"),
        ("$tide->buoys[0]->ring();", "ring", "Buoy::ring", "inferred"),
        ("$tide->named['a']->ring();", "ring", "Buoy::ring", "inferred"),
        ("foreach ($tide->buoys as $k => $x) { $x->ring(); }", "ring", "Buoy::ring", "inferred"),
        ("foreach ($given as $x) { $x->shine(); }", "shine", "Light::shine", "inferred"),
        ("$given->bulb->shine();", "shine", "Light::shine", "inferred"),
        ("$given->borrow(1)->shine();", "shine", "Light::shine", "inferred"),
        ("$given()->shine();", "shine", "Light::shine", "inferred"),
        ("$x = $given->ring(...); $x()->light;", "light", "Buoy::$light", "inferred"),
        ("$x = fn(Buoy $b) => $b->light; $x($any)->shine();", "shine", "Light::shine",
         "inferred"),
        ("$x = function () use ($given) { return $given->light; };", "light", "Buoy::$light",
         "inferred"),
        ("Spring::make()->rise($any);", "rise", "Spring::rise", "inferred"),
        ("$x = new Light(); $x->shine();", "shine", "Light::shine", "inferred"),
        ("(new Light())->shine();", "shine", "Light::shine", "inferred"),
        ("$x = clone $given; $x->ring();", "ring", "Buoy::ring", "inferred"),
        ("$x = $any ?: new Light(); [$a, $b] = [new Light(), new Light()]; $b->shine();",
         "shine", "Light::shine", "inferred"),
        ("$x = $any ? new Light() : null; $x->shine();", "shine", "Light::shine", "inferred"),
        ("$x = match (true) { $any => new Light(), default => throw $any }; $x->shine();",
         "shine", "Light::shine", "inferred"),
        ("if ($any instanceof Light) { $any->shine(); }", "shine", "Light::shine", "inferred"),
        ("if (!$any instanceof Light) { return; } $any->shine();", "shine", "Light::shine",
         "inferred"),
        ("$any instanceof Light && $any->shine();", "shine", "Light::shine", "inferred"),
        ("assert($any instanceof Light); $any->shine();", "shine", "Light::shine", "inferred"),
        ("/** @var Light $x */ $x = $any; $x->shine();", "shine", "Light::shine", "inferred"),
        ("/** @var Light $x */ foreach ($any as $x) { $x->shine(); }", "shine", "Light::shine",
         "inferred"),
        ("if ($any) { $x = new Light(); } else { $x = null; } $x->shine();", "shine", None, ""),
        ("if ($any) { $x = new Light(); } $x->shine();", "shine", "Light::shine", "inferred"),
        ("$either->shine();", "shine", "Light::shine", "inferred"),
        ("try { } catch (Light $e) { $e->shine(); }", "shine", "Light::shine", "inferred"),
        ("throw new Light();", "Light", "Light", "exact"),
        ('"a {$given->light} b";', "light", "Buoy::$light", "inferred"),
        # what nothing tells
        ("$any->ring();", "ring", None, ""),
        ("$x = new Light(); $x = $any; $x->shine();", "shine", None, ""),
        ("$tide->sink();", "sink", "Tide::sink", "inferred"),
        ("$spring = new Spring($any, $any); $spring->sink();", "sink", None, ""),
        ("ring();", "ring", None, ""),
        ("\\Buoys\\ring();", "ring", None, ""),
        ("$given->bulb;", "bulb", None, ""),
        ("Colour::red;", "red", None, ""),
        ("function () { $given->ring(); };", "ring", None, ""),
        ("$x = 'Harbour'; $x::make();", "make", None, ""),
    ],
)  # fmt: skip
def test_a_name_in_a_function(body: str, name: str, target: str | None, confidence: str) -> None:
    linked = using(body)
    found = [link for line, link in linked.links(MAIN, name) if line > _USES.count("\n")]
    if target is None:
        assert not found
        return
    assert found[-1:] == [target]
    assert linked.confidences(MAIN, name)[-1] == confidence


def _names(linked: Linked) -> LanguageNames:
    names = linked.index.names.of("src/Tides/Tide.php")
    assert names is not None
    return names


def _targets(linked: Linked, path: str, name: str) -> list[str]:
    return [target for _, target in linked.links(path, name)]


def test_members_of_the_class_around() -> None:
    linked = link_files(FILES)
    path = "src/Tides/Tide.php"
    assert _targets(linked, path, "buoy") == ["Tide::$buoy"]
    assert _targets(linked, path, "$first") == ["Tide::$first"]
    assert _targets(linked, path, "__construct") == ["Water::__construct"]
    assert linked.confidences(path, "buoy")[-1] == "exact"


def test_what_use_takes() -> None:
    linked = link_files(FILES)
    path = "src/Tides/Tide.php"
    assert _targets(linked, path, "Lamp") == ["Light"] * 3
    assert _targets(linked, path, "chime") == ["ring"] * 2
    assert _targets(linked, path, "DEPTH") == ["DEPTH"] * 2
    assert _targets(linked, path, "Measured") == ["Measured"]


def test_traits_and_what_they_leave_to_others() -> None:
    linked = link_files(FILES)
    path = "src/Tides/parts.php"
    assert _targets(linked, path, "logged") == ["Logs::logged"]
    assert _targets(linked, path, "log") == ["Logs::$log"]


def test_a_parameter_without_a_type_has_that_of_the_method_it_overrides() -> None:
    linked = link_files(FILES)
    assert _targets(linked, "src/Tides/parts.php", "ring") == ["Buoy::ring"]
    assert _targets(linked, "src/Tides/parts.php", "sink") == []


def test_of_two_classes_of_a_name_the_one_that_is_loaded_by_its_name_counts() -> None:
    old = "<?php\nnamespace Harbour\\Buoys;\nclass Buoy { }\n"
    linked = link_files(
        {**FILES, "old/Buoy.php": old, "old/use.php": "<?php\nnew \\Harbour\\Buoys\\Buoy();\n"}
    )
    links = [one for one in linked.references("old/use.php") if one.kind == "name"]
    assert [one.symbol.path for one in links] == ["src/Buoys/Buoy.php"]


def test_a_property_without_a_type_is_what_is_assigned_to_it() -> None:
    linked = link_files(
        {
            "a.php": """\
                <?php
                class Light { public function shine() { } public function dim() { } }
                class Buoy
                {
                    private $light;
                    private $any;
                    private $both = null;
                    public function __construct(Light $given, $any)
                    {
                        $this->light = new Light();
                        $this->any = $any;
                        $this->any = $given;
                        $this->both = $any ? $given : new Light();
                    }
                    public function clear() { $this->light = null; }
                    public function ring()
                    {
                        $this->light->shine();
                        $this->any->shine();
                        $this->both->dim();
                    }
                }
            """
        }
    )
    assert linked.links("a.php", "shine") == [(18, "Light::shine")]
    assert linked.links("a.php", "dim") == [(20, "Light::dim")]


def test_imports_lead_to_files_and_namespaces() -> None:
    linked = using("", "namespace App;\nuse Harbour\\{Buoys, Buoys\\Light};\nuse Psr\\Log;\n")
    names = _names(linked)
    found = [names.imported(MAIN, one) for one in linked.repository.files[MAIN].outline.imports]
    assert [one and (one.origin, one.path or one.folder or one.distribution) for one in found] == [
        ("repository", "src/Buoys"),
        ("repository", "src/Buoys/Buoy.php"),
        ("third party", "Psr"),
    ]


def test_hierarchy() -> None:
    linked = link_files(FILES)
    names, path = _names(linked), "src/Tides/Tide.php"
    tide = SymbolRef(path, 0)
    above = [linked.repository.symbol(one).name for one in names.bases(tide)]
    assert above == ["Logs", "Draws", "Paints", "Water", "Measurable"]
    overriding = [name for _, name in names.overriding(tide)]
    assert overriding == ["buoy", "make", "documented", "unsaid", "own", "rise"]
    measurable = names.bases(tide)[-1]
    rise = names.member(measurable, "rise")
    assert rise is not None
    assert linked.repository.symbol(rise).name == "Measurable::rise"


def test_signatures_link_their_types() -> None:
    linked = link_files(FILES)
    names, path = _names(linked), "src/Tides/Tide.php"

    def meant(name: str) -> str | None:
        found = names.look_up(path, 1, name)
        return f"{found.path} {linked.repository.symbol(found).name}" if found else None

    assert meant("Lamp") == "src/Buoys/Buoy.php Light"
    assert meant("\\Buoy") == "src/global.php Buoy"
    assert meant("Buoy") == "src/Buoys/Buoy.php Buoy"
    assert meant("Tide.make()") == "src/Tides/Tide.php Tide::make"
    assert meant("self") == "src/Tides/Tide.php Tide"
    assert meant("nothing") is None
