import type { PaymentDetails, PaymentOptions, ShownAddress } from './bridge-contract';
import type { KeptAddress } from './people';

/** What the page hears from its dialog, in order; `paymentNext` reads on from a cursor. */
export type DialogEvent =
  | { type: 'shippingaddresschange'; shippingAddress: ShownAddress }
  | { type: 'shippingoptionchange'; shippingOption: string }
  | { type: 'paid'; response: unknown }
  | { type: 'credentials'; values: unknown[] }
  | { type: 'checkoutcancel' }
  | { type: 'closed' };

/** One payment sheet over a webview. */
export type DialogState = {
  id: string;
  webviewId: string;
  psid: string;
  purpose: 'pay' | 'credentials';
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
