import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';
import { ada, type Bench } from './messenger-fixtures';

const sent = z.object({ message_id: z.string() });
const opened = z.object({ webview: z.object({ id: z.string(), url: z.string(), openUrl: z.string() }) });

/** The Page sends a button that opens the shop; answers the bubble's id. */
export async function sendButton(bench: Bench, more: Record<string, unknown>, psid = ada): Promise<string> {
  const button = { type: 'web_url', title: 'Buy', url: `${bench.shop.origin}/shop`, ...more };
  const payload = { template_type: 'button', text: 'A print', buttons: [button] };
  const message = { attachment: { type: 'template', payload } };
  const answer = await bench.graph('/v26.0/me/messages', { recipient: { id: psid }, messaging_type: 'RESPONSE', message });
  return sent.parse(answer.json).message_id;
}

/** She taps it; answers the webview. */
export async function tapButton(bench: Bench, mid: string, psid = ada): Promise<{ id: string; url: string; openUrl: string }> {
  const tapped = await bench.lever(`threads/${psid}/tap`, { button: { mid, button: 0 } });
  return opened.parse(tapped.json).webview;
}

const members = z.record(z.string(), z.unknown());

/** `window.MessengerExtensions`, and a way to call its methods that take callbacks. */
function sdkIn(window: Record<string, unknown>) {
  const member = (name: string) => {
    const value = members.parse(window.MessengerExtensions)[name];
    if (typeof value !== 'function') throw new Error(`The SDK has no ${name}.`);
    return value;
  };
  type Callback = (...values: unknown[]) => void;
  return {
    member,
    /** The arguments of whichever callback was called: success values, or `error` and its arguments. */
    call: (name: string, order: (success: Callback, error: Callback) => unknown[]) =>
      new Promise<unknown[]>((resolve) => {
        member(name)(...order((...values) => resolve(values), (...problem) => resolve(['error', ...problem])));
      }),
  };
}

/**
 * A page in the webview without a browser: the script in a scope of its own, with what it may touch. `id`: which webview
 * it is told to be; `origin`: what a browser would say of it.
 */
export async function loadPage(bench: Bench, id: string, origin = bench.shop.origin) {
  const source = await (await fetch(`${bench.origin}/en_US/messenger.Extensions.js`)).text();
  const kept = new Map<string, string>();
  const sends = (url: string, init: RequestInit) =>
    fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), origin } });
  const window: Record<string, unknown> = {
    location: { hash: id ? `#messenger_webview=${id}` : '', pathname: '/shop', search: '' },
    history: { state: null, replaceState: () => undefined },
    sessionStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    },
    addEventListener: () => undefined,
  };
  window.parent = window;
  const ready = new Promise<void>((resolve) => {
    window.extAsyncInit = () => resolve();
  });
  const globals = { window, fetch: sends, console, Promise, EventTarget, Event, DOMException, Error, JSON, RegExp };
  runInContext(source, createContext(globals));
  return { ready, sdk: sdkIn(window) };
}
