"""Tables that register functions, in the languages whose syntax trees are read for them."""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import DispatchTable
from mkdocs_repodoc.settings import AnalysisOptions


def tables(name: str, language: str, code: str) -> list[tuple[str, str, list[str]]]:
    """Return name, form and entries of each table; an entry as `key -> value @line`."""
    record = analyse(name, language, code.encode(), AnalysisOptions())
    return [
        (
            table.name,
            table.form,
            [f"{each.key} -> {each.value} @{each.line}" for each in table.entries],
        )
        for table in record.outline.facts_of(DispatchTable)
    ]


def test_literals_of_go() -> None:
    code = """package shop

var handlers = map[string]Handler{
	"get": get, // the usual one
	"put": web.Put,
}

var commands = []command{
	{"serve", true, serve},
	{name: "stop", run: stop},
}

var limits = map[string]int{"a": 1, "b": two}
var one = []Handler{get}

func local() {
	inner := []Handler{get, put}
}
"""
    assert tables("shop.go", "go", code) == [
        ("handlers", "literal", ['"get" -> get @4', '"put" -> web.Put @5']),
        ("commands", "literal", ['"serve" -> serve @9', '"stop" -> stop @10']),
    ]


def test_what_go_registers_by_calls() -> None:
    code = """package shop

func routes(mux *http.ServeMux, r chi.Router) {
	mux.HandleFunc("/get", get)
	mux.Handle("/put", web.Put)
	r.Get("/a", show)
	r.POST("/a", add)
	client.Get("name", other)
	lone.HandleFunc("/x", get)
	mux.HandleFunc("/inline", func() {})
}

func init() {
	root.AddCommand(serve, newStop())
}
"""
    assert tables("shop.go", "go", code) == [
        ("mux", "calls", ["/get -> get @4", "/put -> web.Put @5"]),
        ("r", "calls", ["GET /a -> show @6", "POST /a -> add @7"]),
        ("root", "calls", [" -> serve @14", " -> newStop @14"]),
    ]


def test_choices_of_go() -> None:
    code = """package shop

func run(name string) error {
	switch name {
	case "serve", "s":
		return serve(name)
	case "stop":
		stop()
	case "show":
		return web.Show()
	case "other":
		x := 1
		return fmt.Errorf("%d", x)
	default:
		usage()
	}
	switch name {
	case "a":
		serve(name)
	case "b":
		stop()
	}
}
"""
    assert tables("shop.go", "go", code) == [
        (
            "",
            "choice",
            ['"serve", "s" -> serve @6', '"stop" -> stop @8', '"show" -> web.Show @10'],
        ),
    ]


def test_a_choice_of_go_by_conditions_is_no_table() -> None:
    code = """package shop

func run(name string) {
	switch {
	case strings.HasPrefix(name, "A"):
		serve(name)
	case strings.HasPrefix(name, "B"):
		stop(name)
	case name == "c":
		show(name)
	}
}
"""
    assert tables("shop.go", "go", code) == []


def test_literals_of_scripts() -> None:
    code = """export const handlers = { get, "put": web.put, [KEY]: other }; // all
const plugins = [first, second] as const;
const mixed = { get, limit: 3 };
const spread = { ...handlers, get };
"""
    assert tables("shop.ts", "typescript", code) == [
        (
            "handlers",
            "literal",
            [" -> get @1", '"put" -> web.put @1', "[KEY] -> other @1"],
        ),
        ("plugins", "literal", [" -> first @2", " -> second @2"]),
    ]


def test_what_scripts_register_by_calls() -> None:
    code = """app.use(cors);
app.get("/items", list);
app.post("/items", check, add);
app.get("/inline", () => 1);
cache.get("key", fallback);
program
  .command("serve [dir]")
  .description("Serve a folder")
  .action(serve);
program.command("stop").action(stop);
"""
    assert tables("shop.js", "javascript", code) == [
        ("app", "calls", ["use -> cors @1", "GET /items -> list @2", "POST /items -> add @3"]),
        ("program", "calls", ["serve [dir] -> serve @9", "stop -> stop @10"]),
    ]


