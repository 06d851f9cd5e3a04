import type { Font, GlyphRun } from 'fontkit';

/** Enough for the words of every paper in every language; then it begins anew, so that names of buyers do not pile up. */
const MOST = 4_000;

/**
 * A font that sets no word twice: papers repeat their words, and PDFKit asks for each several times over, to measure it and to
 * write it. It scales the positions that it is given in place, so each asking gets its own.
 */
export function withMemory(font: Font): Font {
  const known = new Map<string, GlyphRun>();
  const set = font.layout.bind(font);
  font.layout = (text, features, ...more) => {
    const key = JSON.stringify([text, features, ...more]);
    const run = known.get(key) ?? set(text, features, ...more);
    if (known.size >= MOST) known.clear();
    known.set(key, run);
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(run), { positions });
  };
  return font;
}
