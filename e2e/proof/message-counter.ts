export type KillPoint = { message: number; side: 'before' | 'after' };

/**
 * Numbers the messages that the shop sends to database and providers, and ends it at one of them: before anything is
 * forwarded, or after the other side has acted and before its answer comes back.
 */
export class MessageCounter {
  private seen: string[] = [];
  private armed: { point: KillPoint | null; kill: () => void } | null = null;

  /** From now on messages count, from 1. Without a point nobody is killed. */
  arm(point: KillPoint | null, kill: () => void): void {
    this.seen = [];
    this.armed = { point, kill };
  }

  /** Stops counting; answers what was seen, a label each. */
  disarm(): string[] {
    this.armed = null;
    return this.seen;
  }

  /** Called with each message before it is forwarded. `die` says at which side of it the shop ends. */
  next(label: string): 'pass' | 'die-before' | 'die-after' {
    if (!this.armed) return 'pass';
    this.seen.push(label);
    if (this.armed.point?.message !== this.seen.length) return 'pass';
    return this.armed.point.side === 'before' ? 'die-before' : 'die-after';
  }

  kill(): void {
    const { armed } = this;
    this.armed = null;
    armed?.kill();
  }
}
