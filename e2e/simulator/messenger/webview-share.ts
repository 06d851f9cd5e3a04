import type { Messenger } from './messenger';
import { elementMessage, shareMessage } from './share';
import type { Webview } from './state';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The Open Graph tags of a page, in whichever order their attributes stand. */
export function openGraphTags(html: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const name = /\bproperty=["'](og:[a-z_:]+)["']/i.exec(tag)?.[1];
    const content = /\bcontent="([^"]*)"/i.exec(tag)?.[1] ?? /\bcontent='([^']*)'/i.exec(tag)?.[1];
    if (name && content && !tags.has(name)) tags.set(name, decode(content));
  }
  return tags;
}

/** The share icon of the webview: the page's own Open Graph tags decide what the bubble says. */
export async function shareWebview(messenger: Messenger, webview: Webview, to: string | undefined): Promise<void> {
  const answer = await fetch(webview.url, { headers: { 'user-agent': 'facebookexternalhit/1.1' } });
  const tags = openGraphTags(await answer.text());
  const url = new URL(tags.get('og:url') ?? webview.url, webview.url).href;
  const image = tags.get('og:image');
  const description = tags.get('og:description');
  const element = {
    title: (tags.get('og:title') ?? new URL(url).host).slice(0, 80),
    ...(description ? { subtitle: description.slice(0, 80) } : {}),
    ...(image ? { image_url: new URL(image, url).href } : {}),
    default_action: { type: 'web_url' as const, url },
  };
  shareMessage(messenger, webview.psid, to, elementMessage(element));
}
