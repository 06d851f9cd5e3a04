import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueImports } from '@/lib/db/schema/imports';
import { createTestHouse, type TestHouse } from '@/lib/flows/testing';

const world = vi.hoisted(() => ({ deps: {} as object, merchant: null as { merchantId: string } | null }));
vi.mock('server-only', () => ({}));
vi.mock('@/lib/server/merchant', () => ({
  findMerchantFor: async (permission: string) =>
    world.merchant
      ? { ok: permission === 'catalogue.import', value: world.merchant }
      : { ok: false, problem: 'signed_out' },
}));
vi.mock('@/lib/server/wiring', () => ({
  getDeps: async () => world.deps,
  getEnv: () => ({ PUBLIC_URL: 'https://shop.example' }),
}));

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
  world.deps = house.deps;
  world.merchant = { merchantId: 'greta' };
});
afterEach(() => house.drop());

type Sent = { content?: BlobPart; name?: string; fields?: Record<string, string>; origin?: string };

async function upload({
  content = 'sku,stock\nA,1\n',
  name = 'a.csv',
  fields = {},
  origin = 'https://shop.example',
}: Sent = {}) {
  const { POST } = await import('./route');
  const form = new FormData();
  form.append('file', new File([content], name));
  for (const [field, value] of Object.entries({ currency: 'EUR', language: 'de', takesStock: 'on', ...fields }))
    form.append(field, value);
  const answer = await POST(
    new Request('https://shop.example/api/imports', { method: 'POST', body: form, headers: { origin } }),
  );
  return { status: answer.status, to: answer.headers.get('location')?.replace('https://shop.example', '') };
}
const kept = () => house.deps.db.select().from(catalogueImports);

describe('the door for files to import', () => {
  it('takes a file, and leads to where it is compared', async () => {
    const { status, to } = await upload();
    const [job] = await kept();
    expect([status, to]).toEqual([303, `/admin/products/import/${job?.id}`]);
    expect(job).toMatchObject({
      status: 'reading',
      fileName: 'a.csv',
      content: 'sku,stock\nA,1\n',
      who: 'merchant:greta',
    });
  });

  it('row 33: takes nothing from anybody else, and row 38: nothing from another site', async () => {
    expect((await upload({ origin: 'https://evil.example' })).status).toBe(403);
    world.merchant = null;
    expect((await upload()).to).toBe('/sign-in');
    expect(await kept()).toEqual([]);
  });

  it('row 49: says what is wrong with what is no such file', async () => {
    const problemOf = async (sent: Sent) => (await upload(sent)).to?.split('problem=')[1];
    expect(await problemOf({ content: '' })).toBe('import_empty');
    expect(await problemOf({ content: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) })).toBe('import_no_text');
    expect(await problemOf({ content: new Uint8Array(33 * 1024 * 1024).fill(65) })).toBe('too_large');
    expect(await problemOf({ fields: { currency: 'XXX' } })).toBe('invalid');
    expect(await problemOf({ fields: { language: '../' } })).toBe('invalid');
    expect(await kept()).toEqual([]);
  });

  it('reads what older spreadsheets write, and shows a hostile name as text', async () => {
    await upload({ content: new Uint8Array([0x73, 0x6b, 0x75, 0x0a, 0xc4]), name: '../../<b>.csv' });
    expect(await kept()).toMatchObject([{ content: 'sku\nÄ', fileName: expect.stringContaining('<b>.csv') }]);
    await upload({ content: new Uint8Array([0xff, 0xfe, 0x41, 0x00]) });
    expect((await kept()).map((job) => job.content)).toContain('A');
  });
});
