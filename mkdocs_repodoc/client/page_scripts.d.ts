/* Types that the scripts in `assets/` share. Comments alone name them; nothing of this is published. */

/** An entry of the palette's index, as `finder.js` unpacks it. */
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
  /** 0: the repository's own code; 1: a past version of it; 2: tests and examples. */
  remoteness: number;
}

/** Start and end of each stretch of the full name that was found, one after the other. */
type Ranges = number[];

interface Hit extends Entry {
  ranges: Ranges | null;
  url: string;
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
}

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

type UsingFile = [path: string, unusual: string, isTest: boolean, texts: Record<number, string>];

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

interface KeyEntry {
  group: string;
  keys: string[];
  text: string;
  run?: () => unknown;
}

interface Repodoc {
  load<Value>(name: string, version?: string): Promise<Loaded<Value>>;
  loadLibrary(): Promise<typeof UFuzzy>;
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
  /** Calls back now and after each instant navigation. */
  onPage(start: () => void): void;
  /** Address of the site's top. */
  site: string;
  /** Prefix of all names in the browser's storage. */
  store: string;
  finder(text: string, show: (answer: Answer) => void): Promise<void>;
  /** How words are cut, for the tests. */
  words: {
    fold(text: string): string;
    unfolded(text: string): string;
    typesOf(signature: string): { parameters: Set<string>[]; returned: Set<string> };
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
