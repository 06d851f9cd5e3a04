import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { paypalAccount } from './paypal/double';
import { certificates } from './paypal/signing';
import type { Accounts, Origins } from './world/world';

/** Keys for demo and tests only: 32 bytes made from a name that everybody can read here. */
function demoKey(name: string): string {
  return createHash('sha256').update(`kiosk demo, not a secret: ${name}`).digest('base64');
}

/** For the native payments of 2016; made once for the demo, opens nothing that is worth a look. */
function demoPaymentKey(): string {
  return readFileSync(path.join(import.meta.dirname, 'demo-payment-key.asc'), 'utf8');
}

/** The variables with which a shop lives in this world instead of the real one. Everything else keeps its default. */
export function shopEnvironment(origins: Origins, accounts: Accounts): Record<string, string> {
  return {
    FACEBOOK_APP_ID: accounts.app.id,
    FACEBOOK_APP_SECRET: accounts.app.secret,
    FACEBOOK_PAGE_ID: accounts.page.id,
    FACEBOOK_PAGE_ACCESS_TOKEN: accounts.page.accessToken,
    FACEBOOK_VERIFY_TOKEN: accounts.app.verifyToken,
    GRAPH_API_ORIGIN: origins.messenger,
    GRAPH_API_VERSION: 'v26.0',
    MESSENGER_LINKS_URL: `${origins.messenger}/m`,
    EXTENSIONS_SDK_URL: `${origins.messenger}/en_US/messenger.Extensions.js`,
    WEBVIEW_HOST_ORIGINS: origins.messenger,
    MESSENGER_PAYMENT_PRIVATE_KEY: demoPaymentKey(),
    FACEBOOK_AD_ACCOUNT_ID: accounts.ads.accountId,
    MARKETING_ACCESS_TOKEN: accounts.ads.accessToken,
    STRIPE_SECRET_KEY: accounts.stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: accounts.stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: accounts.stripe.webhookSecret,
    STRIPE_API_ORIGIN: origins.stripe,
    STRIPE_JS_ORIGIN: origins.stripe,
    PAYPAL_CLIENT_ID: paypalAccount.clientId,
    PAYPAL_CLIENT_SECRET: paypalAccount.clientSecret,
    PAYPAL_WEBHOOK_ID: paypalAccount.webhookId,
    PAYPAL_API_ORIGIN: origins.paypal,
    PAYPAL_CERT_ORIGINS: origins.paypal,
    PAYPAL_CERT_ROOTS: certificates.root,
    SMTP_URL: origins.smtp,
    MAIL_FROM: `${accounts.page.name} <hallo@example.com>`,
    PWNED_PASSWORDS_ORIGIN: origins.messenger,
    SESSION_KEYS: demoKey('session'),
    ENCRYPTION_KEYS: demoKey('encryption'),
    METRICS_TOKEN: 'kiosk-demo-metrics-token',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: demoKey('server actions'),
  };
}
