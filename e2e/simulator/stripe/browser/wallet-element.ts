import { Emitter } from './emitter';
import { type Foreign, foreign, IntegrationError, isForeign, textAt, warnOfUnknown } from './values';
import type { FromWalletFrame, ToWalletFrame, WalletHello } from './wallet-messages';

const elementType = 'expressCheckout';
const wallets = ['applePay', 'googlePay', 'link'];
const patienceMs = 1_000;
const knownOptions = [
  'buttonType',
  'buttonTheme',
  'buttonHeight',
  'layout',
  'paymentMethods',
  'paymentMethodOrder',
  'emailRequired',
  'phoneNumberRequired',
  'billingAddressRequired',
  'shippingAddressRequired',
  'business',
  'applePay',
];

type Setting = { origin: string; key: string; total: () => Foreign };
type Waiting = (answer: { value?: Foreign; error?: Foreign }) => void;

/**
 * The row of wallets. In Messenger's webview there are none, so `ready` comes without any and nothing is drawn; a test
 * may say that some exist. The sheet then covers the page, as the phone's own does, and is of Stripe's origin.
 */
export class WalletElement extends Emitter {
  private frame: HTMLIFrameElement | null = null;
  /** Keeps the row's height while the sheet covers the page: a phone's own sheet moves nothing under it. */
  private readonly place = document.createElement('div');
  private port: MessagePort | null = null;
  private waiting: Waiting | null = null;
  private agreed = false;
  readonly billingFields = undefined;

  constructor(
    private readonly setting: Setting,
    private readonly options: Foreign,
    private readonly onDestroy: () => void,
  ) {
    super();
    warnOfUnknown('expressCheckout', options, knownOptions);
    if (foreign(options.buttonType).googlePay === 'check-out')
      throw new IntegrationError(
        "Invalid value for elements.create('expressCheckout'): buttonType.googlePay should be 'checkout'.",
      );
  }

  /** Whether she has agreed in a sheet whose payment was not yet asked for. */
  get hasAgreed(): boolean {
    return this.agreed;
  }

  mount(target: unknown): void {
    const node = typeof target === 'string' ? document.querySelector(target) : target;
    if (!(node instanceof HTMLElement))
      throw new IntegrationError('Missing argument. Make sure to call mount() with a valid DOM element or selector.');
    this.unmount();
    const frame = document.createElement('iframe');
    Object.assign(frame, { title: 'Secure express checkout frame', allow: 'payment *' });
    Object.assign(frame.style, { border: '0', width: '100%', height: '0', display: 'block' });
    frame.src = `${this.setting.origin}/frame/wallets`;
    this.frame = frame;
    this.look(frame).catch((error: unknown) =>
      this.emit('loaderror', { elementType, error: isForeign(error) ? error : { message: String(error) } }),
    );
    this.place.replaceChildren(frame);
    node.replaceChildren(this.place);
  }

  unmount(): void {
    this.port?.close();
    this.port = null;
    this.place.remove();
    this.frame = null;
    this.waiting?.({ error: { type: 'invalid_request_error', message: 'The Element was unmounted.' } });
    this.waiting = null;
  }

  destroy(): void {
    this.unmount();
    this.onDestroy();
  }

  update(options: unknown): void {
    Object.assign(this.options, foreign(options));
  }

