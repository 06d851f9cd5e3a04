import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { products } from '@/lib/db/schema/catalogue';
import { createTestHouse, type TestHouse } from '../testing';
import { importDesk, SHOPIFY } from './testing-import';

// The shop fetches nothing that somebody names: a picture's address in a file is a remark, whatever it points at.
const ADDRESSES = [
  'http://127.0.0.1/a.jpg',
  'http://[::1]/a.jpg',
  'http://[::ffff:127.0.0.1]/a.jpg',
  'http://2130706433/a.jpg',
  'http://0x7f.1/a.jpg',
  'http://10.0.0.1/a.jpg',
  'http://192.168.1.1/a.jpg',
  'http://169.254.169.254/latest/meta-data/',
  'http://rebinding.example/a.jpg',
  'https://example.com/redirects-inward.jpg',
  'file:///etc/passwd',
  'ftp://example.com/a.jpg',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  '//evil.example/a.jpg',
];

let house: TestHouse;
let reached: string[];
beforeEach(async () => {
  house = await createTestHouse();
  reached = [];
  const { port } = new URL(house.database.url);
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...given: unknown[]) {
    const said = JSON.stringify(given);
    if (!said.includes(port)) reached.push(said);
    return Reflect.apply(connect, this, given);
  });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    reached.push(String(address));
    return new Response();
  });
});
afterEach(() => house.drop());

it('row 50: nothing that a file names is fetched, and no product shows it', async () => {
  const desk = importDesk(house);
  const [head = ''] = SHOPIFY.split('\n');
  const rows = ADDRESSES.map(
    (address, at) => `cup-${at},Tasse ${at},,,,,Title,Default Title,CUP-${at},15.00,,4,${address}`,
  );
  const shopify = [head, ...rows].join('\n');
  const read = await desk.compare(shopify);
  expect(read.status).toBe('ready');
  await desk.take(read.id);
  const own = ['slug,sku,price_EUR,title_de,pictures', ...ADDRESSES.map((address, at) => ownLine(address, at))].join(
    '\n',
  );
  const second = await desk.compare(own);
  if (second.errors === 0) await desk.take(second.id);

  const taken = await house.deps.db.select().from(products);
  expect(taken.length).toBeGreaterThanOrEqual(ADDRESSES.length);
  for (const { images } of taken)
    for (const { file } of images) expect(ADDRESSES.some((address) => String(file).includes(address))).toBe(false);
  expect(reached).toEqual([]);
});

function ownLine(file: string, at: number): string {
  const pictures = JSON.stringify([
    { file, alt: { de: 'Bild', en: 'Picture' }, width: 8, height: 10, dominantColour: '#fff' },
  ]);
  return `jug-${at},JUG-${at},15.00,Krug,"${pictures.replaceAll('"', '""')}"`;
}
