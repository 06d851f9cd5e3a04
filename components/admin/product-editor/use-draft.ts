'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type DraftConflict, mergeDrafts, same } from '@/lib/domain/catalogue/merge-drafts';
import type { ProductDraft } from '@/lib/domain/catalogue/product-draft';

/** A product as the server last gave it to this page; `version` 0 is one that is not there yet. */
export type ServedProduct = { id: string; slug: string; version: number; draft: ProductDraft };

type Held = { id: string; version: number; base: ProductDraft; draft: ProductDraft };
/** What a merge with somebody else's changes came to. */
export type MergeNews = { taken: string[]; conflicts: DraftConflict[]; theirs: ProductDraft };

/**
 * What is being typed, and how it meets what the server says. It outlives a session that ended and a page that was left: it
 * is kept in this tab until it was saved. A version that comes from the server is merged in; nothing typed goes.
 */
export function useDraft(served: ServedProduct) {
  const shelf = `kiosk.draft.${served.version === 0 ? 'new' : served.id}`;
  const [held, setHeld] = useState<Held>({
    id: served.id,
    version: served.version,
    base: served.draft,
    draft: served.draft,
  });
  const [news, setNews] = useState<MergeNews | null>(null);
  const [restored, setRestored] = useState(false);
  const [sent, setSent] = useState<ProductDraft | null>(null);
  const dirty = !same(held.base, held.draft);

  // What was there when the page opened: later versions come by the next effect.
  const first = useRef(served);
  useEffect(() => {
    const kept = readKept(shelf);
    if (!kept || same(kept.base, kept.draft)) return;
    const { merged, taken, conflicts } = mergeDrafts(kept.base, kept.draft, first.current.draft);
    const id = first.current.version === 0 ? kept.id : first.current.id;
    setHeld({ id, version: first.current.version, base: first.current.draft, draft: merged });
    setRestored(true);
    if (conflicts.length > 0) setNews({ taken, conflicts, theirs: first.current.draft });
  }, [shelf]);

  useEffect(() => {
    if (served.version === held.version) return;
    const { merged, taken, conflicts } = mergeDrafts(sent ?? held.base, held.draft, served.draft);
    setHeld({ id: served.id, version: served.version, base: served.draft, draft: merged });
    setNews(sent ? null : { taken, conflicts, theirs: served.draft });
    setSent(null);
    setRestored(false);
  }, [served, held, sent]);

  useEffect(() => {
    if (dirty) sessionStorage.setItem(shelf, JSON.stringify(held));
    else sessionStorage.removeItem(shelf);
  }, [shelf, held, dirty]);

  const change = useCallback(
    (patch: Partial<ProductDraft>) => setHeld((now) => ({ ...now, draft: { ...now.draft, ...patch } })),
    [],
  );
  const discard = () => {
    setHeld({ id: served.id, version: served.version, base: served.draft, draft: served.draft });
    setRestored(false);
    setNews(null);
  };
  /** The server's answer to what was sent: done, or not, and then it is as if nothing had been sent. */
  const answered = useCallback((done: boolean) => {
    if (done) setHeld((now) => ({ ...now, base: now.draft }));
    else setSent(null);
  }, []);
  return { held, dirty, restored, news, setNews, change, discard, setSent, answered };
}

function readKept(shelf: string): Held | null {
  const text = sessionStorage.getItem(shelf);
  const kept: Partial<Held> | null = text ? JSON.parse(text) : null;
  // Our own words out of our own shelf; but an older build of this page may have left another shape.
  const { id, version, base, draft } = kept ?? {};
  return id !== undefined && version !== undefined && base?.variants && draft?.variants
    ? { id, version, base, draft }
    : null;
}
