import { z } from 'zod';
import type { DialogState } from './dialog-state';
import { type Messenger, threadOf } from './messenger';
import type { Person } from './people';

/** Strings in Meta's table, numbers in its sample: both are taken. */
const amount = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d+(\.\d{1,2})?$/));
const shippingAnswer = z.object({
  shipping: z.array(
    z.object({
      option_id: z.string().min(1),
      option_title: z.string().min(1),
      price_list: z.array(z.object({ label: z.string().min(1), amount })),
    }),
  ),
});
const leaveAnswer = z.object({ success: z.boolean() });

export type Asked<T> = { is: 'answered'; value: T } | { is: 'silent' } | { is: 'malformed' };
export type NativeOption = z.infer<typeof shippingAnswer>['shipping'][number];

/** Messenger asks in the same form in which it tells; the answer counts only as 200 with readable JSON, in time. */
async function ask<T>(
  messenger: Messenger,
  dialog: DialogState,
  question: { field: string; event: Record<string, unknown>; shape: z.ZodType<T> },
): Promise<Asked<T>> {
  const heard = await messenger.webhooks.ask(question.field, {
    sender: { id: dialog.psid },
    recipient: { id: messenger.world.accounts.page.id },
    timestamp: messenger.world.clock.nowMs(),
    ...question.event,
  });
  if (heard?.status !== 200) return { is: 'silent' };
  const answer = question.shape.safeParse(parsed(heard.body));
  return answer.success ? { is: 'answered', value: answer.data } : { is: 'malformed' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `checkout_update`: only the address is told, neither name nor contact. */
export function askForShipping(
  messenger: Messenger,
  dialog: DialogState,
): Promise<Asked<{ shipping: NativeOption[] }>> {
  const { address, button } = dialog;
  const shipping_address = address && {
    // A number in Meta's example, and above what is safe to read as one.
    id: 4105655000959552,
    country: address.country,
    city: address.city,
    street1: address.street1,
    street2: address.street2,
    state: address.region,
    postal_code: address.postalCode,
  };
  const event = { checkout_update: { payload: button?.payload, shipping_address } };
  return ask(messenger, dialog, { field: 'messaging_checkout_updates', event, shape: shippingAnswer });
}

/** `pre_checkout`: after Pay and before the charge. A Page that has not subscribed to it is not asked. */
export async function askForLeave(
  messenger: Messenger,
  dialog: DialogState,
  person: Person,
): Promise<Asked<{ success: boolean }>> {
  const field = 'messaging_pre_checkouts';
  if (!messenger.state.subscribedFields.includes(field)) return { is: 'answered', value: { success: true } };
  const name = fullName(person);
  const told = payerOf(dialog, person);
  const shipping_address = told.shipping_address && { name, ...told.shipping_address };
  const pre_checkout = {
    payload: dialog.button?.payload,
    requested_user_info: { ...told, ...(shipping_address ? { shipping_address } : {}) },
    amount: wireAmount(dialog),
  };
  return ask(messenger, dialog, { field, event: { pre_checkout }, shape: leaveAnswer });
}

/** `payment`: Messenger has charged, or hands over a card for one charge. Brought until the shop acknowledges it. */
export function tellPayment(
  messenger: Messenger,
  dialog: DialogState,
  person: Person,
  payment_credential: Record<string, unknown>,
): void {
  if (!messenger.state.subscribedFields.includes('messaging_payments')) return;
  messenger.webhooks.send('messaging_payments', dialog.psid, {
    sender: { id: dialog.psid },
    recipient: { id: messenger.world.accounts.page.id },
    timestamp: messenger.world.clock.nowMs(),
    payment: {
      payload: dialog.button?.payload,
      requested_user_info: payerOf(dialog, person),
      payment_credential,
      amount: wireAmount(dialog),
      ...(dialog.button?.flexible ? { shipping_option_id: dialog.shippingOption } : {}),
    },
  });
  threadOf(messenger, dialog.psid).lastActedAtMs = messenger.world.clock.nowMs();
}

function wireAmount({ details }: DialogState) {
  return { currency: details.total.amount.currency, amount: details.total.amount.value };
}

// Only what was asked for.
function payerOf({ options, address }: DialogState, person: Person) {
  return {
    ...(options.requestShipping && address
      ? {
          shipping_address: {
            street_1: address.street1,
            street_2: address.street2,
            city: address.city,
            state: address.region,
            country: address.country,
            postal_code: address.postalCode,
          },
        }
      : {}),
    ...(options.requestPayerName ? { contact_name: fullName(person) } : {}),
    ...(options.requestPayerEmail ? { contact_email: person.email } : {}),
    ...(options.requestPayerPhone ? { contact_phone: person.phone } : {}),
  };
}

function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
