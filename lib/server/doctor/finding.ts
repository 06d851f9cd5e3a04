import type { DoctorSays } from '@/lib/domain/words/doctor';

/** What a finding is about; the desk's checklist has a line for most of them. */
export type FindingTopic =
  | 'machine'
  | 'domain'
  | 'page'
  | 'allow_list'
  | 'webhook'
  | 'payments'
  | 'paypal'
  | 'mail'
  | 'legal';

/** What the doctor found: a line in words, and what to do about it. "broken" makes the command fail. */
export type Finding = { is: 'fine' | 'broken' | 'note'; about: FindingTopic; say: DoctorSays };

export const PATIENCE_MS = 5_000;

export function fine(about: FindingTopic, say: DoctorSays): Finding {
  return { is: 'fine', about, say };
}

export function broken(about: FindingTopic, say: DoctorSays): Finding {
  return { is: 'broken', about, say };
}

export function note(about: FindingTopic, say: DoctorSays): Finding {
  return { is: 'note', about, say };
}

/** Live keys: real money may be moving. */
export function isLive({ STRIPE_SECRET_KEY }: { STRIPE_SECRET_KEY: string }): boolean {
  return /^(?:sk|rk)_live_/.test(STRIPE_SECRET_KEY);
}

export async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return answer?.ok === true;
}
