import { sql } from 'drizzle-orm';
import { keepConsent } from '@/lib/db/consents';
import { markSent } from '@/lib/db/outgoing-messages';
import { merchants } from '@/lib/db/schema/merchants';
import { asId, type MessageId, type Psid, type ShopperId } from '@/lib/domain/ids';
import type { Audience } from '@/lib/domain/messaging/broadcast';
import { succeed } from '@/lib/domain/result';
import { startBroadcast, writeBroadcast } from './send-broadcasts';
import type { Random } from './simulation/random';
import { addShopper, TEST_PAGE, type TestHouse } from './testing';

export const BROADCAST = 'broadcast-0000001';

/** A merchant who has written "Neue Drucke!" to an audience, and has begun to send it. */
export async function beginBroadcast(house: TestHouse, audience: Audience = { kind: 'all' }): Promise<void> {
  const { deps } = house;
  const otti = { id: 'otti', name: 'Ottilie', role: 'owner', email: 'o@example.com' } as const;
  await deps.db.insert(merchants).values(otti).onConflictDoNothing();
  const content = { text: { de: 'Neue Drucke!', en: 'New prints!' }, slugs: [] };
  await writeBroadcast(deps, { id: BROADCAST, name: 'Drucke', content, audience, merchantId: 'otti' });
  await startBroadcast(deps, { id: BROADCAST, startsAt: null });
}

/** Somebody who wrote just now and agreed to news. */
export async function addReader(house: TestHouse, psid: string): Promise<ShopperId> {
  const shopperId = await addShopper(house, { psid });
  const { db, newId, now, sealer } = house.deps;
  const consent = { id: newId(), shopperId, topic: 'news' as const, words: 'News?', source: 'thread' as const };
  await db.transaction((tx) => keepConsent(tx, { ...consent, at: now(), sealer }));
  return shopperId;
}

/** Many of them, made by the database itself. */
export async function addReaders(house: TestHouse, count: number): Promise<void> {
  const at = house.deps.now().toISOString();
  await house.deps.db.execute(sql`
    with people as (
      insert into shoppers (id, page_id, psid, locale, last_message_at, created_at)
      select 'reader-' || lpad(n::text, 7, '0'), ${TEST_PAGE.id}, (5000000000 + n)::text, 'de_DE', ${at}, ${at}
      from generate_series(1, ${count}) n returning id)
    insert into consents (id, shopper_id, topic, words, source, given_at)
    select 'consent-' || id, id, 'news', 'News?', 'thread', ${at} from people`);
}

/**
 * A Messenger that takes every message, tells of it by echo, and lets the sender die at some of them: before it heard, or
 * before it could say so. `at` is when each person was reached, by the clock of the house.
 */
export function deadlyMessenger(house: TestHouse, random: Random) {
  const reached: { psid: string; atMs: number }[] = [];
  const echoes: { id: string; psid: Psid; messageId: string }[] = [];
  house.deps.messenger = {
    ...house.deps.messenger,
    async send(psid, _message, metadata) {
      const fate = random.below(100);
      if (fate === 0) throw new Error('killed before');
      reached.push({ psid, atMs: house.deps.now().getTime() });
      const messageId = `m_${reached.length}`;
      echoes.push({ id: metadata, psid, messageId });
      if (fate === 1) throw new Error('killed after');
      return succeed(asId<MessageId>(messageId));
    },
  };
  const hearEchoes = async () => {
    for (const echo of echoes.splice(0)) await markSent(house.deps.db, { ...echo, at: house.deps.now() });
  };
  return { reached, hearEchoes };
}
