/** The one clock of the simulated world. It runs with real time and can be pushed forward. */
export class Clock {
  private aheadMs = 0;
  private listeners = new Set<() => void>();

  /** Milliseconds since 1970. */
  nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  /** Seconds since 1970, as Stripe and Meta stamp things. */
  nowSeconds(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  advance(seconds: number): void {
    this.aheadMs += seconds * 1000;
    for (const listener of this.listeners) listener();
  }

  /** Calls back when the clock was pushed, so that what fell due in between can happen; returns how to stop that. */
  onAdvance(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How far the clock was pushed, to lay it aside in a snapshot. */
  aheadMilliseconds(): number {
    return this.aheadMs;
  }

  reset(): void {
    this.aheadMs = 0;
  }
}
