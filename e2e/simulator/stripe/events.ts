import { apiVersion, type Double, later } from './double';
import type { EventObject, StripeEvent } from './event-object';
import { newId } from './ids';

/** Tells the world that something happened: a frozen copy is kept and goes out to every endpoint that listens. */
export function emit(double: Double, type: string, object: EventObject): StripeEvent {
  const event: StripeEvent = {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: double.world.clock.nowSeconds(),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: double.caller?.id ?? null, idempotency_key: double.caller?.idempotencyKey ?? null },
    type,
  };
  double.state.events.set(event.id, event);
  dispatch(double, event);
  return event;
}

/** Sends an event (again) to every endpoint that listens, or lays it with the held ones. */
export function dispatch(double: Double, event: StripeEvent): void {
  const { levers, held, endpoints } = double.state;
  for (const endpoint of endpoints.values()) {
    const listens = endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(event.type);
    if (!listens || endpoint.status !== 'enabled') continue;
    event.pending_webhooks += 1;
    if (levers.hold) held.push({ event: event.id, endpoint: endpoint.id });
    else later(double, 0, { kind: 'deliver', event: event.id, endpoint: endpoint.id, attempt: 1 });
  }
}
