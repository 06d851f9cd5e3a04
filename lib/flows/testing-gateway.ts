import { asId, type ForeignChargeId, type IdempotencyKey, type ProviderPaymentId } from '@/lib/domain/ids';
import type {
  Charge,
  PaymentOutcome,
  PaymentProof,
  PaymentRequest,
  PaymentState,
  RefundOutcome,
  RefundRequest,
} from '@/lib/domain/payments/payment';
import type { PaymentGateway } from '@/lib/domain/ports';
import { fail, succeed } from '@/lib/domain/result';

type Payment = { id: string; request: PaymentRequest; state: PaymentState };

/**
 * A provider in memory that keeps its promises: one object per create key, one run per confirm key. The proof says what
 * happens: `ok`, `decline`, `3ds`, `pending`, `lost` (charges, but the answer never arrives).
 */
export class FakeGateway implements PaymentGateway {
  readonly payments = new Map<string, Payment>();
  readonly charges: Charge[] = [];
  readonly refunds: { request: RefundRequest; key: IdempotencyKey }[] = [];
  private created = new Map<string, string>();
  private confirmed = new Map<string, Promise<PaymentOutcome>>();
  /** Runs before each confirm: a test may make something happen at this very moment. */
  beforeConfirm: () => Promise<void> = async () => undefined;
  isDown = false;

  async create(request: PaymentRequest, key: IdempotencyKey) {
    if (this.isDown) return fail('gateway_unavailable');
    const known = this.created.get(key);
    if (known) return succeed(asId<ProviderPaymentId>(known));
    const id = `pi_${this.payments.size + 1}`;
    this.created.set(key, id);
    this.payments.set(id, { id, request, state: { is: 'unconfirmed' } });
    return succeed(asId<ProviderPaymentId>(id));
  }

  confirm(id: ProviderPaymentId, proof: PaymentProof, key: IdempotencyKey): Promise<PaymentOutcome> {
    const running = this.confirmed.get(key) ?? this.run(id, proof.confirmationToken);
    this.confirmed.set(key, running);
    return running;
  }

  async cancel(id: ProviderPaymentId): Promise<PaymentState> {
    if (this.isDown) return { is: 'unknown' };
    const payment = this.need(id);
    if (payment.state.is !== 'succeeded') payment.state = { is: 'cancelled' };
    return payment.state;
  }

  async refund(request: RefundRequest, key: IdempotencyKey): Promise<RefundOutcome> {
    if (this.isDown) return { is: 'unknown' };
    if (!this.refunds.some((refund) => refund.key === key)) {
      this.refunds.push({ request, key });
      const charge = this.charges.find((candidate) => candidate.id === request.chargeId);
      if (charge) charge.refundedMinor += request.amount.amountMinor;
    }
    return { is: 'succeeded', refundId: `re_${this.refunds.length}` };
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
    const payment = this.need(id);
    const charge = this.addCharge({
      paymentId: id,
      amount: payment.request.amount,
      reference: payment.request.attemptId,
    });
    payment.state = { is: 'succeeded', charge };
    return charge;
  }

  /** A charge that stands at the provider, made by us or by Messenger's dialog. */
  addCharge(given: Pick<Charge, 'amount' | 'reference'> & { paymentId?: string }): Charge {
    const charge: Charge = {
      id: `ch_${this.charges.length + 1}`,
      paymentId: given.paymentId ?? null,
      amount: { ...given.amount },
      captured: true,
      refundedMinor: 0,
      card: { brand: 'visa', last4: '4242' },
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
    else return { is: 'succeeded', charge: this.succeedWith(id) };
    return payment.state;
  }

  private need(id: string): Payment {
    const payment = this.payments.get(id);
    if (!payment) throw new Error(`no such payment: ${id}`);
    return payment;
  }
}
