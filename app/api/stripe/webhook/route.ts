import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { openDoor } from '@/lib/server/door';
import { readBytes } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { getDeps, getEnv } from '@/lib/server/wiring';
import { readStripeEvent } from '@/lib/stripe/webhook';

/** Events of Stripe: verified over the raw body, stored once, answered; the worker does the rest. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const body = await readBytes(request, { limitBytes: 512 * 1024 });
    if (!body.ok) return respondProblem(request, body);
    const deps = await getDeps();
    const event = readStripeEvent({
      rawBody: body.value.toString('utf8'),
      signature: request.headers.get('stripe-signature'),
      secrets: getEnv().STRIPE_WEBHOOK_SECRET,
      now: deps.now(),
    });
    if (!event.ok)
      return respondProblem(request, {
        ok: false,
        problem: event.problem === 'malformed' ? 'malformed' : 'bad_signature',
      });
    const { eventId, livemode } = event.value;
    const row = {
      source: 'stripe' as const,
      eventId,
      payload: event.value,
      hasEffect: livemode === deps.livemode,
      at: deps.now(),
    };
    await insertWebhookEvents(deps.db, [row]);
    deps.wake('events');
    return respond({ received: true });
  });
}
