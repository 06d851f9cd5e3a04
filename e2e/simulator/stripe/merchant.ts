import { z } from 'zod';
import { endpoint } from './api';
import { badParameter, missing } from './errors';
import { emit } from './events';
import { newId, randomText } from './ids';
import { pageOf } from './lists';
import { mergeMetadata } from './metadata';
import type { Customer, WebhookEndpoint } from './money-objects';
import { list, metadataParam, pageParams, rangeParam, text, yesNo } from './params';
import type { PaymentMethodDomain } from './state';

const customerParams = z.strictObject({
  description: z.string().optional(),
  email: z.string().max(512).optional(),
  metadata: metadataParam.optional(),
  name: z.string().max(256).optional(),
  phone: z.string().optional(),
});

const customerEndpoints = [
  endpoint({ method: 'POST', path: '/v1/customers', params: customerParams }, (double, input) => {
    const customer: Customer = {
      id: `cus_${randomText(14)}`,
      object: 'customer',
      address: null,
      balance: 0,
      created: double.world.clock.nowSeconds(),
      currency: null,
      customer_account: null,
      default_source: null,
      delinquent: false,
      description: input.description || null,
      email: input.email || null,
      invoice_prefix: randomText(8).toUpperCase(),
      invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
      livemode: false,
      metadata: mergeMetadata({}, input.metadata),
      name: input.name || null,
      phone: input.phone || null,
      preferred_locales: [],
      shipping: null,
      tax_exempt: 'none',
      test_clock: null,
    };
    double.state.customers.set(customer.id, customer);
    emit(double, 'customer.created', customer);
    return customer;
  }),
  endpoint(
    {
      method: 'GET',
      path: '/v1/customers',
      params: z.strictObject({ ...pageParams, email: text().optional(), created: rangeParam.optional() }),
    },
    (double, input) => {
      const all = [...double.state.customers.values()];
      const wanted = all.filter((customer) => input.email === undefined || customer.email === input.email);
      return pageOf('/v1/customers', wanted, input);
    },
  ),
  endpoint(
    { method: 'GET', path: '/v1/customers/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const customer = double.state.customers.get(path.id ?? '');
      const id = path.id ?? '';
      if (double.state.deletedCustomers.has(id)) return { id, object: 'customer', deleted: true };
      if (!customer) throw missing('customer', id, 'id');
      return customer;
    },
  ),
  endpoint(
    { method: 'DELETE', path: '/v1/customers/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const id = path.id ?? '';
      const customer = double.state.customers.get(id);
      if (!customer) throw missing('customer', id, 'id');
      for (const method of double.state.methods.values()) {
        if (method.customer !== id) continue;
        method.customer = null;
        double.state.detached.add(method.id);
      }
      double.state.customers.delete(id);
      double.state.deletedCustomers.add(id);
      emit(double, 'customer.deleted', customer);
      return { id, object: 'customer', deleted: true };
    },
  ),
];

const endpointParams = z.strictObject({
  api_version: text().optional(),
  description: z.string().optional(),
  enabled_events: list(text()),
  metadata: metadataParam.optional(),
  url: text(),
});

const webhookEndpoints = [
  endpoint({ method: 'POST', path: '/v1/webhook_endpoints', params: endpointParams }, (double, input) => {
    if (!URL.canParse(input.url))
      throw badParameter('Invalid URL: An explicit scheme must be provided.', 'url', 'url_invalid');
    const made: WebhookEndpoint = {
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: input.api_version ?? null,
      application: null,
      created: double.world.clock.nowSeconds(),
      description: input.description || null,
      enabled_events: input.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, input.metadata),
      status: 'enabled',
      url: input.url,
    };
    const secret = `whsec_${randomText(32)}`;
    double.state.endpoints.set(made.id, made);
    double.state.endpointSecrets.set(made.id, secret);
    return { ...made, secret };
  }),
  endpoint({ method: 'GET', path: '/v1/webhook_endpoints', params: z.strictObject(pageParams) }, (double, input) =>
    pageOf('/v1/webhook_endpoints', double.state.endpoints.values(), input),
  ),
  endpoint(
    { method: 'GET', path: '/v1/webhook_endpoints/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const kept = double.state.endpoints.get(path.id ?? '');
      if (!kept) throw missing('webhook endpoint', path.id ?? '', 'id');
      return kept;
    },
  ),
  endpoint(
    { method: 'DELETE', path: '/v1/webhook_endpoints/:id', params: z.strictObject({}) },
    (double, _input, _caller, path) => {
      const id = path.id ?? '';
      if (!double.state.endpoints.delete(id)) throw missing('webhook endpoint', id, 'id');
      return { id, object: 'webhook_endpoint', deleted: true };
    },
  ),
];

const eventListParams = z.strictObject({
  ...pageParams,
  created: rangeParam.optional(),
  delivery_success: yesNo().optional(),
  type: text().optional(),
  types: list(text()).optional(),
});

const eventEndpoints = [
  endpoint({ method: 'GET', path: '/v1/events', params: eventListParams }, (double, input) => {
    const wantsType = (type: string, pattern: string) =>
      pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
    const patterns = input.types ?? (input.type ? [input.type] : ['*']);
    const wanted = [...double.state.events.values()].filter(
      (event) =>
        patterns.some((pattern) => wantsType(event.type, pattern)) &&
        (input.delivery_success === undefined || (event.pending_webhooks === 0) === input.delivery_success),
    );
    return pageOf('/v1/events', wanted, input);
  }),
  endpoint({ method: 'GET', path: '/v1/events/:id', params: z.strictObject({}) }, (double, _input, _caller, path) => {
    const event = double.state.events.get(path.id ?? '');
    if (!event) throw missing('event', path.id ?? '', 'id');
    return event;
  }),
];

const domainEndpoints = [
  endpoint(
    {
      method: 'POST',
      path: '/v1/payment_method_domains',
      params: z.strictObject({ domain_name: text(), enabled: yesNo().optional() }),
    },
    (double, input) => {
      const active = { status: 'active' } as const;
      const domain: PaymentMethodDomain = {
        id: newId('pmd'),
        object: 'payment_method_domain',
        amazon_pay: active,
        apple_pay: active,
        created: double.world.clock.nowSeconds(),
        domain_name: input.domain_name,
        enabled: input.enabled ?? true,
        google_pay: active,
        klarna: active,
        link: active,
        livemode: false,
        paypal: active,
      };
      double.state.domains.set(domain.id, domain);
      return domain;
    },
  ),
  endpoint({ method: 'GET', path: '/v1/payment_method_domains', params: z.strictObject(pageParams) }, (double, input) =>
    pageOf('/v1/payment_method_domains', double.state.domains.values(), input),
  ),
];

const accountEndpoints = [
  endpoint({ method: 'GET', path: '/v1/account', params: z.strictObject({}) }, () => ({
    id: 'acct_1KioskSimulator',
    object: 'account',
    charges_enabled: true,
    country: 'DE',
    default_currency: 'eur',
    details_submitted: true,
    email: 'merchant@example.com',
    payouts_enabled: true,
    type: 'standard',
  })),
];

/** What belongs to the merchant's account rather than to one payment. */
export const merchantEndpoints = [
  ...customerEndpoints,
  ...webhookEndpoints,
  ...eventEndpoints,
  ...domainEndpoints,
  ...accountEndpoints,
];
