import type { LocalizedText } from '../market';
import type { Synonyms } from './synonyms';

export type SearchEntry = {
  slug: string;
  title: LocalizedText;
  subtitle: LocalizedText;
  tags: string[];
  vendor: string;
};

const MAX_WORDS = 8;
const MAX_WORD_LENGTH = 40;

// Words of a sentence around a product: "Do you have the … in …?"
const FILLERS = new Set(
  `a an and any are at can could do does for from give got have hello hey hi i in is it looking me my of on or please
  search see show some something sth that the there this to want what where with would you your
  aber als am an auch auf bei bitte da das dein deine dem den der des die dir du ein eine einem einen einer es etwas euch
  fuer gerne gib gibt hab habe haben habt hallo hast hat ich ihr im in irgendwas ist kann kannst koennt mal man mein meine
  mich mir mit moechte nach noch nur ob oder sind so suche suchen such und uns von was welche wie wir wo will zeig zeige zu
  zum zur`
    .split(/\s+/)
    .filter(Boolean),
);

const GREETINGS = new Set(['hello', 'hey', 'hi', 'hallo']);

/** The words of a text that may name something, folded: lower case, "ä" as "ae", no accents. Fillers are left out. */
export function wordsOf(text: string): string[] {
  const all = fold(text.slice(0, 500))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = all.filter((word) => !FILLERS.has(word));
  const greeting = all.filter((word) => GREETINGS.has(word));
  const words = telling.length > 0 ? telling : greeting;
  return words.slice(0, MAX_WORDS).map((word) => word.slice(0, MAX_WORD_LENGTH));
}

/**
 * The slugs of what a text may mean, best first: whole words, beginnings, parts of compounds, and one typing error (two
 * in long words), in either language. Entries that match fewer of the words than the best one are left out.
 */
export function searchProducts(
  entries: readonly SearchEntry[],
  text: string,
  synonyms: readonly Synonyms[] = [],
): string[] {
  const wanted = meantBy(text, synonyms);
  if (wanted.length === 0) return [];
  const hits = entries
    .map((entry, index) => ({ slug: entry.slug, index, ...rate(entry, wanted) }))
    .filter((hit) => hit.matched > 0);
  const most = Math.max(0, ...hits.map((hit) => hit.matched));
  return hits
    .filter((hit) => hit.matched === most)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((hit) => hit.slug);
}

/** For each telling word of a text all that it may be called, folded: itself first, then its synonyms. */
export function meantBy(text: string, synonyms: readonly Synonyms[]): string[][] {
  const groups = synonyms.map((group) => group.map(fold));
  return wordsOf(text)
    .filter((word) => word.length > 1)
    .map((word) => [...new Set([word, ...groups.filter((group) => group.includes(word)).flat()])]);
}

function rate(entry: SearchEntry, wanted: string[][]): { matched: number; score: number } {
  const inTitle = fold(`${entry.title.de} ${entry.title.en}`).split(/[^\p{L}\p{N}]+/u);
  const elsewhere = fold([entry.subtitle.de, entry.subtitle.en, ...entry.tags, entry.vendor].join(' ')).split(
    /[^\p{L}\p{N}]+/u,
  );
  let matched = 0;
  let score = 0;
  for (const words of wanted) {
    const best = Math.max(
      ...words.flatMap((word) => inTitle.map((known) => likeness(word, known) * 1.25)),
      ...words.flatMap((word) => elsewhere.map((known) => likeness(word, known))),
    );
    if (best > 0) matched += 1;
    score += best;
  }
  return { matched, score };
}

/** How alike a typed word and a known one are, folded both: 0 for strangers, 4 for the same; one typing error counts. */
export function likeness(word: string, known: string): number {
  if (known === '') return 0;
  if (word === known) return 4;
  if (known.startsWith(word)) return 3;
  if (known.length >= 4 && word.startsWith(known)) return 2.5;
  if (word.length >= 4 && known.includes(word)) return 2;
  const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  // Few people miss both ends of a word, and the comparison below is the dear part.
  if (allowed === 0 || (word[0] !== known[0] && word.at(-1) !== known.at(-1))) return 0;
  return withinDistance(word, known, allowed) ? 1.5 : 0;
}

/** Whether `a` becomes `b` by at most `allowed` insertions, deletions, changes or swaps of neighbours. */
function withinDistance(a: string, b: string, allowed: number): boolean {
  if (Math.abs(a.length - b.length) > allowed) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? Number.POSITIVE_INFINITY) <= allowed;
}

/** Lower case, "ä" as "ae", no accents; the database's `folded` does the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
