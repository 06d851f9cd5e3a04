import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Wire } from './wire';

/** Where each part of the simulated world listens, without a trailing slash. */
export type Origins = { messenger: string; stripe: string; paypal: string; smtp: string };

/** Two eras of the platform: native payments and native sharing exist in `2016` only. */
export type Era = '2016' | 'current';

/** What the world and the shop know of each other: secrets that a merchant would copy from the dashboards. */
export type Accounts = {
  app: { id: string; secret: string; verifyToken: string };
  page: { id: string; name: string; username: string; accessToken: string };
  ads: { accountId: string; accessToken: string };
  stripe: { secretKey: string; publishableKey: string; webhookSecret: string };
};

/** One simulated world: a clock, a wire log and a list of faults shared by every origin. */
export type World = {
  readonly clock: Clock;
  readonly wire: Wire;
  readonly faults: Faults;
  readonly origins: Origins;
  readonly accounts: Accounts;
  /** The shop under test, e.g. `http://localhost:3000`; webhooks go there. */
  readonly shopOrigin: string;
  era: Era;
  /**
   * Added to the number of everybody who joins later: a world that begins anew around a shop that remembers takes a number
   * that no earlier one has reached, so that nobody is taken for a stranger of before.
   */
  readonly newcomersFrom: number;
};
