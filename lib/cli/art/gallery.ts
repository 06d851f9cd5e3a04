import { type Print, surface, svg } from './print';
import { blueMountains, narrowHouses } from './scenes/land';
import { lemonBranch } from './scenes/orchard';
import { bigWave, tideMoon } from './scenes/sea';

/** `inThread`: also cut to the ratio of a Messenger card. */
export type Picture = { draw: () => string; inThread: boolean };

const print = (draw: () => Print): Picture => ({ draw: () => svg(surface(draw())), inThread: true });

/** Every picture of the demo shop, by the base name of its files, in the order of the contact sheet. */
export const gallery: Readonly<Record<string, Picture>> = {
  'tide-moon': print(tideMoon),
  'lemon-branch': print(lemonBranch),
  'blue-mountains': print(blueMountains),
  'narrow-houses': print(narrowHouses),
  'big-wave': print(bigWave),
};
