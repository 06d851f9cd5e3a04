import { cardVariants, everyCombination, option, SET_SIZE } from './demo-options';
import { type DemoImage, type DemoProduct, type DemoVariant, picture, single, type Words } from './demo-types';

type CardFacts = {
  slug: string;
  title: Words;
  subtitle: Words;
  description: Words;
  tags: string[];
  options?: DemoProduct['options'];
  variants: DemoVariant[];
  images: DemoImage[];
};

function card(facts: CardFacts): DemoProduct {
  return {
    ...facts,
    tags: ['card', ...facts.tags],
    taxClass: 'standard',
    status: 'active',
    options: facts.options ?? [],
    collections: ['cards'],
  };
}

const POSTCARD_SETS = option('set', 'Menge', 'Quantity', [
  ['single', 'Einzeln', 'Single'],
  ['five', '5 Stück', 'Set of 5'],
  ['ten', '10 Stück', 'Set of 10'],
]);

function postcardVariants(skuStem: string, stock: Record<string, number>): DemoVariant[] {
  const prices: Record<string, [eur: number, usd: number, grams: number]> = {
    single: [220, 250, 8],
    five: [950, 1100, 40],
    ten: [1690, 1900, 80],
  };
  return everyCombination([POSTCARD_SETS], skuStem, (set) => {
    const [EUR = 0, USD = 0, weightGrams = 0] = prices[set] ?? [];
    return { price: { EUR, USD }, stock: stock[set] ?? 0, weightGrams };
  });
}

