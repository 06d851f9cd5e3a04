import type { Foreign } from './values';

/** What the page's script and the frame with the card fields say to each other, over a port of their own. */
export type ToFrame =
  | { is: 'appearance'; appearance: Foreign }
  | { is: 'options'; options: Foreign }
  | { is: 'focus' }
  | { is: 'blur' }
  | { is: 'clear' }
  | { is: 'submit'; id: number }
  | { is: 'tokenise'; id: number; params: Foreign; context: Foreign };

export type FromFrame =
  | { is: 'ready' }
  | { is: 'height'; height: number }
  | { is: 'change'; empty: boolean; complete: boolean }
  | { is: 'focus' }
  | { is: 'blur' }
  | { is: 'escape' }
  | { is: 'answer'; id: number; value?: Foreign; error?: Foreign };

export type Hello = { kiosk: 'payment-frame'; key: string; appearance: Foreign; options: Foreign };
