import { afterEach, beforeEach, expect, it } from 'vitest';
import { merchantAccounts, merchants } from '@/lib/db/schema/merchants';
import { createFirstOwner, isFirstOwnerLink, issueFirstOwnerLink } from './create-first-owner';
import { createTestHouse, type TestHouse } from './testing';

let house: TestHouse;
beforeEach(async () => {
  house = await createTestHouse();
});
afterEach(() => house.drop());

const become = (token: string, email = 'greta@shop.example') =>
  createFirstOwner(house.deps, { token, name: 'Greta', email, passwordHash: 'salt:hash' });

it('makes one owner out of fifty who open the link at once, and none after', async () => {
  const token = (await issueFirstOwnerLink(house.deps)) ?? '';
  expect(token.length).toBeGreaterThanOrEqual(22);
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => become(token, `g${at}@shop.example`)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await house.deps.db.select().from(merchants)).toHaveLength(1);
  expect(await house.deps.db.select().from(merchantAccounts)).toMatchObject([{ providerId: 'credential' }]);

  expect(await become(token)).toMatchObject({ problem: 'link_over' });
  expect(await isFirstOwnerLink(house.deps, token)).toBe(false);
  expect(await issueFirstOwnerLink(house.deps)).toBeNull();
});

it('refuses a guessed link and one that is a day old', async () => {
  const token = (await issueFirstOwnerLink(house.deps)) ?? '';
  expect(await become(house.deps.newId())).toMatchObject({ problem: 'link_over' });
  expect(await become('')).toMatchObject({ problem: 'link_over' });
  house.advance(24 * 60 * 60 + 1);
  expect(await isFirstOwnerLink(house.deps, token)).toBe(false);
  expect(await become(token)).toMatchObject({ problem: 'link_over' });
  expect(await house.deps.db.select().from(merchants)).toEqual([]);
});

it('believes the links of two shops that started at once, and ends both with the first owner', async () => {
  const [one, other] = await Promise.all([issueFirstOwnerLink(house.deps), issueFirstOwnerLink(house.deps)]);
  expect(await isFirstOwnerLink(house.deps, one ?? '')).toBe(true);
  expect((await become(other ?? '')).ok).toBe(true);
  expect(await isFirstOwnerLink(house.deps, one ?? '')).toBe(false);
});
