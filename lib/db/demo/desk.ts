import { everyCombination, option } from './demo-options';
import { type DemoProduct, picture, single } from './demo-types';

const LEAD = option('lead', 'Härte', 'Grade', [
  ['hb', 'HB, zum Schreiben', 'HB, for writing'],
  ['2b', '2B, zum Zeichnen', '2B, for drawing'],
  ['colour', 'Farbminen', 'Coloured leads'],
]);
const TAPE = option('pattern', 'Muster', 'Pattern', [
  ['scales', 'Schuppen, koralle', 'Scales, coral'],
  ['figs', 'Feigen', 'Figs'],
  ['rain', 'Regen, gelb', 'Rain, yellow'],
  ['crosses', 'Kreuze, türkis', 'Crosses, teal'],
  ['all', 'Alle vier', 'All four'],
]);
const MOTIF = option('motif', 'Motiv', 'Motif', [
  ['bee', 'Biene', 'Bee'],
  ['sprig', 'Zweig', 'Sprig'],
  ['radish', 'Radieschen', 'Radish'],
  ['all', 'Alle drei mit Stempelkissen', 'All three with ink pad'],
]);
const HANGER = option('hanger', 'Ausführung', 'Finish', [
  ['flat', 'Flach verpackt', 'Packed flat'],
  ['wood', 'Mit Holzleisten', 'With wooden hanger'],
]);
const BOOKMARK = option('motif', 'Motiv', 'Motif', [
  ['meadow', 'Juniwiese', 'June meadow'],
  ['algae', 'Algen', 'Seaweed'],
  ['fern', 'Farnblau', 'Fern blue'],
  ['suns', 'Kartoffeldruck', 'Potato print'],
]);

