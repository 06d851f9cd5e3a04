import { z } from 'zod';
import type { Call, Route } from '../world/exchange';
import { type Double, newId, paypalAccount } from './double';
import type { Link } from './objects';
import { notFound, PaypalProblem, parse } from './problems';
import type { AddRoute } from './route';
import type { Webhook } from './state';

const LIMIT = 10;
const typesShape = z
  .array(z.looseObject({ name: z.string().min(1) }))
  .min(1)
  .max(500);
const createShape = z.looseObject({ url: z.url().max(2048), event_types: typesShape });
const patchShape = z
  .array(
    z.union([
      z.strictObject({ op: z.literal('replace'), path: z.literal('/url'), value: z.url().max(2048) }),
      z.strictObject({ op: z.literal('replace'), path: z.literal('/event_types'), value: typesShape }),
    ]),
  )
  .min(1);

/** Where the merchant's webhooks go, made, read, changed and taken away through the API; the shop's is there already. */
export function webhookRoutes(double: Double, route: AddRoute): Route[] {
  const base = '/v1/notifications/webhooks';
  const known = (call: Call): Webhook => {
    const found = webhooksOf(double).find(({ id }) => id === call.params.id);
    if (!found) throw notFound();
    return found;
  };
  return [
    route('POST', base, (_call, body) => {
      const { url, event_types } = parse(createShape, body);
      const present = webhooksOf(double);
      if (present.some((one) => one.url === url)) throw new PaypalProblem(400, 'WEBHOOK_URL_ALREADY_EXISTS');
      if (present.length >= LIMIT) throw new PaypalProblem(400, 'WEBHOOK_NUMBER_LIMIT_EXCEEDED');
      const made = { id: newId(), url, types: event_types.map(({ name }) => name) };
      double.state.webhooks.set(made.id, made);
      return { status: 201, value: shown(double, made) };
    }),
    route('GET', base, () => ({
      status: 200,
      value: { webhooks: webhooksOf(double).map((one) => shown(double, one)) },
    })),
    route('GET', `${base}/:id`, (call) => ({ status: 200, value: shown(double, known(call)) })),
    route('PATCH', `${base}/:id`, (call, body) => {
      const changed = { ...known(call) };
      for (const change of parse(patchShape, body))
        if (change.path === '/url') changed.url = change.value;
        else changed.types = change.value.map(({ name }) => name);
      double.state.webhooks.set(changed.id, changed);
      return { status: 200, value: shown(double, changed) };
    }),
    route('DELETE', `${base}/:id`, (call) => {
      double.state.webhooks.set(known(call).id, null);
      return { status: 204, value: null };
    }),
  ];
}

/** All webhooks: the shop's own, which the merchant made in PayPal's dashboard, and those made since. */
export function webhooksOf({ state, world }: Double): Webhook[] {
  const own = { id: paypalAccount.webhookId, url: `${world.shopOrigin}/api/paypal/webhook`, types: ['*'] };
  const all = new Map<string, Webhook | null>([[own.id, own], ...state.webhooks]);
  return [...all.values()].filter((one) => one !== null);
}

function shown({ origin }: Double, { id, url, types }: Webhook): unknown {
  const self = `${origin}/v1/notifications/webhooks/${id}`;
  const links: Link[] = [
    { href: self, rel: 'self', method: 'GET' },
    { href: self, rel: 'update', method: 'PATCH' },
    { href: self, rel: 'delete', method: 'DELETE' },
  ];
  return { id, url, event_types: types.map((name) => ({ name })), links };
}
