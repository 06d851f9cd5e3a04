import { callApi } from './api-client';
import { foreign, isForeign } from './values';
import type { FromWalletFrame, ToWalletFrame, WalletHello } from './wallet-messages';

const names: Record<string, string> = { applePay: 'Apple Pay', googlePay: 'Google Pay' };
/** The card behind every simulated wallet; what it does, the lever `nextCard` says. */
const card = { number: '4242424242424242', exp_month: 12, exp_year: 2034, cvc: '123' };

const row = document.createElement('div');
const sheet = document.createElement('div');
row.className = 'wallets';
sheet.className = 'sheet';
document.body.replaceChildren(row, sheet);

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function drawSheet(message: Extract<ToWalletFrame, { is: 'sheet' }>, tell: (answer: FromWalletFrame) => void): void {
  const name = names[message.wallet] ?? message.wallet;
  const panel = document.createElement('div');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', name);
  const total = document.createElement('p');
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: message.currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  total.textContent = `Pay ${message.business} ${format.format(message.amount / 10 ** digits)}`;
  const pay = button(`Pay with ${name}`, () => {
    pay.disabled = true;
    tell({ is: 'agreed', wallet: message.wallet });
  });
  panel.append(
    total,
    pay,
    button('Cancel', () => tell({ is: 'left' })),
  );
  sheet.replaceChildren(panel);
  current = message.wallet;
  pay.focus();
}

let current = '';
let known = '';

function start(hello: WalletHello, port: MessagePort): void {
  const tell = (message: FromWalletFrame) => port.postMessage(message);
  row.replaceChildren(
    ...hello.wallets.map((wallet) =>
      button(`Buy with ${names[wallet] ?? wallet}`, () => tell({ is: 'tapped', wallet })),
    ),
  );
  port.onmessage = async ({ data }: MessageEvent<ToWalletFrame>) => {
    if (data.is === 'sheet') drawSheet(data, tell);
    else if (data.is === 'close') sheet.replaceChildren();
    else {
      const made = await callApi(window.location.origin, hello.key, 'POST', '/v1/confirmation_tokens', {
        payment_method_data: { ...foreign(data.params.payment_method_data), type: 'card', card },
        return_url: data.params.return_url,
        client_context: data.context,
        client_wallet: current,
        use_stripe_sdk: true,
      });
      tell({ is: 'answer', ...(made.ok ? { value: made.value } : { error: made.error }) });
    }
  };
}

function isHello(data: unknown): data is WalletHello {
  return isForeign(data) && data.kiosk === 'wallet-frame' && typeof data.key === 'string';
}

window.addEventListener('message', ({ data, source, ports: [port] }: MessageEvent<unknown>) => {
  if (known !== '' || source !== window.parent || !port || !isHello(data)) return;
  known = data.key;
  start(data, port);
});
