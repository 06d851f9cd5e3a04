import { useSyncExternalStore } from 'react';
import { knowsPasskeys } from './passkey-dialog';

const never = () => () => undefined;
const notYet = () => null;

/** Whether the browser can; null until its script asked it. */
export function useKnowsPasskeys(): boolean | null {
  return useSyncExternalStore<boolean | null>(never, knowsPasskeys, notYet);
}
