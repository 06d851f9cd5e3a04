import { z } from 'zod';
import { currencySchema, fromDecimalText } from '@/lib/domain/money';
import type { Charge } from '@/lib/domain/payments/payment';
import { fail, type Result, succeed } from '@/lib/domain/result';
import type { CallPaypal } from './client';

const PAGE_SIZE = 500;
const READ_MS = 10_000;
/** Payments to us begin with T00; refunds and reversals are transactions of their own. */
const PAYMENT_CODE = /^T00/;
const REFUND_CODE = /^T11/;
/** Came in, and went back since: wholly (V) or in part (F). */
const WENT_BACK = ['V', 'F'];

const pageSchema = z.object({
  total_pages: z.number().default(1),
  transaction_details: z
    .array(
      z.object({
        transaction_info: z.object({
          transaction_id: z.string(),
          transaction_event_code: z.string(),
          transaction_status: z.string(),
          transaction_amount: z.object({ currency_code: z.string(), value: z.string() }),
          custom_field: z.string().nullish(),
          paypal_reference_id: z.string().nullish(),
        }),
      }),
    )
    .default([]),
});

/** One capture as it stands now, with what went back. */
type LookUp = (captureId: string) => Promise<Result<Charge, 'not_found' | 'gateway_unavailable'>>;

/**
 * The payments that came in or went back since a moment, newest first: what reconciliation reads. A payment in the list says
 * nothing of its refunds, so each that a refund names is looked up. PayPal lists with a delay of up to three hours and for
 * 31 days at most; what is younger is found by the orders that our attempts recorded. Problem: "gateway_unavailable", also
 * where the account may not search. Source: Transaction Search v1, its event codes.
 */
export async function listCaptures(
  call: CallPaypal,
  since: Date,
  { livemode, lookUp }: { livemode: boolean; lookUp: LookUp },
): Promise<Result<Charge[], 'gateway_unavailable'>> {
  const rows = await listTransactions(call, since);
  if (!rows.ok) return rows;
  const changed = new Set(rows.value.flatMap(changedCaptureOf));
  const charges: Charge[] = [];
  for (const info of rows.value) {
    const charge = changed.has(info.transaction_id) ? null : chargeOf(info, livemode);
    if (charge) charges.push(charge);
  }
  for (const captureId of changed) {
    const found = await lookUp(captureId);
    if (found.ok) charges.push(found.value);
    else if (found.problem === 'gateway_unavailable') return fail('gateway_unavailable');
  }
  return succeed(charges.reverse());
}

type Info = z.infer<typeof pageSchema>['transaction_details'][number]['transaction_info'];

async function listTransactions(call: CallPaypal, since: Date): Promise<Result<Info[], 'gateway_unavailable'>> {
  const rows: Info[] = [];
  const query = { start_date: since.toISOString(), end_date: new Date().toISOString(), fields: 'transaction_info' };
  for (let page = 1, last = 1; page <= last; page += 1) {
    const asked = new URLSearchParams({ ...query, page_size: String(PAGE_SIZE), page: String(page) });
    const path = `/v1/reporting/transactions?${asked}`;
    const answer = await call({ method: 'GET', path, timeoutMs: READ_MS });
    const found = answer.is === 'answer' && answer.status === 200 ? pageSchema.safeParse(answer.json) : null;
    if (!found?.success) return fail('gateway_unavailable');
    last = found.data.total_pages;
    rows.push(...found.data.transaction_details.map(({ transaction_info }) => transaction_info));
  }
  return succeed(rows);
}

function changedCaptureOf(info: Info): string[] {
  const { transaction_event_code: code, paypal_reference_id: reference } = info;
  if (REFUND_CODE.test(code)) return reference ? [reference] : [];
  return PAYMENT_CODE.test(code) && WENT_BACK.includes(info.transaction_status) ? [info.transaction_id] : [];
}

function chargeOf(info: Info, livemode: boolean): Charge | null {
  const currency = currencySchema.safeParse(info.transaction_amount.currency_code);
  const amount = currency.success ? fromDecimalText(info.transaction_amount.value, currency.data) : null;
  if (!amount || !PAYMENT_CODE.test(info.transaction_event_code) || info.transaction_status !== 'S') return null;
  const { amountMinor: capturedMinor } = amount;
  const reference = info.custom_field ?? null;
  const { transaction_id: id } = info;
  return {
    id,
    provider: 'paypal',
    paymentId: null,
    amount,
    captured: true,
    capturedMinor,
    refundedMinor: 0,
    card: null,
    reference,
    livemode,
  };
}
