import { callApi } from './api-client';
import { showChallenge } from './challenge-modal';
import { Elements } from './elements';
import { type Foreign, foreign, IntegrationError, isForeign, numberAt, textAt, warnOfUnknown } from './values';

type IntentResult = { paymentIntent: Foreign } | { error: Foreign };
type TokenResult = { confirmationToken: Foreign } | { error: Foreign };

function idOf(clientSecret: unknown, caller: string): { id: string; secret: string } {
  const match = typeof clientSecret === 'string' ? /^(pi_[A-Za-z0-9]+)_secret_\w+$/.exec(clientSecret) : null;
  const id = match?.[1];
  if (!id || typeof clientSecret !== 'string') {
    throw new IntegrationError(
      `Invalid value for ${caller} intent secret: value should be a client_secret of the form \${id}_secret_\${secret}.`,
    );
  }
  return { id, secret: clientSecret };
}

function groupOf(options: Foreign, caller: string): Elements {
  if (options.elements instanceof Elements) return options.elements;
  throw new IntegrationError(`${caller} needs an Elements instance that was created by this Stripe instance.`);
}

/** What `fields: never` hides, the page must say itself. */
function checkHiddenFields(hidden: unknown, given: Foreign): void {
  const address = foreign(hidden).address;
  const country = hidden === 'never' || address === 'never' || foreign(address).country === 'never';
  const told = foreign(foreign(foreign(given.payment_method_data).billing_details).address).country;
  if (country && told === undefined) {
    throw new IntegrationError(
      'You specified "never" for fields.billing_details.address.country when creating the payment Element, but did not pass params.payment_method_data.billing_details.address.country. If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when confirming.',
    );
  }
}

/** What `Stripe(key)` gives to the page. */
export class StripeInstance {
  constructor(
    private readonly origin: string,
    private readonly key: string,
    readonly options: unknown,
  ) {}

  elements(options?: unknown): Elements {
    return new Elements({ origin: this.origin, key: this.key }, foreign(options));
  }

  async createConfirmationToken(options?: unknown): Promise<TokenResult> {
    const given = foreign(options);
    const group = groupOf(given, 'stripe.createConfirmationToken()');
    const params = foreign(given.params);
    warnOfUnknown('createConfirmationToken', params, ['payment_method_data', 'shipping', 'return_url', 'metadata']);
    const element = group.forUse('stripe.createConfirmationToken()');
    checkHiddenFields(element.billingFields, params);
    const { value, error } = await element.ask({ is: 'tokenise', params, context: group.context });
    return value ? { confirmationToken: value } : { error: foreign(error) };
  }

  async retrievePaymentIntent(clientSecret?: unknown): Promise<IntentResult> {
    const { id, secret } = idOf(clientSecret, 'stripe.retrievePaymentIntent');
    const params = { client_secret: secret };
    const answer = await callApi(this.origin, this.key, 'GET', `/v1/payment_intents/${id}`, params);
    return answer.ok ? { paymentIntent: answer.value } : { error: answer.error };
  }

  async handleNextAction(options?: unknown): Promise<IntentResult> {
    const { clientSecret } = foreign(options);
    const found = await this.retrievePaymentIntent(clientSecret);
    if ('error' in found) return found;
    if (found.paymentIntent.status !== 'requires_action') {
      throw new IntegrationError('handleNextAction: The PaymentIntent supplied is not in the requires_action state.');
    }
    return this.act(found.paymentIntent, clientSecret);
  }

  async confirmPayment(options?: unknown): Promise<IntentResult> {
    const given = foreign(options);
    const group = groupOf(given, 'stripe.confirmPayment()');
    const confirmParams = foreign(given.confirmParams);
    const ifRequired = given.redirect === 'if_required';
    const returnUrl = textAt(confirmParams, 'return_url');
    if (!returnUrl && !ifRequired) {
      throw new IntegrationError(
        "stripe.confirmPayment(): the `confirmParams.return_url` argument is required unless passing redirect: 'if_required'.",
      );
    }
    const clientSecret = given.clientSecret ?? group.clientSecret;
    const { id, secret } = idOf(clientSecret, 'stripe.confirmPayment');
    const element = group.forUse('stripe.confirmPayment()');
    checkHiddenFields(element.billingFields, confirmParams);
    const seen = await this.retrievePaymentIntent(secret);
    if ('error' in seen) return seen;
    this.compare(group.context, seen.paymentIntent);
    const { value: token, error } = await element.ask({
      is: 'tokenise',
      params: confirmParams,
      context: group.context,
    });
    if (!token) return { error: foreign(error) };
    const path = `/v1/payment_intents/${id}/confirm`;
    const params = {
      client_secret: secret,
      confirmation_token: token.id,
      return_url: returnUrl ?? window.location.href,
    };
    const answer = await callApi(this.origin, this.key, 'POST', path, params);
    if (!answer.ok) return { error: answer.error };
    const done = answer.value.status === 'requires_action' ? await this.act(answer.value, secret) : null;
    const result: IntentResult = done ?? { paymentIntent: answer.value };
    if ('error' in result || ifRequired || !returnUrl) return result;
    this.leave(returnUrl, id, secret);
    return new Promise<never>(() => undefined);
  }

  createToken(): Promise<never> {
    return this.outside('createToken');
  }

  createPaymentMethod(): Promise<never> {
    return this.outside('createPaymentMethod');
  }

  confirmCardPayment(): Promise<never> {
    return this.outside('confirmCardPayment');
  }

  _registerWrapper(wrapper: unknown): void {
    if (!isForeign(wrapper)) throw new IntegrationError('_registerWrapper wants to know who wraps.');
  }

  registerAppInfo(info: unknown): void {
    if (!isForeign(info)) throw new IntegrationError('registerAppInfo wants {name, version, url}.');
  }

  private async outside(name: string): Promise<never> {
    throw new IntegrationError(`${name}: this double pays only through the Payment Element.`);
  }

  private compare(context: Foreign, intent: Foreign): void {
    const amount = numberAt(context, 'amount');
    const currency = textAt(context, 'currency');
    if (amount !== undefined && amount !== intent.amount) {
      throw new IntegrationError(
        `The amount provided to Elements (${amount}) does not match the amount on the PaymentIntent (${intent.amount}).`,
      );
    }
    if (currency !== undefined && currency !== intent.currency) {
      throw new IntegrationError(
        `The currency provided to Elements (${currency}) does not match the currency on the PaymentIntent (${intent.currency}).`,
      );
    }
  }

  private async act(intent: Foreign, clientSecret: unknown): Promise<IntentResult> {
    const action = foreign(intent.next_action);
    if (action.type === 'redirect_to_url') {
      window.location.assign(textAt(foreign(action.redirect_to_url), 'url') ?? window.location.href);
      return new Promise<never>(() => undefined);
    }
    const url = textAt(foreign(action.use_stripe_sdk), 'stripe_js');
    if (!url) throw new IntegrationError('handleNextAction: this next action is not known.');
    await showChallenge(url);
    const after = await this.retrievePaymentIntent(clientSecret);
    if ('error' in after) return after;
    const failure = after.paymentIntent.last_payment_error;
    if (isForeign(failure)) return { error: { ...failure, payment_intent: after.paymentIntent } };
    return after;
  }

  private leave(returnUrl: string, id: string, secret: string): void {
    const url = new URL(returnUrl);
    url.searchParams.set('payment_intent', id);
    url.searchParams.set('payment_intent_client_secret', secret);
    url.searchParams.set('redirect_status', 'succeeded');
    window.location.assign(url.toString());
  }
}
