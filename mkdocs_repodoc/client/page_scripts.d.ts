/* Types that the scripts in `assets/` share. Comments alone name them; nothing of this is published. */

/** An entry of the palette's index, as `palette_index.js` unpacks it. */
interface Entry {
  name: string;
  /** What stands in front of the name: module and class, with the separators. */
  before: string;
  kind: string;
  path: string;
  isPath: boolean;
  /** 0 for files and folders. */
  line: number;
  uses: number;
  summary: string;
  /** Empty where the entry was not found by its types. */
  signature: string;
  /** Address of a page that does not follow from the path. */
  unusual: string;
  anchor: string;
  full: string;
  folded: string;
  /** `folded` without a file's extension. */
  stem: string;
  /** Whether it is no part of what its module offers to others. */
  isHidden: boolean;
  /** The words of its name, and of where it stands; there once somebody has asked. */
  words?: { name: { text: string; at: number }[]; around: string[] };
  /** 0: the repository's own code; 1: a past version of it; 2: tests, examples and the like. */
  remoteness: number;
}

/** Start and end of each stretch of the full name that was found, one after the other. */
type Ranges = number[];

interface Hit extends Entry {
  ranges: Ranges | null;
  url: string;
}

/** A hit with its worth; the lower, the earlier it is shown. */
interface Weighed {
  hit: Entry;
  ranges: Ranges | null;
  worth: number;
}

/** A hit as the palette remembers it. */
type RecentHit = Pick<Hit, "name" | "before" | "full" | "kind" | "path" | "line" | "isPath" | "uses" | "url">;

/** A hit as the palette shows it, remembered ones included. */
type ShownHit = RecentHit & Pick<Hit, "ranges" | "summary"> & Partial<Pick<Hit, "signature">>;

interface Query {
  text: string;
  exact: boolean;
  kinds: Set<string> | null;
  isTest: boolean;
  types: { parameters: string[][]; returned: string[] } | null;
  words: string[];
  /** What the forms of each word begin with. */
  stems: string[];
  whole: string;
  isCased: boolean;
  isPath: boolean;
}

interface Answer {
  hits: Hit[];
  total: number;
  /** Whether no more of the index will come. */
  done: boolean;
  query: Query;
  /** Whether the text of the source can be searched as well. */
  hasSource: boolean;
}

/** What the palette shows of an answer, about names or lines. */
interface ShownAnswer {
  hits: ShownHit[];
  total: number;
  done: boolean;
  query: { text: string };
  /** What the reader should know instead of hits. */
  problem?: string;
}

/** What a line that is sought has: anything, a trigram, or several things or one of them. */
type Wanted = true | string | { all: Wanted[] } | { some: Wanted[] };

/** Piece of a block, line in it, the text that is shown, and what matched in that. */
type FoundLine = [piece: number, line: number, text: string, ranges: Ranges];

interface SourceHead {
  base: string;
  file: string;
  blocks: number;
  /** The first trigram of each. */
  shards: string[];
  shardVersions: string;
  blockVersions: string;
}

interface SourceShard {
  /** All of them in order, without anything in between. */
  trigrams: string;
  blocks: string;
}

interface SourceBlock {
  paths: string[];
  /** How many lines of the file are in front of the piece. */
  starts: number[];
  texts: string[];
  unusual: Record<number, string>;
}

interface Loaded<Value> {
  value: Value;
  version: string;
}

/** Head of the palette's index (`palette_index.py`). */
interface IndexHead {
  kinds: string[];
  counts: number[];
  base: string;
  file: string;
  folder: string;
  pages: string;
  tops: string;
  pageVersions: string;
  topVersions: string;
  source: boolean;
}

/** The same, unpacked: the first key of each page, and the part of each top. */
type Head = Omit<IndexHead, "tops"> & { firsts: string[]; tops: Map<string, string> };

/** A page of the index, column by column. */
interface IndexPage {
  n: string;
  k: string;
  c: string;
  f: string;
  l: string;
  u: string;
  C: string;
  F: string;
  g?: string;
  d?: string;
  m?: Record<number, number | string>;
  h?: Record<number, string>;
  a?: Record<number, string>;
  r?: Record<number, number>;
}

/** A folder: its name, its folders, and the names of its files with a `/` between two. */
type TreeNode = [name: string, folders: TreeNode[], files: string];

interface FileTree {
  name: string;
  index: string;
  base: string;
  file: string;
  folder: string;
  root: TreeNode;
  urls: Record<string, string>;
}

