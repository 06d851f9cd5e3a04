import { fieldOf, getSupportedFeatures, type MessengerExtensionsSdk, textOf } from './extensions';

/** What she chose to pay with, for display. Messenger keeps the card itself. */
export type Credentials = { cardType: string; lastFour: string };
type FirstForm = Required<Pick<MessengerExtensionsSdk, 'requestPaymentCredentials' | 'processPayment'>>;

/**
 * Whether this client pays in the first form (autumn 2016): its two methods are there and it says that it knows payments.
 * Clients of 2017 have them too; there `canPayInMessenger` is asked first.
 */
export async function canPayInFirstForm(sdk: MessengerExtensionsSdk): Promise<boolean> {
  return firstFormOf(sdk) !== null && (await getSupportedFeatures(sdk)).includes('payments');
}

/**
 * Step one: Messenger asks her, and lets the page charge once. Null when she left. Throws for any other refusal.
 * Source: Messenger Platform 1.2, requestPaymentCredentials; reference E.6.
 */
export function askForCredentials(sdk: MessengerExtensionsSdk): Promise<Credentials | null> {
  const form = firstFormOf(sdk);
  if (!form) throw new Error('this client has no first form');
  return new Promise((resolve, reject) => {
    form.requestPaymentCredentials.call(
      sdk,
      (_name, _email, cardType, lastFour) => resolve({ cardType: String(cardType), lastFour: String(lastFour) }),
      (problem) => (isCancelled(problem) ? resolve(null) : reject(new Error('Messenger gave no credentials'))),
      ['CONTACT_NAME'],
    );
  });
}

/**
 * Step two: Messenger charges this decimal amount and hands over a text that only our server can read. Null when it
 * answered nothing: the charge may stand all the same. Source: reference E.6.
 */
export function chargeInFirstForm(sdk: MessengerExtensionsSdk, amount: string): Promise<string | null> {
  const form = firstFormOf(sdk);
  if (!form) throw new Error('this client has no first form');
  return new Promise((resolve) => {
    form.processPayment.call(
      sdk,
      (result) => resolve(textOf(result, 'payment_result')),
      () => resolve(null),
      amount,
    );
  });
}

function firstFormOf({ requestPaymentCredentials, processPayment }: MessengerExtensionsSdk): FirstForm | null {
  return requestPaymentCredentials && processPayment ? { requestPaymentCredentials, processPayment } : null;
}

// 24001: "person cancelled the payment flow" (reference D.3), alone or inside an object.
function isCancelled(problem: unknown): boolean {
  return problem === 24001 || fieldOf(problem, 'code') === 24001 || fieldOf(problem, 'errorCode') === 24001;
}
