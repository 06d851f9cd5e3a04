import { asId, type ForeignChargeId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import type { Money } from '@/lib/domain/money';
import type {
  Charge,
  PaymentOutcome,
  PaymentProof,
  PaymentProvider,
  PaymentRequest,
  PaymentState,
  ProviderRefund,
  RefundOutcome,
  RefundRequest,
} from '@/lib/domain/payments/payment';
import type { CardKeeper, PaymentGateway } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';

/** How long the fake provider holds money that was not taken. */
const HOLD_MS = 7 * 24 * 60 * 60_000;

type Payment = { id: string; request: PaymentRequest; state: PaymentState };

/**
 * A provider in memory that keeps its promises: one object per create key, one run per confirm key. The proof says what
 * happens: `ok`, `decline`, `3ds`, `pending`, `lost` (charges, but the answer never arrives).
 */
export class FakeGateway implements PaymentGateway {
  constructor(readonly provider: PaymentProvider = 'stripe') {}

  /** Begins the ids of a second provider, which never gives the same ones. */
  protected readonly mark: string = '';
  readonly payments = new Map<string, Payment>();
  readonly charges: Charge[] = [];
  readonly refunds: (ProviderRefund & { chargeId: string; key: IdempotencyKey })[] = [];
  readonly captures: { id: string; amount: Money; key: IdempotencyKey }[] = [];
  private created = new Map<string, string>();
  private confirmed = new Map<string, Promise<PaymentOutcome>>();
  /** Runs before each confirm: a test may make something happen at this very moment. */
  beforeConfirm: () => Promise<void> = async () => undefined;
  isDown = false;
  /** Customers by the key that made them, and the cards that may no longer be charged. */
  readonly customers = new Map<string, string>();
  readonly detached: string[] = [];
  readonly deletedCustomers: string[] = [];
  readonly cards: CardKeeper = {
    createCustomer: async (_shopperId, key) => {
      if (this.isDown) return fail('gateway_unavailable');
      const id = this.customers.get(key) ?? `cus_${this.customers.size + 1}`;
      this.customers.set(key, id);
      return succeed(id);
    },
    detach: async (methodId) => {
      if (this.isDown) return fail('gateway_unavailable');
      this.detached.push(methodId);
      return succeed(null);
    },
    deleteCustomer: async (customerId) => {
      if (this.isDown) return fail('gateway_unavailable');
      this.deletedCustomers.push(customerId);
      return succeed(null);
    },
  };
  /** Why no refund is made, as the provider says it; null: they are made. */
  refuses: string | null = null;

  async create(request: PaymentRequest, key: IdempotencyKey) {
    if (this.isDown) return fail('gateway_unavailable');
    const known = this.created.get(key);
    if (known) return succeed(asId<ProviderPaymentId>(known));
    const id = `${this.mark}pi_${this.payments.size + 1}`;
    this.created.set(key, id);
    this.payments.set(id, { id, request, state: { is: 'unconfirmed' } });
    return succeed(asId<ProviderPaymentId>(id));
  }

  confirm(id: ProviderPaymentId, proof: PaymentProof, key: IdempotencyKey): Promise<PaymentOutcome> {
    const running =
      this.confirmed.get(key) ?? this.run(id, 'keptMethodId' in proof ? proof.keptMethodId : proof.confirmationToken);
    this.confirmed.set(key, running);
    return running;
  }

  async capture(id: ProviderPaymentId, amount: Money, key: IdempotencyKey): Promise<PaymentOutcome> {
    if (this.isDown) return { is: 'unknown' };
    const payment = this.need(id);
    this.captures.push({ id, amount, key });
    if (payment.state.is === 'succeeded') return payment.state;
    if (payment.state.is !== 'authorised') return { is: 'declined', reason: 'try_again' };
    const { charge } = payment.state;
    charge.captured = true;
    charge.capturedMinor = amount.amountMinor;
    payment.state = { is: 'succeeded', charge };
    return payment.state;
  }

  async cancel(id: ProviderPaymentId): Promise<PaymentState> {
    if (this.isDown) return { is: 'unknown' };
    const payment = this.need(id);
    if (payment.state.is !== 'succeeded') payment.state = { is: 'cancelled' };
    return payment.state;
  }

  async refund(request: RefundRequest, key: IdempotencyKey): Promise<RefundOutcome> {
    if (this.isDown) return { is: 'unknown' };
    const known = this.refunds.find((refund) => refund.key === key);
    if (known) return { is: known.status === 'pending' ? 'pending' : 'succeeded', refundId: known.id };
    if (this.refuses) return { is: 'refused', reason: this.refuses };
    const charge = this.charges.find((candidate) => candidate.id === request.chargeId);
    if (charge && charge.refundedMinor + request.amount.amountMinor > charge.capturedMinor)
      return { is: 'refused', reason: 'amount_too_large' };
    return { is: 'succeeded', refundId: this.addRefund({ ...request, key }).id };
  }

  /** A refund that stands at the provider, made by us or at its dashboard. */
  addRefund(given: { chargeId: string; amount: Money; reference?: string | null; key?: IdempotencyKey }) {
    const charge = this.charges.find((candidate) => candidate.id === given.chargeId);
    if (charge) charge.refundedMinor += given.amount.amountMinor;
    const refund: FakeGateway['refunds'][number] = {
      id: `${this.mark}re_${this.refunds.length + 1}`,
      chargeId: given.chargeId,
      amount: given.amount,
      status: 'succeeded',
      failure: null,
      reference: given.reference ?? null,
      key: given.key ?? asId<IdempotencyKey>('dashboard'),
      createdAt: new Date(),
    };
    this.refunds.push(refund);
    return refund;
  }

  /** Her bank sends a refund back to us, perhaps days later. */
  failRefund(id: string): void {
    const refund = this.refunds.find((candidate) => candidate.id === id);
    const charge = this.charges.find((candidate) => candidate.id === refund?.chargeId);
    if (!refund || !charge) throw new Error(`no such refund: ${id}`);
    refund.status = 'failed';
    refund.failure = 'lost_or_stolen_card';
    charge.refundedMinor -= refund.amount.amountMinor;
  }

  async listRefunds(chargeId: string) {
    if (this.isDown) return fail('gateway_unavailable');
    return succeed(this.refunds.filter((refund) => refund.chargeId === chargeId).map((refund) => ({ ...refund })));
  }

  async retrieve(id: ProviderPaymentId): Promise<PaymentState> {
    return this.isDown ? { is: 'unknown' } : this.need(id).state;
  }

  async findCharge(id: ForeignChargeId) {
    const charge = this.charges.find((candidate) => candidate.id === id);
    return charge ? succeed(charge) : fail('not_found');
  }

  async listCharges() {
    return this.isDown ? fail('gateway_unavailable') : succeed([...this.charges]);
  }

  /** Her bank says yes or no to an open 3-D Secure. */
  authenticate(id: string, passes: boolean): void {
    if (passes) this.succeedWith(id);
    else this.need(id).state = { is: 'declined', reason: 'authentication_failed' };
  }

  succeedWith(id: string): Charge {
    return this.succeed(id).charge;
  }

  private succeed(id: string) {
    const payment = this.need(id);
    const captured = payment.request.capture === 'now';
    const charge = this.addCharge({
      paymentId: id,
      amount: payment.request.amount,
      reference: payment.request.attemptId,
      captured,
    });
    const captureBefore = new Date(Date.now() + HOLD_MS);
    const state = captured
      ? { is: 'succeeded' as const, charge }
      : { is: 'authorised' as const, charge, captureBefore };
    payment.state = state;
    return state;
  }

  /** A charge that stands at the provider, made by us or by Messenger's dialog. */
  addCharge(given: Pick<Charge, 'amount' | 'reference'> & { paymentId?: string; captured?: boolean }): Charge {
    const charge: Charge = {
      id: `${this.mark}ch_${this.charges.length + 1}`,
      provider: this.provider,
      paymentId: given.paymentId ?? null,
      amount: { ...given.amount },
      captured: given.captured ?? true,
      capturedMinor: given.captured === false ? 0 : given.amount.amountMinor,
      refundedMinor: 0,
      card: { brand: 'visa', last4: '4242' },
      method: { id: `pm_${this.charges.length + 1}`, expiryMonth: 12, expiryYear: 2034 },
      reference: given.reference,
      livemode: false,
    };
    this.charges.push(charge);
    return charge;
  }

  private async run(id: ProviderPaymentId, token: string): Promise<PaymentOutcome> {
    await this.beforeConfirm();
    const payment = this.need(id);
    if (payment.state.is !== 'unconfirmed') return { is: 'declined', reason: 'try_again' };
    if (token === 'decline') payment.state = { is: 'declined', reason: 'insufficient_funds' };
    else if (token === '3ds') payment.state = { is: 'authentication_required', clientSecret: `${id}_secret` };
    else if (token === 'pending') payment.state = { is: 'pending' };
    else return this.succeed(id);
    return payment.state;
  }

  private need(id: string): Payment {
    const payment = this.payments.get(id);
    if (!payment) throw new Error(`no such payment: ${id}`);
    return payment;
  }
}
