import { Emitter } from './emitter';
import { PaymentElement } from './payment-element';
import { type Foreign, foreign, IntegrationError, numberAt, textAt, warnOfUnknown } from './values';
import { WalletElement } from './wallet-element';

const knownOptions = [
  'mode',
  'amount',
  'currency',
  'clientSecret',
  'appearance',
  'fonts',
  'locale',
  'loader',
  'captureMethod',
  'capture_method',
  'setupFutureUsage',
  'setup_future_usage',
  'onBehalfOf',
  'paymentMethodTypes',
  'allowedPaymentMethodTypes',
  'excludedPaymentMethodTypes',
  'paymentMethodCreation',
  'paymentMethodConfiguration',
  'paymentMethodOptions',
  'customerSessionClientSecret',
  'customerOptions',
  'externalPaymentMethodTypes',
  'customPaymentMethods',
  'syncAddressCheckbox',
];

function checkOptions(options: Foreign): void {
  warnOfUnknown('elements()', options, knownOptions);
  const mode = textAt(options, 'mode');
  if (textAt(options, 'clientSecret') !== undefined) return;
  if (mode === undefined || !['payment', 'setup', 'subscription'].includes(mode)) {
    throw new IntegrationError(
      'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
    );
  }
  const currency = textAt(options, 'currency');
  const amount = numberAt(options, 'amount');
  if (mode === 'payment' && (amount === undefined || !Number.isInteger(amount) || amount <= 0)) {
    throw new IntegrationError(
      "Invalid value for elements(): amount should be a positive amount in the currency's minor unit.",
    );
  }
  if (mode === 'payment' && (currency === undefined || !/^[a-z]{3}$/.test(currency))) {
    throw new IntegrationError(
      `Invalid value for elements(): currency should be a three-letter ISO code in lowercase. You specified: ${currency}.`,
    );
  }
}

type Setting = { origin: string; key: string };
type Submitted = { selectedPaymentMethod: string } | { error: Foreign };

/** The group of elements of one payment. The page must `submit()` it before each token or confirmation. */
export class Elements extends Emitter {
  private payment: PaymentElement | null = null;
  private wallets: WalletElement | null = null;
  private submitted = false;

  constructor(
    private readonly setting: Setting,
    private options: Foreign,
  ) {
    super();
    checkOptions(options);
  }

  get clientSecret(): string | undefined {
    return textAt(this.options, 'clientSecret');
  }

  /** What the page says that it charges. */
  get context(): Foreign {
    const { mode, amount, currency, setupFutureUsage } = this.options;
    return this.clientSecret ? {} : { mode, amount, currency, setup_future_usage: setupFutureUsage };
  }

  create(type: unknown, options?: unknown): PaymentElement | WalletElement {
    const { origin, key } = this.setting;
    if (type === 'expressCheckout') {
      const total = () => ({ amount: this.options.amount, currency: this.options.currency });
      this.wallets = new WalletElement({ origin, key, total }, { ...foreign(options) }, () => {
        this.wallets = null;
      });
      return this.wallets;
    }
    if (type !== 'payment') {
      throw new IntegrationError(
        `A valid Element name must be provided. This double draws payment, not ${String(type)}.`,
      );
    }
    if (this.payment) {
      throw new IntegrationError('Can only create one Element of type payment through this Elements instance.');
    }
    const appearance = foreign(this.options.appearance);
    const element = new PaymentElement({ origin, key, appearance }, foreign(options), () => {
      this.payment = null;
      this.submitted = false;
    });
    element.onEdited = () => {
      this.submitted = false;
    };
    this.payment = element;
    return element;
  }

  getElement(type: unknown): PaymentElement | WalletElement | null {
    return foreign(type).type === 'expressCheckout' || type === 'expressCheckout' ? this.wallets : this.payment;
  }

  async update(options: unknown): Promise<void> {
    const given = foreign(options);
    if ('clientSecret' in given) {
      throw new IntegrationError('clientSecret cannot be updated. Create a new Elements instance for another payment.');
    }
    const changed = { ...this.options, ...given };
    checkOptions(changed);
    this.options = changed;
    this.submitted = false;
    if ('appearance' in given) this.payment?.setAppearance(foreign(given.appearance));
    this.emit('update-end', {});
  }

  async fetchUpdates(): Promise<Foreign> {
    return {};
  }

  async submit(): Promise<Submitted> {
    if (this.wallets?.hasAgreed) {
      this.submitted = true;
      return { selectedPaymentMethod: 'express_checkout' };
    }
    if (!this.payment) throw new IntegrationError('elements.submit() needs a mounted Payment Element.');
    const { error } = await this.payment.ask({ is: 'submit' });
    this.submitted = error === undefined;
    return error ? { error } : { selectedPaymentMethod: 'card' };
  }

  /** The element that pays, if the page did what must come first; `caller` is what the page called. */
  forUse(caller: string): PaymentElement | WalletElement {
    if (!this.clientSecret && !this.submitted) {
      throw new IntegrationError(
        `elements.submit() must be called before ${caller}. Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work.`,
      );
    }
    const agreed = this.wallets?.hasAgreed ? this.wallets : null;
    if (agreed) {
      this.submitted = false;
      return agreed;
    }
    if (!this.payment) throw new IntegrationError(`${caller} needs a mounted Payment Element.`);
    this.submitted = false;
    return this.payment;
  }
}
