import { everyCombination, LANGUAGE, option, RULING } from './demo-options';
import { type DemoProduct, type DemoVariant, picture } from './demo-types';

const BINDING = option('binding', 'Einband', 'Binding', [
  ['night', 'Nachtblau', 'Night blue'],
  ['rose', 'Rosé', 'Rose'],
  ['straw', 'Stroh', 'Straw'],
]);
const FORMAT = option('format', 'Format', 'Size', [
  ['a5', 'A5', 'A5'],
  ['a6', 'A6', 'A6'],
]);
const PAD_FORMAT = option('format', 'Format', 'Size', [
  ['a5', 'A5', 'A5'],
  ['a4', 'A4', 'A4'],
]);

const SOLD_OUT_MEADOWS = new Set(['rose lines a5', 'night blank a6', 'straw lines a6']);

function meadowVariants(): DemoVariant[] {
  return everyCombination([BINDING, RULING, FORMAT], 'OO-NB-MEAD', (...keys) => {
    const small = keys[2] === 'a6';
    const usual = 6 + ((keys.join('').length * 7) % 15);
    return {
      price: small ? { EUR: 1490, USD: 1600 } : { EUR: 1990, USD: 2200 },
      stock: SOLD_OUT_MEADOWS.has(keys.join(' ')) ? 0 : usual,
      weightGrams: small ? 170 : 330,
    };
  });
}

