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
    slug: 'otter-night',
    sku: 'OO-PR-OTTE',
    title: { de: 'Ottilies Otter', en: "Ottilie's Otter" },
    subtitle: { de: 'Linoldruck, das Wappentier des Hauses', en: 'Linocut, our house animal' },
    description: {
      de: 'Otter halten sich im Schlaf an den Pfoten, damit keiner davontreibt. Dieser hier hält einen Brief, vermutlich aus demselben Grund.\n\nEr war unser erster Druck und hängt in der Werkstatt über der Presse. Bei dir darf er überall schlafen.',
      en: 'Otters hold paws in their sleep so that nobody drifts away. This one holds a letter, presumably for the same reason.\n\nIt was the first print we ever made, and it hangs above the press. At your place it may sleep anywhere.',
    },
    tags: ['animals', 'night', 'blue', 'kids', 'bestseller'],
    stock: { a4: [32, 12], a3: [20, 8], '50x70': [7, 3] },
    images: [
      picture(
        'otter-night',
        'Druck: ein brauner Otter schläft auf dem Rücken im nachtblauen Wasser und hält einen Brief mit rotem Herz',
        'Print: a brown otter asleep on its back in night-blue water, holding a letter with a red heart',
      ),
      picture(
        'otter-night-detail',
        'Nahaufnahme: das Gesicht des schlafenden Otters mit Schnurrhaaren, darunter der Brief in seinen Pfoten',
        "Close-up: the sleeping otter's face and whiskers, the letter in its paws below",
      ),
    ],
  }),
  artPrint({
    slug: 'tide-moon',
    sku: 'OO-PR-TIDE',
    title: { de: 'Gezeitenmond', en: 'Tide Moon' },
    subtitle: { de: 'Linoldruck in fünf Farben', en: 'Linocut in five inks' },
    description: {
      de: 'Ein voller Mond, ein kleines Boot und siebzehn Wellenlinien, jede mit der Hand geschnitten. Wir drucken die fünf Farben nacheinander, deshalb sitzt keine ganz genau auf der anderen.\n\nHäng ihn dorthin, wo du abends zuletzt hinschaust.',
      en: 'A full moon, a small boat and seventeen lines of water, each cut by hand. We print the five inks one after another, so no two ever sit quite on top of each other.\n\nHang it where you look last thing at night.',
    },
    tags: ['sea', 'night', 'blue', 'bestseller'],
    stock: { a4: [18, 6], a3: [12, 4], '50x70': [5, 0] },
    images: [
      picture(
        'tide-moon',
        'Druck: ein gelber Vollmond mit orangefarbenen Kratern über dunkelgrünem Meer, davor ein Segelboot mit roten Segeln',
        'Print: a yellow full moon with orange craters above a dark green sea, a sailing boat with red sails before it',
      ),
      picture(
        'tide-moon-wall',
        'Der Druck gerahmt in hellem Holz über einer Anrichte mit Büchern und einer Vase mit Zweigen',
        'The print framed in pale wood above a sideboard with books and a vase of twigs',
      ),
    ],
  }),
  artPrint({
    slug: 'lemon-branch',
    sku: 'OO-PR-LEMO',
    title: { de: 'Zitronenzweig', en: 'Lemon Branch' },
    subtitle: { de: 'Risodruck, für Küche bis Flur', en: 'Riso print, kitchen to hallway' },
    description: {
      de: 'Zitronenbäume blühen und tragen zur selben Zeit, dieser hier auch. Die Schatten sind aus lauter kleinen Punkten gedruckt; tritt einen Schritt zurück, und die Früchte werden rund.\n\nAm schönsten über einem Tisch, an dem viel gegessen wird.',
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
      picture(
        'lemon-branch-wall',
        'Der Druck weiß gerahmt an einer gelben Küchenwand über einem Bord mit Gläsern und Tassen',
        'The print in a white frame on a yellow kitchen wall above a shelf with jars and cups',
      ),
    ],
  }),
  artPrint({
    slug: 'cat-on-sill',
    sku: 'OO-PR-CATS',
    title: { de: 'Katze, Mond, Milch', en: 'Cat, Moon, Milk' },
    subtitle: { de: 'Risodruck in sechs Farben', en: 'Riso print in six inks' },
    description: {
      de: 'Die Schale ist noch voll, aber der Mond ist gerade aufgegangen. Wer mit einer Katze wohnt, kennt diesen Rücken.\n\nDas Rot des Halsbands ist dasselbe wie das des Vorhangs. Das hat uns eine Kundin gezeigt; wir hatten es selbst nicht gemerkt.',
      en: 'The bowl is still full, but the moon has just come up. If you live with a cat, you know this back.\n\nThe red of the collar is the red of the curtain. A customer pointed it out; we had not noticed ourselves.',
    },
    tags: ['animals', 'cats', 'night', 'home'],
    stock: { a4: [21, 8], a3: [11, 5], '50x70': [4, 2] },
    images: [
      picture(
        'cat-on-sill',
        'Druck: eine dunkle Katze mit rotem Halsband sitzt von hinten gesehen auf der Fensterbank und schaut den gelben Mond an',
        'Print: a dark cat with a red collar, seen from behind, sits on a window sill and looks at a yellow moon',
      ),
      picture(
        'cat-on-sill-wall',
        'Drei gerahmte Drucke über einem grünen Sofa: groß die Katze, daneben die Schwimmerinnen und die Pilze',
        'Three framed prints above a green sofa: the cat large, the swimmers and the mushrooms beside it',
      ),
    ],
  }),
  artPrint({
    slug: 'early-swimmers',
    sku: 'OO-PR-SWIM',
    title: { de: 'Frühschwimmerinnen', en: 'Early Swimmers' },
    subtitle: { de: 'Risodruck, Bahn eins bis vier', en: 'Riso print, lanes one to four' },
    description: {
      de: 'Kurz nach sieben gehört das Becken denen, die nicht reden wollen. Vier Bahnen, vier Badekappen, und das Wasser wird nach unten hin tiefer, Punkt für Punkt.\n\nEin Bild für alle, die nasse Haare im Büro nicht stören.',
      en: 'Just after seven, the pool belongs to those who would rather not talk. Four lanes, four caps, and water that gets deeper dot by dot.\n\nFor anybody who does not mind wet hair at the office.',
    },
    tags: ['people', 'summer', 'blue', 'sport'],
    stock: { a4: [16, 5], a3: [9, 0], '50x70': [3, 1] },
    images: [
      picture(
        'early-swimmers',
        'Druck: vier Schwimmerinnen in bunten Badeanzügen, von oben gesehen, jede in ihrer Bahn zwischen rot-weißen Leinen',
        'Print: four swimmers in bright swimsuits seen from above, each in her own lane between red and white ropes',
      ),
    ],
  }),
  artPrint({
    slug: 'blue-mountains',
    sku: 'OO-PR-MOUN',
    title: { de: 'Vier Grate', en: 'Four Ridges' },
    subtitle: { de: 'Linoldruck, früh am Morgen', en: 'Linocut, early in the morning' },
    description: {
      de: 'Kurz nach fünf, der Nebel liegt noch in den Tälern. Vier durchscheinende Farben liegen übereinander, und wo sie sich treffen, entstehen neue, die wir nie angerührt haben.\n\nFür alle, die gern vor den anderen oben sind.',
      en: 'Just after five, with mist still lying in the valleys. Four translucent inks overlap, and where they meet there are new ones that we never mixed.\n\nFor everybody who likes to be up there before the others.',
    },
    tags: ['mountains', 'forest', 'morning'],
    stock: { a4: [14, 5], a3: [0, 3], '50x70': [4, 2] },
    images: [
      picture(
        'blue-mountains',
        'Druck: Bergketten in Rosa, Grau und Dunkelgrün vor einer roten Morgensonne, vorn schwarze Tannen, links vier Vögel',
        'Print: mountain ridges in pink, grey and dark green before a red morning sun, black firs in front, four birds on the left',
      ),
      picture(
        'blue-mountains-wall',
        'Der gerahmte Druck lehnt auf einem Holzboden an der Wand, daneben eine Pflanze im roten Topf',
        'The framed print leans against the wall on a wooden floor, a plant in a red pot beside it',
      ),
    ],
  }),
  artPrint({
    slug: 'mushroom-season',
    sku: 'OO-PR-MUSH',
    title: { de: 'Pilzsaison', en: 'Mushroom Season' },
    subtitle: { de: 'Linoldruck mit Schnecke', en: 'Linocut with snail' },
    description: {
      de: 'Drei Tage Regen, und plötzlich stehen sie da. Die Punkte auf den Hüten haben wir einzeln ausgehoben, die Schnecke kam beim Drucken dazu und ist geblieben.\n\nSammeln nicht empfohlen, aufhängen schon.',
      en: 'Three days of rain and suddenly there they are. We cut out the spots on the caps one at a time; the snail turned up during printing and stayed.\n\nNot for picking, but very good for hanging.',
    },
    tags: ['forest', 'autumn', 'red', 'kids'],
    stock: { a4: [19, 7], a3: [10, 4] },
    images: [
      picture(
        'mushroom-season',
        'Druck: vier Fliegenpilze verschiedener Größe und ein gelber im Gras, davor eine Schnecke, dahinter Farn und Regen',
        'Print: toadstools of several sizes in the grass with a snail in front, fern and rain behind',
      ),
    ],
  }),
  artPrint({
    slug: 'fern-blue',
    sku: 'OO-PR-FERN',
    title: { de: 'Farnblau', en: 'Fern Blue' },
    subtitle: { de: 'Nach Art einer Cyanotypie', en: 'In the manner of a cyanotype' },
    description: {
      de: 'Im Jahr 1843 legte Anna Atkins Algen auf blaues Papier und stellte es in die Sonne. Wir haben das mit drei Farnwedeln aus dem Hinterhof nachempfunden, nur mit dem Messer.\n\nJedes Fiederblatt ist einzeln geschnitten; frag besser nicht, wie viele es sind.',
      en: 'In 1843 Anna Atkins laid seaweed on blue paper and put it in the sun. We did the same in spirit with three fronds from our backyard, only with a knife.\n\nEvery leaflet is cut on its own; better not to ask how many there are.',
    },
    tags: ['plants', 'blue', 'botanical'],
    stock: { a4: [22, 10], a3: [13, 6], '50x70': [5, 2] },
    images: [
      picture(
        'fern-blue',
        'Druck: drei Farnwedel in Weiß und Hellblau auf tiefblauem Grund',
        'Print: three fern fronds in white and pale blue on a deep blue ground',
      ),
    ],
  }),
  artPrint({
    slug: 'crane-flight',
    sku: 'OO-PR-CRAN',
    title: { de: 'Kranichzug', en: 'Crane Flight' },
    subtitle: { de: 'Risodruck, erster kalter Tag', en: 'Riso print, first cold day' },
    description: {
      de: 'Man hört sie lange, bevor man sie sieht. Fünf Kraniche ziehen über eine tiefe Sonne, unten steht das Schilf schon im Dunst.\n\nNachtblau auf Korallenrot, auf einem Papier, das ein wenig nach Herbst aussieht.',
      en: 'You hear them long before you see them. Five cranes cross a low sun while the reeds below already stand in the haze.\n\nNight blue on coral, on a paper that looks a little like autumn itself.',
    },
    tags: ['birds', 'autumn', 'red'],
    stock: { a4: [12, 4], a3: [8, 3], '50x70': [0, 2] },
    images: [
      picture(
        'crane-flight',
        'Druck: fünf Kraniche mit ausgebreiteten Flügeln vor einer großen roten Sonne, darunter Schilf',
        'Print: five cranes with spread wings before a large red sun, reeds below',
      ),
    ],
  }),
  artPrint({
    slug: 'last-tram',
    sku: 'OO-PR-TRAM',
    title: { de: 'Letzte Bahn', en: 'Last Tram' },
    subtitle: { de: 'Linoldruck, 0:41 Uhr', en: 'Linocut, 00:41' },
    description: {
      de: 'Drei Menschen fahren nach Hause, die Stadt hat das Licht schon halb ausgemacht. Das Gelb der Fenster ist unser wärmstes; es leuchtet auch bei Tag.\n\nFür alle, die ihre besten Gedanken auf dem Heimweg haben.',
      en: 'Three people are on their way home and the town has switched off half its lights. The yellow of the windows is the warmest we have; it glows in daylight too.\n\nFor those whose best thoughts come on the way home.',
    },
    tags: ['city', 'night', 'travel'],
    stock: { a4: [15, 6], a3: [7, 2], '50x70': [2, 0] },
    images: [
      picture(
        'last-tram',
        'Druck: eine rote Straßenbahn mit gelben Fenstern und drei Fahrgästen vor dunklen Häusern unter einer Mondsichel',
        'Print: a red tram with yellow windows and three passengers before dark houses under a crescent moon',
      ),
    ],
  }),
];
