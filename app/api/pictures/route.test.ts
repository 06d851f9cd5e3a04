import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictures } from '@/lib/db/schema/catalogue';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { createPictureMaker } from '@/lib/media/picture-maker';

const world = vi.hoisted(() => ({ deps: {} as object, merchant: null as { merchantId: string } | null }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/merchant', () => ({
  findMerchantFor: async (permission: string) =>
    world.merchant
      ? { ok: permission === 'catalogue.edit', value: world.merchant }
      : { ok: false, problem: 'signed_out' },
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example' }),
}));

const OURS = { origin: 'https://shop.example', 'content-type': 'application/octet-stream' };
const ELSEWHERE: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {},
  { 'sec-fetch-site': 'cross-site' },
];
let house: TestHouse;
let photo: Buffer<ArrayBuffer>;

beforeEach(async () => {
  house = await createTestHouse();
  const pictureParts = { maker: createPictureMaker(), store: house.pictureStore };
  world.deps = { ...house.deps, pictures: pictureParts };
  world.merchant = { merchantId: 'greta' };
  photo = Buffer.from(
    await sharp({ create: { width: 400, height: 500, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer(),
  );
});
afterEach(() => house.drop());

async function upload(body: BodyInit | null, headers: Record<string, string> = OURS) {
  const { POST } = await import('./route');
  const request = new Request('https://shop.example/api/pictures', { method: 'POST', body, headers });
  const answer = await POST(request);
  const told: unknown = await answer.json();
  return { status: answer.status, told };
}
const kept = async () => [(await house.deps.db.select().from(pictures)).length, house.pictureStore.kept.size];

describe('the door for pictures', () => {
  it('takes a photograph from a merchant, whatever it is called', async () => {
    for (const type of ['image/jpeg', 'application/octet-stream', 'text/html', 'application/x-php'])
      expect((await upload(photo, { ...OURS, 'content-type': type })).status, type).toBe(201);
    const { told } = await upload(photo);
    expect(told).toMatchObject({ file: expect.stringMatching(/^pictures\/[\w-]{22}$/), width: 400, height: 500 });
    expect(await kept()).toEqual([5, 35]);
  });

  it('row 33: takes nothing from anybody else, and row 38: nothing from another site', async () => {
    world.merchant = null;
    expect(await upload(photo)).toMatchObject({ status: 401, told: { problem: 'signed_out' } });
    world.merchant = { merchantId: 'greta' };
    for (const headers of ELSEWHERE) expect((await upload(photo, headers)).status).toBe(403);
    expect(await kept()).toEqual([0, 0]);
  });

  it('row 49: refuses what is no picture, too large or broken, and keeps nothing of it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect((await upload(svg)).status).toBe(415);
    expect((await upload(Buffer.alloc(0))).status).toBe(415);
    expect((await upload(null)).status).toBe(415);
    expect((await upload(photo.subarray(0, photo.length / 2))).status).toBe(422);
    expect((await upload(Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await upload(photo, { ...OURS, 'content-length': '1073741824' })).status).toBe(413);
    expect(await kept()).toEqual([0, 0]);
  });
});
