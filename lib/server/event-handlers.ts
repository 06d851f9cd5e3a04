import { answerMessengerEvent } from '@/lib/flows/answer-messenger-event';
import { workPaypalEvent } from '@/lib/flows/apply-paypal-event';
import { workStripeEvent } from '@/lib/flows/apply-stripe-event';
import type { Deps } from '@/lib/flows/deps';
import { workEvents } from '@/lib/flows/work-events';

/** Works what waits in the inbox, whoever sent it. */
export function workStoredEvents(deps: Deps): Promise<number> {
  return workEvents(deps, { messenger: answerMessengerEvent, stripe: workStripeEvent, paypal: workPaypalEvent });
}
