import type { ProviderPaymentId } from '@/lib/domain/ids';
import type { PaymentOutcome, PaymentRequest, PaymentState } from '@/lib/domain/payments/payment';
import { FakeGateway } from '../testing-gateway';

/** What she pays with on PayPal's page, as far as it matters: taken at once, refused at the capture, under review. */
export type Funding = 'ok' | 'declined' | 'pending';

/**
 * PayPal as its gateway shows it: she approves on its page, only our capture moves money, and an order cannot be cancelled,
 * only left alone. Source: reference/payments.md section 3.
 */
export class PaypalProvider extends FakeGateway {
  protected override readonly mark = 'pp_';
  private funding = new Map<string, Funding>();

  constructor() {
    super('paypal');
  }

  override async create(request: PaymentRequest, key: Parameters<FakeGateway['create']>[1]) {
    const created = await super.create({ ...request, capture: 'now' }, key);
    const payment = created.ok && this.payments.get(created.value);
    if (payment && payment.state.is === 'unconfirmed') payment.state = this.asks(payment.id, false);
    return created;
  }

  /** She agrees on its page, with a source of money that she chose there; nothing once she did, or once it was captured. */
  approve(id: string, funding: Funding): void {
    const payment = this.payments.get(id);
    if (payment?.state.is !== 'approval_required') return;
    this.funding.set(id, funding);
    payment.state = { is: 'approved' };
  }

  override async capture(id: ProviderPaymentId): Promise<PaymentOutcome> {
    const payment = this.payments.get(id);
    if (!payment) throw new Error(`no such payment: ${id}`);
    const { state } = payment;
    if (state.is === 'unconfirmed' || state.is === 'cancelled') return { is: 'declined', reason: 'try_again' };
    if (state.is !== 'approved') return state;
    const funding = this.funding.get(id);
    if (funding === 'ok') return { is: 'succeeded', charge: this.succeedWith(id) };
    const refused = funding === 'declined' ? this.asks(id, true) : { is: 'pending' as const };
    payment.state = refused;
    return refused;
  }

  /** It knows no cancelling: what our server does not capture moves no money. */
  override async cancel(id: ProviderPaymentId): Promise<PaymentState> {
    const state = await this.retrieve(id);
    const isOurs = state.is === 'approved' || state.is === 'approval_required' || state.is === 'declined';
    return isOurs ? { is: 'cancelled' } : state;
  }

  private asks(id: string, declined: boolean) {
    return { is: 'approval_required' as const, url: `https://paypal.example/checkoutnow?token=${id}`, declined };
  }
}
