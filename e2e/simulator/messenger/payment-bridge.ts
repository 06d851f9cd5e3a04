import { z } from 'zod';
import type { BridgeMethod } from './bridge-contract';
import { sdkErrors } from './bridge-error';
import type { BridgeHandler } from './bridge-handler';
import { applyUpdate, chooseAddress, completeDialog, failUpdate } from './dialog';
import { type DialogState, openDialogFor } from './dialog-state';
import { supportedFeatures } from './features';
import { decimal } from './graph/button-shapes';
import { newDigits } from './ids';
import { findPerson, type Messenger } from './messenger';
import { testCharge } from './native-checkout';
import { detailsShape, minorOf, type PaymentRequestArgs, requestShape } from './payment-shapes';
import { encryptFor } from './pgp';
import type { Webview } from './state';

const pollMs = 20_000;

function openDialogOf(messenger: Messenger, webview: Webview): DialogState | null {
  return [...messenger.state.dialogs.values()].find((one) => one.open && one.webviewId === webview.id) ?? null;
}

/** The beta knew Americans only; where she lives shows in her locale here. */
function livesInUs(messenger: Messenger, psid: string): boolean {
  return findPerson(messenger, psid)?.locale.endsWith('_US') ?? false;
}

function readRequest(messenger: Messenger, webview: Webview, args: unknown): PaymentRequestArgs | null {
  if (!supportedFeatures(messenger).includes('payments') || !livesInUs(messenger, webview.psid)) return null;
  const request = requestShape.safeParse(args);
  const pageId = messenger.world.accounts.page.id;
  if (!request.success || request.data.methodData[0]?.data.merchantFBPageId !== pageId) return null;
  return request.data;
}

function openDialog(
  messenger: Messenger,
  webview: Webview,
  rest: Pick<DialogState, 'purpose' | 'merchantTitle' | 'confirmationText' | 'details' | 'options'>,
): DialogState {
  if (openDialogOf(messenger, webview)) throw sdkErrors.unexpected('a payment dialog is open already');
  const person = findPerson(messenger, webview.psid);
  if (!person) throw sdkErrors.unexpected('there is nobody in this webview');
  const dialog = openDialogFor(person, { ...rest, webviewId: webview.id, button: null });
  messenger.state.dialogs.set(dialog.id, dialog);
  return dialog;
}

const show: BridgeHandler = (messenger, webview, args) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  const request = readRequest(messenger, webview, args);
  const merchant = request?.methodData[0]?.data;
  if (!request || !merchant) throw sdkErrors.unexpected('the payment request is not valid');
  const dialog = openDialog(messenger, webview, {
    purpose: 'pay',
    merchantTitle: merchant.merchantTitle ?? messenger.world.accounts.page.name,
    confirmationText: merchant.confirmationText ?? null,
    details: request.details,
    options: request.options ?? noWishes,
  });
  const first = findPerson(messenger, webview.psid)?.addresses[0];
  // The sheet opens on the address she used last, and the page prices it at once.
  if (dialog.options.requestShipping && first) chooseAddress(messenger, dialog, first.id);
  messenger.changed();
  return { dialogId: dialog.id };
};

const noWishes = {
  requestShipping: false,
  requestPayerName: false,
  requestPayerEmail: false,
  requestPayerPhone: false,
};

const credentialArgs = z.object({ requestedUserInfo: z.array(z.string()).nullish() });

const requestCredentials: BridgeHandler = (messenger, webview, args) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  if (!messenger.state.profile.payment_settings?.privacy_url) throw sdkErrors.noPrivacyUrl();
  const asked = credentialArgs.safeParse(args);
  const names = (asked.success ? asked.data.requestedUserInfo : null)?.map((name) => name.toUpperCase()) ?? [];
  const wants = (name: string) => names.length === 0 || names.includes(name);
  const dialog = openDialog(messenger, webview, {
    purpose: 'credentials',
    merchantTitle: messenger.world.accounts.page.name,
    confirmationText: null,
    details: { total: { label: 'Total', amount: { currency: 'USD', value: '0.00' } } },
    options: {
      requestShipping: wants('SHIPPING_ADDRESS'),
      requestPayerName: wants('CONTACT_NAME'),
      requestPayerEmail: wants('CONTACT_EMAIL'),
      requestPayerPhone: wants('CONTACT_PHONE'),
    },
  });
  dialog.address = findPerson(messenger, webview.psid)?.addresses[0] ?? null;
  messenger.changed();
  return { dialogId: dialog.id };
};

const dialogArgs = z.looseObject({ dialogId: z.string() });

