import { createHash } from 'node:crypto';
import { usedCss } from './used-css';

/**
 * A page whose scripts wait until the page's own script starts them, and the hashes of all that is inline in it. `late`: the
 * data by which Next's scripts take the page over, as a script of its own; null where they never do.
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
  /** The kept pages' own script (`lib/webview/visit.ts`). */
  visitAddress: string;
  /** The style sheets that the page names, by address. One that is missing stays a link. */
  styles: ReadonlyMap<string, string>;
};

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const PRELOADED_SCRIPT =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\b(?:as="script"|rel="modulepreload"))[^>]*>/gi;
const STYLE_SHEET = /<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="([^"]*)"[^>]*>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const STYLE_ATTRIBUTE = /<[a-z][^>]*?\sstyle="([^"]*)"/gi;
const NO_SCRIPT_TYPE = /\btype="(?!text\/javascript"|module"|application\/javascript")/i;
/** What React Server Components send beside the page: the same once more, for the scripts. */
const NEXTS_DATA = /^\s*\(?self\.__next_f\b/;
const LATE_SCRIPT = /<script type="text\/late"[^>]*><\/script>/g;
/** The page says that all of it works without Next (`components/shop/shop-frame.tsx`). */
const NEEDS_NO_NEXT = /<main\b[^>]*\sdata-scripts="none"/;

/** The style sheets that a page asks for. */
export function styleSheetsOf(html: string): string[] {
  return [...html.matchAll(STYLE_SHEET)].map(([, address = '']) => address);
}

/**
 * Prepares a page that Next made once and for all. Its own small script takes the place of Next's: those become inert, and
 * go altogether where the page needs none; so do their preloads (they would take the line from the picture), and Next's data,
 * into a script that comes with them. Of the style sheets the page carries what it shows; the whole ones follow late. Other
 * inline scripts stay and are hashed for the CSP.
 */
export function reworkHtml(source: string, { lateAddress, visitAddress, styles }: Surroundings): ReworkedPage {
  const scriptHashes = new Set<string>();
  let hasScripts = false;
  let data = '';
  const lateTag = (attributes: string) => `<script type="text/late"${attributes}></script>`;
  const quiet = source
    .replace(PRELOADED_SCRIPT, '')
    .replace(SCRIPT, (tag: string, attributes: string, body: string) => {
      if (NO_SCRIPT_TYPE.test(attributes)) return tag;
      if (/\bsrc=/i.test(attributes)) {
        hasScripts = true;
        return lateTag(attributes.replace(/\s(?:async|type)="[^"]*"/gi, ''));
      }
      if (NEXTS_DATA.test(body)) {
        data += `${body};`;
        return '';
      }
      scriptHashes.add(sha256(body));
      return tag;
    });
  const styled = inlineStyles(quiet, styles);
  const hashed = (html: string) => ({ html, scriptHashes: [...scriptHashes], styleHashes: styleHashesOf(html) });
  if (!hasScripts) return { ...hashed(styled), late: null };
  const visited = styled.replace(/<\/body>/i, () => `<script src="${visitAddress}" async></script></body>`);
  if (NEEDS_NO_NEXT.test(visited)) return { ...hashed(visited.replace(LATE_SCRIPT, '')), late: null };
  if (!data) return { ...hashed(visited), late: null };
  const late = { version: createHash('sha256').update(data).digest('hex').slice(0, 16), body: data };
  // The data first: Next's scripts read it when they begin.
  const withData = (first: string) => lateTag(` src="${lateAddress(late.version)}"`) + first;
  return { ...hashed(visited.replace('<script type="text/late"', withData)), late };
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
