import type { Funding } from './paypal-provider';

/** What can be done to the house. Numbers name shoppers, variants, request ids and events by their place. */
export type Action =
  | { do: 'put'; shopper: number; variant: number; quantity: number }
  | { do: 'confirm'; shopper: number; request: number; token: string; otherBody: boolean }
  | { do: 'look-up' | 'cancel' | 'open-dialog' | 'settle-dialog' | 'cancel-dialog'; shopper: number; request: number }
  | { do: 'authenticate'; shopper: number; passes: boolean }
  | { do: 'decide-pending'; shopper: number; says: 'paid' | 'declined' | 'paid-wrongly' }
  | { do: 'pay-by-paypal'; shopper: number; request: number }
  | { do: 'at-paypal'; shopper: number; with: Funding }
  | { do: 'return'; shopper: number; gaveUp: boolean }
  | { do: 'requote'; shopper: number; option: string; told: boolean }
  | { do: 'pay-in-dialog'; shopper: number; wrong: boolean; stuck: boolean }
  | { do: 'stock'; variant: number; difference: number }
  | { do: 'price'; variant: number; minor: number }
  | { do: 'provider'; isDown: boolean }
  | { do: 'advance'; seconds: number }
  | { do: 'sweep' | 'reconcile' }
  | { do: 'event'; which: number }
  | { do: 'unknown-charge' }
  | { do: 'capture-later'; isOn: boolean }
  | { do: 'fulfil' | 'call-off' | 'lapse' | 'dispute'; order: number }
  | { do: 'capture'; order: number; part: boolean }
  | { do: 'refund'; order: number; form: number; wish: 'everything' | 'a piece' | 'an amount' }
  | { do: 'refund-at-provider'; order: number; minor: number }
  | { do: 'refund-fails'; which: number }
  | { do: 'decide-dispute'; which: number; won: boolean };

/**
 * `crash-*` ends the flow at its n-th call of the provider, before or after the provider acted. `unreached` and
 * `unanswered`: the flow hears nothing, and the provider did nothing or did it all the same.
 */
export type Fault = { at: number; kind: 'crash-before' | 'crash-after' | 'unreached' | 'unanswered' };
/** Steps that happen while another one waits for the provider's answer: the races that matter, drawn by the seed. */
export type Meanwhile = { at: number; when: 'before' | 'after'; steps: Action[] };
export type Step =
  | { action: Action; fault: Fault | null; meanwhile: Meanwhile | null }
  /** Two at once, as the database sees them. */
  | { both: [Action, Action] };

export type History = { seed: number; shoppers: number; stocks: number[]; steps: Step[] };

/** What there is of each: a step names them by place. */
export type Size = { shoppers: number; variants: number };

/** One line per step, for the report of a failure. */
export function tellStep(step: Step): string {
  if ('both' in step) return `at once: ${step.both.map(tellAction).join('  and  ')}`;
  const { action, fault, meanwhile } = step;
  const parts = [tellAction(action)];
  if (fault) parts.push(`[${fault.kind} at its call ${fault.at} of the provider]`);
  if (meanwhile)
    parts.push(`[${meanwhile.when} call ${meanwhile.at} is answered: ${meanwhile.steps.map(tellAction).join('; ')}]`);
  return parts.join(' ');
}

function tellAction({ do: what, ...facts }: Action): string {
  return [what, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ');
}
