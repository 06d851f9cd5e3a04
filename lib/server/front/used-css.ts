/** A rule with what stands between its braces, or a declaration or statement as it is written. */
type Node = string | { head: string; body: Node[] };

const CLASS = /\.((?:\\[0-9a-f]{1,6} ?|\\.|[\w-])+)/gi;
const CLASS_ATTRIBUTE = /\sclass="([^"]*)"/g;
const TAG = /<([a-z][a-z0-9]*)/gi;
const VARIABLE = /var\(\s*(--[\w-]+)/g;
/** Parts of fields that only some kinds of field have. */
const FIELD_PARTS = [
  { part: /::-webkit-(?:date|calendar)/, kinds: ['date', 'time', 'datetime-local', 'month', 'week'] },
  { part: /::file-selector-button/, kinds: ['file'] },
  { part: /::-webkit-search/, kinds: ['search'] },
];
const CONDITIONAL = /^@(?:media|supports|layer|container)\b/;

/**
 * The part of a style sheet that a page without script can ever show: rules whose classes and elements occur in its HTML, and the
 * variables those need. In doubt a rule stays. The order of the layers stays too, so that the whole sheet may follow later
 * and change nothing that is drawn.
 */
export function usedCss(css: string, html: string): string {
  const rules = parse(css.replace(/\/\*[\s\S]*?\*\//g, ''));
  const layers = rules.flatMap((node) =>
    typeof node === 'string' ? [] : (/^@layer ([\w-]+)$/.exec(node.head)?.[1] ?? []),
  );
  const order = layers.length > 0 ? `@layer ${[...new Set(layers)].join(',')};` : '';
  return order + print(withoutIdleVariables(prune(rules, vocabularyOf(html)), html));
}

type Vocabulary = { classes: Set<string>; tags: Set<string>; fields: Set<string> };

function vocabularyOf(html: string): Vocabulary {
  const shown = html.replace(/<script\b[\s\S]*?<\/script>/gi, '');
  const classes = [...shown.matchAll(CLASS_ATTRIBUTE)].flatMap(([, value = '']) => plain(value).split(/\s+/));
  const tags = [...shown.matchAll(TAG)].map(([, name = '']) => name.toLowerCase());
  const fields = [...shown.matchAll(/\stype="([\w-]+)"/g)].map(([, kind = '']) => kind);
  return { classes: new Set(classes), tags: new Set(tags), fields: new Set(fields) };
}

const plain = (text: string) =>
  text
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

function parse(css: string): Node[] {
  let at = 0;
  const block = (): Node[] => {
    const nodes: Node[] = [];
    let start = at;
    const take = () => css.slice(start, at).trim();
    for (; at < css.length; at++) {
      const character = css[at];
      if (character === '\\') at++;
      else if (character === '"' || character === "'") at = endOfString(css, at);
      else if (character === ';' || character === '}') {
        if (take()) nodes.push(take());
        if (character === '}') return nodes;
        start = at + 1;
      } else if (character === '{') {
        const head = take();
        at++;
        nodes.push({ head, body: block() });
        start = at + 1;
      }
    }
    return nodes;
  };
  return block();
}

function endOfString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[start]) return at;
  }
  return css.length;
}

function prune(nodes: Node[], vocabulary: Vocabulary): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    if (CONDITIONAL.test(node.head)) {
      const body = prune(node.body, vocabulary);
      return body.length > 0 ? [{ head: node.head, body }] : [];
    }
    if (node.head.startsWith('@')) return [node];
    const selectors = alternatives(node.head).filter((selector) => canMatch(selector, vocabulary));
    return selectors.length > 0 ? [{ head: selectors.join(','), body: node.body }] : [];
  });
}

/** A selector list, split at its outer commas. */
function alternatives(selectors: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of selectors.matchAll(/\\.|[\s\S]/g)) {
    if (token === '(' || token === '[') depth++;
    if (token === ')' || token === ']') depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + token);
  }
  return parts;
}

function canMatch(selector: string, { classes, tags, fields }: Vocabulary): boolean {
  if (FIELD_PARTS.some(({ part, kinds }) => part.test(selector) && !kinds.some((kind) => fields.has(kind))))
    return false;
  const certain = selector.replace(/\[[^\]\\]*\]/g, '').replace(/:not\((?:[^()\\]|\\.)*\)/g, '');
  const named = [...certain.replace(/:(?:is|where|has)\([^()]*,[^()]*\)/g, '').matchAll(CLASS)];
  if (!named.every(([, name = '']) => classes.has(unescaped(name)))) return false;
  const bare = certain
    .replace(CLASS, '')
    .replace(/:(?:is|where|has)\([^()]*,[^()]*\)/g, '')
    .replace(/::?[\w-]+/g, '');
  return (bare.match(/[a-z][a-z0-9-]*/gi) ?? []).every((tag) => tags.has(tag.toLowerCase()));
}

function unescaped(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6}) ?|(.))/gi, (_, code: string | undefined, character: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : character,
  );
}

/** Variables that nothing left asks for, round by round, since one may stand in another. */
function withoutIdleVariables(nodes: Node[], html: string): Node[] {
  const text = print(nodes);
  const asked = new Set([...`${text}${html}`.matchAll(VARIABLE)].map(([, name = '']) => name));
  const left = dropIdle(nodes, asked);
  return print(left).length === text.length ? left : withoutIdleVariables(left, html);
}

function dropIdle(nodes: Node[], asked: Set<string>): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return isIdle(/^(--[\w-]+)\s*:/.exec(node)?.[1], asked) ? [] : [node];
    if (isIdle(/^@property (--[\w-]+)/.exec(node.head)?.[1], asked)) return [];
    const body = dropIdle(node.body, asked);
    return body.length > 0 ? [{ head: node.head, body }] : [];
  });
}

const isIdle = (variable: string | undefined, asked: Set<string>) => variable !== undefined && !asked.has(variable);

function print(nodes: Node[]): string {
  return nodes
    .map((node, at) => {
      if (typeof node !== 'string') return `${node.head}{${print(node.body)}}`;
      return at < nodes.length - 1 || node.startsWith('@') ? `${node};` : node;
    })
    .join('');
}
