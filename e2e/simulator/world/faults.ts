/**
 * A fault that a test arms. `match` is a substring of `METHOD path` on any origin, or of `webhook:<type>` for
 * deliveries that the world makes to the shop (`webhook:payment_intent.succeeded`, `webhook:messages`).
 * delay: answer after `delayMs` · drop-before: cut without acting · drop-after: act, then cut · status: answer `status`
 * without acting (`acted: true`: act first) · duplicate: deliver twice · reorder: deliver after the next one ·
 * wrong-signature: sign with another secret.
 */
export type Fault = {
  match: string;
  kind: 'delay' | 'drop-before' | 'drop-after' | 'status' | 'duplicate' | 'reorder' | 'wrong-signature';
  times: number;
  delayMs?: number;
  status?: number;
  acted?: boolean;
};

/** Armed faults; taking one uses it up. */
export class Faults {
  private armed: Fault[] = [];

  arm(fault: Fault): void {
    this.armed.push({ ...fault });
  }

  /** The first armed fault for this call, counted down, or null. `kinds` leaves other kinds armed for others. */
  take(call: string, kinds?: Fault['kind'][]): Fault | null {
    const fault = this.armed.find(
      (candidate) => candidate.times > 0 && call.includes(candidate.match) && (kinds?.includes(candidate.kind) ?? true),
    );
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }

  clear(): void {
    this.armed = [];
  }
}
