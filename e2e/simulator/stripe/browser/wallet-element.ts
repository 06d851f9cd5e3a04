import { Emitter } from './emitter';
import { foreign, isForeign } from './values';

const wallets = ['applePay', 'googlePay', 'link'];

/**
 * The row of wallets. In Messenger's webview there are none, so `ready` comes without any and nothing is drawn; a test
 * may say that some exist, and then only tells of them: paying by wallet is not simulated.
 */
export class WalletElement extends Emitter {
  constructor(
    private readonly origin: string,
    private readonly onDestroy: () => void,
  ) {
    super();
  }

  mount(): void {
    const elementType = 'expressCheckout';
    fetch(`${this.origin}/endive/wallets`)
      .then((response) => response.json())
      .then((body: unknown) => {
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
    this.off('ready');
  }

  destroy(): void {
    this.onDestroy();
  }

  update(): void {
    // Nothing is drawn, so nothing changes.
    this.off('update');
  }
}
