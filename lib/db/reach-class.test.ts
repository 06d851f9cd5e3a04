import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { ShopperId } from '@/lib/domain/ids';
import { type Consent, type Reach, wayFor } from '@/lib/domain/messaging/window';
import { addShopper, createTestHouse, type TestHouse } from '@/lib/flows/testing';
import { reachClassOf } from './reach-class';
import { consents } from './schema/outreach';
import { visits } from './schema/referrals';
import { shoppers } from './schema/shoppers';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const WORDS = [null, ago(1), ago(30)];
const ADS = [null, ago(100), ago(170)];
const UNREACHABLE = [null, 'unreachable:551:1545041', 'outside_window:10:2018278', 'outside-the-window'];
const MAY_WRITE = [null, 'granted', 'refused'] as const;
const STOPPED = [null, ago(2)];
const CONSENTS: (Consent | null)[] = [
  null,
  { token: null },
  { token: { value: 't', expiresAt: ago(-5), usedAt: null } },
  { token: { value: 't', expiresAt: ago(1), usedAt: null } },
  { token: { value: 't', expiresAt: null, usedAt: ago(47) } },
  { token: { value: 't', expiresAt: null, usedAt: ago(49) } },
];

/** Every combination, and what the rule says of it. */
function* people(): Generator<{ reach: Reach; consent: Consent | null; expected: string }> {
  for (const lastWordAt of WORDS)
    for (const adAt of ADS)
      for (const unreachable of UNREACHABLE)
        for (const mayWrite of MAY_WRITE)
          for (const stoppedAt of STOPPED)
            for (const consent of CONSENTS) {
              const reach = { lastWordAt, adAt, unreachable, mayWrite, stoppedAt };
              const way = wayFor('broadcast', reach, NOW, { utility: null, consent });
              const expected = way.by !== 'thread' ? way.because : way.how.type === 'TOKEN' ? 'token' : 'window';
              yield { reach, consent, expected };
            }
}

test('what is counted for a broadcast is what the window would say, for every combination', async () => {
  const { db, newId } = house.deps;
  const all = [...people()].map((one) => ({ ...one, id: newId() }));
  const base = await addShopper(house, { psid: null });
  const [model] = await db
    .select()
    .from(shoppers)
    .where(sql`id = ${base satisfies ShopperId}`);
  if (!model) throw new Error('there is no model');
  await db.insert(shoppers).values(
    all.map(({ id, reach }, index) => ({
      ...model,
      id,
      psid: String(index),
      lastMessageAt: reach.lastWordAt,
      unreachable: reach.unreachable,
      mayWrite: reach.mayWrite,
      stoppedAt: reach.stoppedAt,
    })),
  );
  const came = all.flatMap(({ id, reach }) =>
    reach.adAt ? [{ id, key: id, shopperId: id, source: 'ADS', metaAdId: '1', at: reach.adAt }] : [],
  );
  await db.insert(visits).values(came);
  await db.insert(consents).values(
    all.flatMap(({ id, consent }) =>
      consent
        ? [
            {
              id,
              shopperId: id,
              topic: 'news' as const,
              words: 'w',
              source: 'meta' as const,
              givenAt: ago(200),
              sealedToken: consent.token?.value ?? null,
              tokenExpiresAt: consent.token?.expiresAt ?? null,
              tokenUsedAt: consent.token?.usedAt ?? null,
            },
          ]
        : [],
    ),
  );
  const { rows } = await db.execute(sql`
    select person.id, ${reachClassOf(sql`person`, sql`agreed`, NOW)} as class
    from shoppers person left join consents agreed on agreed.shopper_id = person.id where person.id <> ${base}`);
  const said = new Map(
    z
      .array(z.object({ id: z.string(), class: z.string() }))
      .parse(rows)
      .map((row) => [row.id, row.class]),
  );
  expect(said.size).toBe(all.length);
  for (const { id, expected, ...one } of all) expect([said.get(id), one]).toEqual([expected, one]);
});
