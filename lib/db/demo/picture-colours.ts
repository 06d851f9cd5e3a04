// Written by lib/cli/draw-demo-art.ts: the mean colour of each picture.
export const PICTURE_COLOURS = {
  'tide-moon': '#899b89',
  'lemon-branch': '#b0bfaa',
  'blue-mountains': '#a18d7c',
  'narrow-houses': '#aaafa3',
  'big-wave': '#c9baba',
} as const;
