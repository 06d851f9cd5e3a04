import { useCallback, useEffect, useState } from 'react';
import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import type { WireEntry } from '@/e2e/simulator/world/wire';
import { screenPush, screenState } from './screen-schema';
import { wireSince } from './wire-history';

const KEEP_ENTRIES = 500;
const RETRY_MS = 1000;

export type Screen = {
  state: ScreenState | null;
  wire: WireEntry[];
  connected: boolean;
  switchTo: (psid: string) => void;
};

function psidOfAddress(): string | null {
  return new URLSearchParams(location.search).get('psid');
}

function merged(known: WireEntry[], entries: WireEntry[]): WireEntry[] {
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  for (const entry of entries) byId.set(entry.id, entry);
  return [...byId.values()].sort((a, b) => a.id - b.id).slice(-KEEP_ENTRIES);
}

/** A person whom a reset has removed must not leave the screen dead: then the first person is shown. */
async function fetchState(psid: string | null): Promise<ScreenState> {
  const answer = await fetch(psid ? `/screen?psid=${encodeURIComponent(psid)}` : '/screen');
  if (answer.status === 404 && psid) return fetchState(null);
  return screenState.parse(await answer.json());
}

/** The state of the chosen person's phone and everything that crossed the wire, kept up to date while the page is open. */
export function useScreen(): Screen {
  const [psid, setPsid] = useState(psidOfAddress);
  const [state, setState] = useState<ScreenState | null>(null);
  const [wire, setWire] = useState<WireEntry[]>([]);
  const [connected, setConnected] = useState(true);

  const switchTo = useCallback((next: string) => {
    history.pushState(null, '', `?psid=${encodeURIComponent(next)}`);
    setPsid(next);
  }, []);

  useEffect(() => {
    const follow = () => setPsid(psidOfAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  useEffect(() => {
    let ended = false;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;

    const lost = () => {
      if (ended) return;
      source?.close();
      setConnected(false);
      clearTimeout(retry);
      retry = setTimeout(() => void connect(), RETRY_MS);
    };
    const catchUp = async (ofPsid: string) => {
      const [current, history] = await Promise.all([fetchState(ofPsid), wireSince(0)]);
      if (ended) return;
      setState(current);
      setWire(merged([], history));
      setConnected(true);
    };
    const connect = async () => {
      try {
        const first = await fetchState(psid);
        if (ended) return;
        setState(first);
        source = new EventSource(`/screen/events?psid=${encodeURIComponent(first.thread.psid)}`);
        source.onerror = lost;
        // Asked again once the stream is open: what happened between the two would be missed otherwise.
        source.onopen = () => void catchUp(first.thread.psid).catch(lost);
        source.onmessage = (event: MessageEvent<string>) => {
          const push = screenPush.parse(JSON.parse(event.data));
          if (push.type === 'state') setState(push.state);
          else setWire((known) => merged(known, [push.entry]));
        };
      } catch (problem) {
        console.warn('The simulator did not answer, trying again.', problem);
        lost();
      }
    };

    void connect();
    return () => {
      ended = true;
      clearTimeout(retry);
      source?.close();
    };
  }, [psid]);

  return { state, wire, connected, switchTo };
}