  ask(question: { is: 'tokenise'; params: Foreign; context: Foreign }): Promise<{ value?: Foreign; error?: Foreign }> {
    if (!this.agreed)
      throw new IntegrationError(
        'stripe.createConfirmationToken() with the Express Checkout Element belongs into its confirm event.',
      );
    this.agreed = false;
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.tell(question);
    });
  }

  private async look(frame: HTMLIFrameElement): Promise<void> {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    const response = await fetch(`${this.setting.origin}/v1/elements/wallets`);
    const existing = foreign(await response.json()).wallets;
    const never = Object.entries(foreign(this.options.paymentMethods)).filter(([, wish]) => wish === 'never');
    const hidden = never.map(([name]) => name);
    const names = (Array.isArray(existing) ? existing : [])
      .map(String)
      .filter((name) => wallets.includes(name) && !hidden.includes(name));
    await loaded;
    if (this.frame !== frame) return;
    if (names.length === 0) return this.emit('ready', { elementType });
    const channel = new MessageChannel();
    this.port = channel.port1;
    channel.port1.onmessage = (message: MessageEvent<FromWalletFrame>) => this.hear(message.data);
    // Link pays inside the Payment Element; a button of its own is not drawn.
    const drawn = names.filter((name) => name !== 'link');
    const hello: WalletHello = { kiosk: 'wallet-frame', key: this.setting.key, wallets: drawn };
    frame.contentWindow?.postMessage(hello, this.setting.origin, [channel.port2]);
    this.place.style.height = `${drawn.length * 56}px`;
    frame.style.height = '100%';
    const available = Object.fromEntries(wallets.map((name) => [name, names.includes(name)]));
    this.emit('ready', { elementType, availablePaymentMethods: available });
  }

  private tell(message: ToWalletFrame): void {
    this.port?.postMessage(JSON.parse(JSON.stringify(message)));
  }

  private hear(message: FromWalletFrame): void {
    if (message.is === 'tapped') this.askPage(message.wallet);
    else if (message.is === 'agreed') {
      this.agreed = true;
      const paymentFailed = (payload: unknown) => this.close(textAt(foreign(payload), 'reason') ?? 'fail');
      const billingDetails = { name: 'Wallet Owner', address: { country: 'DE' } };
      this.emit('confirm', { elementType, expressPaymentType: snake(message.wallet), billingDetails, paymentFailed });
    } else if (message.is === 'left') {
      this.close(null);
      this.emit('cancel', { elementType });
    } else {
      const { value, error } = message;
      this.waiting?.({ ...(value ? { value } : {}), ...(error ? { error } : {}) });
      this.waiting = null;
      this.close(null);
    }
  }

  /** The page has one second to say yes; the real one then throws and shows no sheet. */
  private askPage(wallet: string): void {
    let open = true;
    const answer = (payload: Foreign | null) => {
      if (!open)
        throw new IntegrationError(
          'The `click` event of the Express Checkout Element was answered twice or later than one second.',
        );
      open = false;
      window.clearTimeout(timer);
      if (payload) this.cover(wallet, payload);
    };
    const timer = window.setTimeout(() => {
      open = false;
      console.error('The `click` event of the Express Checkout Element must be resolved within 1 second.');
      this.emit('cancel', { elementType });
    }, patienceMs);
    this.emit('click', {
      elementType,
      expressPaymentType: snake(wallet),
      resolve: (payload?: unknown) => answer(foreign(payload)),
      reject: () => answer(null),
    });
  }

  private cover(wallet: string, payload: Foreign): void {
    warnOfUnknown('click.resolve()', payload, [
      'business',
      'lineItems',
      'emailRequired',
      'phoneNumberRequired',
      'billingAddressRequired',
      'shippingAddressRequired',
      'shippingRates',
      'allowedShippingCountries',
      'applePay',
    ]);
    const { amount, currency } = this.setting.total();
    const business = textAt(foreign(payload.business), 'name') ?? document.title;
    if (this.frame)
      Object.assign(this.frame.style, { position: 'fixed', inset: '0', height: '100%', zIndex: '2147483647' });
    this.tell({ is: 'sheet', wallet, business, amount: Number(amount), currency: String(currency) });
  }

  private close(failed: string | null): void {
    if (this.frame) Object.assign(this.frame.style, { position: 'static', zIndex: 'auto' });
    this.tell({ is: 'close', failed });
  }
}

function snake(wallet: string): string {
  return wallet.replace('Pay', '_pay');
}
