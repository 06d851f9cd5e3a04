import type { Foreign } from './values';

/** What Stripe.js and the frame with the wallets' buttons and sheets say to each other, over a port of their own. */
export type ToWalletFrame =
  | { is: 'sheet'; wallet: string; business: string; amount: number; currency: string }
  | { is: 'tokenise'; params: Foreign; context: Foreign }
  | { is: 'close'; failed: string | null };

export type FromWalletFrame =
  | { is: 'tapped'; wallet: string }
  | { is: 'agreed'; wallet: string }
  | { is: 'left' }
  | { is: 'answer'; value?: Foreign; error?: Foreign };

export type WalletHello = { kiosk: 'wallet-frame'; key: string; wallets: string[] };