/** Kind, signature, summary, and number of files that use it. */
type CardSymbol = [kind: string, signature: string, summary: string, uses: number];

interface Cards {
  prefix: string;
  symbols: Record<string, CardSymbol>;
}

/** Line, first character and number of characters of the name in its text, 1 if inferred. */
type Reference = [line: number, start: number, length: number, inferred: number];

/** Index of a file, how many of its lines refer to the symbol, and those lines unless too many. */
type ReferenceGroup = [file: number, total: number, lines: Reference[]];

type UsingFile = [path: string, unusual: string, part: number, texts: Record<number, string>];

/** References of the symbols of one file (`reference_lists.py`). */
interface References {
  prefix: string;
  path: string;
  address: string;
  base: string;
  file: string;
  files: UsingFile[];
  /** Line of the definition, and the references by file. */
  symbols: Record<string, [line: number, groups: ReferenceGroup[]]>;
}

/** What a data file says of the symbols of a page, and the one that a link leads to. */
interface SymbolData<Value> {
  anchor: string;
  /** The symbol's name in the data. */
  short: string;
  value: Value;
}

interface PanelContent {
  label: string;
  head: Node[];
  body: Node[];
  /** What has the focus again when the panel is closed. */
  from: HTMLElement;
}

/** A file of the call hierarchy (`call_files.py`). */
interface CallFile {
  base: string;
  suffix: string;
  /** The file itself first. */
  files: [path: string, prefix: string, isTest: number, anchors: string[], address?: string][];
  /** For each function of the file, three numbers an edge: function, line, tie. */
  callees: number[][];
  callers: number[][];
}

/** A function, a class that is called, or the code of a module. */
interface CallNode {
  id: string;
  /** Name of its page, as `pageName` has it. */
  page: string;
  /** Its anchor without the prefix of its file; empty for the code of a module. */
  name: string;
  path: string;
  isTest: boolean;
  /** Address of its section. */
  url: string;
}

/** A tie to another function. */
interface CallEdge {
  node: CallNode;
  /** In the caller's file; 0 where no single line shows it. */
  line: number;
  tie: "call" | "inferred call" | "construction" | "handed on" | "override" | "registration";
  /** Whether the other function has edges of its own in this direction. */
  leadsOn: boolean;
}

type CallDirection = "callees" | "callers";

/** The steps of a path; the first has no edge. */
type CallPath = { node: CallNode; edge: CallEdge | null }[];

interface CallAnswer {
  /** The surest of the shortest paths, at most three. */
  paths: CallPath[];
  /** Files that were looked through. */
  files: number;
  /** Whether there were too many of them to know that there is no path. */
  isCut: boolean;
}

interface FunctionCalls {
  /** The function at an address; null where no calls are known. */
  at(address: string): Promise<CallNode | null>;
  edges(node: CallNode, direction: CallDirection): Promise<CallEdge[]>;
  paths(from: CallNode, to: CallNode): Promise<CallAnswer>;
  /** Address of a line of the file that a function is in. */
  lineAddress(node: CallNode, line: number): string;
}

interface ExpandableTree {
  itemOf(target: EventTarget | null): HTMLElement | null;
  isOpen(item: HTMLElement): boolean;
  linkOf(item: HTMLElement): HTMLAnchorElement | null;
  /** Makes an item the one that Tab leads to. */
  reach(item: HTMLElement): void;
  focus(item: HTMLElement | null | undefined): void;
}

interface PaletteChips {
  row: HTMLElement;
  /** Shows which chip is chosen. */
  press(prefix: string): void;
  /** Shows or hides those that search the source. */
  showSource(areShown: boolean): void;
}

interface KeyEntry {
  group: string;
  keys: string[];
  text: string;
  run?: () => unknown;
}

