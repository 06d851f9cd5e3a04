import type { DialogState } from './dialog-state';
import { findPerson, type Messenger } from './messenger';
import type { KeptCard } from './people';
import type { ScreenDialog } from './screen-contract';
import type { Webview } from './state';

const noPayPal = 'No PayPal account is linked to this Page.';

export function cardProblem(messenger: Messenger, dialog: DialogState, card: KeptCard): string | null {
  const { paypal, credential } = messenger.state.payments;
  if (card.brand === 'paypal' && (paypal === 'none' || credential === 'token')) return noPayPal;
  return dialog.refusedCards.includes(card.id) ? 'This card was declined.' : null;
}

/** The open sheet over this webview, or over her thread, as it is drawn. */
export function drawDialog(messenger: Messenger, psid: string, webview: Webview | null): ScreenDialog {
  const dialog = [...messenger.state.dialogs.values()].find(
    (one) => one.open && (one.purpose === 'buy' ? one.psid === psid : one.webviewId === webview?.id),
  );
  const person = dialog ? findPerson(messenger, dialog.psid) : null;
  if (!dialog || !person) return null;
  const { details, options } = dialog;
  return {
    id: dialog.id,
    webviewId: dialog.webviewId,
    purpose: dialog.purpose,
    merchantTitle: dialog.merchantTitle,
    lines: (details.displayItems ?? []).map((line) => ({ label: line.label, amount: line.amount.value })),
    total: {
      label: details.total.label ?? 'Total',
      amount: details.total.amount.value,
      currency: details.total.amount.currency,
    },
    needs: {
      shipping: options.requestShipping,
      name: options.requestPayerName,
      email: options.requestPayerEmail,
      phone: options.requestPayerPhone,
    },
    shippingOptions: (details.shippingOptions ?? []).map((option) => ({
      id: option.id,
      label: option.label,
      amount: option.amount.value,
      selected: option.id === dialog.shippingOption,
    })),
    addresses: person.addresses.map(({ id, street1, street2, city, region, postalCode, country }) => ({
      id,
      name: `${person.firstName} ${person.lastName}`.trim(),
      street1: street2 ? `${street1}, ${street2}` : street1,
      city,
      region,
      postalCode,
      country,
    })),
    chosenAddressId: dialog.address?.id ?? null,
    cards: person.cards.map((card) => {
      const problem = cardProblem(messenger, dialog, card);
      return { ...card, ...(problem ? { disabledReason: problem } : {}) };
    }),
    chosenCardId: dialog.cardId,
    state: dialog.state,
    problem: dialog.problem,
    confirmationText: dialog.confirmationText,
  };
}
