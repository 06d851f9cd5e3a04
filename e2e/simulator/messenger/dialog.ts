import { Refusal } from '../world/exchange';
import type { PaymentDetails, ShownAddress } from './bridge-contract';
import type { DialogEvent, DialogState } from './dialog-state';
import { cardProblem } from './dialog-view';
import { newDigits } from './ids';
import { findPerson, type Messenger } from './messenger';
import { chooseNativeAddress, chooseNativeShipping, payNatively } from './native-checkout';
import { minorOf } from './payment-shapes';
import type { KeptAddress, Person } from './people';
import type { DialogAct } from './screen-contract';

/** How long the page may take to price a new address; the time is ours. */
const answerLimitMs = 20_000;
const goodbyeMs = 1500;

export function findDialog(messenger: Messenger, id: string): DialogState {
  const dialog = messenger.state.dialogs.get(id);
  if (!dialog?.open) throw new Refusal(404, `There is no open payment dialog ${id}.`);
  return dialog;
}

function payerOf(messenger: Messenger, dialog: DialogState): Person {
  const person = findPerson(messenger, dialog.psid);
  if (!person) throw new Refusal(404, `There is nobody with the psid ${dialog.psid}.`);
  return person;
}

function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`.trim();
}

function shownAddress(person: Person, address: KeptAddress): ShownAddress {
  const { country, region, city, postalCode, street1, street2 } = address;
  const addressLine = street2 ? [street1, street2] : [street1];
  return { country, region, city, postalCode, addressLine, recipient: fullName(person) };
}

/** Tells the page and waits for its `updateWith`; a page that stays silent leaves the sheet unpayable. */
function askPage(messenger: Messenger, dialog: DialogState, event: DialogEvent): void {
  dialog.state = 'updating';
  dialog.problem = null;
  dialog.events.push(event);
  const asked = dialog.events.length;
  setTimeout(() => {
    if (!dialog.open || dialog.state !== 'updating' || dialog.events.length !== asked) return;
    dialog.state = 'choosing';
    dialog.unpayable = true;
    dialog.problem = 'The shop did not answer. Choose the address again.';
    messenger.changed();
  }, answerLimitMs).unref();
  messenger.changed();
}

export function chooseAddress(messenger: Messenger, dialog: DialogState, id: string): void {
  const person = payerOf(messenger, dialog);
  const address = person.addresses.find((one) => one.id === id);
  if (!address) throw new Refusal(400, `She has no address ${id}.`);
  dialog.address = address;
  askPage(messenger, dialog, { type: 'shippingaddresschange', shippingAddress: shownAddress(person, address) });
}

function chooseShipping(messenger: Messenger, dialog: DialogState, id: string): void {
  if (!dialog.details.shippingOptions?.some((option) => option.id === id)) {
    throw new Refusal(400, `There is no shipping option ${id}.`);
  }
  dialog.shippingOption = id;
  askPage(messenger, dialog, { type: 'shippingoptionchange', shippingOption: id });
}

/** What `updateWith` promised has come: new lines, options and total, or the reason why not. Null: nothing changes. */
export function applyUpdate(messenger: Messenger, dialog: DialogState, details: PaymentDetails | null): void {
  dialog.state = 'choosing';
  if (details) {
    dialog.details = { ...details, id: dialog.details.id ?? details.id };
    const options = details.shippingOptions ?? [];
    const wanted = options.find((one) => one.selected) ?? options.find((one) => one.id === dialog.shippingOption);
    dialog.shippingOption = (wanted ?? options[0])?.id ?? null;
  }
  const unserved = dialog.options.requestShipping && dialog.shippingOption === null;
  dialog.problem = dialog.details.error ?? (unserved ? 'The shop does not ship to this address.' : null);
  dialog.unpayable = dialog.problem !== null;
  messenger.changed();
}

export function failUpdate(messenger: Messenger, dialog: DialogState): void {
  dialog.state = 'choosing';
  dialog.unpayable = true;
  dialog.problem = 'The shop could not work out the price. Choose the address again.';
  messenger.changed();
}

function decline(messenger: Messenger, dialog: DialogState, label: string, cardId: string): void {
  dialog.refusedCards.push(cardId);
  dialog.cardId = null;
  dialog.state = 'choosing';
  dialog.problem = `${label} was declined. Choose another card.`;
  messenger.changed();
}

type Charged = { provider: string; id: string; fbPaymentId: string };

function paymentResponse(person: Person, dialog: DialogState, charge: Charged): unknown {
  const { options, details, address } = dialog;
  const { currency, value } = details.total.amount;
  return {
    requestId: details.id ?? dialog.id,
    methodName: 'fb',
    details: {
      provider_type: charge.provider,
      charge_id: charge.id,
      fb_payment_id: charge.fbPaymentId,
      amount: { currency, amount: value },
    },
    shippingAddress: options.requestShipping && address ? shownAddress(person, address) : null,
    shippingOption: options.requestShipping ? dialog.shippingOption : null,
    payerName: options.requestPayerName ? fullName(person) : null,
    payerEmail: options.requestPayerEmail ? person.email : null,
    payerPhone: options.requestPayerPhone ? person.phone : null,
  };
}

/** Messenger takes the money itself, in the merchant's linked account; only then does the page hear of it. */
async function pay(messenger: Messenger, dialog: DialogState): Promise<void> {
  const person = payerOf(messenger, dialog);
  const card = person.cards.find((one) => one.id === dialog.cardId);
  if (dialog.unpayable) throw new Refusal(409, dialog.problem ?? 'This cannot be paid now.');
  if (!card) throw new Refusal(409, 'Choose a card first.');
  dialog.state = 'paying';
  dialog.problem = null;
  messenger.changed();
  const { payments } = messenger.state;
  if (payments.nextCard === 'declined') {
    payments.nextCard = null;
    return decline(messenger, dialog, card.label, card.id);
  }
  const fbPaymentId = newDigits(15);
  const { currency, value } = dialog.details.total.amount;
  const charge = await messenger.charge({
    amountMinor: minorOf(value),
    currency: currency.toLowerCase(),
    card: card.brand,
    metadata: {
      ...(dialog.details.id ? { request_id: dialog.details.id } : {}),
      fb_payment_id: fbPaymentId,
    },
  });
  if (!charge.ok) return decline(messenger, dialog, card.label, card.id);
  dialog.charged = true;
  const lost = payments.nextAnswer === 'lost';
  payments.nextAnswer = null;
  if (!lost) {
    const response = paymentResponse(person, dialog, { provider: charge.provider, id: charge.chargeId, fbPaymentId });
    dialog.events.push({ type: 'paid', response });
  }
  messenger.changed();
}

/** The first form of 2016 handed her data over in positions, and let the page charge later. */
function handOver(messenger: Messenger, dialog: DialogState): void {
  const person = payerOf(messenger, dialog);
  const card = person.cards.find((one) => one.id === dialog.cardId);
  if (!card) throw new Refusal(409, 'Choose a card first.');
  const { options, address } = dialog;
  const name = fullName(person);
  const shipping = address && {
    name,
    street1: address.street2 ? `${address.street1}, ${address.street2}` : address.street1,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    country: address.country,
  };
  const brand = { visa: 'Visa', mastercard: 'MasterCard', amex: 'American Express', paypal: 'PayPal' }[card.brand];
  const values = [
    options.requestPayerName ? name : null,
    options.requestPayerEmail ? person.email : null,
    brand,
    card.last4,
    options.requestShipping ? shipping : null,
  ];
  messenger.state.agreedCards.set(dialog.webviewId, card.id);
  dialog.events.push({ type: 'credentials', values });
  dialog.open = false;
  messenger.changed();
}

/** `complete(…)` of the page: the sheet says goodbye, or that something went wrong. */
export function completeDialog(messenger: Messenger, dialog: DialogState, result: string): void {
  dialog.state = result === 'fail' ? 'failed' : 'done';
  if (result === 'fail') {
    dialog.problem = 'The shop could not finish your order.';
  } else {
    setTimeout(() => {
      dialog.open = false;
      messenger.changed();
    }, goodbyeMs).unref();
  }
  messenger.changed();
}

function leave(messenger: Messenger, dialog: DialogState): void {
  const charging = dialog.state === 'paying' && !dialog.charged;
  if (charging) throw new Refusal(409, 'The payment is under way.');
  const cancelled = dialog.state === 'choosing' || dialog.state === 'updating';
  dialog.open = false;
  dialog.events.push({ type: cancelled ? 'checkoutcancel' : 'closed' });
  messenger.changed();
}

async function actNatively(
  messenger: Messenger,
  dialog: DialogState,
  act: Exclude<DialogAct, { cancel: true } | { chooseCard: string }>,
): Promise<void> {
  if ('chooseAddress' in act) return chooseNativeAddress(messenger, dialog, act.chooseAddress);
  if ('chooseShipping' in act) return chooseNativeShipping(messenger, dialog, act.chooseShipping);
  return payNatively(messenger, dialog);
}

/** What she does in the sheet. While the page or the bank is being asked, she can only leave. */
export async function actInDialog(messenger: Messenger, id: string, act: DialogAct): Promise<void> {
  const dialog = findDialog(messenger, id);
  if ('cancel' in act) return leave(messenger, dialog);
  if (dialog.state !== 'choosing') throw new Refusal(409, `The dialog is ${dialog.state}.`);
  if (dialog.purpose === 'buy' && !('chooseCard' in act)) return actNatively(messenger, dialog, act);
  if ('chooseAddress' in act) return chooseAddress(messenger, dialog, act.chooseAddress);
  if ('chooseShipping' in act) return chooseShipping(messenger, dialog, act.chooseShipping);
  if ('chooseCard' in act) {
    const card = payerOf(messenger, dialog).cards.find((one) => one.id === act.chooseCard);
    if (!card) throw new Refusal(400, `She has no card ${act.chooseCard}.`);
    const problem = cardProblem(messenger, dialog, card);
    if (problem) throw new Refusal(409, problem);
    dialog.cardId = card.id;
    if (!dialog.unpayable) dialog.problem = null;
    messenger.changed();
    return;
  }
  if (dialog.purpose === 'credentials') return handOver(messenger, dialog);
  return pay(messenger, dialog);
}