export const cards: DemoProduct[] = [
  card({
    slug: 'bird-cards',
    title: { de: 'Sechs kleine Vögel', en: 'Six Small Birds' },
    subtitle: { de: 'Kartenset mit sechs Umschlägen', en: 'Set of six cards with envelopes' },
    description: {
      de: 'Rotkehlchen, Blaumeise, Grünfink, Gimpel, Zaunkönig und Bachstelze: alle sechs waren schon bei uns im Hof. Innen ist Platz für einen langen oder einen sehr kurzen Brief.\n\nGedruckt auf Karton mit einem Anteil Graspapier; man sieht die Fasern, wenn man genau hinschaut.',
      en: 'Robin, blue tit, greenfinch, bullfinch, wren and wagtail: all six have been seen in our yard. There is room inside for a long letter or a very short one.\n\nPrinted on board that is part grass; look closely and you will find the fibres.',
    },
    tags: ['birds', 'animals', 'set', 'bestseller'],
    variants: single('OO-CA-BIRD', { EUR: 1690, USD: 1900 }, 42, 140),
    images: [
      picture(
        'bird-cards',
        'Sechs quadratische Karten mit je einem runden kleinen Vogel auf einem Zweig, jede in einer anderen Farbe',
        'Six square cards, each with a small round bird on a twig and each in a different colour',
      ),
    ],
  }),
  card({
    slug: 'tea-card',
    title: { de: 'Turm aus Tassen', en: 'Tower of Teacups' },
    subtitle: { de: 'Klappkarte mit salbeigrünem Umschlag', en: 'Folded card with a sage green envelope' },
    description: {
      de: 'Hält, solange niemand lacht. Diese Karte passt zu Einzügen, Genesungen und Einladungen, bei denen es Kuchen gibt.\n\nInnen unbedruckt, außen vier Tassen und eine Kanne.',
      en: 'Holds as long as nobody laughs. A card for new flats, for getting well, and for invitations that involve cake.\n\nBlank inside; four cups and a pot outside.',
    },
    tags: ['tea', 'kitchen', 'invitation'],
    options: [SET_SIZE],
    variants: cardVariants('OO-CA-TEAC', 60, 14),
    images: [
      picture(
        'tea-card',
        'Klappkarte mit einem Stapel bunter Teetassen und einer blauen Kanne auf einem grünen Umschlag, daneben ein Zweig',
        'Folded card with a stack of bright teacups and a blue pot, lying on a green envelope beside a sprig',
      ),
    ],
  }),
  card({
    slug: 'house-leporello',
    title: { de: 'Sieben schmale Häuser', en: 'Seven Narrow Houses' },
    subtitle: { de: 'Leporello zum Aufstellen', en: 'A concertina card that stands' },
    description: {
      de: 'Eine ganze Straße, die in einen Umschlag passt. Klapp sie auf und stell sie aufs Regal; auf der Rückseite ist Platz für sechs Absätze.\n\nWir falzen jedes Stück von Hand, deshalb gibt es nie besonders viele davon.',
      en: 'A whole street that fits into an envelope. Unfold it, stand it on a shelf, and find room for six paragraphs on the back.\n\nEach one is folded by hand, which is why there are never very many.',
    },
    tags: ['city', 'houses', 'gift'],
    variants: single('OO-CA-HOUS', { EUR: 890, USD: 1000 }, 17, 48),
    images: [
      picture(
        'house-leporello',
        'Aufgeklapptes Leporello mit sieben bunten Giebelhäusern am Wasser auf gelbem Grund',
        'An unfolded concertina card with seven bright gabled houses by the water on a yellow ground',
      ),
    ],
  }),
  card({
    slug: 'flower-card',
    title: { de: 'Strauß im Marmeladenglas', en: 'Jam Jar Bouquet' },
    subtitle: { de: 'Klappkarte zum Bedanken', en: 'Folded card for saying thank you' },
    description: {
      de: 'Mohn, Margerite, Tulpe, Kornblume und Lavendel, mit einer roten Schleife. Der Strauß welkt nicht und tropft nicht auf den Tisch.\n\nDer Umschlag ist aprikosenfarben und hält ohne Lecken.',
      en: 'Poppy, daisy, tulip, cornflower and lavender, tied with a red bow. It will not wilt and it will not drip on the table.\n\nThe envelope is apricot and closes without licking.',
    },
    tags: ['flowers', 'thanks', 'birthday'],
    options: [SET_SIZE],
    variants: cardVariants('OO-CA-FLOW', 48, 0),
    images: [
      picture(
        'flower-card',
        'Klappkarte mit einem Blumenstrauß im Glas vor rosa Grund, darunter zwei apricotfarbene Umschläge',
        'Folded card with a bunch of flowers in a jar against pink, two apricot envelopes below it',
      ),
    ],
  }),
  card({
    slug: 'wave-postcards',
    title: { de: 'Große Welle, kleiner Gruß', en: 'Big Wave, Small Hello' },
    subtitle: { de: 'Postkarte', en: 'Postcard' },
    description: {
      de: 'Für Grüße vom Meer, auch wenn du zu Hause bist. Die Rückseite ist ungestrichen, sodass auch Füller und Bleistift darauf halten.\n\nEine Briefmarke musst du selbst mitbringen; die gezeichnete gilt leider nicht.',
      en: 'For greetings from the sea, even when you are at home. The back is uncoated, so fountain pens and pencils both get on with it.\n\nYou will have to bring a stamp: the one we drew is not valid, sadly.',
    },
    tags: ['postcard', 'sea', 'travel'],
    options: [POSTCARD_SETS],
    variants: postcardVariants('OO-CA-WAVE', { single: 120, five: 30, ten: 12 }),
    images: [
      picture(
        'wave-postcards',
        'Drei gefächerte Postkarten mit einer blauen Welle vor rosa Himmel und roter Sonne, darunter eine Rückseite',
        'Three fanned postcards with a blue wave, a pink sky and a red sun, and the back of one below',
      ),
    ],
  }),
  card({
    slug: 'star-postcards',
    title: { de: 'Großer Bär', en: 'Great Bear' },
    subtitle: { de: 'Postkarte mit sieben hellen Sternen', en: 'Postcard with seven bright stars' },
    description: {
      de: 'Der Große Wagen ist nur der Rücken eines viel größeren Tiers. Hier ist es ganz zu sehen, und unter ihm brennt in einer Hütte noch Licht.\n\nGut für Menschen, die du lange nicht gesehen hast.',
      en: 'The Plough is only the back of a much larger animal. Here is all of it, and below it a hut with the light still on.\n\nGood for people you have not seen in a long time.',
    },
    tags: ['postcard', 'night', 'stars', 'animals'],
    options: [POSTCARD_SETS],
    variants: postcardVariants('OO-CA-BEAR', { single: 80, five: 0, ten: 6 }),
    images: [
      picture(
        'star-postcards',
        'Postkarte mit einem Bären aus Sternen am Nachthimmel, davor die Rückseite mit gezeichneter Briefmarke',
        'Postcard with a bear made of stars in the night sky, the back with a drawn stamp in front of it',
      ),
    ],
  }),
  card({
    slug: 'fox-cards',
    title: { de: 'Winterfuchs', en: 'Winter Fox' },
    subtitle: { de: 'Weihnachtskarte mit rotem Umschlag', en: 'Winter card with a red envelope' },
    description: {
      de: 'Er schläft, bis alles vorbei ist. Jedes Jahr im Herbst drucken wir eine einzige Auflage, und jedes Jahr ist sie vor dem ersten Schnee vergriffen.\n\nDie nächste kommt im September.',
      en: 'He sleeps until it is all over. We print one edition every autumn, and every year it is gone before the first snow.\n\nThe next one comes in September.',
    },
    tags: ['winter', 'christmas', 'animals'],
    options: [SET_SIZE],
    variants: cardVariants('OO-CA-FOXX', 0, 0),
    images: [
      picture(
        'fox-cards',
        'Klappkarte mit einem schlafenden Fuchs im Schnee unter dem Mond, dazu ein roter Umschlag und Tannenzweige',
        'Folded card with a fox asleep in the snow under the moon, a red envelope and sprigs of fir',
      ),
    ],
  }),
  card({
    slug: 'wreath-cards',
    title: { de: 'Rotkehlchen im Kranz', en: 'Robin in a Wreath' },
    subtitle: { de: 'Karte mit türkisem Umschlag', en: 'Card with a teal envelope' },
    description: {
      de: 'Viel Weiß und ein kleiner Vogel in der Mitte. Schreib drum herum, das Rotkehlchen stört es nicht.\n\nPasst zu Geburten, Hochzeiten und Tagen ohne besonderen Anlass.',
      en: 'A lot of white and one small bird in the middle. Write around it; the robin will not mind.\n\nFor births, weddings and days without any occasion.',
    },
    tags: ['birds', 'wedding', 'birth'],
    options: [SET_SIZE],
    variants: cardVariants('OO-CA-WREA', 55, 11),
    images: [
      picture(
        'wreath-cards',
        'Zwei weiße Karten mit einem Rotkehlchen in einem Blätterkranz und ein türkiser Umschlag mit rotem Siegel',
        'Two white cards with a robin in a wreath of leaves, and a teal envelope with a red seal',
      ),
    ],
  }),
];
