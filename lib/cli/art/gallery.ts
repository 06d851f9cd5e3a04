import { type Print, surface, svg } from './print';
import { blueMountains } from './scenes/land';
import { lemonBranch } from './scenes/orchard';
import { tideMoon } from './scenes/sea';
import { craneFlight } from './scenes/sky';
import { catOnSill, lastTram } from './scenes/town';
import { earlySwimmers, otterNight } from './scenes/water';
import { fernBlue, mushroomSeason } from './scenes/woods';
import * as cards from './stills/cards';
import * as desk from './stills/desk';
import * as notebooks from './stills/notebooks';
import * as paper from './stills/paper';
import * as walls from './stills/walls';

/** `focus`: the share of the height around which a Messenger card is cut; null for pictures that no thread shows. */
export type Picture = { draw: () => string; focus: number | null };

const print = (draw: () => Print, focus: number): Picture => ({ draw: () => svg(surface(draw())), focus });
const first = (draw: () => string, focus: number): Picture => ({ draw, focus });
const further = (draw: () => string): Picture => ({ draw, focus: null });

/** Every picture of the demo shop, by the base name of its files, in the order of the contact sheet. */
export const gallery: Readonly<Record<string, Picture>> = {
  'otter-night': print(otterNight, 0.33),
  'tide-moon': print(tideMoon, 0.42),
  'lemon-branch': print(lemonBranch, 0.47),
  'cat-on-sill': print(catOnSill, 0.4),
  'early-swimmers': print(earlySwimmers, 0.5),
  'blue-mountains': print(blueMountains, 0.38),
  'mushroom-season': print(mushroomSeason, 0.42),
  'fern-blue': print(fernBlue, 0.55),
  'crane-flight': print(craneFlight, 0.44),
  'last-tram': print(lastTram, 0.66),
  'tide-moon-wall': further(walls.tideMoonWall),
  'lemon-branch-wall': further(walls.lemonWall),
  'cat-on-sill-wall': further(walls.catWall),
  'blue-mountains-wall': further(walls.mountainsWall),
  'otter-night-detail': further(() => walls.closeUp(otterNight(), 1.9, [30, 330])),
  'bird-cards': first(cards.birdCards, 0.5),
  'tea-card': first(cards.teaCard, 0.42),
  'house-leporello': first(cards.houseLeporello, 0.5),
  'flower-card': first(cards.flowerCard, 0.36),
  'wave-postcards': first(cards.wavePostcards, 0.4),
  'star-postcards': first(cards.starPostcards, 0.4),
  'fox-cards': first(cards.foxCards, 0.53),
  'wreath-cards': first(cards.wreathCards, 0.45),
  'meadow-notebook-night': first(() => notebooks.meadowNotebook('night'), 0.48),
  'meadow-notebook-rose': further(() => notebooks.meadowNotebook('rose')),
  'meadow-notebook-straw': further(() => notebooks.meadowNotebook('straw')),
  'meadow-notebook-open': further(notebooks.meadowOpen),
  'pocket-trio': first(notebooks.pocketTrio, 0.45),
  'whale-pad': first(notebooks.whalePad, 0.5),
  'algae-notebook': first(notebooks.algaeNotebook, 0.5),
  'kitchen-book': first(notebooks.kitchenBook, 0.5),
  'gull-book': first(notebooks.gullBook, 0.33),
  'gull-book-open': further(notebooks.gullBookOpen),
  'folding-book': first(notebooks.foldingBook, 0.45),
  'letter-set': first(paper.letterSet, 0.32),
  'envelope-fan': first(paper.envelopeFan, 0.55),
  'envelope-linings': first(paper.envelopeLinings, 0.45),
  'wrapping-rolls': first(paper.wrappingRolls, 0.4),
  'wrapped-parcel': further(paper.wrappedParcel),
  'folding-paper': first(paper.foldingPaper, 0.6),
  'pencil-set': first(desk.pencilSet, 0.3),
  tapes: first(desk.tapes, 0.4),
  stamps: first(desk.stamps, 0.32),
  'week-pad': first(desk.weekPad, 0.3),
  'moon-calendar': first(desk.moonCalendar, 0.28),
  bookmarks: first(desk.bookmarks, 0.5),
  'desk-tray': first(desk.deskTray, 0.5),
};
