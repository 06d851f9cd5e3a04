export type RequestCount = { kind: string; status: string; count: number; seconds: number };

// Counted by the front door, read by the metrics route: two bundles, one process.
const shelf = globalThis as typeof globalThis & { __kioskRequests?: Map<string, RequestCount> };

function counts(): Map<string, RequestCount> {
  shelf.__kioskRequests ??= new Map();
  return shelf.__kioskRequests;
}

/** One answered request; `kind` is the front door's word for the address, never the address itself. */
export function countRequest(kind: string, statusCode: number, seconds: number): void {
  const status = `${Math.floor(statusCode / 100)}xx`;
  const key = `${kind} ${status}`;
  const known = counts().get(key) ?? { kind, status, count: 0, seconds: 0 };
  known.count += 1;
  known.seconds += seconds;
  counts().set(key, known);
}

export function requestCounts(): RequestCount[] {
  return [...counts().values()];
}
