import { callMessenger } from './bridge.js';

let openRequest = null;

/** Everything the server tells of one sheet, in order, until it closes. */
async function* followDialog(dialogId) {
  let after = 0;
  while (true) {
    const next = await callMessenger('paymentNext', { dialogId, after });
    after = next.after;
    if (!next.event) continue;
    yield next.event;
    if (['paid', 'credentials', 'checkoutcancel', 'closed'].includes(next.event.type)) return;
  }
}

function problemError(problem) {
  return Object.assign(new Error(problem.message ?? 'Messenger Extensions unexpected error'), { code: problem.code });
}

function cancelError() {
  return Object.assign(new DOMException('User canceled payment flow', 'AbortError'), { errorCode: 24001 });
}

function dialogEvent(type) {
  const event = new Event(type);
  let promised = null;
  event.updateWith = (update) => {
    promised = Promise.resolve(update);
  };
  return { event, promised: () => promised };
}

/** W3C's payment request as Messenger offered it, 2017 to 2018. */
export class PaymentRequest extends EventTarget {
  shippingAddress = null;
  shippingOption = null;
  onshippingaddresschange = null;
  onshippingoptionchange = null;
  oncheckoutcancel = null;
  #args;

  constructor(methodData, paymentDetails, additionalOptions = {}) {
    super();
    if (!Array.isArray(methodData) || methodData.length === 0) throw new TypeError('methodData must name a method');
    if (!paymentDetails?.total) throw new TypeError('paymentDetails.total is required');
    this.#args = JSON.parse(JSON.stringify({ methodData, details: paymentDetails, options: additionalOptions }));
    for (const type of ['shippingaddresschange', 'shippingoptionchange', 'checkoutcancel']) {
      this.addEventListener(type, (event) => this[`on${type}`]?.(event));
    }
  }

  async canMakePayment() {
    if (openRequest) throw new DOMException('A payment request is open', 'InvalidStateError');
    return callMessenger('canMakePayment', this.#args).catch(() => false);
  }

  async show() {
    if (openRequest) throw new DOMException('A payment request is open', 'InvalidStateError');
    openRequest = this;
    try {
      const { dialogId } = await callMessenger('paymentShow', this.#args);
      for await (const event of followDialog(dialogId)) {
        if (event.type === 'paid') return withComplete(event.response, dialogId);
        await this.#hear(event, dialogId);
      }
      throw cancelError();
    } catch (problem) {
      throw problem instanceof Error ? problem : problemError(problem);
    } finally {
      openRequest = null;
    }
  }

  async #hear(told, dialogId) {
    if (told.type === 'shippingaddresschange') this.shippingAddress = told.shippingAddress;
    if (told.type === 'shippingoptionchange') this.shippingOption = told.shippingOption;
    const { event, promised } = dialogEvent(told.type);
    this.dispatchEvent(event);
    if (!told.type.startsWith('shipping')) return;
    // A page that does not listen leaves the lines as they are.
    const answer = { dialogId, details: null, failed: false };
    try {
      answer.details = (await promised()) ?? null;
    } catch (error) {
      console.warn('Messenger: the page could not price this', error);
      answer.failed = true;
    }
    await callMessenger('paymentUpdate', answer);
  }
}

function withComplete(response, dialogId) {
  return { ...response, complete: (result = 'unknown') => callMessenger('paymentComplete', { dialogId, result }) };
}

/** The first form, autumn 2016: a sheet that only hands over who she is. Resolves to the values in their positions. */
export async function askCredentials(requestedUserInfo) {
  const { dialogId } = await callMessenger('requestPaymentCredentials', { requestedUserInfo });
  for await (const event of followDialog(dialogId)) {
    if (event.type === 'credentials') return event.values;
  }
  throw { code: 24001, message: 'User canceled payment flow' };
}
