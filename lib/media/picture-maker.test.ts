import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { RENDITIONS } from '@/lib/domain/catalogue/picture';
import { createPictureMaker } from './picture-maker';

const { make } = createPictureMaker();
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 90, b: 200 } } });

/** A PNG that says it is as large as it likes: one scan line of data stands behind it. */
function claimingPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

async function made(upload: Uint8Array) {
  const result = await make(upload);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

describe('an uploaded picture', () => {
  it('becomes every rendition, with its ratio and its colour', async () => {
    const picture = await made(await photo(2000, 1500).jpeg().toBuffer());
    expect([...picture.renditions.keys()].sort()).toEqual([...RENDITIONS].sort());
    // It fills a box of 960 × 1200 and keeps 4:3.
    expect(picture).toMatchObject({ width: 1600, height: 1200 });
    expect(picture.dominantColour).toMatch(/^#[0-3][0-9a-f][4-6][0-9a-f][b-d][0-9a-f]$/);
    const size = async (name: string) => {
      const { format, width, height } = await sharp(picture.renditions.get(name)?.bytes).metadata();
      return [format, width, height];
    };
    expect(await size('360.avif')).toEqual(['heif', 600, 450]);
    expect(await size('960.webp')).toEqual(['webp', 1600, 1200]);
    expect(await size('card.jpg')).toEqual(['jpeg', 600, 314]);
  });

  it('is not blown up when small, and a ribbon is cut to what can be shown', async () => {
    expect(await made(await photo(200, 250).png().toBuffer())).toMatchObject({ width: 200, height: 250 });
    const ribbon = await made(await photo(5000, 100).png().toBuffer());
    expect(ribbon.width / ribbon.height).toBeCloseTo(2.5, 1);
  });

  it('row 49: leaves its metadata behind, where it was taken above all, and stands upright', async () => {
    const exif = {
      IFD0: { Copyright: 'Ottilie', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
    };
    const upload = await photo(800, 400).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sharp(upload).metadata()).exif).toBeDefined();
    const picture = await made(upload);
    expect(picture.width).toBeLessThan(picture.height);
    for (const [name, { bytes }] of picture.renditions) {
      const { exif: left, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([left, xmp, iptc, orientation ?? 1], name).toEqual([undefined, undefined, undefined, 1]);
      expect(Buffer.from(bytes).includes('Ottilie'), name).toBe(false);
    }
  });

  it('row 49: is nothing else: no drawing, no film, no archive, no script, no name that lies', async () => {
    const frames = await sharp(Buffer.alloc(30 * 10 * 3, 7), { raw: { width: 10, height: 30, channels: 3 } })
      .gif()
      .toBuffer();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const refused: Record<string, Uint8Array> = {
      nothing: new Uint8Array(),
      svg: Buffer.from(svg),
      'svg with an xml head': Buffer.from(`<?xml version="1.0"?>${svg}`),
      gif: frames,
      tiff: await photo(9, 9).tiff().toBuffer(),
      zip: Buffer.from([0x50, 0x4b, 3, 4, ...randomBytes(200)]),
      php: Buffer.from('<?php system($_GET["c"]); ?>'),
      html: Buffer.from('<html><script>alert(1)</script></html>'),
      noise: randomBytes(10_000),
    };
    for (const [name, upload] of Object.entries(refused))
      expect(await make(upload), name).toEqual({ ok: false, problem: 'unsupported_picture' });
  });

  it('row 49: a film is refused by its head, however many frames it has', async () => {
    const frame = (blue: number) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: { r: 9, g: 9, b: blue } } });
    const frames = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        frame(at * 6)
          .png()
          .toBuffer(),
      ),
    );
    const film = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(film).metadata()).pages).toBeGreaterThan(1);
    expect(await make(film)).toEqual({ ok: false, problem: 'unsupported_picture' });
  });

  it('row 49: 100,000 × 100,000 pixels are refused before anything is unpacked', async () => {
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expect(await make(claimingPng(100_000, 100_000))).toEqual({ ok: false, problem: 'picture_too_large' });
    expect(await make(claimingPng(20_000, 20_000))).toEqual({ ok: false, problem: 'picture_too_large' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('row 49: one that ends too early, or claims more than it holds, is refused', async () => {
    const whole = await photo(1000, 1000).jpeg().toBuffer();
    expect(await make(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, problem: 'picture_broken' });
    expect(await make(claimingPng(3000, 3000))).toEqual({ ok: false, problem: 'picture_broken' });
  });

  it('row 49: a picture that is a page as well leaves the page behind', async () => {
    const polyglot = Buffer.concat([await photo(400, 500).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const picture = await made(polyglot);
    for (const { bytes } of picture.renditions.values()) expect(Buffer.from(bytes).includes('<script')).toBe(false);
  });
});
