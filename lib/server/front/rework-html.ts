import { createHash } from 'node:crypto';

/** A page whose scripts wait for the load event, and the hashes of all that is inline in it. */
export type ReworkedPage = { html: string; scriptHashes: string[]; styleHashes: string[] };

/**
 * Turns the inert tags back into scripts, in their order, once everything visible is there. Until then the page is
 * what the server said: links and forms work.
 */
const STARTER = `addEventListener('load',()=>setTimeout(()=>{for(const o of document.querySelectorAll('script[type="text/late"]')){const n=document.createElement('script');for(const a of o.attributes)if(a.name!=='type')n.setAttribute(a.name,a.value);n.async=false;o.replaceWith(n)}}))`;

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const PRELOADED_SCRIPT =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const STYLE_ATTRIBUTE = /<[a-z][^>]*?\sstyle="([^"]*)"/gi;
const NO_SCRIPT_TYPE = /\btype="(?!text\/javascript"|module"|application\/javascript")/i;

/**
 * Prepares a page that Next made once and for all: external scripts become inert and start after the load event,
 * their preloads go (they would take the line from the picture), inline scripts stay and are hashed for the CSP.
 */
export function reworkHtml(source: string): ReworkedPage {
  const scriptHashes = new Set<string>();
  let hasLateScripts = false;
  const html = source.replace(PRELOADED_SCRIPT, '').replace(SCRIPT, (tag: string, attributes: string, body: string) => {
    if (NO_SCRIPT_TYPE.test(attributes)) return tag;
    if (/\bsrc=/i.test(attributes)) {
      hasLateScripts = true;
      return `<script type="text/late"${attributes.replace(/\s(?:async|type)="[^"]*"/gi, '')}></script>`;
    }
    scriptHashes.add(sha256(body));
    return tag;
  });
  if (!hasLateScripts) return { html, scriptHashes: [...scriptHashes], styleHashes: styleHashesOf(html) };
  scriptHashes.add(sha256(STARTER));
  const started = html.replace(/<\/body>/i, () => `<script>${STARTER}</script></body>`);
  return { html: started, scriptHashes: [...scriptHashes], styleHashes: styleHashesOf(started) };
}

function styleHashesOf(html: string): string[] {
  const elements = [...html.matchAll(STYLE)].map(([, body = '']) => body);
  const attributes = [...html.matchAll(STYLE_ATTRIBUTE)].map(([, value = '']) => decodeEntities(value));
  return [...new Set([...elements, ...attributes].map(sha256))];
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The five that React writes into attributes. */
function decodeEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