export const desk: DemoProduct[] = [
  {
    slug: 'pencil-set',
    title: { de: 'Sechs Bleistifte', en: 'Six Pencils' },
    subtitle: { de: 'Aus Lindenholz, von Hand lackiert', en: 'Lime wood, lacquered by hand' },
    description: {
      de: 'Koralle, Sonne, Moos, Türkis, Nacht und Pflaume: die Farben unserer Presse. Sechseckig, damit sie nicht vom Tisch rollen.\n\nSie kommen gespitzt, du kannst also gleich anfangen.',
      en: 'Coral, sun, moss, teal, night and plum: the inks of our press. Six-sided, so that they stay on the table.\n\nThey arrive sharpened, so you can begin at once.',
    },
    tags: ['pencil', 'drawing', 'set'],
    taxClass: 'standard',
    status: 'active',
    options: [LEAD],
    variants: everyCombination([LEAD], 'OO-DE-PENC', (lead) =>
      lead === 'colour'
        ? { price: { EUR: 1190, USD: 1300 }, stock: 0, weightGrams: 60 }
        : { price: { EUR: 990, USD: 1100 }, stock: lead === 'hb' ? 44 : 23, weightGrams: 58 },
    ),
    images: [
      picture(
        'pencil-set',
        'Sechs Bleistifte in Rot, Gelb, Grün, Türkis, Blau und Pflaume nebeneinander auf gelbem Grund, dazu Späne',
        'Six pencils in red, yellow, green, teal, blue and plum side by side on yellow, with shavings',
      ),
    ],
    collections: ['desk'],
  },
  {
    slug: 'tapes',
    title: { de: 'Papierklebeband', en: 'Paper Tape' },
    subtitle: { de: '15 mm breit, 10 m lang', en: '15 mm wide, 10 m long' },
    description: {
      de: 'Hält Zettel an der Wand, Päckchen zu und Kalenderblätter zusammen, und löst sich wieder, ohne Farbe mitzunehmen. Du kannst darauf schreiben.\n\nMit den Fingern abreißen, die Zacken gehören dazu.',
      en: 'Keeps notes on walls, parcels shut and pages together, and lets go again without taking the paint along. You can write on it.\n\nTear it with your fingers; the ragged edge is part of it.',
    },
    tags: ['tape', 'pattern', 'colourful'],
    taxClass: 'standard',
    status: 'active',
    options: [TAPE],
    variants: everyCombination([TAPE], 'OO-DE-TAPE', (pattern) =>
      pattern === 'all'
        ? { price: { EUR: 1290, USD: 1400 }, compareAt: { EUR: 1560, USD: 1800 }, stock: 12, weightGrams: 120 }
        : { price: { EUR: 390, USD: 450 }, stock: pattern === 'rain' ? 0 : 35, weightGrams: 30 },
    ),
    images: [
      picture(
        'tapes',
        'Vier Rollen Klebeband mit Schuppen, Feigen, Strichen und Kreuzen, jede ein Stück abgerollt',
        'Four rolls of tape with scales, figs, dashes and crosses, each unrolled a little',
      ),
    ],
    collections: ['desk', 'paper'],
  },
  {
    slug: 'stamps',
    title: { de: 'Gartenstempel', en: 'Garden Stamps' },
    subtitle: { de: 'Naturkautschuk auf Buche', en: 'Natural rubber on beech' },
    description: {
      de: 'Eine Biene, ein Zweig und ein Radieschen, tief geschnitten, damit auch kleine Hände einen sauberen Abdruck machen. Gut für Umschläge, Marmeladengläser und Heftränder.\n\nDas Set kommt mit einem moosgrünen Kissen, dessen Farbe auf Wasserbasis ist.',
      en: 'A bee, a sprig and a radish, cut deep so that even small hands make a clean print. Good for envelopes, jam jars and margins.\n\nThe set comes with a moss green pad whose ink is water-based.',
    },
    tags: ['stamp', 'plants', 'kids', 'gift'],
    taxClass: 'standard',
    status: 'active',
    options: [MOTIF],
    variants: everyCombination([MOTIF], 'OO-DE-STAM', (motif) =>
      motif === 'all'
        ? { price: { EUR: 2990, USD: 3300 }, stock: 9, weightGrams: 310 }
        : { price: { EUR: 890, USD: 1000 }, stock: motif === 'bee' ? 5 : 16, weightGrams: 70 },
    ),
    images: [
      picture(
        'stamps',
        'Drei Holzstempel und ein grünes Stempelkissen vor einem Blatt mit Abdrücken von Biene, Zweig, Blüte und Radieschen',
        'Three wooden stamps and a green ink pad before a sheet with prints of bee, sprig, flower and radish',
      ),
    ],
    collections: ['desk'],
  },
  {
    slug: 'week-pad',
    title: { de: 'Wochenblock', en: 'Week Pad' },
    subtitle: { de: '54 Blatt A5, ohne Datum', en: '54 sheets A5, undated' },
    description: {
      de: 'Sieben Zeilen, sieben kleine Zeichen, keine Uhrzeiten. Am Montag scheint die Sonne, am Sonntag steht ein Berg, was du hineinschreibst, ist deine Sache.\n\nVierundfünfzig Blatt: ein Jahr und zwei zum Verkritzeln.',
      en: 'Seven lines, seven small signs, no hours. Monday has a sun and Sunday has a mountain; what you write is up to you.\n\nFifty-four sheets: a year, and two for doodling.',
    },
    tags: ['planner', 'office'],
    taxClass: 'standard',
    status: 'active',
    options: [],
    variants: single('OO-DE-WEEK', { EUR: 990, USD: 1100 }, 29, 240),
    images: [
      picture(
        'week-pad',
        'Weißer Block mit rotem Kopf und sieben Zeilen, vor jeder ein kleines Zeichen, daneben ein türkiser Bleistift',
        'White pad with a red head and seven lines, a small sign before each, a teal pencil beside it',
      ),
    ],
    collections: ['desk'],
  },
  {
    slug: 'moon-calendar',
    title: { de: 'Mondjahr 2027', en: 'Moon Year 2027' },
    subtitle: { de: 'Wandkalender, 40 × 50 cm', en: 'Wall calendar, 40 × 50 cm' },
    description: {
      de: 'Alle 365 Monde des Jahres 2027, eine Zeile pro Monat. Die vollen sind rot, und die Phasen stimmen; wir haben sie ausgerechnet und nachgesehen.\n\nEr hängt das ganze Jahr und danach als Bild weiter.',
      en: 'All 365 moons of 2027, one line a month. The full ones are red, and the phases are right: we worked them out and then looked.\n\nIt hangs for the whole year, and after that as a picture.',
    },
    tags: ['calendar', 'night', 'moon', 'new'],
    taxClass: 'standard',
    status: 'active',
    options: [HANGER],
    variants: everyCombination([HANGER], 'OO-DE-MOON', (hanger) =>
      hanger === 'wood'
        ? { price: { EUR: 3900, USD: 4200 }, stock: 6, weightGrams: 480 }
        : { price: { EUR: 2400, USD: 2600 }, stock: 40, weightGrams: 190 },
    ),
    images: [
      picture(
        'moon-calendar',
        'Nachtblauer Wandkalender an Holzleisten: oben eine gelbe Sonne, darunter zwölf Zeilen mit Mondphasen',
        'Night-blue wall calendar on wooden hangers: a yellow sun above twelve lines of moon phases',
      ),
    ],
    collections: ['desk', 'art-prints'],
  },
  {
    slug: 'bookmarks',
    title: { de: 'Lesezeichen mit Quaste', en: 'Bookmarks with a Tassel' },
    subtitle: { de: 'Fester Karton, Baumwollkordel', en: 'Firm board, cotton cord' },
    description: {
      de: 'Für Menschen, die keine Eselsohren machen, und für die anderen auch. Die Quaste schaut oben heraus, damit du die Stelle im Dunkeln findest.\n\nGeschnitten aus den Rändern unserer Drucke: Das Papier wäre sonst übrig.',
      en: 'For people who never fold a corner, and for the others too. The tassel looks out at the top, so you can find your place in the dark.\n\nCut from the margins of our prints; the paper would be left over otherwise.',
    },
    tags: ['bookmark', 'gift', 'small'],
    taxClass: 'standard',
    status: 'active',
    options: [BOOKMARK],
    variants: everyCombination([BOOKMARK], 'OO-DE-MARK', (motif) => ({
      price: { EUR: 450, USD: 500 },
      stock: motif === 'fern' ? 0 : 27,
      weightGrams: 9,
    })),
    images: [
      picture(
        'bookmarks',
        'Vier lange Lesezeichen mit Wiese, Algen, Farn und Sonnen, jedes mit einer farbigen Quaste',
        'Four long bookmarks with meadow, seaweed, fern and suns, each with a coloured tassel',
      ),
    ],
    collections: ['desk'],
  },
  {
    slug: 'desk-tray',
    title: { de: 'Krimskramsschale', en: 'Odds-and-Ends Tray' },
    subtitle: { de: 'Blech, drei Fächer, mit Inhalt', en: 'Tin, three compartments, filled' },
    description: {
      de: 'Sieben Klammern, vier Nadeln, ein Radiergummi, ein Spitzer und ein kurzes Lineal, alle an ihrem Platz. Bis Mittwoch wenigstens.\n\nDie Schale ist aus lackiertem Blech und hat unten Filz, damit sie nicht rutscht.',
      en: 'Seven clips, four pins, an eraser, a sharpener and a short ruler, all in their places. Until Wednesday at least.\n\nThe tray is lacquered tin with felt below, so that it stays where it is.',
    },
    tags: ['office', 'tray', 'gift'],
    taxClass: 'standard',
    status: 'active',
    options: [],
    variants: single('OO-DE-TRAY', { EUR: 2790, USD: 3000 }, 8, 520),
    images: [
      picture(
        'desk-tray',
        'Türkise Blechschale mit bunten Büroklammern, Radiergummi, gelbem Spitzer, Stecknadeln und kleinem Lineal',
        'Teal tin tray with bright paper clips, an eraser, a yellow sharpener, pins and a small ruler',
      ),
    ],
    collections: ['desk'],
  },
];
