import type { Database } from '@/lib/db/client';
import { endWait, insertMark, lockConversation, setQuiet, updateConversation } from '@/lib/db/conversations';
import { insertOutgoingMessages } from '@/lib/db/outgoing-messages';
import { getPeopleSettings } from '@/lib/db/people-settings';
import { getReach } from '@/lib/db/reach';
import { getShopSettings } from '@/lib/db/settings';
import { getShopperById } from '@/lib/db/shoppers';
import { inTransaction } from '@/lib/db/transaction';
import { asId, type Psid, type ShopperId } from '@/lib/domain/ids';
import { PAYLOADS } from '@/lib/domain/messaging/payloads';
import { replyBox } from '@/lib/domain/messaging/reply-box';
import { silentAfterPerson } from '@/lib/domain/messaging/silence';
import { PAGE_INBOX_APP_ID } from '@/lib/domain/messaging/thread';
import type { ControlProblem } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { SERVICE_WORDS } from '@/lib/domain/words/service';
import { THREAD_WORDS } from '@/lib/domain/words/thread';
import type { Deps } from './deps';
import { marketOfShopper } from './reply-as-person';

type Asked = { shopperId: string; merchantId: string };
type LeadProblem = 'not_found' | ControlProblem | 'thread_asked_for';

/**
 * A person leads the thread from now on and the bot is silent. Where another app leads it, Meta is asked first. Problems:
 * "thread_asked_for" when this app may only ask for it and has done so; those of `ThreadControl`; "not_found".
 */
export async function takeOver(deps: Deps, { shopperId: id, merchantId }: Asked): Promise<Result<null, LeadProblem>> {
  const shopperId = asId<ShopperId>(id);
  const taken = await takeFromOthers(deps, shopperId);
  if (!taken.ok) return taken;
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    await updateConversation(tx, shopperId, {
      ownerAppId: null,
      requestedBy: null,
      assignedTo: merchantId,
      status: 'open',
    });
    await setQuiet(tx, shopperId, silentAfterPerson(at, await getPeopleSettings(tx)));
    await insertMark(tx, { shopperId, mark: 'taken_over', at, merchantId });
    return succeed(null);
  });
}

/** The bot answers again, and says so where the thread is open. She waits no longer. Problems: as `takeOver`. */
export async function handBack(deps: Deps, { shopperId: id, merchantId }: Asked): Promise<Result<null, LeadProblem>> {
  const shopperId = asId<ShopperId>(id);
  const taken = await takeFromOthers(deps, shopperId);
  if (!taken.ok) return taken;
  await inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    await updateConversation(tx, shopperId, { ownerAppId: null, requestedBy: null });
    await setQuiet(tx, shopperId, null);
    await endWait(tx, { shopperId, ended: 'handed_back', merchantId, at });
    await insertMark(tx, { shopperId, mark: 'handed_back', at, merchantId });
    await sayThatTheBotIsBack(deps, tx, shopperId);
  });
  deps.wake('messages');
  return succeed(null);
}

/** Hands the thread to the Page's own inbox: a colleague goes on there, and the shop only listens. Problems: as `takeOver`. */
export async function passToInbox(
  deps: Deps,
  { shopperId: id, merchantId, metadata }: Asked & { metadata: string },
): Promise<Result<null, LeadProblem>> {
  const shopperId = asId<ShopperId>(id);
  const psid = await psidOf(deps.db, shopperId);
  if (!psid) return fail('not_found');
  const passed = await deps.threads.pass(psid, PAGE_INBOX_APP_ID, metadata);
  if (!passed.ok) return passed;
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    await updateConversation(tx, shopperId, { ownerAppId: PAGE_INBOX_APP_ID, requestedBy: null });
    await insertMark(tx, { shopperId, mark: 'passed_out', at, merchantId, detail: metadata || null });
    return succeed(null);
  });
}

/** The matter is settled: nobody waits, and the bot answers what comes next. Problem: "not_found". */
export function closeConversation(
  deps: Deps,
  { shopperId: id, merchantId }: Asked,
): Promise<Result<null, 'not_found'>> {
  const shopperId = asId<ShopperId>(id);
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now();
    if (!(await updateConversation(tx, shopperId, { status: 'closed', unread: 0 }))) return fail('not_found');
    await setQuiet(tx, shopperId, null);
    await endWait(tx, { shopperId, ended: 'closed', merchantId, at });
    await insertMark(tx, { shopperId, mark: 'closed', at, merchantId });
    return succeed(null);
  });
}

/** Takes a closing back. Problem: "not_found". */
export function reopenConversation(
  deps: Deps,
  { shopperId: id, merchantId }: Asked,
): Promise<Result<null, 'not_found'>> {
  const shopperId = asId<ShopperId>(id);
  return inTransaction(deps.db, async (tx) => {
    if (!(await updateConversation(tx, shopperId, { status: 'open' }))) return fail('not_found');
    await insertMark(tx, { shopperId, mark: 'reopened', at: deps.now(), merchantId });
    return succeed(null);
  });
}

// Where this app is not the Page's primary one, it may only ask.
async function takeFromOthers(deps: Deps, shopperId: ShopperId): Promise<Result<null, LeadProblem>> {
  const conversation = await inTransaction(deps.db, (tx) => lockConversation(tx, shopperId));
  const psid = conversation && (await psidOf(deps.db, shopperId));
  if (!psid) return fail('not_found');
  if (conversation.ownerAppId === null) return succeed(null);
  const taken = await deps.threads.take(psid, 'a person of the shop goes on');
  if (taken.ok || taken.problem !== 'control_refused') return taken;
  const asked = await deps.threads.request(psid, 'a person of the shop would like to go on');
  return asked.ok ? fail('thread_asked_for') : asked;
}

async function psidOf(db: Database, shopperId: ShopperId): Promise<Psid | null> {
  const shopper = await getShopperById(db, shopperId);
  return shopper?.psid ? asId<Psid>(shopper.psid) : null;
}

async function sayThatTheBotIsBack(deps: Deps, tx: Database, shopperId: ShopperId): Promise<void> {
  const at = deps.now();
  const shopper = await getShopperById(tx, shopperId);
  if (!shopper?.psid || replyBox(await getReach(tx, shopperId), null, at).is !== 'open') return;
  const { language } = marketOfShopper(shopper);
  const [words, { choices }] = [SERVICE_WORDS[language], THREAD_WORDS[language]];
  const { name } = await getShopSettings(tx);
  const quickReplies = [
    { title: choices.products, payload: PAYLOADS.products },
    { title: choices.orders, payload: PAYLOADS.orders },
    { title: words.askPerson, payload: PAYLOADS.person },
  ];
  const message = { kind: 'text' as const, text: words.botIsBack(name), quickReplies };
  const [id, psid] = [deps.newId(), asId<Psid>(shopper.psid)];
  await insertOutgoingMessages(tx, [{ id, shopperId, psid, purpose: 'answer', message, cause: `back:${id}` }], at);
}