/** Only the webview that opened a sheet may speak of it. */
function ownDialog(messenger: Messenger, webview: Webview, args: unknown): DialogState {
  const asked = dialogArgs.safeParse(args);
  const dialog = asked.success ? messenger.state.dialogs.get(asked.data.dialogId) : undefined;
  if (!dialog || dialog.webviewId !== webview.id) throw sdkErrors.unexpected('there is no such payment dialog');
  return dialog;
}

const nextArgs = z.looseObject({ after: z.number().int().min(0) });

/** Waits for what happens next in the sheet. `event: null`: nothing yet, ask again. */
const next: BridgeHandler = async (messenger, webview, args) => {
  const dialog = ownDialog(messenger, webview, args);
  const asked = nextArgs.safeParse(args);
  const after = asked.success ? asked.data.after : 0;
  if (dialog.events.length <= after) {
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(finish, pollMs).unref();
      const stop = messenger.onChange(() => {
        if (dialog.events.length > after) finish();
      });
    });
  }
  const event = dialog.events[after] ?? null;
  return { event, after: event ? after + 1 : after };
};

const updateArgs = z.looseObject({ details: z.unknown().optional(), failed: z.boolean().optional() });

const update: BridgeHandler = (messenger, webview, args) => {
  const dialog = ownDialog(messenger, webview, args);
  const asked = updateArgs.safeParse(args);
  if (dialog.state !== 'updating') return null;
  const given = asked.success ? asked.data.details : undefined;
  const details = detailsShape.safeParse(given);
  const unchanged = given === null || given === undefined;
  if (!asked.success || asked.data.failed || (!unchanged && !details.success)) failUpdate(messenger, dialog);
  else applyUpdate(messenger, dialog, details.success ? details.data : null);
  return null;
};

const completeArgs = z.looseObject({ result: z.string().optional() });

const complete: BridgeHandler = (messenger, webview, args) => {
  const dialog = ownDialog(messenger, webview, args);
  const asked = completeArgs.safeParse(args);
  if (dialog.charged && dialog.open) {
    completeDialog(messenger, dialog, (asked.success ? asked.data.result : undefined) ?? 'unknown');
  }
  return null;
};

const amountArgs = z.looseObject({ amount: z.union([decimal, z.number().transform(String).pipe(decimal)]) });

/**
 * The second step of the first form: what she agreed to in the first is charged, once, and the page gets a text that only
 * the merchant can read. `provider_type` and the names are those of the recorded example.
 */
const processPayment: BridgeHandler = async (messenger, webview, args) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  const asked = amountArgs.safeParse(args);
  const person = findPerson(messenger, webview.psid);
  const card = person?.cards.find((one) => one.id === messenger.state.agreedCards.get(webview.id));
  const { payment_settings: settings } = messenger.state.profile;
  messenger.state.agreedCards.delete(webview.id);
  if (!asked.success) throw sdkErrors.unexpected('the amount is no decimal');
  if (!person || !card) throw sdkErrors.unexpected('she has not agreed to a payment');
  if (!settings?.public_key) throw sdkErrors.unexpected('the Page has no key to encrypt to');
  const isTest = settings.testers?.includes(person.psid) ?? false;
  const fbPaymentId = isTest ? testCharge.fbPaymentId : newDigits(15);
  const charged = isTest
    ? { ok: true as const, provider: 'stripe', chargeId: testCharge.chargeId }
    : await messenger.charge({
        amountMinor: minorOf(asked.data.amount),
        currency: 'usd',
        card: card.brand,
        metadata: { fb_payment_id: fbPaymentId },
      });
  if (!charged.ok) throw sdkErrors.unexpected('the card was declined');
  const result = {
    name: `${person.firstName} ${person.lastName}`.trim(),
    amount: Number(asked.data.amount),
    timestamp: messenger.world.clock.nowSeconds(),
    external_transaction_id: charged.chargeId,
    fb_payment_id: fbPaymentId,
    provider: charged.provider,
  };
  return { payment_result: await encryptFor(settings.public_key, JSON.stringify(result)) };
};

/** The tokenised second step: a card of one use. Our shops refuse such cards, so nobody here asks for one. */
const authorise: BridgeHandler = (messenger) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  throw sdkErrors.unexpected('this Page takes no tokenised cards');
};

/** Everything about paying that the SDK offered; after 2018 each answers that the client does not support it. */
export const paymentMethods: Partial<Record<BridgeMethod, BridgeHandler>> = {
  canMakePayment: (messenger, webview, args) =>
    messenger.state.host.paymentForm === 'request' && readRequest(messenger, webview, args) !== null,
  paymentShow: show,
  paymentNext: next,
  paymentUpdate: update,
  paymentComplete: complete,
  requestPaymentCredentials: requestCredentials,
  processPayment,
  requestAuthorizedPaymentCredentials: authorise,
};
