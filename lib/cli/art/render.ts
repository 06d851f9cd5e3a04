import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { HEIGHT, WIDTH } from './print';

/** Quality to begin with, and the bytes that a rendition may have: detail is paid for with quality, not with waiting. */
const RENDITIONS = [
  { width: 360, avif: { quality: 36, limit: 7_500 }, webp: { quality: 20, limit: 8_000 } },
  { width: 640, avif: { quality: 33, limit: 12_000 }, webp: { quality: 12, limit: 13_500 } },
  { width: 960, avif: { quality: 28, limit: 16_500 }, webp: { quality: 9, limit: 19_000 } },
] as const;
/** The picture of a Messenger card is 1.91:1; 600 × 314 is what the thread shows on a phone. */
const CARD = { width: 600, height: 314, quality: 38, limit: 10_500 } as const;

export type Rendered = { base: string; bytes: number; dominantColour: string; tile: Buffer };

/**
 * Writes one picture as `<base>-<width>.avif` and `.webp`, and, where it has a `focus`, `<base>-card.jpg`: the strip of the
 * picture around that share of its height. Gives the bytes written, a colour to stand in while the picture loads, and a
 * tile for the contact sheet.
 */
export async function render(base: string, svg: string, folder: string, focus: number | null): Promise<Rendered> {
  const drawn = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  let bytes = 0;
  const keep = async (name: string, content: Buffer) => {
    bytes += content.length;
    await writeFile(path.join(folder, name), content);
  };
  for (const { width, avif, webp } of RENDITIONS) {
    const scaled = await sharp(drawn).resize(width).raw().toBuffer({ resolveWithObject: true });
    const image = () => sharp(scaled.data, { raw: scaled.info });
    await keep(
      `${base}-${width}.avif`,
      await within(avif, (quality) => image().avif({ quality, effort: 4, chromaSubsampling: '4:2:0' }).toBuffer()),
    );
    await keep(
      `${base}-${width}.webp`,
      await within(webp, (quality) => image().webp({ quality, effort: 6 }).toBuffer()),
    );
  }
  if (focus !== null) {
    const height = Math.round((WIDTH * CARD.height) / CARD.width);
    const top = Math.round(Math.min(Math.max(HEIGHT * focus - height / 2, 0), HEIGHT - height));
    const strip = await sharp(drawn)
      .extract({ left: 0, top, width: WIDTH, height })
      .resize(CARD.width, CARD.height)
      .png()
      .toBuffer();
    await keep(
      `${base}-card.jpg`,
      await within(CARD, (quality) => sharp(strip).jpeg({ quality, mozjpeg: true }).toBuffer()),
    );
  }
  const tile = await sharp(drawn).resize(240, 300).png().toBuffer();
  return { base, bytes, dominantColour: await meanColour(drawn), tile };
}

async function within(
  aim: { quality: number; limit: number },
  encode: (quality: number) => Promise<Buffer>,
): Promise<Buffer> {
  let content = await encode(aim.quality);
  for (let quality = aim.quality - 4; content.length > aim.limit && quality >= 8; quality -= 4)
    content = await encode(quality);
  return content;
}

async function meanColour(drawn: Buffer): Promise<string> {
  const { data } = await sharp(drawn).resize(1, 1).raw().toBuffer({ resolveWithObject: true });
  return `#${data.subarray(0, 3).toString('hex')}`;
}

/** All tiles on one sheet, eight in a row. */
export async function contactSheet(tiles: readonly Buffer[], file: string): Promise<number> {
  const columns = 8;
  const [stepX, stepY, edge] = [256, 316, 16];
  const sheet = sharp({
    create: {
      width: edge + columns * stepX,
      height: edge + Math.ceil(tiles.length / columns) * stepY,
      channels: 3,
      background: '#efe9df',
    },
  }).composite(
    tiles.map((input, i) => ({
      input,
      left: edge + (i % columns) * stepX,
      top: edge + Math.floor(i / columns) * stepY,
    })),
  );
  const content = await sheet.webp({ quality: 60, effort: 6 }).toBuffer();
  await writeFile(file, content);
  return content.length;
}
