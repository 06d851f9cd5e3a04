import { Refusal } from '../world/exchange';
import type { PaymentDetails, PaymentLine } from './bridge-contract';
import { type DialogState, type NativeButton, openDialogFor } from './dialog-state';
import type { Button } from './graph/button-shapes';
import { newDigits } from './ids';
import { findPerson, type Messenger } from './messenger';
import { askForLeave, askForShipping, type NativeOption, tellPayment } from './native-questions';
import { minorOf } from './payment-shapes';
import type { Person } from './people';
import { encryptFor } from './pgp';

const goodbyeMs = 1500;
/** What a test payment says every time. Source: reference E.8. */
export const testCharge = { chargeId: 'test_charge_id_12345', fbPaymentId: 'test_payment_id_12345' };
/** The card that a tokenised test payment hands over. Source: reference E.8. */
export const testToken = { number: '4111111111111111', cvv: '123', month: '11', year: '2020' };

type PaymentButton = Extract<Button, { type: 'payment' }>;

function text(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** The button's own lines and those of the chosen way to send, and their sum: Messenger adds, the shop does not. */
function priced(button: NativeButton, chosen: NativeOption | null): PaymentDetails {
  const line = ({ label, amount }: { label: string; amount: string }): PaymentLine => ({
    label,
    amount: { currency: button.currency, value: text(minorOf(amount)) },
  });
  const displayItems = [...button.lines, ...(chosen?.price_list ?? [])].map(line);
  const total = displayItems.reduce((sum, { amount }) => sum + minorOf(amount.value), 0);
  return {
    displayItems,
    total: { label: 'Total', amount: { currency: button.currency, value: text(total) } },
    shippingOptions: button.options.map((option) => ({
      id: option.option_id,
      label: option.option_title,
      amount: {
        currency: button.currency,
        value: text(option.price_list.reduce((sum, one) => sum + minorOf(one.amount), 0)),
      },
      selected: option === chosen,
    })),
  };
}

function draw(messenger: Messenger, dialog: DialogState, change: Partial<DialogState> = {}): void {
  const { button } = dialog;
  if (!button) throw new Error('This dialog belongs to no button.');
  const chosen = button.options.find((option) => option.option_id === dialog.shippingOption) ?? null;
  Object.assign(dialog, { details: priced(button, chosen), ...change });
  messenger.changed();
}

/** She has tapped the button: the sheet stands over the thread, and the shop is asked what sending costs. */
export function openNativeCheckout(messenger: Messenger, psid: string, tapped: PaymentButton): void {
  if (messenger.world.era !== '2016') throw new Refusal(409, 'This client draws no Buy button.');
  const person = findPerson(messenger, psid);
  if (!person?.locale.endsWith('_US')) throw new Refusal(409, 'Payments were for the United States only.');
  if (!messenger.state.profile.payment_settings?.privacy_url)
    throw new Refusal(409, 'The Page has no privacy address.');
  if (openNativeOf(messenger, psid)) throw new Refusal(409, 'A payment sheet is open already.');
  const { payment_summary: summary, payload } = tapped;
  const testers = messenger.state.profile.payment_settings.testers ?? [];
  const button: NativeButton = {
    payload,
    currency: summary.currency,
    lines: summary.price_list,
    flexible: summary.payment_type === 'FLEXIBLE_AMOUNT',
    isTest: summary.is_test_payment === true || testers.includes(psid),
    options: [],
  };
  const asks = (name: (typeof summary.requested_user_info)[number]) => summary.requested_user_info.includes(name);
  const dialog = openDialogFor(person, {
    webviewId: '',
    purpose: 'buy',
    merchantTitle: summary.merchant_name,
    confirmationText: null,
    details: priced(button, null),
    options: {
      requestShipping: asks('shipping_address'),
      requestPayerName: asks('contact_name'),
      requestPayerEmail: asks('contact_email'),
      requestPayerPhone: asks('contact_phone'),
    },
    button,
  });
  messenger.state.dialogs.set(dialog.id, dialog);
  if (dialog.options.requestShipping) dialog.address = person.addresses[0] ?? null;
  messenger.changed();
  if (dialog.address) void priceShipping(messenger, dialog);
}

export function openNativeOf(messenger: Messenger, psid: string): DialogState | null {
  return (
    [...messenger.state.dialogs.values()].find((one) => one.open && one.purpose === 'buy' && one.psid === psid) ?? null
  );
}

export function chooseNativeAddress(messenger: Messenger, dialog: DialogState, id: string): void {
  const address = findPerson(messenger, dialog.psid)?.addresses.find((one) => one.id === id);
  if (!address) throw new Refusal(400, `She has no address ${id}.`);
  dialog.address = address;
  void priceShipping(messenger, dialog);
  messenger.changed();
}

export function chooseNativeShipping(messenger: Messenger, dialog: DialogState, id: string): void {
  if (!dialog.button?.options.some((option) => option.option_id === id))
    throw new Refusal(400, `There is no shipping option ${id}.`);
  dialog.shippingOption = id;
  draw(messenger, dialog);
}

async function priceShipping(messenger: Messenger, dialog: DialogState): Promise<void> {
  const { button } = dialog;
  const subscribed = messenger.state.subscribedFields.includes('messaging_checkout_updates');
  if (!button?.flexible || !subscribed) return;
  dialog.state = 'updating';
  dialog.problem = null;
  messenger.changed();
  const asked = await askForShipping(messenger, dialog);
  if (!dialog.open) return;
  button.options = asked.is === 'answered' ? asked.value.shipping : [];
  const kept = button.options.find((option) => option.option_id === dialog.shippingOption) ?? button.options[0];
  dialog.shippingOption = kept?.option_id ?? null;
  const why = {
    silent: 'The shop did not answer. Choose the address again.',
    malformed: 'The shop’s answer cannot be read. Choose the address again.',
  };
  const problem = asked.is !== 'answered' ? why[asked.is] : kept ? null : 'The shop does not ship to this address.';
  draw(messenger, dialog, { state: 'choosing', problem, unpayable: problem !== null });
}

/** Pay: the shop is asked for leave, then the card is charged in the merchant's account, then the shop is told. */
export async function payNatively(messenger: Messenger, dialog: DialogState): Promise<void> {
  const person = findPerson(messenger, dialog.psid);
  const card = person?.cards.find((one) => one.id === dialog.cardId);
  if (dialog.unpayable) throw new Refusal(409, dialog.problem ?? 'This cannot be paid now.');
  if (!person || !card) throw new Refusal(409, 'Choose a card first.');
  if (dialog.button?.flexible && dialog.options.requestShipping && !dialog.shippingOption)
    throw new Refusal(409, 'Choose how it is sent first.');
  const minor = minorOf(dialog.details.total.amount.value);
  if (minor < 50 || minor > 1_000_000) throw new Refusal(409, 'Between $0.50 and $10,000 can be paid.');
  dialog.state = 'paying';
  dialog.problem = null;
  messenger.changed();
  const leave = await askForLeave(messenger, dialog, person);
  if (leave.is !== 'answered' || !leave.value.success) {
    const why = {
      silent: 'The shop did not answer.',
      malformed: 'The shop’s answer cannot be read.',
      answered: 'The shop could not take this order.',
    };
    dialog.state = 'failed';
    dialog.problem = `${why[leave.is]} Nothing was charged.`;
    return messenger.changed();
  }
  const { payments } = messenger.state;
  if (payments.nextCard === 'declined') {
    payments.nextCard = null;
    return decline(messenger, dialog, card);
  }
  const credential = await charge(messenger, dialog, card.brand);
  if (!credential) return decline(messenger, dialog, card);
  dialog.charged = true;
  dialog.state = 'done';
  tellPayment(messenger, dialog, person, credential);
  setTimeout(() => {
    dialog.open = false;
    messenger.changed();
  }, goodbyeMs).unref();
  messenger.changed();
}

function decline(messenger: Messenger, dialog: DialogState, { id, label }: Person['cards'][number]): void {
  dialog.refusedCards.push(id);
  draw(messenger, dialog, { cardId: null, state: 'choosing', problem: `${label} was declined. Choose another card.` });
}

/** Whose money it was: the linked account's charge, a card of one use for the merchant to charge, or a play. */
async function charge(messenger: Messenger, dialog: DialogState, card: Person['cards'][number]['brand']) {
  const { button, details } = dialog;
  const { payments, profile } = messenger.state;
  if (payments.credential === 'token') {
    const key = profile.payment_settings?.public_key;
    if (!key) throw new Refusal(409, 'The Page has no key to encrypt a card to.');
    return {
      provider_type: 'token',
      tokenized_card: await encryptFor(key, testToken.number),
      tokenized_cvv: await encryptFor(key, testToken.cvv),
      token_expiry_month: testToken.month,
      token_expiry_year: testToken.year,
      fb_payment_id: newDigits(15),
    };
  }
  if (button?.isTest)
    return { provider_type: 'stripe', charge_id: testCharge.chargeId, fb_payment_id: testCharge.fbPaymentId };
  const fb_payment_id = newDigits(15);
  const { currency, value } = details.total.amount;
  const charged = await messenger.charge({
    amountMinor: minorOf(value),
    currency: currency.toLowerCase(),
    card,
    // That the linked account's charge carries the button's payload is an assumption, as with the dialog's id.
    metadata: { payload: button?.payload ?? '', fb_payment_id },
  });
  return charged.ok ? { provider_type: charged.provider, charge_id: charged.chargeId, fb_payment_id } : null;
}
