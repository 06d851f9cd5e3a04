import { fieldOf, textOf } from '@/lib/webview/extensions';

/** Links of the sharer's own, and the card for Messenger's dialog as the server wrote it. */
export type Share = { pageUrl: string; threadUrl: string; text: string; message: unknown };

/** Asks for a product's links under her code; null when there is no answer. */
export async function askForShare(slug: string): Promise<Share | null> {
  try {
    const answer = await fetch('/api/share', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ slug }),
    });
    const json: unknown = answer.ok ? await answer.json() : null;
    const [pageUrl, threadUrl, text] = ['pageUrl', 'threadUrl', 'text'].map((name) => textOf(json, name));
    return pageUrl && threadUrl && text ? { pageUrl, threadUrl, text, message: fieldOf(json, 'message') } : null;
  } catch {
    // No network: the panel says so.
    return null;
  }
}
