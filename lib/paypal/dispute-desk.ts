import { z } from 'zod';
import { isCurrency } from '@/lib/domain/currencies';
import { type Dispute, type Evidence, shortened } from '@/lib/domain/payments/dispute';
import type { DisputeDesk } from '@/lib/domain/ports';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type CallPaypal, createPaypalClient, type PaypalSettings } from './client';
import { chargeIdOf, type DisputeAction, disputeOf, disputeSchema, mayDo, type PaypalDispute } from './dispute-state';
import { evidencesOf, NOTES_LENGTH } from './evidence';
import { captureSchema, readProblem } from './shapes';

const READ_MS = 5_000;
const SUBMIT_MS = 20_000;
const PAGE_SIZE = 50;
/** More pages than any shop of ours fills; also the end of a list that leads in a circle. */
const MOST_PAGES = 40;
const BASE = '/v1/customer/disputes';

const listSchema = z.object({
  items: z.array(z.object({ dispute_id: z.string().min(1).max(255) })).default([]),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

/**
 * PayPal's disputes. While she and the shop talk with each other (INQUIRY) an answer is a message that she reads; after that it
 * is evidence for PayPal. PayPal knows no idempotency here: what it takes at all, it says by links, and an answer changes them.
 * Source: Customer Disputes v1; developer.paypal.com/docs/disputes/integration-guide.
 */
export function createPaypalDisputeDesk(settings: PaypalSettings): DisputeDesk {
  const call = createPaypalClient(settings);

  const act = async (id: string, choose: (dispute: PaypalDispute) => Act | null) => {
    const before = await read(call, id);
    if (!before.ok) return fail('gateway_unavailable');
    const chosen = choose(before.value);
    if (!chosen) return fail('evidence_refused', { code: 'not_offered' });
    const path = `${BASE}/${encodeURIComponent(id)}/${chosen.action}`;
    const answer = await call({ method: 'POST', path, parts: { input: chosen.input }, timeoutMs: SUBMIT_MS });
    if (answer.is === 'silence' || answer.status >= 500 || answer.status === 401 || answer.status === 429)
      return fail('gateway_unavailable');
    if (answer.status >= 400) {
      const { name, issues } = readProblem(answer.json);
      return fail('evidence_refused', { code: issues[0] ?? name });
    }
    const after = await find(call, id);
    return after.ok ? after : fail('gateway_unavailable');
  };

  return {
    find: (id) => find(call, id),
    submit: (id, evidence) => act(id, (dispute) => answerWith(dispute, evidence)),
    giveIn: (id) =>
      act(id, (dispute) =>
        mayDo(dispute, 'accept-claim')
          ? { action: 'accept-claim', input: { note: 'Accepted.', accept_claim_type: 'REFUND' } }
          : null,
      ),
    listOpened: (since) => listOpened(call, since),
  };
}

type Act = { action: DisputeAction; input: unknown };

function answerWith(dispute: PaypalDispute, evidence: Evidence): Act | null {
  if (mayDo(dispute, 'provide-evidence'))
    return { action: 'provide-evidence', input: { evidences: evidencesOf(evidence) } };
  if (mayDo(dispute, 'send-message'))
    return { action: 'send-message', input: { message: shortened(evidence.statement, NOTES_LENGTH) } };
  return null;
}

type Found<T> = Promise<Result<T, 'not_found' | 'gateway_unavailable'>>;

async function find(call: CallPaypal, id: string): Found<Dispute> {
  const dispute = await read(call, id);
  if (!dispute.ok) return dispute;
  // In a currency that the shop never sold in it cannot be about our money.
  if (!isCurrency(dispute.value.dispute_amount.currency_code)) return fail('not_found');
  const payment = await paymentOf(call, chargeIdOf(dispute.value));
  return payment.ok ? succeed(disputeOf(dispute.value, payment.value)) : payment;
}

async function read(call: CallPaypal, id: string): Found<PaypalDispute> {
  const path = `${BASE}/${encodeURIComponent(id)}`;
  const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
  if (answer.is === 'silence') return fail('gateway_unavailable');
  if (answer.status === 404) return fail('not_found');
  const dispute = answer.status === 200 ? disputeSchema.safeParse(answer.json) : null;
  return dispute?.success ? succeed(dispute.data) : fail('gateway_unavailable');
}

async function paymentOf(
  call: CallPaypal,
  chargeId: string | null,
): Promise<Result<string | null, 'gateway_unavailable'>> {
  if (!chargeId) return succeed(null);
  const path = `/v2/payments/captures/${encodeURIComponent(chargeId)}`;
  const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
  if (answer.is === 'silence') return fail('gateway_unavailable');
  if (answer.status === 404) return succeed(null);
  const capture = answer.status === 200 ? captureSchema.safeParse(answer.json) : null;
  if (!capture?.success) return fail('gateway_unavailable');
  return succeed(capture.data.supplementary_data?.related_ids?.order_id ?? null);
}

async function listOpened(call: CallPaypal, since: Date): Promise<Result<string[], 'gateway_unavailable'>> {
  const ids: string[] = [];
  const first = new URLSearchParams({ start_time: since.toISOString(), page_size: String(PAGE_SIZE) });
  let path: string | null = `${BASE}?${first}`;
  for (let page = 0; path && page < MOST_PAGES; page += 1) {
    const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
    const found = answer.is === 'answer' && answer.status === 200 ? listSchema.safeParse(answer.json) : null;
    if (!found?.success) return fail('gateway_unavailable');
    ids.push(...found.data.items.map(({ dispute_id }) => dispute_id));
    path = nextPath(found.data.links.find(({ rel }) => rel === 'next')?.href);
  }
  return succeed(ids);
}

// Only where in PayPal's list to go on is taken from the link, never where PayPal is.
function nextPath(href: string | undefined): string | null {
  const token = href && URL.canParse(href) ? new URL(href).searchParams.get('next_page_token') : null;
  return token ? `${BASE}?${new URLSearchParams({ page_size: String(PAGE_SIZE), next_page_token: token })}` : null;
}
