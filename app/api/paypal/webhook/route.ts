import { insertWebhookEvents } from '@/lib/db/webhook-events';
import { fail } from '@/lib/domain/result';
import { paypalHeadersOf, readPaypalEvent } from '@/lib/paypal/webhook';
import { openDoor } from '@/lib/server/door';
import { getPaypalDoor } from '@/lib/server/paypal-door';
import { readBytes } from '@/lib/server/read-body';
import { respond, respondProblem } from '@/lib/server/respond';
import { getDeps } from '@/lib/server/wiring';

const PROBLEMS = {
  bad_signature: 'bad_signature',
  malformed: 'malformed',
  // Not 401: PayPal sends it again, and by then the certificate may be there.
  certificate_unreachable: 'database_down',
} as const;

/** Events of PayPal: verified over the raw body, stored once, answered; the worker does the rest. */
export function POST(request: Request): Promise<Response> {
  return openDoor(request, async () => {
    const door = getPaypalDoor();
    if (!door) return respondProblem(request, fail('not_found'));
    const body = await readBytes(request, { limitBytes: 512 * 1024 });
    if (!body.ok) return respondProblem(request, body);
    const headers = paypalHeadersOf(request.headers);
    const event = await readPaypalEvent({ rawBody: body.value, headers, ...door });
    if (!event.ok) return respondProblem(request, fail(PROBLEMS[event.problem]));
    const deps = await getDeps();
    const payload = { ...event.value, livemode: deps.livemode };
    const row = { source: 'paypal' as const, eventId: payload.eventId, payload, hasEffect: true, at: deps.now() };
    await insertWebhookEvents(deps.db, [row]);
    deps.wake('events');
    return respond({ received: true });
  });
}