def test_choices_of_scripts() -> None:
    code = """async function run(name) {
  switch (name) {
    case "serve":
      return await serve();
    case "alias":
    case "stop": {
      web.stop();
      break;
    }
    case "show":
      show(name);
      break;
  }
}
"""
    entries = ['"serve" -> serve @4', '"stop" -> web.stop @7', '"show" -> show @11']
    assert tables("shop.js", "javascript", code) == [("", "choice", entries)]


def test_literals_of_rust() -> None:
    code = """const COMMANDS: &[(&str, Command)] = &[
    ("serve", serve),
    ("stop", shop::stop),
];
static ALL: [Rule; 2] = [first, Self::second];
const SIZES: [u8; 2] = [1, 2];
"""
    assert tables("shop.rs", "rust", code) == [
        ("COMMANDS", "literal", ['"serve" -> serve @2', '"stop" -> shop::stop @3']),
        ("ALL", "literal", [" -> first @5", " -> Self::second @5"]),
    ]


def test_routes_of_rust() -> None:
    code = """fn app() -> Router {
    Router::new()
        .route("/items", get(list).post(items::add))
        .route("/old", web::delete().to(drop))
}

#[get("/a")]
/// Shows it.
async fn show() {}

#[actix_web::post("/a")]
async fn add() {}
"""
    assert sorted(tables("shop.rs", "rust", code)) == [
        (
            "Router",
            "calls",
            ["DELETE /old -> drop @4", "GET /items -> list @3", "POST /items -> items::add @3"],
        ),
        ("routes", "calls", ["GET /a -> show @9", "POST /a -> add @12"]),
    ]


def test_choices_of_rust() -> None:
    code = """fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve(args) => serve(args).await?,
        Command::Stop => {
            shop::stop()
        }
        Command::Show { all } => self.show(all),
        Command::Build => Builder::new(1).run(),
        _ => return Err(Error::Unknown),
    }
}
"""
    entries = [
        "Command::Serve(args) -> serve @3",
        "Command::Stop -> shop::stop @5",
        "Command::Show { all } -> self.show @7",
    ]
    assert tables("shop.rs", "rust", code) == [("", "choice", entries)]


def test_the_same_few_functions_again_and_again_are_no_choice() -> None:
    arms = "".join(f"        {n} => {name}({n}),\n" for n, name in enumerate("aabbccabc"))
    code = f"fn run(n: u8) {{\n    match n {{\n{arms}    }}\n}}\n"
    assert tables("shop.rs", "rust", code) == []


def test_tables_of_java() -> None:
    code = """class Shop {
    static final Map<String, Handler> HANDLERS = Map.of("get", Shop::get, "put", Web::put);
    List<Rule> rules = List.of(Rules::first, this::second);
    Map<String, Handler> more = Map.ofEntries(entry("a", Shop::get), Map.entry("b", Web::put));
    Map<String, Integer> sizes = Map.of("a", 1, "b", 2);

    int run(String name) {
        return switch (name) {
            case "get" -> get(name);
            case "put", "add" -> put();
            case "drop" -> drop();
            default -> throw new Error();
        };
    }
}
"""
    entries = ['"get" -> get @9', '"put", "add" -> put @10', '"drop" -> drop @11']
    assert tables("Shop.java", "java", code) == [
        ("Shop.HANDLERS", "literal", ['"get" -> Shop::get @2', '"put" -> Web::put @2']),
        ("Shop.rules", "literal", [" -> Rules::first @3", " -> this::second @3"]),
        ("Shop.more", "literal", ['"a" -> Shop::get @4', '"b" -> Web::put @4']),
        ("", "choice", entries),
    ]


def test_routes_of_java() -> None:
    code = """@RestController
@RequestMapping("/items")
class Items {
    @GetMapping
    List<Item> all() { return null; }

    @GetMapping("/{id}")
    Item one(String id) { return null; }

    @RequestMapping(value = "/old", method = RequestMethod.DELETE)
    void drop() {}
}

@Path("/shop")
class Shop {
    @GET
    @Path("open")
    String open() { return ""; }

    @POST
    void sell() {}

    void plain() {}
}
"""
    assert tables("Items.java", "java", code) == [
        (
            "Items",
            "calls",
            ["GET /items -> all @5", "GET /items/{id} -> one @8", "DELETE /items/old -> drop @11"],
        ),
        ("Shop", "calls", ["GET /shop/open -> open @18", "POST /shop -> sell @21"]),
    ]
