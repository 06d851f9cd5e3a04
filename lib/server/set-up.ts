import 'server-only';
import { writeAudit } from '@/lib/db/audit';
import { getSetUpFacts, type SetUpFacts } from '@/lib/db/set-up';
import type { Language } from '@/lib/domain/market';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { SET_UP_STEPS, type SetUpLine, type SetUpState, type SetUpStep } from '@/lib/domain/set-up';
import { DOCTOR_EN } from '@/lib/domain/words/doctor';
import { DOCTOR_DE } from '@/lib/domain/words/doctor-de';
import { setUpStepWords } from '@/lib/domain/words/set-up';
import { shopWords } from '@/lib/domain/words/shop';
import type { Deps } from '@/lib/flows/deps';
import { examine } from './doctor/examine';
import type { Finding } from './doctor/finding';
import { logProblem } from './log';
import { setUpPage } from './set-up-page';
import { getDeps, getEnv, getPool } from './wiring';

const KEPT_MS = 10 * 60 * 1000;

type Look = { at: number; findings: Promise<Finding[]> };
const shelf = globalThis as typeof globalThis & { __kioskLook?: Look };

/** A look that failed is no page that fails: its steps are unknown, and the next look is a new one. */
function nothingSeen(error: unknown): Finding[] {
  delete shelf.__kioskLook;
  logProblem('set_up.not_looked', error);
  return [];
}

/** What the doctor finds; asked anew after ten minutes, or where somebody wants to know now. */
async function look(fresh: boolean): Promise<Finding[]> {
  const [deps, pool] = await Promise.all([getDeps(), getPool()]);
  const now = deps.now().getTime();
  if (fresh || !shelf.__kioskLook || now - shelf.__kioskLook.at > KEPT_MS)
    shelf.__kioskLook = { at: now, findings: examine(getEnv(), { pool, deps }).catch(nothingSeen) };
  return shelf.__kioskLook.findings;
}

/**
 * Brings the Page to what the shop needs, as `messenger:setup` does, and looks anew. Problem: "page_refused" with Meta's code;
 * "page_unanswered".
 */
export async function connectPage(
  deps: Deps,
  merchantId: string,
): Promise<Result<null, 'page_refused' | 'page_unanswered'>> {
  const done = await setUpPage(getEnv(), deps);
  delete shelf.__kioskLook;
  if (!done.ok) return fail(done.problem === 'refused' ? 'page_refused' : 'page_unanswered', done.detail);
  const { changed } = done.value;
  const entry = { merchantId, what: 'messenger.set_up', about: 'settings:messenger' } as const;
  await writeAudit(deps.db, { ...entry, after: { changed }, at: deps.now() });
  deps.log('settings.messenger_set_up', { merchant: merchantId, changed: changed.length });
  return succeed(null);
}

/**
 * How far the shop is set up, step by step: its own tables, and what the doctor finds of Messenger, payments and mail.
 * `fresh`: what was found a moment ago does not count.
 */
export async function readSetUp(language: Language, { fresh }: { fresh: boolean }): Promise<SetUpLine[]> {
  const { db } = await getDeps();
  const [facts, findings] = await Promise.all([getSetUpFacts(db), look(fresh)]);
  return SET_UP_STEPS.map((step) => lineOf(step, { facts, findings, language }));
}

type Known = { facts: SetUpFacts; findings: Finding[]; language: Language };
type Fault = SetUpLine['faults'][number];

function lineOf(step: SetUpStep, known: Known): SetUpLine {
  const words = setUpStepWords(step, known.language);
  const own = ownState(step, known.facts);
  const about = known.findings.filter((finding) => finding.about === step);
  if (own === 'open') return { step, state: 'open', faults: [{ what: openWords(step, known), remedy: words.remedy }] };
  if (own === null && about.length === 0)
    return { step, state: 'unknown', faults: [{ what: words.open, remedy: words.remedy }] };
  const faults = about.filter(({ is }) => is !== 'fine');
  const state = faults.some(({ is }) => is === 'broken') ? 'wrong' : faults.length === 0 ? 'done' : LACKING[step];
  return { step, state: state ?? 'open', faults: faults.map((finding) => faultOf(finding, known.language)) };
}

/** What it means that something was only noted: nobody needs PayPal. */
const LACKING: Partial<Record<SetUpStep, SetUpState>> = { paypal: 'optional' };

function faultOf({ say }: Finding, language: Language): Fault {
  const { what, remedy = '' } = say(language === 'de' ? DOCTOR_DE : DOCTOR_EN);
  return { what, remedy };
}

function openWords(step: SetUpStep, { facts, language }: Known): string {
  const { open } = setUpStepWords(step, language);
  if (step !== 'legal') return open;
  return `${open} (${facts.missingLegal.map((page) => shopWords[language].legal.pages[page]).join(', ')})`;
}

/** What the shop's own tables say of a step; null where they know nothing of it. */
function ownState(step: SetUpStep, facts: SetUpFacts): 'done' | 'open' | null {
  const known: Partial<Record<SetUpStep, boolean>> = {
    shop: facts.isNamed,
    seller: facts.hasSeller,
    legal: facts.missingLegal.length === 0,
    shipping: facts.isDelivered,
    product: facts.hasProduct,
    purchase: facts.hasOrder,
  };
  const is = known[step];
  return is === undefined ? null : is ? 'done' : 'open';
}