export const notebooks: DemoProduct[] = [
  {
    slug: 'meadow-notebook',
    title: { de: 'Notizbuch Juniwiese', en: 'June Meadow Notebook' },
    subtitle: { de: 'Fadengeheftet, 160 Seiten', en: 'Thread-sewn, 160 pages' },
    description: {
      de: 'Eine Wiese aus der Höhe eines Käfers, und der Käfer ist auch schon da. Das Buch bleibt flach liegen, wenn du es aufschlägst, und das Papier mag Tinte.\n\nMit Leinenrücken, Gummiband und einem Lesebändchen, das sich nicht aufdröselt. Es gibt drei Einbände, drei Lineaturen und zwei Formate.',
      en: 'A meadow from the height of a beetle, and the beetle has arrived. The book stays flat when you open it, and its paper gets on with ink.\n\nIt has a cloth spine, an elastic band and a ribbon that does not fray. There are three bindings, three rulings and two sizes.',
    },
    tags: ['notebook', 'flowers', 'bestseller'],
    taxClass: 'standard',
    status: 'active',
    options: [BINDING, RULING, FORMAT],
    variants: meadowVariants(),
    images: [
      picture(
        'meadow-notebook-night',
        'Nachtblaues Notizbuch mit Mohn, Margeriten und Kornblumen, rotem Rücken und gelbem Gummiband',
        'Night-blue notebook with poppies, daisies and cornflowers, a red spine and a yellow elastic band',
        'night',
      ),
      picture(
        'meadow-notebook-rose',
        'Dasselbe Notizbuch in Rosé mit pflaumenfarbenem Rücken',
        'The same notebook in rose with a plum spine',
        'rose',
      ),
      picture(
        'meadow-notebook-straw',
        'Dasselbe Notizbuch in Strohgelb mit türkisem Rücken und rotem Gummiband',
        'The same notebook in straw yellow with a teal spine and a red elastic band',
        'straw',
      ),
      picture(
        'meadow-notebook-open',
        'Das Notizbuch aufgeschlagen: gepunktete Seiten mit Handschrift und einer gezeichneten Blume, daneben ein Bleistift',
        'The notebook open: dotted pages with handwriting and a drawn flower, a pencil beside it',
      ),
    ],
    collections: ['notebooks'],
  },
  {
    slug: 'pocket-trio',
    title: { de: 'Heftchen zu dritt', en: 'Three Pocket Booklets' },
    subtitle: { de: 'Drei Hefte A6, je 48 Seiten', en: 'Three A6 booklets, 48 pages each' },
    description: {
      de: 'Eins für Einkäufe, eins für Einfälle, eins für das, was du niemandem zeigst. Sie passen in jede Jackentasche und streiten sich nur ein bisschen, wer oben liegt.\n\nMit zwei Klammern geheftet und mit runden Ecken, damit nichts umknickt.',
      en: 'One for shopping, one for ideas, one for what you show nobody. They fit any coat pocket and only quarrel a little about who lies on top.\n\nHeld by two staples, with corners that will not bend.',
    },
    tags: ['notebook', 'set', 'pocket'],
    taxClass: 'standard',
    status: 'active',
    options: [RULING],
    variants: everyCombination([RULING], 'OO-NB-TRIO', (ruling) => ({
      price: { EUR: 1290, USD: 1400 },
      stock: ruling === 'lines' ? 0 : 26,
      weightGrams: 165,
    })),
    images: [
      picture(
        'pocket-trio',
        'Drei Hefte übereinander: türkis mit Schuppen, rot mit Strichen, gelb mit Kreuzen und Punkten, alle mit weißem Etikett',
        'Three booklets overlapping: teal with scales, red with dashes, yellow with crosses and dots, each with a white label',
      ),
    ],
    collections: ['notebooks', 'desk'],
  },
  {
    slug: 'whale-pad',
    title: { de: 'Skizzenblock Wal', en: 'Whale Sketch Pad' },
    subtitle: { de: 'Spiralblock, 60 Blatt, 150 g', en: 'Wire-bound, 60 sheets, 150 gsm' },
    description: {
      de: 'Oben segelt jemand und ahnt nichts, unten schwimmt einer und weiß alles. Das Papier ist rau genug für Kreide und fest genug für ein wenig Wasserfarbe.\n\nDie Blätter lassen sich sauber abreißen.',
      en: 'Above, somebody sails along and suspects nothing; below, somebody swims and knows it all. The paper has tooth enough for chalk and body enough for a little watercolour.\n\nSheets tear off cleanly.',
    },
    tags: ['sketchbook', 'sea', 'animals', 'drawing'],
    taxClass: 'standard',
    status: 'active',
    options: [PAD_FORMAT],
    variants: everyCombination([PAD_FORMAT], 'OO-NB-WHAL', (format) =>
      format === 'a4'
        ? { price: { EUR: 1690, USD: 1900 }, stock: 9, weightGrams: 640 }
        : { price: { EUR: 1190, USD: 1300 }, stock: 18, weightGrams: 330 },
    ),
    images: [
      picture(
        'whale-pad',
        'Spiralblock mit einem großen blauen Wal unter einem kleinen Segelboot, daneben ein schwarzer Bleistift',
        'Wire-bound pad with a large blue whale beneath a small sailing boat, a black pencil beside it',
      ),
    ],
    collections: ['notebooks'],
  },
  {
    slug: 'algae-notebook',
    title: { de: 'Notizbuch Algen', en: 'Seaweed Notebook' },
    subtitle: { de: 'Scherenschnitt auf Leinen, A5', en: 'Paper cuts on cloth, A5' },
    description: {
      de: 'Zwölf Algen, aus farbigem Papier geschnitten, ohne vorher zu zeichnen. Keine gleicht der anderen, und keine Farbe steht neben sich selbst.\n\n192 Seiten, fadengeheftet, mit zwei Seiten vorn für ein Inhaltsverzeichnis.',
      en: 'Twelve seaweeds cut from coloured paper without drawing them first. No two are alike, and no colour stands next to itself.\n\n192 pages, thread-sewn, with two pages up front for a table of contents.',
    },
    tags: ['notebook', 'sea', 'colourful'],
    taxClass: 'standard',
    status: 'active',
    options: [RULING],
    variants: everyCombination([RULING], 'OO-NB-ALGA', (ruling) => ({
      price: { EUR: 2290, USD: 2500 },
      stock: ruling === 'dots' ? 20 : 8,
      weightGrams: 380,
    })),
    images: [
      picture(
        'algae-notebook',
        'Notizbuch mit zwölf bunten Feldern, in jedem eine ausgeschnittene Alge, und pflaumenfarbenem Rücken',
        'Notebook with twelve bright fields, a cut-out seaweed in each, and a plum spine',
      ),
    ],
    collections: ['notebooks'],
  },
  {
    slug: 'kitchen-book',
    title: { de: 'Küchenbuch', en: 'Kitchen Book' },
    subtitle: { de: 'Für Rezepte, die nirgends stehen', en: 'For recipes that are written nowhere' },
    description: {
      de: 'Für das, was deine Oma aus dem Kopf kocht und du dir nie merken kannst. Jede Seite hat Platz für Zutaten, Zubereitung und einen Fettfleck.\n\nDer Einband ist abwischbar, das Register hat sechs Kapitel, das letzte heißt „Kuchen“.',
      en: 'For what your grandmother cooks from memory and you never remember. Every page has room for ingredients, method and one stain.\n\nThe cover wipes clean; there are six chapters, and the last one is called “Cake”.',
    },
    tags: ['notebook', 'kitchen', 'vegetables', 'gift'],
    taxClass: 'standard',
    status: 'active',
    options: [LANGUAGE],
    variants: everyCombination([LANGUAGE], 'OO-NB-KITC', (language) => ({
      price: { EUR: 2490, USD: 2700 },
      stock: language === 'de' ? 13 : 6,
      weightGrams: 460,
    })),
    images: [
      picture(
        'kitchen-book',
        'Gelbes Buch mit Möhren, Roter Bete, Radieschen und einer Erbsenschote, daneben ein paar Erbsen',
        'Yellow book with carrots, beetroot, a radish and a pea pod, a few peas lying beside it',
      ),
    ],
    collections: ['notebooks'],
  },
  {
    slug: 'gull-book',
    title: { de: 'Was die Möwe weiß', en: 'What the Gull Knows' },
    subtitle: { de: 'Bilderbuch ab 3, 32 Seiten', en: 'Picture book from age 3, 32 pages' },
    description: {
      de: 'Die Möwe kennt im Hafen jedes Boot, jeden Fisch und jedes Pausenbrot. Eines Morgens fehlt der Leuchtturm, und nur sie weiß, wo er ist.\n\nEine Geschichte zum Vorlesen, mit großen Bildern und wenigen Wörtern. Gebunden, mit festem Deckel.',
      en: 'The gull knows every boat, every fish and every sandwich in the harbour. One morning the lighthouse is missing, and only she knows where it went.\n\nA story for reading aloud, with large pictures and few words. Hardcover.',
    },
    tags: ['book', 'kids', 'sea', 'birds'],
    taxClass: 'reduced',
    status: 'active',
    options: [LANGUAGE],
    variants: everyCombination([LANGUAGE], 'OO-BK-GULL', (language) => ({
      price: { EUR: 1600, USD: 1800 },
      stock: language === 'de' ? 34 : 12,
      weightGrams: 420,
    })),
    images: [
      picture(
        'gull-book',
        'Bilderbuch: eine weiße Möwe steht auf einem Pfahl im Hafen, hinter ihr ein rot-weißer Leuchtturm',
        'Picture book: a white gull stands on a post in the harbour, a red and white lighthouse behind her',
      ),
      picture(
        'gull-book-open',
        'Das Buch aufgeschlagen: ein kleiner Vogel fährt in einem Papierboot, rechts kommen zwei weitere Boote',
        'The book open: a small bird rides in a paper boat, two more boats on the right',
      ),
    ],
    collections: ['notebooks'],
  },
];
