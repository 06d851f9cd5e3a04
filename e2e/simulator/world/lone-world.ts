import { demoAccounts } from '../accounts';
import { Clock } from './clock';
import { Faults } from './faults';
import { Wire } from './wire';
import type { World } from './world';

/** A world for a double that is looked at alone: webhooks go to `shopOrigin`, unless told otherwise to nobody. */
export function loneWorld(shopOrigin = 'http://127.0.0.1:9'): World {
  const clock = new Clock();
  return {
    clock,
    wire: new Wire(() => clock.nowMs()),
    faults: new Faults(),
    origins: { messenger: '', stripe: '', paypal: '', smtp: '' },
    accounts: demoAccounts,
    shopOrigin,
    era: 'current',
    newcomersFrom: 0,
  };
}
