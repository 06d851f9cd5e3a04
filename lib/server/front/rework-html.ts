import { createHash } from 'node:crypto';
import { usedCss } from './used-css';

/**
 * A page whose scripts wait for the load event, and the hashes of all that is inline in it. `late`: the data by which Next's
 * scripts take the page over, as a script of its own.
 */
export type ReworkedPage = {
  html: string;
  scriptHashes: string[];
  styleHashes: string[];
  late: { version: string; body: string } | null;
};

export type Surroundings = {
  /** Where the page's late data of a version will be asked for. */
  lateAddress: (version: string) => string;
  /** The style sheets that the page names, by address. One that is missing stays a link. */
  styles: ReadonlyMap<string, string>;
};

/**
 * Brings in whole style sheets and turns the inert tags back into scripts, in their order, once everything visible is there: each
 * in a task of its own, so that a tap is never behind all of them. Until then the page is what the server said: links and
 * forms work.
 */
const STARTER = `addEventListener('load',()=>{const late=[...document.querySelectorAll('link[rel=late],script[type="text/late"]')];const start=()=>{const o=late.shift();if(!o)return;if(o.rel)o.rel='stylesheet';else{const n=document.createElement('script');for(const a of o.attributes)if(a.name!=='type')n.setAttribute(a.name,a.value);n.async=false;o.replaceWith(n)}setTimeout(start)};setTimeout(start)})`;

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const PRELOADED_SCRIPT =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/gi;
const STYLE_SHEET = /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="([^"]*)"[^>]*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const STYLE_ATTRIBUTE = /<[a-z][^>]*?\sstyle="([^"]*)"/gi;
const NO_SCRIPT_TYPE = /\btype="(?!text\/javascript"|module"|application\/javascript")/i;
/** What React Server Components send beside the page: the same once more, for the scripts. */
const NEXTS_DATA = /^\s*\(?self\.__next_f\b/;

/** The style sheets that a page asks for. */
export function styleSheetsOf(html: string): string[] {
  return [...html.matchAll(STYLE_SHEET)].map(([, address = '']) => address);
}

/**
 * Prepares a page that Next made once and for all. External scripts become inert and start after the load event, their preloads
 * go (they would take the line from the picture), and so does Next's data, into a script that comes with them. Of the style
 * sheets the page carries what it shows; the whole ones follow late. Other inline scripts stay and are hashed for the CSP.
 */
export function reworkHtml(source: string, { lateAddress, styles }: Surroundings): ReworkedPage {
  const scriptHashes = new Set<string>();
  let hasLateScripts = false;
  let data = '';
  const lateTag = (attributes: string) => `<script type="text/late"${attributes}></script>`;
  const quiet = source
    .replace(PRELOADED_SCRIPT, '')
    .replace(SCRIPT, (tag: string, attributes: string, body: string) => {
      if (NO_SCRIPT_TYPE.test(attributes)) return tag;
      if (/\bsrc=/i.test(attributes)) {
        hasLateScripts = true;
        return lateTag(attributes.replace(/\s(?:async|type)="[^"]*"/gi, ''));
      }
      if (NEXTS_DATA.test(body)) {
        data += `${body};`;
        return '';
      }
      scriptHashes.add(sha256(body));
      return tag;
    });
  const html = inlineStyles(quiet, styles);
  if (!hasLateScripts) return { html, scriptHashes: [...scriptHashes], styleHashes: styleHashesOf(html), late: null };
  scriptHashes.add(sha256(STARTER));
  const late = data ? { version: createHash('sha256').update(data).digest('hex').slice(0, 16), body: data } : null;
  // The data first: Next's scripts read it when they begin.
  const withData = late
    ? html.replace('<script type="text/late"', (first) => lateTag(` src="${lateAddress(late.version)}"`) + first)
    : html;
  const started = withData.replace(/<\/body>/i, () => `<script>${STARTER}</script></body>`);
  return { html: started, scriptHashes: [...scriptHashes], styleHashes: styleHashesOf(started), late };
}

function inlineStyles(html: string, styles: ReadonlyMap<string, string>): string {
  return html.replace(STYLE_SHEET, (tag: string, address: string) => {
    const css = styles.get(address);
    if (css === undefined) return tag;
    return `<style>${usedCss(css, html).replace(/<\//g, '<\\/')}</style>${tag.replace(/rel="stylesheet"/i, 'rel="late"')}`;
  });
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
