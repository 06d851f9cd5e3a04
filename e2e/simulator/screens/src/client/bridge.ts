import { z } from 'zod';
import type { BridgeAnswer, BridgeCall, RelayedCall } from '@/e2e/simulator/messenger/bridge-contract';
import type { Posted } from './post';

const UNEXPECTED_SDK_ERROR = 2018154;

const bridgeCall = z.looseObject({
  messengerExtensions: z.literal('call'),
  id: z.number(),
  method: z.enum([
    'hello',
    'getContext',
    'getUserID',
    'getSupportedFeatures',
    'askPermission',
    'getGrantedPermissions',
    'requestCloseBrowser',
    'beginShareFlow',
    'canMakePayment',
    'paymentShow',
    'paymentNext',
    'paymentUpdate',
    'paymentComplete',
    'requestPaymentCredentials',
    'processPayment',
    'requestAuthorizedPaymentCredentials',
  ]),
  args: z.unknown(),
}) satisfies z.ZodType<BridgeCall>;

const bridgeAnswer = z.discriminatedUnion('ok', [
  z.object({ messengerExtensions: z.literal('answer'), id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    messengerExtensions: z.literal('answer'),
    id: z.number(),
    ok: z.literal(false),
    code: z.number(),
    message: z.string(),
  }),
]) satisfies z.ZodType<BridgeAnswer>;

/** The few members of a window and of its messages that the relay touches. */
export type FrameWindow = { postMessage(message: unknown, targetOrigin: string): void };
export type FrameMessage = { source: unknown; origin: string; data: unknown };

function answerOf(posted: Posted, id: number): BridgeAnswer {
  const failed = (message: string): BridgeAnswer => ({
    messengerExtensions: 'answer',
    id,
    ok: false,
    code: UNEXPECTED_SDK_ERROR,
    message,
  });
  if (!posted.ok) return failed(`The simulator answered ${posted.status}.`);
  try {
    return bridgeAnswer.parse(JSON.parse(posted.said));
  } catch (problem) {
    return failed(`The simulator answered something else: ${problem instanceof Error ? problem.message : problem}`);
  }
}

/**
 * Carries a call of the Extensions SDK from the webview's frame to the server and the answer back. Only the frame's own
 * window is heard; a sandboxed page (origin "null") is not, since no answer could be addressed to it alone. Which
 * origins may ask what is for the server to say, so it is told the origin that the browser vouches for.
 */
export async function relay(
  message: FrameMessage,
  frame: FrameWindow | null,
  ask: (body: RelayedCall) => Promise<Posted>,
): Promise<void> {
  if (!frame || message.source !== frame || !/^https?:\/\//.test(message.origin)) return;
  const call = bridgeCall.safeParse(message.data);
  if (!call.success) return;
  const posted = await ask({ origin: message.origin, call: call.data });
  frame.postMessage(answerOf(posted, call.data.id), message.origin);
}
