import { PAPER, type PrintStock, printVariants, sizesOf } from './demo-options';
import { type DemoImage, type DemoProduct, picture, type Words } from './demo-types';

type PrintFacts = {
  slug: string;
  sku: string;
  title: Words;
  subtitle: Words;
  description: Words;
  tags: string[];
  stock: PrintStock;
  images: DemoImage[];
  alsoIn?: string[];
};

function artPrint(facts: PrintFacts): DemoProduct {
  const { slug, title, subtitle, description, tags, images } = facts;
  return {
    slug,
    title,
    subtitle,
    description,
    tags: ['print', ...tags],
    taxClass: 'standard',
    status: 'active',
    options: [sizesOf(facts.stock), PAPER],
    variants: printVariants(facts.sku, facts.stock),
    images,
    collections: ['art-prints', ...(facts.alsoIn ?? [])],
  };
}

export const artPrints: DemoProduct[] = [
  artPrint({
    slug: 'tide-moon',
    sku: 'OO-PR-TIDE',
    title: { de: 'Gezeitenmond', en: 'Tide Moon' },
    subtitle: { de: 'Linoldruck in fünf Farben', en: 'Linocut in five inks' },
    description: {
      de: 'Ein voller Mond, ein kleines Boot und achtzehn Wellenlinien, jede mit der Hand geschnitten. Wir drucken ihn in fünf Farben nacheinander, deshalb sitzt keine ganz genau auf der anderen.\n\nHäng ihn dorthin, wo du abends zuletzt hinschaust.',
      en: 'A full moon, a small boat and eighteen lines of water, each cut by hand. We print the five inks one after another, so no two ever sit quite on top of each other.\n\nHang it where you look last thing at night.',
    },
    tags: ['sea', 'night', 'blue', 'bestseller'],
    stock: { a4: [18, 6], a3: [12, 4], '50x70': [5, 0] },
    images: [
      picture(
        'tide-moon',
        'Druck: ein gelber Vollmond mit orangefarbenen Kratern über dunkelgrünem Meer, davor ein Segelboot mit roten Segeln',
        'Print: a yellow full moon with orange craters above a dark green sea, a sailing boat with red sails before it',
      ),
    ],
  }),
  artPrint({
    slug: 'lemon-branch',
    sku: 'OO-PR-LEMO',
    title: { de: 'Zitronenzweig', en: 'Lemon Branch' },
    subtitle: { de: 'Risodruck, Küche bis Flur', en: 'Riso print, kitchen to hallway' },
    description: {
      de: 'Zitronenbäume blühen und tragen zur selben Zeit – dieser hier auch. Die Schatten sind aus lauter kleinen Punkten gedruckt; tritt einen Schritt zurück, und die Früchte werden rund.\n\nAm schönsten über einem Tisch, an dem viel gegessen wird.',
      en: 'Lemon trees flower and fruit at the same time, and so does this one. The shadows are made of nothing but small dots: take a step back and the fruit turns round.\n\nHappiest above a table where people eat a lot.',
    },
    tags: ['fruit', 'kitchen', 'yellow', 'bestseller'],
    stock: { a4: [24, 9], a3: [15, 7], '50x70': [6, 3] },
    images: [
      picture(
        'lemon-branch',
        'Druck: drei gelbe Zitronen mit grünen Blättern und weißen Blüten an einem Zweig auf blauem Grund, dazu eine aufgeschnittene Zitrone',
        'Print: three yellow lemons with green leaves and white blossom on a branch against blue, and one lemon cut open',
      ),
    ],
  }),
  artPrint({
    slug: 'blue-mountains',
    sku: 'OO-PR-MOUN',
    title: { de: 'Fünf Grate', en: 'Five Ridges' },
    subtitle: { de: 'Linoldruck, früh am Morgen', en: 'Linocut, early in the morning' },
    description: {
      de: 'Kurz nach fünf, der Nebel liegt noch in den Tälern. Fünf durchscheinende Farben liegen übereinander, und wo sie sich treffen, entsteht eine sechste, die wir nicht angerührt haben.\n\nFür alle, die gern vor den anderen oben sind.',
      en: 'Just after five, with mist still lying in the valleys. Five translucent inks overlap, and where they meet there is a sixth that we never mixed.\n\nFor everybody who likes to be up there before the others.',
    },
    tags: ['mountains', 'forest', 'morning'],
    stock: { a4: [14, 5], a3: [0, 3], '50x70': [4, 2] },
    images: [
      picture(
        'blue-mountains',
        'Druck: Bergketten in Rosa, Blau und Dunkelgrün vor einer roten Morgensonne, vorn schwarze Tannen, links vier Vögel',
        'Print: mountain ridges in pink, blue and dark green before a red morning sun, black firs in front, four birds on the left',
      ),
    ],
  }),
];
