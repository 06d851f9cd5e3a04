import { writeAudit } from '@/lib/db/audit';
import { announceCatalogueChange } from '@/lib/db/catalogue-changes';
import type { Database } from '@/lib/db/client';
import { getHomeVersion, getLatestHome, insertHomeVersion } from '@/lib/db/home';
import { USUAL_ROW } from '@/lib/db/home-front';
import { listCollections } from '@/lib/db/products';
import { inTransaction } from '@/lib/db/transaction';
import type { AuditAction, AuditFacts } from '@/lib/domain/audit/entry';
import type { PostedBlock } from '@/lib/domain/home/block-form';
import { type HomeBlock, MOST_BLOCKS } from '@/lib/domain/home/blocks';
import { editBlocks, type HomeEdit } from '@/lib/domain/home/edits';
import { type HomeVersion, NO_HOME } from '@/lib/domain/home/version';
import { weighHome } from '@/lib/domain/home/weight';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { Deps } from './deps';
import { takeBlockPicture } from './take-block-picture';

type HomeDeps = Pick<Deps, 'db' | 'log' | 'now' | 'newId'>;
/** Who edits, and which state of the page she saw. */
type Editing = { seenVersion: number; merchantId: string };
type Saved<Problem extends string = never> = Promise<Result<{ number: number }, 'changed_meanwhile' | Problem>>;

/**
 * Writes one block into the draft: in its place, or behind all others where its id is empty. Problems: "changed_meanwhile" where
 * somebody else has changed the page since it was seen; "not_found"; "too_many_blocks"; "picture_gone" for a picture that is no upload of ours.
 */
export async function saveHomeBlock(
  deps: HomeDeps,
  { block: posted, ...editing }: Editing & { block: PostedBlock },
): Saved<'not_found' | 'too_many_blocks' | 'picture_gone'> {
  const isNew = posted.id === '';
  const named = { ...posted, id: isNew ? deps.newId() : posted.id };
  return onLatest(deps, editing, async (tx, latest) => {
    const block = await takeBlockPicture(tx, named, { known: latest.blocks, at: deps.now() });
    return block.ok
      ? changeDraft(deps, tx, { ...editing, latest, edit: { is: 'put', block: block.value, isNew } })
      : block;
  });
}

/** Moves a block of the draft one step, or takes it out. Problems: "changed_meanwhile"; "not_found". */
export async function stepHomeBlock(
  deps: HomeDeps,
  { id, step, ...editing }: Editing & { id: string; step: 'up' | 'down' | 'remove' },
): Saved<'not_found' | 'too_many_blocks'> {
  const edit: HomeEdit = step === 'remove' ? { is: 'remove', id } : { is: 'move', id, by: step === 'up' ? -1 : 1 };
  return onLatest(deps, editing, (tx, latest) => changeDraft(deps, tx, { ...editing, latest, edit }));
}

/** A draft with the rows that the shop shows by itself, as far as the weight allows. Problem: "changed_meanwhile". */
export async function beginHome(deps: HomeDeps, editing: Editing): Saved {
  return onLatest(deps, editing, async (tx) => {
    const blocks: HomeBlock[] = [];
    for (const { slug } of (await listCollections(tx)).slice(0, MOST_BLOCKS)) {
      const row: HomeBlock = { id: deps.newId(), kind: 'collection', slug, count: USUAL_ROW };
      if (!weighHome([...blocks, row]).isTooHeavy) blocks.push(row);
    }
    return append(deps, tx, {
      ...editing,
      state: 'draft',
      blocks,
      what: 'home.changed',
      facts: { begun: blocks.length },
    });
  });
}

/**
 * Shows the draft to everybody; a page without blocks gives the front back to the shelves. What is public already stays as it is.
 * Problems: "changed_meanwhile"; "home_too_heavy".
 */
export async function publishHome(deps: HomeDeps, editing: Editing): Saved<'home_too_heavy'> {
  return onLatest(deps, editing, async (tx, { number, state, blocks }) => {
    if (state === 'published') return succeed({ number });
    if (weighHome(blocks).isTooHeavy) return fail('home_too_heavy');
    const facts = { blocks: blocks.map((block) => block.kind) };
    const published = await append(deps, tx, { ...editing, state: 'published', blocks, what: 'home.published', facts });
    if (published.ok) await announceCatalogueChange(tx, []);
    return published;
  });
}

/** Makes a new draft of an earlier state: what was published once, or what stood before the last step. Problems: "changed_meanwhile"; "not_found". */
export async function restoreHome(
  deps: HomeDeps,
  { number, ...editing }: Editing & { number: number },
): Saved<'not_found'> {
  return onLatest(deps, editing, async (tx) => {
    const former = number === 0 ? NO_HOME : await getHomeVersion(tx, number);
    if (!former) return fail('not_found');
    const { blocks } = former;
    const restored = {
      state: 'draft',
      blocks,
      restoredFrom: number,
      what: 'home.restored',
      facts: { from: number },
    } as const;
    return append(deps, tx, { ...editing, ...restored });
  });
}

type Latest = Pick<HomeVersion, 'number' | 'state' | 'blocks'>;

function onLatest<Problem extends string>(
  deps: HomeDeps,
  { seenVersion }: Editing,
  work: (tx: Database, latest: Latest) => Saved<Problem>,
): Saved<Problem> {
  return inTransaction(deps.db, async (tx) => {
    const latest = await getLatestHome(tx);
    return latest.number === seenVersion ? work(tx, latest) : fail('changed_meanwhile');
  });
}

async function changeDraft(
  deps: HomeDeps,
  tx: Database,
  { latest, edit, ...editing }: Editing & { latest: Latest; edit: HomeEdit },
): Saved<'not_found' | 'too_many_blocks'> {
  const edited = editBlocks(latest.blocks, edit);
  if (!edited.ok) return edited;
  const id = edit.is === 'put' ? edit.block.id : edit.id;
  const kind = [...edited.value, ...latest.blocks].find((block) => block.id === id)?.kind;
  const facts = { did: edit.is, kind };
  return append(deps, tx, { ...editing, state: 'draft', blocks: edited.value, what: 'home.changed', facts });
}

type Step = Editing & {
  state: HomeVersion['state'];
  blocks: HomeBlock[];
  restoredFrom?: number;
  what: AuditAction;
  facts: AuditFacts;
};

async function append(deps: HomeDeps, tx: Database, { seenVersion, merchantId, what, facts, ...version }: Step): Saved {
  const at = deps.now();
  const number = await insertHomeVersion(tx, seenVersion, { ...version, madeBy: merchantId, madeAt: at });
  if (number === null) return fail('changed_meanwhile');
  await writeAudit(tx, { merchantId, what, about: `home:${number}`, after: facts, at });
  deps.log(what, { version: number, merchant: merchantId });
  return succeed({ number });
}
