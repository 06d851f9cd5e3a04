import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { HEIGHT, WIDTH } from './print';

export const RENDITION_WIDTHS = [360, 640, 960] as const;
const AVIF_QUALITY = { 360: 42, 640: 38, 960: 32 } as const;
const WEBP_QUALITY = { 360: 34, 640: 24, 960: 16 } as const;
/** The picture of a Messenger card is 1.91:1; 600 × 314 is what the thread shows on a phone. */
const CARD = { width: 600, height: 314, quality: 44 } as const;

export type Rendered = { base: string; bytes: number; dominantColour: string; tile: Buffer };

/**
 * Writes one picture as `<base>-<width>.avif` and `.webp`, and, where asked, `<base>-card.jpg`.
 * Gives the bytes written, a colour to stand in while the picture loads, and a tile for the contact sheet.
 */
export async function render(base: string, svg: string, folder: string, withCard: boolean): Promise<Rendered> {
  const drawn = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  let bytes = 0;
  const keep = async (name: string, content: Buffer) => {
    bytes += content.length;
    await writeFile(path.join(folder, name), content);
  };
  for (const width of RENDITION_WIDTHS) {
    const scaled = await sharp(drawn).resize(width).raw().toBuffer({ resolveWithObject: true });
    const image = () => sharp(scaled.data, { raw: scaled.info });
    await keep(
      `${base}-${width}.avif`,
      await image().avif({ quality: AVIF_QUALITY[width], effort: 4, chromaSubsampling: '4:2:0' }).toBuffer(),
    );
    await keep(`${base}-${width}.webp`, await image().webp({ quality: WEBP_QUALITY[width], effort: 6 }).toBuffer());
  }
  if (withCard) {
    const band = { left: 0, top: Math.round((HEIGHT - (WIDTH * CARD.height) / CARD.width) / 2), width: WIDTH };
    const height = Math.round((WIDTH * CARD.height) / CARD.width);
    const card = sharp(drawn)
      .extract({ ...band, height })
      .resize(CARD.width, CARD.height);
    await keep(`${base}-card.jpg`, await card.jpeg({ quality: CARD.quality, mozjpeg: true }).toBuffer());
  }
  return {
    base,
    bytes,
    dominantColour: await meanColour(drawn),
    tile: await sharp(drawn).resize(240, 300).png().toBuffer(),
  };
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
