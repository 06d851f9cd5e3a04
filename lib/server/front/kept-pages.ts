import { type CspHosts, cspOfKeptPage } from '@/lib/server/csp';
import { lateAddress, visitAddress } from './address';
import type { Inside } from './inside';
import { type Packed, pack } from './packed';
import { reworkHtml, styleSheetsOf } from './rework-html';

/** A page as it goes out. `csp` lists its inline scripts. `late`: the data that its scripts ask for after it. */
export type KeptPage = { status: number; packed: Packed; csp: string; late: Versioned | null };
/** A script under an address that names its version. */
export type Versioned = { version: string; packed: Packed };

export type KeptPages = {
  /** `path` is the internal one (`/de/shop`). Asked once for all who wait; kept when Next says that it stays as it is. */
  get(path: string): Promise<KeptPage>;
  /** The late data of a page: of the version that was sent, while it is remembered, else as it is now. */
  late(path: string, version: string): Promise<Versioned | null>;
  /** Drops the pages that show these products, all pages when none is named, once `renewed` has made Next forget too. */
  drop(slugs: string[], renewed: () => Promise<void>): Promise<void>;
  size(): number;
};

const LIMIT = 5_000;
/** Pages that people still have before them after they were made anew. */
const LATE_LIMIT = 500;
const QUALITY = 11;
/** A page that is not kept, an error say, is packed for this answer alone. */
const HASTY_QUALITY = 4;

/**
 * Keeps the shop's static pages, compressed, in memory. A copy that was being made while the catalogue changed goes out
 * to those who already waited for it and is not kept. While a page cannot be made anew (no database), its last copy
 * goes out and the next request tries again.
 */
export function createKeptPages(
  inside: Inside,
  hosts: CspHosts,
  readStyle: (address: string) => Promise<string | null>,
  visit: Versioned,
): KeptPages {
  const kept = new Map<string, Promise<KeptPage>>();
  const lateData = new Map<string, Versioned>();
  const last = new Map<string, KeptPage>();
  let renewing: Promise<void> = Promise.resolve();

  function remember(path: string, page: KeptPage): void {
    last.set(path, page);
    const oldest = last.size > LIMIT ? last.keys().next().value : undefined;
    if (oldest !== undefined) last.delete(oldest);
  }

  function rememberLate(data: Versioned): void {
    lateData.delete(data.version);
    lateData.set(data.version, data);
    const oldest = lateData.size > LATE_LIMIT ? lateData.keys().next().value : undefined;
    if (oldest !== undefined) lateData.delete(oldest);
  }

  async function readStyles(html: string): Promise<Map<string, string>> {
    const styles = new Map<string, string>();
    for (const address of styleSheetsOf(html)) {
      const css = await readStyle(address);
      if (css !== null) styles.set(address, css);
    }
    return styles;
  }

  async function make(path: string): Promise<{ page: KeptPage; stays: boolean }> {
    await renewing;
    const answer = await inside(path, { headers: { accept: 'text/html' } });
    const before = last.get(path);
    if (answer.status >= 500 && before) return { page: before, stays: false };
    const stays = answer.status === 200 && /s-maxage/.test(answer.headers['cache-control'] ?? '');
    const source = answer.body.toString('utf8');
    const styles = await readStyles(source);
    const surroundings = {
      lateAddress: (version: string) => lateAddress(path, version),
      visitAddress: visitAddress(visit.version),
      styles,
    };
    const { html, scriptHashes, styleHashes, late } = reworkHtml(source, surroundings);
    const quality = stays ? QUALITY : HASTY_QUALITY;
    const packed = await pack(Buffer.from(html), quality);
    const csp = cspOfKeptPage(hosts, scriptHashes, styleHashes);
    const data = late && { version: late.version, packed: await pack(Buffer.from(late.body), quality) };
    const page = { status: answer.status, packed, csp, late: data };
    if (data) rememberLate(data);
    if (stays) remember(path, page);
    else if (answer.status < 500) last.delete(path); // gone or moved: the last copy must not come back
    return { page, stays };
  }

  function get(path: string): Promise<KeptPage> {
    const known = kept.get(path);
    if (known) return known;
    const forget = () => {
      if (kept.get(path) === making) kept.delete(path);
    };
    const made = make(path);
    const making = made.then(({ page }) => page);
    kept.set(path, making);
    made.then(({ stays }) => stays || forget(), forget);
    const oldest = kept.size > LIMIT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return making;
  }

  return {
    get,
    late: async (path, version) => lateData.get(version) ?? (await get(path)).late,
    async drop(slugs, renewed) {
      renewing = renewing.then(renewed);
      const stale = staleFor(slugs);
      for (const path of kept.keys()) if (stale(path)) kept.delete(path);
      await renewing;
    },
    size: () => kept.size,
  };
}

/** A product is shown on its own page and on every list. */
function staleFor(slugs: string[]): (path: string) => boolean {
  if (slugs.length === 0) return () => true;
  const named = new Set(slugs.map(encodeURIComponent));
  return (path) => {
    const [, slug] = /\/shop\/products\/([^/]+)$/.exec(path) ?? [];
    return slug === undefined || named.has(slug);
  };
}
