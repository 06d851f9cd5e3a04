import sharp, { type Metadata, type Sharp } from 'sharp';
import { PICTURE_WIDTHS } from '@/lib/domain/catalogue/picture';
import type { MadePicture, PictureMaker, PictureProblem, StoredPicture } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';

/** More than phones take (50 megapixels), less than would fill the memory. */
const MOST_PIXELS = 80_000_000;
const SECONDS = 30;
/** SVG draws, GIF moves, TIFF and PDF hold anything: photographs come as one of these. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif']);
const MOST_FRAMES = 1;
/** Wider or taller pictures are cut to it: what is shown is 4:5. */
const WIDEST = 2.5;
const CARD = { width: 600, height: 314 };

/**
 * Makes the shop's renditions with sharp, one picture at a time: whoever uploads twenty lets shoppers go first. A picture
 * that stands on its side by its metadata is turned before they go. What is transparent becomes white.
 * Problems: "unsupported_picture"; "picture_too_large" in pixels; "picture_broken" where it cannot be read to its end.
 */
export function createPictureMaker(): PictureMaker {
  let last: Promise<unknown> = Promise.resolve();
  return {
    make(upload) {
      const making = last.then(() => make(upload));
      last = making.catch(() => undefined); // whoever asked hears of it
      return making;
    },
  };
}

async function make(upload: Uint8Array): Promise<Result<MadePicture, PictureProblem>> {
  const read = await readMetadata(upload);
  if (!read.ok) return read;
  try {
    return succeed(await render(open(upload), read.value));
  } catch {
    // Cut short, or made to be read in two ways: nothing of it is kept.
    return fail('picture_broken');
  }
}

function open(upload: Uint8Array): Sharp {
  return sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
}

async function readMetadata(upload: Uint8Array): Promise<Result<Metadata, PictureProblem>> {
  try {
    // Only the head is read here, so its size may be named before anything is unpacked.
    const metadata = await sharp(upload, { limitInputPixels: false }).metadata();
    const { format, compression, width, height, pages = 1 } = metadata;
    if (!FORMATS.has(format) || (format === 'heif' && compression !== 'av1')) return fail('unsupported_picture');
    if (pages > MOST_FRAMES) return fail('unsupported_picture');
    return width * height > MOST_PIXELS ? fail('picture_too_large') : succeed(metadata);
  } catch {
    return fail('unsupported_picture');
  }
}

async function render(picture: Sharp, metadata: Metadata): Promise<MadePicture> {
  const { width, height } = metadata.autoOrient;
  const largest = PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] ?? 960;
  // Unpacked once, at the largest size that is needed, as plain pixels in sRGB.
  const { data, info } = await picture
    .autoOrient()
    .resize(boxFor(width, height, largest))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .timeout({ seconds: SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const base = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const renditions = new Map<string, StoredPicture>();
  for (const size of PICTURE_WIDTHS) {
    const sized = () => base().resize(boxFor(info.width, info.height, size));
    renditions.set(`${size}.avif`, await stored(sized().avif({ quality: 52, effort: 3 }), 'image/avif'));
    renditions.set(`${size}.webp`, await stored(sized().webp({ quality: 78 }), 'image/webp'));
  }
  const card = base()
    .resize({ ...CARD, fit: 'cover', position: 'attention' })
    .jpeg({ quality: 82, mozjpeg: true });
  renditions.set('card.jpg', await stored(card, 'image/jpeg'));
  const { dominant } = await sharp(await base().resize(64, 64, { fit: 'inside' }).png().toBuffer()).stats();
  return { renditions, width: info.width, height: info.height, dominantColour: hex(dominant) };
}

/** The smallest size that fills a 4:5 box of this width, never larger than the picture is. */
function boxFor(width: number, height: number, boxWidth: number) {
  const ratio = Math.min(WIDEST, Math.max(1 / WIDEST, width / height));
  const scale = Math.min(
    1,
    Math.max(boxWidth / Math.min(width, height * ratio), (boxWidth * 5) / 4 / Math.min(height, width / ratio)),
  );
  return {
    width: Math.max(1, Math.round(Math.min(width, height * ratio) * scale)),
    height: Math.max(1, Math.round(Math.min(height, width / ratio) * scale)),
    fit: 'cover',
  } as const;
}

async function stored(picture: Sharp, contentType: string): Promise<StoredPicture> {
  return { bytes: new Uint8Array(await picture.timeout({ seconds: SECONDS }).toBuffer()), contentType };
}

function hex({ r, g, b }: { r: number; g: number; b: number }): string {
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
