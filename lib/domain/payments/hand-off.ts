/** Why a cart goes into another browser: to pay where wallets are, or back from a provider's page that opened elsewhere. */
export const HAND_OFF_PURPOSES = ['open_in_browser', 'payment_return'] as const;
export type HandOffPurpose = (typeof HAND_OFF_PURPOSES)[number];

/** How long the link of "open in browser" can be opened: she is holding the phone. */
export const OPEN_IN_BROWSER_SECONDS = 15 * 60;

/** How long the session lasts that a hand-off opens: one checkout with a slow bank, and a look at its receipt. */
export const HANDED_OFF_SESSION_SECONDS = 2 * 60 * 60;

/** How long a provider's page may send her back: as long as PayPal's approval link lives. Later the way leads through the thread. */
export const PAYMENT_RETURN_SECONDS = 3 * 60 * 60;

/** The attempt that a way back names, without asking whether it was ever given: who may see it is for others to say. */
export function attemptOfReturn(token: string): string {
  return token.split('.')[0] ?? '';
}
