import type { ForeignChargeId, IdempotencyKey, ProviderPaymentId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import type {
  Charge,
  PaymentOutcome,
  PaymentProof,
  PaymentRequest,
  PaymentState,
  ProviderRefund,
  RefundOutcome,
  RefundRequest,
} from '@/lib/domain/payments/payment';
import type { PaymentGateway } from '@/lib/domain/ports';
import { fail, type Result } from '@/lib/domain/result';
import { FakeGateway } from '../testing-gateway';
import { moments } from './moment';

/** The process that ran a flow is gone: nobody hears its end. */
export class Crash extends Error {
  override name = 'Crash';
}

/** The tests' provider behind a bad network, and stricter: it notes what a real one would hold against us. */
export class FaultyGateway implements PaymentGateway {
  readonly complaints: string[] = [];
  /** Charges that cannot be given back: disputed, or the account has nothing left. */
  readonly stuck = new Set<string>();
  isDown = false;
  /** How often a fault struck, and how often something happened while a flow waited. */
  readonly struck = { faults: 0, races: 0 };
  private refunded = new Map<string, { request: RefundRequest; outcome: RefundOutcome }>();

  constructor(readonly provider: FakeGateway = new FakeGateway()) {}

  create(request: PaymentRequest, key: IdempotencyKey) {
    return this.through<Result<ProviderPaymentId, 'gateway_unavailable'>>(
      () => this.provider.create(request, key),
      fail('gateway_unavailable'),
    );
  }

  confirm(id: ProviderPaymentId, proof: PaymentProof, key: IdempotencyKey) {
    return this.through<PaymentOutcome>(
      async () => {
        const before = this.stateOf(id);
        const outcome = await this.provider.confirm(id, proof, key);
        if (outcome.is !== 'declined' || before.is === 'unconfirmed' || before.is === 'cancelled') return outcome;
        if (before.is === 'approved') return outcome;
        // A payment that is past confirming is not declined for being asked again: it answers how it stands.
        return before;
      },
      { is: 'unknown' },
    );
  }

  capture(id: ProviderPaymentId, amount: Money, key: IdempotencyKey) {
    return this.through<PaymentOutcome>(() => this.provider.capture(id, amount, key), { is: 'unknown' });
  }

  cancel(id: ProviderPaymentId) {
    return this.through<PaymentState>(
      async () => {
        const before = this.stateOf(id);
        // A bank that is still at work lets nobody cancel.
        return before.is === 'pending' ? before : this.provider.cancel(id);
      },
      { is: 'unknown' },
    );
  }

  refund(request: RefundRequest, key: IdempotencyKey) {
    return this.through<RefundOutcome>(async () => this.giveBack(request, key), { is: 'unknown' });
  }

  listRefunds(chargeId: string) {
    return this.through<Result<ProviderRefund[], 'gateway_unavailable'>>(
      () => this.provider.listRefunds(chargeId),
      fail('gateway_unavailable'),
    );
  }

  retrieve(id: ProviderPaymentId) {
    return this.through<PaymentState>(() => this.provider.retrieve(id), { is: 'unknown' });
  }

  findCharge(id: ForeignChargeId) {
    return this.through<Result<Charge, 'not_found' | 'gateway_unavailable'>>(
      () => this.provider.findCharge(id),
      fail('gateway_unavailable'),
    );
  }

  listCharges() {
    return this.through<Result<Charge[], 'gateway_unavailable'>>(
      () => this.provider.listCharges(),
      fail('gateway_unavailable'),
    );
  }

  /** How a payment stands at the provider, without asking over the network. */
  stateOf(id: string): PaymentState {
    const payment = this.provider.payments.get(id);
    if (!payment) throw new Error(`no such payment: ${id}`);
    return payment.state;
  }

  private async giveBack(request: RefundRequest, key: IdempotencyKey): Promise<RefundOutcome> {
    const known = this.refunded.get(key);
    if (known) {
      if (
        known.request.amount.amountMinor !== request.amount.amountMinor ||
        known.request.chargeId !== request.chargeId
      )
        this.complaints.push(`one key gives back different money: ${key}`);
      return known.outcome;
    }
    if (this.stuck.has(request.chargeId)) return { is: 'refused', reason: 'charge_disputed' };
    const charge = this.provider.charges.find((candidate) => candidate.id === request.chargeId);
    if (!charge || charge.refundedMinor + request.amount.amountMinor > charge.capturedMinor) {
      // Of what went back at the provider's dashboard the shop may not have heard yet: then it may ask.
      if (!this.provider.refunds.some(({ chargeId, key }) => chargeId === request.chargeId && key === 'dashboard'))
        this.complaints.push(`more is given back than was charged: ${request.chargeId}`);
      return { is: 'refused', reason: 'charge_already_refunded' };
    }
    const outcome = await this.provider.refund(request, key);
    this.refunded.set(key, { request, outcome });
    return outcome;
  }

  // What a caller gets is a copy: what it holds does not change when the provider does.
  async through<T>(act: () => Promise<T>, silence: T): Promise<T> {
    const moment = moments.getStore();
    const call = moment ? moment.calls++ : 0;
    const fault = moment?.fault?.at === call ? moment.fault.kind : null;
    const meanwhile = moment?.meanwhile?.at === call ? moment.meanwhile : null;

    if (fault) this.struck.faults += 1;
    if (meanwhile) this.struck.races += 1;
    if (meanwhile?.when === 'before') await meanwhile.run();
    if (fault === 'crash-before') throw new Crash();
    if (this.isDown || fault === 'unreached') return silence;
    const answer = structuredClone(await act());
    if (meanwhile?.when === 'after') await meanwhile.run();
    if (fault === 'crash-after') throw new Crash();
    return fault === 'unanswered' ? silence : answer;
  }
}
