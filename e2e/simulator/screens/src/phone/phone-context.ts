import { createContext, useContext } from 'react';
import type { ScreenState, Tap } from '@/e2e/simulator/messenger/screen-contract';

/** What a person would like to pass on to another one: a card of a bubble, or the page that the webview shows. */
export type Sharing = { title: string; send: (toPsid: string) => void };

export type PhoneActs = {
  state: ScreenState;
  locale: string;
  tap: (what: Tap) => void;
  share: (what: Sharing) => void;
};

export const PhoneContext = createContext<PhoneActs | null>(null);

export function usePhone(): PhoneActs {
  const acts = useContext(PhoneContext);
  if (!acts) throw new Error('usePhone outside of a phone');
  return acts;
}
