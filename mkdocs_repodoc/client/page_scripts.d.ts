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

interface KeyEntry {
  group: string;
  keys: string[];
  text: string;
  run?: () => unknown;
}

interface Repodoc {
  load<Value>(name: string, version?: string): Promise<Loaded<Value>>;
  loadLibrary(): Promise<typeof UFuzzy>;
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
