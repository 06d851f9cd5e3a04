import type { Accounts } from './world/world';

/**
 * The merchant of the demo world, as the dashboards of Meta and Stripe would show her keys. All invented: nothing here
 * opens anything outside the simulator.
 */
export const demoAccounts: Accounts = {
  app: {
    id: '1602000000000012',
    secret: '3f9a6c1e58d2470bb1c47e0d92a5f863',
    verifyToken: 'kiosk-demo-verify-token',
  },
  page: {
    id: '104201609120001',
    name: 'Otter & Ottilie',
    username: 'otterandottilie',
    accessToken: 'EAAKioskDemoPageToken',
  },
  ads: { accountId: '1000000000000001', accessToken: 'EAAKioskDemoMarketingToken' },
  stripe: {
    secretKey: 'sk_test_kioskDemoSecretKey0001',
    publishableKey: 'pk_test_kioskDemoPublishableKey0001',
    webhookSecret: 'whsec_kioskDemoWebhookSecret0001',
  },
};
