import { cancelIntent } from './capturing';
import { settleCharge } from './charge-booking';
import type { Deliverer } from './deliveries';
import type { Double } from './double';
import { emit } from './events';
import { failRefund, settleRefund } from './refunds';
import { expireSession } from './sessions';
import type { Due } from './state';

/** What happens by itself in the double: deliveries, fees, holds that end, refunds that turn out later. */
export class Agenda {
  private timer: NodeJS.Timeout | null = null;
  private readonly stopListening: () => void;

  constructor(
    private readonly double: Double,
    private readonly deliverer: Deliverer,
  ) {
    double.onAgenda = () => this.plan();
    this.stopListening = double.world.clock.onAdvance(() => this.plan());
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.stopListening();
    this.double.onAgenda = () => undefined;
  }

  /** Sleeps until the next thing is due; a pushed clock wakes it early. */
  plan(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { agenda } = this.double.state;
    if (agenda.length === 0) return;
    const next = Math.min(...agenda.map((due) => due.atMs));
    const wait = Math.min(Math.max(0, next - this.double.world.clock.nowMs()), 60_000);
    this.timer = setTimeout(() => this.runDue(), wait);
    this.timer.unref();
  }

  private runDue(): void {
    const { state, world } = this.double;
    const now = world.clock.nowMs();
    const due = state.agenda.filter((entry) => entry.atMs <= now).sort((left, right) => left.atMs - right.atMs);
    state.agenda = state.agenda.filter((entry) => entry.atMs > now);
    for (const entry of due) this.act(entry);
    this.plan();
  }

  private act(due: Due): void {
    const { double } = this;
    const { charges, intents, refunds } = double.state;
    if (due.kind === 'deliver') {
      this.deliverer.deliver(due);
    } else if (due.kind === 'settle-charge') {
      const charge = charges.get(due.charge);
      if (!charge) return;
      settleCharge(double, charge);
      emit(double, 'charge.updated', charge);
    } else if (due.kind === 'expire-hold') {
      const intent = intents.get(due.intent);
      if (intent?.status === 'requires_capture') cancelIntent(double, intent, 'automatic');
    } else if (due.kind === 'expire-session') {
      const session = double.state.sessions.get(due.session);
      if (session?.status === 'open') expireSession(double, session);
    } else {
      const refund = refunds.get(due.refund);
      if (!refund) return;
      if (due.kind === 'fail-refund') failRefund(double, refund);
      else settleRefund(double, refund);
    }
  }
}
