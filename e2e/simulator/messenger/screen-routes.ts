import { z } from 'zod';
import { answerEvents, answerJson, type Call, Refusal, type Route, readJson } from '../world/exchange';
import { answerBridge, relayedShape } from './bridge';
import { actInDialog } from './dialog';
import { markRead } from './events';
import { findPerson, type Messenger, threadOf } from './messenger';
import type { DialogAct, ScreenPush } from './screen-contract';
import { drawState } from './screen-view';
import { shareWebview } from './webview-share';
import { closeWebview } from './webviews';

/** Whose phone the screen shows; without a wish the one it showed last. */
function shownPsid(messenger: Messenger, call: Call): string {
  const psid = call.url.searchParams.get('psid') ?? messenger.state.lastShown;
  if (!findPerson(messenger, psid)) throw new Refusal(404, `There is nobody with the psid ${psid}.`);
  messenger.state.lastShown = psid;
  return psid;
}

/** Somebody looks at this thread: what the Page has said there is read. */
function watch(messenger: Messenger, psid: string): () => void {
  messenger.viewers.set(psid, (messenger.viewers.get(psid) ?? 0) + 1);
  markRead(messenger, threadOf(messenger, psid));
  return () => {
    messenger.viewers.set(psid, (messenger.viewers.get(psid) ?? 1) - 1);
  };
}

function openEvents(messenger: Messenger, psid: string) {
  return answerEvents((send) => {
    const push = (message: ScreenPush) => send(message);
    let waiting = false;
    const pushState = () => {
      // Several changes of one moment become one picture.
      if (waiting) return;
      waiting = true;
      setImmediate(() => {
        waiting = false;
        if (findPerson(messenger, psid)) push({ type: 'state', state: drawState(messenger, psid) });
      });
    };
    const leave = watch(messenger, psid);
    const stopStates = messenger.onChange(pushState);
    const stopWire = messenger.world.wire.onChange((entry) => push({ type: 'wire', entry }));
    pushState();
    return () => {
      stopStates();
      stopWire();
      leave();
    };
  });
}

const dialogActShape: z.ZodType<DialogAct> = z.union([
  z.strictObject({ chooseAddress: z.string() }),
  z.strictObject({ chooseCard: z.string() }),
  z.strictObject({ chooseShipping: z.string() }),
  z.strictObject({ pay: z.literal(true) }),
  z.strictObject({ cancel: z.literal(true) }),
]);

/** What the screens ask of the server, as `screen-contract.ts` and `bridge-contract.ts` describe it. */
export function screenRoutes(messenger: Messenger): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/screen',
      handler: (call) => answerJson(drawState(messenger, shownPsid(messenger, call))),
    },
    {
      method: 'GET',
      pattern: '/screen/events',
      handler: (call) => openEvents(messenger, shownPsid(messenger, call)),
    },
    {
      method: 'POST',
      pattern: '/screen/dialog/:id',
      handler: async (call) => {
        await actInDialog(messenger, call.params.id ?? '', readJson(call, dialogActShape));
        return answerJson({ ok: true });
      },
    },
    {
      method: 'POST',
      pattern: '/screen/webview/:id/close',
      handler: (call) => {
        closeWebview(messenger, call.params.id ?? '');
        return answerJson({ ok: true });
      },
    },
    {
      method: 'POST',
      pattern: '/screen/webview/:id/share',
      handler: async (call) => {
        const webview = messenger.state.webviews.get(call.params.id ?? '');
        if (!webview?.open || webview.shareHidden) throw new Refusal(409, 'This webview cannot be shared.');
        const shape = z.strictObject({ shareWith: z.string().optional() });
        await shareWebview(messenger, webview, readJson(call, shape).shareWith);
        return answerJson({ ok: true });
      },
    },
    {
      method: 'POST',
      pattern: '/screen/webview/:id/sdk',
      handler: async (call) => {
        const { origin, call: asked } = readJson(call, relayedShape);
        return answerJson(await answerBridge(messenger, call.params.id ?? '', origin, asked));
      },
    },
  ];
}
