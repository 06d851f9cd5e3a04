import type { PaymentDetails, PaymentOptions, ShownAddress } from './bridge-contract';
import { newDialogId } from './ids';
import type { KeptAddress, Person } from './people';

/** What the page hears from its dialog, in order; `paymentNext` reads on from a cursor. */
export type DialogEvent =
  | { type: 'shippingaddresschange'; shippingAddress: ShownAddress }
  | { type: 'shippingoptionchange'; shippingOption: string }
  | { type: 'paid'; response: unknown }
  | { type: 'credentials'; values: unknown[] }
  | { type: 'checkoutcancel' }
  | { type: 'closed' };

/** What a Buy button of a bubble asks for, and what the shop answered about sending it. */
export type NativeButton = {
  payload: string;
  currency: string;
  lines: { label: string; amount: string }[];
  flexible: boolean;
  isTest: boolean;
  options: { option_id: string; option_title: string; price_list: { label: string; amount: string }[] }[];
};

/** One payment sheet over a webview, or over the thread itself. */
export type DialogState = {
  id: string;
  webviewId: string;
  psid: string;
  purpose: 'pay' | 'credentials' | 'buy';
  /** The bubble's button; null for a sheet that a page opened. */
  button: NativeButton | null;
  merchantTitle: string;
  confirmationText: string | null;
  details: PaymentDetails;
  options: PaymentOptions;
  address: KeptAddress | null;
  cardId: string | null;
  /** Set by a decline: that card stays refused in this sheet. */
  refusedCards: string[];
  shippingOption: string | null;
  state: 'choosing' | 'updating' | 'paying' | 'done' | 'failed';
  problem: string | null;
  /** The problem is the shop's answer to this address: no card helps. */
  unpayable: boolean;
  /** The charge exists; from here on the sheet cannot be cancelled into nothing. */
  charged: boolean;
  open: boolean;
  events: DialogEvent[];
};

type Opening = Pick<
  DialogState,
  'webviewId' | 'purpose' | 'merchantTitle' | 'confirmationText' | 'details' | 'options' | 'button'
>;

/** A sheet as it opens for her: the first way to send and the first card that can be used are chosen. */
export function openDialogFor(person: Person, opening: Opening): DialogState {
  const shipping = opening.details.shippingOptions ?? [];
  return {
    ...opening,
    id: newDialogId(),
    psid: person.psid,
    address: null,
    cardId: person.cards.find((card) => card.brand !== 'paypal')?.id ?? null,
    refusedCards: [],
    shippingOption: (shipping.find((one) => one.selected) ?? shipping[0])?.id ?? null,
    state: 'choosing',
    problem: null,
    unpayable: false,
    charged: false,
    open: true,
    events: [],
  };
}
