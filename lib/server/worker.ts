import { askForReviews } from '@/lib/flows/ask-for-reviews';
import { checkAttempts } from '@/lib/flows/check-attempts';
import { clearPictures } from '@/lib/flows/clear-pictures';
import { deliverMails } from '@/lib/flows/deliver-mails';
import { deliverInLanes } from '@/lib/flows/deliver-messages';
import type { Deps } from '@/lib/flows/deps';
import { checkRefunds } from '@/lib/flows/find-refunds';
import { checkHolds } from '@/lib/flows/follow-hold';
import { workImports } from '@/lib/flows/import/work-imports';
import { detachRemovedCards } from '@/lib/flows/keep-card';
import { markOrders } from '@/lib/flows/mark-orders';
import { publishDue } from '@/lib/flows/publish-due';
import { reconcile } from '@/lib/flows/reconcile';
import { feedBroadcasts } from '@/lib/flows/send-broadcasts';
import { answerAsks, remindOfCarts } from '@/lib/flows/send-reminders';
import { tellStaff } from '@/lib/flows/tell-staff';
import { workPersonRequests } from '@/lib/flows/work-person-requests';
import { sanitiseHtml } from '@/lib/import/html';
import { openTable } from '@/lib/import/open-table';
import { workStoredEvents } from './event-handlers';
import { logProblem } from './log';
import { type Job, onWake } from './wake';

type Round = { name: string; job: Job | null; everyMs: number; run: (deps: Deps) => Promise<number> };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than providers try to deliver an event (three days), and a weekend. */
const RECONCILED_DAYS = 5;

/** Each job runs alone in this process, again at once while it finds something, else when woken or after its pause. */
const ROUNDS: Round[] = [
  { name: 'events', job: 'events', everyMs: 1_000, run: workStoredEvents },
  { name: 'messages', job: 'messages', everyMs: 1_000, run: deliverInLanes },
  { name: 'broadcasts', job: null, everyMs: 250, run: feedBroadcasts },
  { name: 'payments', job: 'payments', everyMs: 1_000, run: checkAttempts },
  { name: 'removed-cards', job: 'payments', everyMs: 30_000, run: detachRemovedCards },
  { name: 'asks', job: null, everyMs: 5_000, run: answerAsks },
  { name: 'reviews', job: null, everyMs: 60_000, run: askForReviews },
  { name: 'carts-left', job: null, everyMs: 60_000, run: remindOfCarts },
  { name: 'refunds', job: null, everyMs: 2_000, run: checkRefunds },
  { name: 'person-requests', job: null, everyMs: 2_000, run: workPersonRequests },
  { name: 'holds', job: null, everyMs: 5_000, run: checkHolds },
  { name: 'order-search', job: null, everyMs: 3_000, run: markOrders },
  { name: 'pictures', job: null, everyMs: 10 * 60_000, run: clearPictures },
  { name: 'publishing', job: null, everyMs: 5_000, run: publishDue },
  {
    name: 'imports',
    job: null,
    everyMs: 1_000,
    run: (deps) => workImports({ ...deps, files: { open: openTable, sanitise: sanitiseHtml } }),
  },
  {
    name: 'reconcile',
    job: null,
    everyMs: 5 * 60_000,
    run: async (deps) => {
      await reconcile(deps, new Date(deps.now().getTime() - RECONCILED_DAYS * DAY_MS));
      return 0;
    },
  },
];

/** Without a mail server nobody looks into the outbox of mails: said once, by the doctor too. */
function mailRounds({ mail, log }: Deps): Round[] {
  if (mail)
    return [
      { name: 'staff', job: null, everyMs: 5_000, run: tellStaff },
      { name: 'mails', job: 'messages', everyMs: 1_000, run: (deps) => deliverMails({ ...deps, mail }) },
    ];
  log('mail.disabled', { remedy: 'set SMTP_URL and MAIL_FROM; confirmations wait until then' });
  return [];
}

// For the readiness door, which may live in the other copy of this file.
const shelf = globalThis as typeof globalThis & { __kioskHeartbeat?: number };

/** When the worker of this process last finished a round, in ms since 1970; null when it has none. */
export function lastHeartbeat(): number | null {
  return shelf.__kioskHeartbeat ?? null;
}

/** Starts the background jobs; `stop` waits for what runs. Every job may run in several processes at once. */
export function startWorker(deps: Deps): { stop(): Promise<void> } {
  shelf.__kioskHeartbeat = Date.now();
  const ends = [...ROUNDS, ...mailRounds(deps)].map((round) => startRound(deps, round));
  return {
    stop: async () => {
      await Promise.all(ends.map((end) => end()));
    },
  };
}

function startRound(deps: Deps, { name, job, everyMs, run }: Round): () => Promise<void> {
  let stopped = false;
  let woken = false;
  let ring = () => undefined as undefined;
  const deafen = onWake((wanted) => {
    if (wanted !== job) return;
    woken = true;
    ring();
  });

  const loop = async () => {
    while (!stopped) {
      woken = false;
      const found = await runSafely(deps, name, run);
      shelf.__kioskHeartbeat = Date.now();
      if (found > 0 || woken || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    deafen();
    ring();
    await running;
  };
}

async function runSafely(deps: Deps, name: string, run: Round['run']): Promise<number> {
  try {
    return await run(deps);
  } catch (error) {
    // The database is away, or one row is broken: said once a round, and tried again.
    logProblem('worker.failed', error, { job: name });
    return 0;
  }
}
