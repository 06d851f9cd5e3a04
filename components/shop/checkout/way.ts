import type { ReactNode } from 'react';

/**
 * One way to pay, as the payment block lists it. A way that does not work here is not in the list at all; each one is made
 * by a file of its own (`card-way.tsx`).
 */
export type Way = {
  id: string;
  title: string;
  /** Pictures of what is taken, or a line that says what happens. */
  aside?: ReactNode;
  /** What stands under its line while it is chosen. It stays mounted meanwhile: fields keep what was typed. */
  panel?: ReactNode;
  /** Whether the order button may be pressed. */
  isReady: boolean;
  pay: () => void;
};
