/** One request and its answer, as it crossed the wire of the simulated world. Bodies are whole. */
export type WireEntry = {
  id: number;
  atMs: number;
  /** Who spoke to whom, for the screen: e.g. `shop → stripe`, `messenger → shop`, `browser → messenger`. */
  direction: string;
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  /** null while the answer is outstanding, 0 when the connection was cut. */
  status: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string;
  durationMs: number | null;
};

export type WireStart = Pick<WireEntry, 'direction' | 'method' | 'url' | 'requestHeaders' | 'requestBody'>;
export type WireEnd = Pick<WireEntry, 'status' | 'responseHeaders' | 'responseBody'>;

/** Remembers everything that crossed; listeners hear of each start and each end. */
export class Wire {
  private entries: WireEntry[] = [];
  private listeners = new Set<(entry: WireEntry) => void>();
  private nextId = 1;

  constructor(private readonly nowMs: () => number) {}

  begin(start: WireStart): WireEntry {
    const entry: WireEntry = {
      ...start,
      id: this.nextId++,
      atMs: this.nowMs(),
      status: null,
      responseHeaders: {},
      responseBody: '',
      durationMs: null,
    };
    this.entries.push(entry);
    this.tell(entry);
    return entry;
  }

  end(entry: WireEntry, end: WireEnd): void {
    Object.assign(entry, end, { durationMs: this.nowMs() - entry.atMs });
    this.tell(entry);
  }

  since(id: number): WireEntry[] {
    return this.entries.filter((entry) => entry.id > id);
  }

  onChange(listener: (entry: WireEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    this.entries = [];
  }

  private tell(entry: WireEntry): void {
    for (const listener of this.listeners) listener(entry);
  }
}
