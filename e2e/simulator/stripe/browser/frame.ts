import { callApi } from './api-client';
import { applyAppearance } from './appearance';
import { problemsOf, readExpiry } from './card-fields';
import { drawForm } from './frame-form';
import type { FromFrame, Hello, ToFrame } from './messages';
import { type Foreign, foreign, isForeign } from './values';

// Held here and sent from here to the API of this same origin: the shop's page only hears whether the card is complete.
const form = drawForm();
let key = '';

function isHello(data: unknown): data is Hello {
  return isForeign(data) && data.kiosk === 'payment-frame' && typeof data.key === 'string';
}

function start(port: MessagePort): void {
  const tell = (message: FromFrame) => port.postMessage(message);
  port.onmessage = (message: MessageEvent<ToFrame>) => {
    hear(message.data, tell).catch((error: unknown) => {
      console.error('The card frame failed', error);
      const { data } = message;
      const failure = { type: 'api_error', message: String(error) };
      if (data.is === 'submit' || data.is === 'tokenise') tell({ is: 'answer', id: data.id, error: failure });
    });
  };
  form.onEdit = () => {
    const input = form.read();
    const empty = Object.values(input).every((text) => text === '');
    tell({ is: 'change', empty, complete: problemsOf(input, new Date()).length === 0 });
  };
  form.onFocus = () => tell({ is: 'focus' });
  form.onBlur = () => tell({ is: 'blur' });
  form.onEscape = () => tell({ is: 'escape' });
  new ResizeObserver(() => tell({ is: 'height', height: Math.ceil(form.root.getBoundingClientRect().height) })).observe(
    form.root,
  );
  tell({ is: 'ready' });
}

async function hear(message: ToFrame, tell: (answer: FromFrame) => void): Promise<void> {
  if (message.is === 'appearance') applyAppearance(message.appearance);
  else if (message.is === 'options') form.setOptions(message.options);
  else if (message.is === 'focus') form.focus();
  else if (message.is === 'blur') form.blur();
  else if (message.is === 'clear') form.clear();
  else if (message.is === 'submit') {
    const problem = form.showProblems(problemsOf(form.read(), new Date()));
    const error = problem ? { type: 'validation_error', code: problem.code, message: problem.message } : undefined;
    tell({ is: 'answer', id: message.id, ...(error ? { error } : {}) });
  } else {
    const result = await tokenise(message.params, message.context);
    tell({ is: 'answer', id: message.id, ...(result.ok ? { value: result.value } : { error: result.error }) });
    if (!result.ok) form.showRefusal(result.error);
  }
}

function tokenise(params: Foreign, context: Foreign) {
  const { number, expiry, code } = form.read();
  const date = readExpiry(expiry);
  const given = foreign(params.payment_method_data);
  const billing = foreign(given.billing_details);
  const address = { country: form.country(), ...foreign(billing.address) };
  return callApi(window.location.origin, key, 'POST', '/v1/confirmation_tokens', {
    payment_method_data: {
      ...given,
      type: 'card',
      billing_details: { ...billing, address },
      card: { number, exp_month: date?.month, exp_year: date?.year, cvc: code },
    },
    shipping: params.shipping,
    return_url: params.return_url,
    metadata: params.metadata,
    client_context: context,
    use_stripe_sdk: true,
  });
}

window.addEventListener('message', (message: MessageEvent<unknown>) => {
  const [port] = message.ports;
  if (key !== '' || message.source !== window.parent || !port || !isHello(message.data)) return;
  key = message.data.key;
  applyAppearance(foreign(message.data.appearance));
  form.setOptions(foreign(message.data.options));
  start(port);
});
