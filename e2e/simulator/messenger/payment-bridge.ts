import { z } from 'zod';
import type { BridgeMethod } from './bridge-contract';
import { sdkErrors } from './bridge-error';
import type { BridgeHandler } from './bridge-handler';
import { applyUpdate, chooseAddress, completeDialog, failUpdate } from './dialog';
import { type DialogState, openDialogFor } from './dialog-state';
import { supportedFeatures } from './features';
import { findPerson, type Messenger } from './messenger';
import { detailsShape, type PaymentRequestArgs, requestShape } from './payment-shapes';
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

/** The second step of the first form returns PGP text to the merchant's key, which this world does not make. */
const secondStep: BridgeHandler = (messenger) => {
  if (messenger.world.era !== '2016') throw sdkErrors.unsupported();
  throw sdkErrors.unexpected('the simulator does not encrypt to the merchant key');
};

/** Everything about paying that the SDK offered; after 2018 each answers that the client does not support it. */
export const paymentMethods: Partial<Record<BridgeMethod, BridgeHandler>> = {
  canMakePayment: (messenger, webview, args) => readRequest(messenger, webview, args) !== null,
  paymentShow: show,
  paymentNext: next,
  paymentUpdate: update,
  paymentComplete: complete,
  requestPaymentCredentials: requestCredentials,
  processPayment: secondStep,
  requestAuthorizedPaymentCredentials: secondStep,
};
