import type { IdempotencyKey } from '@/lib/domain/ids';
import type { Dispute, DisputeStatus, Evidence } from '@/lib/domain/payments/dispute';
import type { Charge } from '@/lib/domain/payments/payment';
import type { DisputeDesk } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';

const FEE_MINOR = 1500;

/** A provider's disputes in memory: a bank opens and decides them, evidence is taken once per key. */
export class FakeDisputeDesk implements DisputeDesk {
  readonly disputes = new Map<string, Dispute>();
  readonly submitted: { id: string; evidence: Evidence; key: IdempotencyKey }[] = [];
  readonly gaveIn: string[] = [];
  isDown = false;
  /** Takes the evidence and lets the answer get lost. */
  losesAnswers = false;
  /** How often somebody asked. */
  asked = 0;
  /** Runs between the look and the answer: a test may let much happen meanwhile. */
  beforeAnswer: () => Promise<void> = async () => undefined;

  async find(id: string) {
    if (this.isDown) return fail('gateway_unavailable');
    const dispute = this.disputes.get(id);
    const now = dispute && structuredClone(dispute);
    this.asked += 1;
    await this.beforeAnswer();
    return now ? succeed(now) : fail('not_found');
  }

  async submit(id: string, evidence: Evidence, key: IdempotencyKey) {
    if (this.isDown) return fail('gateway_unavailable');
    const dispute = this.need(id);
    const again = this.submitted.some((sent) => sent.key === key);
    if (!again && dispute.submissions > 0) return fail('evidence_refused', { code: 'invalid_request' });
    if (!again) {
      this.submitted.push({ id, evidence, key });
      dispute.submissions += 1;
      dispute.status = dispute.status === 'inquiry' ? 'inquiry_review' : 'under_review';
    }
    return this.losesAnswers ? fail('gateway_unavailable') : succeed(structuredClone(dispute));
  }

  async giveIn(id: string) {
    if (this.isDown) return fail('gateway_unavailable');
    const dispute = this.need(id);
    if (dispute.status === 'inquiry') dispute.movements.push(this.taken(dispute));
    dispute.status = 'lost';
    this.gaveIn.push(id);
    return this.losesAnswers ? fail('gateway_unavailable') : succeed(structuredClone(dispute));
  }

  async listOpened(since: Date) {
    if (this.isDown) return fail('gateway_unavailable');
    return succeed([...this.disputes.values()].filter(({ openedAt }) => openedAt >= since).map(({ id }) => id));
  }

  private taken({ id, amount: { amountMinor, currency } }: Pick<Dispute, 'id' | 'amount'>) {
    return { id: `txn_${id}_out`, amountMinor: -amountMinor, feeMinor: FEE_MINOR, currency };
  }

  /** Her bank disputes a charge: the money is taken, except for an inquiry. */
  open(charge: Charge, { inquiry = false, openedAt = new Date() } = {}): Dispute {
    const id = `du_${this.disputes.size + 1}`;
    const dispute: Dispute = {
      id,
      chargeId: charge.id,
      paymentId: charge.paymentId,
      amount: { ...charge.amount },
      reason: inquiry ? 'general' : 'fraudulent',
      status: inquiry ? 'inquiry' : 'needs_response',
      answerBy: new Date(openedAt.getTime() + 7 * 24 * 60 * 60 * 1000),
      openedAt,
      submissions: 0,
      toldAt: null,
      movements: inquiry ? [] : [this.taken({ id, amount: charge.amount })],
    };
    this.disputes.set(id, dispute);
    return dispute;
  }

  decide(id: string, status: Extract<DisputeStatus, 'won' | 'lost' | 'inquiry_closed'>): void {
    const dispute = this.need(id);
    dispute.status = status;
    if (status !== 'won') return;
    const { amountMinor, currency } = dispute.amount;
    dispute.movements.push({ id: `txn_${id}_back`, amountMinor, feeMinor: -FEE_MINOR, currency });
  }

  private need(id: string): Dispute {
    const dispute = this.disputes.get(id);
    if (!dispute) throw new Error(`no such dispute: ${id}`);
    return dispute;
  }
}
