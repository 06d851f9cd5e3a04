import { everyCombination, LANGUAGE, option } from './demo-options';
import { type DemoProduct, picture } from './demo-types';

const SHEETS = option('sheets', 'Umfang', 'Contents', [
  ['20', '20 Blatt, 10 Umschläge', '20 sheets, 10 envelopes'],
  ['50', '50 Blatt, 25 Umschläge', '50 sheets, 25 envelopes'],
]);
const ENVELOPE_SIZE = option('size', 'Format', 'Size', [
  ['c6', 'C6 (für A6)', 'C6 (for A6)'],
  ['dl', 'DIN lang', 'DL'],
  ['c5', 'C5 (für A5)', 'C5 (for A5)'],
]);
const LINING = option('lining', 'Futter', 'Lining', [
  ['figs', 'Feigen', 'Figs'],
  ['scales', 'Schuppen', 'Scales'],
  ['suns', 'Sonne, Mond und Blatt', 'Sun, moon and leaf'],
]);
const PATTERN = option('pattern', 'Muster', 'Pattern', [
  ['figs', 'Feigen', 'Figs'],
  ['potato', 'Kartoffeldruck', 'Potato print'],
  ['rain', 'Regen', 'Rain'],
]);
const LENGTH = option('length', 'Länge', 'Length', [
  ['3m', '3 m', '3 m'],
  ['10m', '10 m', '10 m'],
]);
const SQUARE = option('size', 'Format', 'Size', [
  ['15cm', '15 × 15 cm', '15 × 15 cm'],
  ['20cm', '20 × 20 cm', '20 × 20 cm'],
]);