interface Repodoc {
  load<Value>(name: string, version?: string): Promise<Loaded<Value>>;
  loadLibrary(): Promise<typeof UFuzzy>;
  /** Fetches the scripts that no page needs until somebody asks for what they do. */
  loadOnDemand(): Promise<void>;
  /** Fetches the data of a sort on the page that a link leads to; null if that is no symbol. */
  symbolData(sort: string, link: HTMLAnchorElement): Promise<SymbolData<any> | null>;
  /** Selects the links to what the repository defines. */
  NAMES: string;
  encoded(path: string): string;
  element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties?: Record<string, unknown> | null,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Name];
  /** Name of the page at an address, as names of data files have it; empty outside of the site. */
  pageName(address: URL): string;
  /** Has a tree follow the keys; `expand` opens or closes an item. */
  expandableTree(tree: HTMLElement, expand: (item: HTMLElement, isOpen: boolean) => unknown): ExpandableTree;
  functionCalls: FunctionCalls;
  /** How the call hierarchy names functions, ties and lines. */
  callWords: {
    nameOf(node: CallNode): string;
    tag(edge: CallEdge, seen: CallDirection): HTMLElement[];
    lineLink(caller: CallNode, line: number): HTMLAnchorElement;
  };
  /** A field that asks how a function reaches another, and the answers. */
  reachForm(from: CallNode): HTMLElement;
  /** Opens the call hierarchy of the function whose section is at an address. */
  openCalls(address: string): Promise<void>;
  /** Calls back now and after each instant navigation. */
  onPage(start: () => void): void;
  /** Address of the site's top. */
  site: string;
  /** Prefix of all names in the browser's storage. */
  store: string;
  /** What the key for commands is called where the reader is. */
  commandKey: string;
  finder(text: string, show: (answer: Answer) => void): Promise<void>;
  /** Finds lines of the source that have a text (`text: …`) or match an expression (`regex: …`). */
  searchSource(text: string, show: (answer: ShownAnswer) => void): Promise<void>;
  trigramQuery(pattern: string): Wanted;
  /** How words are cut. */
  words: {
    fold(text: string): string;
    unfolded(text: string): string;
    namesIn(text: string): string[];
    typesOf(signature: string): { parameters: Set<string>[]; returned: Set<string> };
  };
  /** The palette's index, part by part: pages `p…` and, of many pages, the tops `t…`. */
  index: {
    open(): Promise<Head>;
    /** Parts that may have what begins so. */
    pagesOf(prefix: string): string[];
    topOf(prefix: string): string | null;
    isLoaded(part: string): boolean;
    entriesOf(part: string): Entry[];
    fetchParts(parts: Iterable<string>): Promise<void>;
    /** Where an entry's page is, and its section. */
    address(hit: Entry): string;
  };
  /** Reads a query; the kinds are those of the index. */
  parseQuery(text: string, kinds: string[]): Query;
  /** Parts of the index that a query needs. */
  indexParts: {
    /** Those that give a first answer, and those that complete it. */
    plan(query: Query): { first: Set<string>; more: Set<string> };
    /** Those with what begins with less of the words. */
    widened(query: Query): string[];
  };
  matching: {
    openLibrary(): Promise<void>;
    /** What fits a query in parts of the index, the best first. */
    match(query: Query, parts: Iterable<string>): Weighed[];
    isSure(found: Weighed[]): boolean;
  };
  /** Of some entries those that take and return these types. */
  matchTypes(types: NonNullable<Query["types"]>, pool: Entry[]): Weighed[];
  chips: {
    /** The prefix that a text begins with; empty if none. */
    prefixOf(text: string): string;
    /** A text with a prefix in place of its own. */
    withPrefix(text: string, prefix: string): string;
    isAboutSource(prefix: string): boolean;
    build(choose: (prefix: string) => void): PaletteChips;
  };
  hitRow(hit: ShownHit, position: number): HTMLAnchorElement;
  recentHits: {
    recent(): RecentHit[];
    remember(hit: ShownHit): void;
  };
  ranking: {
    worth(hit: Entry, query: Query, ranges: Ranges | null, isLoose?: boolean): number;
    byWords(hit: Entry, query: Query): { ranges: Ranges; isWhole: boolean; isAsTyped: boolean } | null;
    stemmed(word: string): string;
    telling(words: string[]): string[];
    wordless(ranges: Ranges, text: string): number;
    isSure(hit: Weighed): boolean;
  };
  showKeys(): void;
  openPanel(content: PanelContent): void;
  showReferences(link: HTMLAnchorElement): Promise<void>;
}

/** uFuzzy, as far as it is used. */
declare class UFuzzy {
  constructor(options: Record<string, unknown>);
  filter(haystack: string[], needle: string): number[] | null;
  info(indexes: number[], haystack: string[], needle: string): { idx: number[]; ranges: Ranges[] };
}

interface Window {
  repodoc: Repodoc;
  repodocKeys: KeyEntry[];
  repodocData(name: string, value: unknown, version: string): void;
  /** What was pressed before the scripts were there. */
  repodocEarly: (Event[] & { end(): void }) | null;
  uFuzzy: typeof UFuzzy;
  /** Material's stream of instant navigations. */
  document$?: { subscribe(start: () => void): void };
  hljs?: { configure(options: { cssSelector: string }): void };
}
