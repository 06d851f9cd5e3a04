import { Emitter } from './emitter';
import { foreign, isForeign } from './values';

const wallets = ['applePay', 'googlePay', 'link'];

/**
 * The row of wallets. In Messenger's webview there are none, so `ready` comes without any and nothing is drawn; a test
 * may say that some exist, and then only tells of them: paying by wallet is not simulated.
 */
export class WalletElement extends Emitter {
  private gone = false;

  constructor(
    private readonly origin: string,
    private readonly onDestroy: () => void,
  ) {
    super();
  }

  mount(): void {
    const elementType = 'expressCheckout';
    this.gone = false;
    fetch(`${this.origin}/v1/elements/wallets`)
      .then((response) => response.json())
      .then((body: unknown) => {
        if (this.gone) return;
        const existing = foreign(body).wallets;
        const names = Array.isArray(existing) ? existing : [];
        const available = Object.fromEntries(wallets.map((name) => [name, names.includes(name)]));
        this.emit('ready', names.length > 0 ? { elementType, availablePaymentMethods: available } : { elementType });
      })
      .catch((error: unknown) =>
        this.emit('loaderror', { elementType, error: isForeign(error) ? error : String(error) }),
      );
  }

  unmount(): void {
    this.gone = true;
  }

  destroy(): void {
    this.gone = true;
    this.onDestroy();
  }
}