export const paper: DemoProduct[] = [
  {
    slug: 'letter-set',
    title: { de: 'Briefpapier Strandgut', en: 'Strandline Letter Set' },
    subtitle: { de: 'A5 mit gefütterten Umschlägen', en: 'A5 with lined envelopes' },
    description: {
      de: 'Muscheln, Seeigel und Seesterne liegen am Rand, die Mitte gehört dir. Das Papier ist 120 Gramm schwer und schluckt auch breite Federn, ohne durchzuschlagen.\n\nDie Umschläge sind korallenrot und innen so bunt wie der Spülsaum.',
      en: 'Shells, urchins and starfish lie around the edge; the middle is yours. At 120 gsm the paper takes even broad nibs without bleeding through.\n\nThe envelopes are coral outside and as bright as the tide line inside.',
    },
    tags: ['letter', 'sea', 'gift', 'bestseller'],
    taxClass: 'standard',
    status: 'active',
    options: [SHEETS],
    variants: everyCombination([SHEETS], 'OO-PA-STRA', (sheets) =>
      sheets === '50'
        ? { price: { EUR: 2990, USD: 3300 }, stock: 7, weightGrams: 620 }
        : { price: { EUR: 1490, USD: 1600 }, stock: 25, weightGrams: 260 },
    ),
    images: [
      picture(
        'letter-set',
        'Zwei Briefbögen mit Muscheln und Seesternen am Rand, einer beschrieben, davor ein roter Umschlag mit buntem Futter',
        'Two sheets of letter paper with shells and starfish around the edge, one written on, and a red lined envelope',
      ),
    ],
    collections: ['paper'],
  },
  {
    slug: 'envelope-fan',
    title: { de: 'Sieben Umschläge', en: 'Seven Envelopes' },
    subtitle: { de: 'Je einer in sieben Farben', en: 'One each in seven colours' },
    description: {
      de: 'Nachtblau, Türkis, Moos, Sonne, Koralle, Rosé und Flieder. Für jeden Wochentag einen, oder für sieben Menschen, denen du schon lange schreiben willst.\n\nMit nassklebender Klappe; das Siegel malst du selbst.',
      en: 'Night blue, teal, moss, sun, coral, rose and lilac. One for each day of the week, or for seven people you have been meaning to write to.\n\nGummed flaps; the seal is up to you.',
    },
    tags: ['envelope', 'colourful', 'set'],
    taxClass: 'standard',
    status: 'active',
    options: [ENVELOPE_SIZE],
    variants: everyCombination([ENVELOPE_SIZE], 'OO-PA-SEVE', (size) => {
      if (size === 'c5') return { price: { EUR: 790, USD: 900 }, stock: 15, weightGrams: 70 };
      return { price: { EUR: 590, USD: 650 }, stock: size === 'dl' ? 0 : 38, weightGrams: 45 };
    }),
    images: [
      picture(
        'envelope-fan',
        'Sieben gefächerte Umschläge von Nachtblau bis Flieder, der vorderste mit rotem Siegel',
        'Seven envelopes fanned out from night blue to lilac, the front one with a red seal',
      ),
    ],
    collections: ['paper'],
  },
  {
    slug: 'envelope-linings',
    title: { de: 'Gefütterte Umschläge', en: 'Lined Envelopes' },
    subtitle: { de: '10 Stück C6, innen bedruckt', en: '10 pieces C6, printed inside' },
    description: {
      de: 'Außen schlicht, innen eine Überraschung. Das Futter drucken wir selbst, schneiden es von Hand zu und kleben es ein.\n\nSo freut sich jemand, noch bevor der Brief gelesen ist.',
      en: 'Plain outside, a surprise inside. We print the lining ourselves, cut it by hand and paste it in.\n\nSomebody will be pleased before a word is read.',
    },
    tags: ['envelope', 'pattern'],
    taxClass: 'standard',
    status: 'active',
    options: [LINING],
    variants: everyCombination([LINING], 'OO-PA-LINE', (lining) => ({
      price: { EUR: 1190, USD: 1300 },
      stock: lining === 'figs' ? 4 : 19,
      weightGrams: 95,
    })),
    images: [
      picture(
        'envelope-linings',
        'Drei offene Umschläge in Türkis, Gelb und Nachtblau, innen mit Feigen, Schuppen und Sonnen bedruckt',
        'Three open envelopes in teal, yellow and night blue, lined with figs, scales and suns',
      ),
    ],
    collections: ['paper', 'cards'],
  },
  {
    slug: 'wrapping-rolls',
    title: { de: 'Geschenkpapier', en: 'Wrapping Paper' },
    subtitle: { de: 'Rolle, 70 cm breit', en: 'Roll, 70 cm wide' },
    description: {
      de: 'Reife Feigen, ein Kartoffeldruck aus Sonne, Mond und Stern, oder einfach Regen. Das Papier ist fest, reißt nicht an den Ecken und lässt sich ein zweites Mal verwenden.\n\nOhne Folie, ohne Glitzer; es darf ins Altpapier.',
      en: 'Ripe figs, a potato print of sun, moon and star, or simply rain. The paper is strong, does not split at the corners and may be used twice.\n\nNo film, no glitter: it goes into the paper bin.',
    },
    tags: ['wrapping', 'gift', 'pattern'],
    taxClass: 'standard',
    status: 'active',
    options: [PATTERN, LENGTH],
    variants: everyCombination([PATTERN, LENGTH], 'OO-PA-WRAP', (pattern, length) =>
      length === '10m'
        ? { price: { EUR: 1990, USD: 2200 }, stock: pattern === 'potato' ? 0 : 8, weightGrams: 720 }
        : { price: { EUR: 790, USD: 900 }, stock: 21, weightGrams: 240 },
    ),
    images: [
      picture(
        'wrapping-rolls',
        'Drei Rollen Geschenkpapier: weiß mit Feigen, rosa mit Sonnen und Monden, türkis mit Strichen wie Regen',
        'Three rolls of wrapping paper: white with figs, pink with suns and moons, teal with dashes like rain',
      ),
      picture(
        'wrapped-parcel',
        'Ein Päckchen in Feigenpapier mit roter Schleife und einem weißen Anhänger',
        'A parcel in fig paper with a red bow and a white tag',
        'figs',
      ),
    ],
    collections: ['paper'],
  },
  {
    slug: 'folding-paper',
    title: { de: 'Faltpapier', en: 'Folding Paper' },
    subtitle: { de: '60 Blatt in sechs Mustern', en: '60 sheets in six patterns' },
    description: {
      de: 'Sechzig Quadrate, dünn genug für Kraniche und fest genug für Boote, die wirklich schwimmen. Die Rückseiten sind einfarbig, damit man sieht, wo oben ist.\n\nDie Anleitung für den Kranich liegt bei; das Boot kannst du bestimmt schon.',
      en: 'Sixty squares, thin enough for cranes and firm enough for boats that really float. The backs are plain, so that you can tell which way is up.\n\nInstructions for the crane are included; you surely know the boat.',
    },
    tags: ['origami', 'pattern', 'kids'],
    taxClass: 'standard',
    status: 'active',
    options: [SQUARE],
    variants: everyCombination([SQUARE], 'OO-PA-FOLD', (size) =>
      size === '20cm'
        ? { price: { EUR: 1290, USD: 1400 }, stock: 14, weightGrams: 190 }
        : { price: { EUR: 890, USD: 1000 }, stock: 31, weightGrams: 110 },
    ),
    images: [
      picture(
        'folding-paper',
        'Gefächerte quadratische Papiere in sechs Mustern, davor ein roter gefalteter Kranich',
        'A fan of square papers in six patterns with a folded red crane in front',
      ),
    ],
    collections: ['paper'],
  },
  {
    slug: 'folding-book',
    title: { de: 'Das kleine Buch vom Falten', en: 'The Little Book of Folding' },
    subtitle: { de: '24 Faltarbeiten vom Boot bis zum Fuchs', en: '24 folds from boat to fox' },
    description: {
      de: 'Jeder Schritt hat sein eigenes Bild, und jedes Bild stimmt: Ottilie hat alle vierundzwanzig mit ihrer Nichte nachgefaltet. Es beginnt mit dem Boot und endet mit einem Fuchs, für den du einen Nachmittag brauchst.\n\n96 Seiten, gebunden, mit zehn Blatt Papier hinten drin.',
      en: 'Every step has its own picture and every picture is right: Ottilie folded all twenty-four with her niece. It begins with the boat and ends with a fox that takes an afternoon.\n\n96 pages, hardcover, with ten sheets of paper in the back.',
    },
    tags: ['book', 'origami', 'kids', 'gift'],
    taxClass: 'reduced',
    status: 'active',
    options: [LANGUAGE],
    variants: everyCombination([LANGUAGE], 'OO-BK-FOLD', (language) => ({
      price: { EUR: 1800, USD: 2000 },
      stock: language === 'de' ? 16 : 0,
      weightGrams: 390,
    })),
    images: [
      picture(
        'folding-book',
        'Buch mit vielen weißen Papierbooten und einem roten auf türkisem Meer, daneben drei echte Papierboote',
        'Book with many white paper boats and one red one on a teal sea, three real paper boats beside it',
      ),
    ],
    collections: ['notebooks', 'paper'],
  },
];
