import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gallery } from './art/gallery';
import { contactSheet, render } from './art/render';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.join(root, 'public/demo');

/** Draws the demo shop's pictures anew: files, their colours for the catalogue, and the contact sheet. */
async function drawDemoArt(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await mkdir(path.join(root, 'docs/screens'), { recursive: true });
  for (const old of await readdir(folder)) await rm(path.join(folder, old));
  const tiles: Buffer[] = [];
  const colours: string[] = [];
  let total = 0;
  for (const [base, picture] of Object.entries(gallery)) {
    const { bytes, dominantColour, tile } = await render(base, picture.draw(), folder, picture.focus);
    total += bytes;
    tiles.push(tile);
    colours.push(`  '${base}': '${dominantColour}',`);
    process.stdout.write(`${base.padEnd(28)} ${String(Math.round(bytes / 1024)).padStart(4)} KB\n`);
  }
  const facts = `// Written by lib/cli/draw-demo-art.ts: the mean colour of each picture.\nexport const PICTURE_COLOURS = {\n${colours.join('\n')}\n} as const;\n`;
  await writeFile(path.join(root, 'lib/db/demo/picture-colours.ts'), facts);
  const sheet = await contactSheet(tiles, path.join(root, 'docs/screens/contact-sheet.webp'));
  process.stdout.write(
    `${tiles.length} pictures, ${Math.round(total / 1024)} KB; contact sheet ${Math.round(sheet / 1024)} KB\n`,
  );
}

await drawDemoArt();
