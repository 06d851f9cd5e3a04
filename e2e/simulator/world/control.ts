import { z } from 'zod';
import { answerJson, type Handler, Refusal, type Route, readJson } from './exchange';
import type { World } from './world';

/** A part of the world that keeps state: how to forget it, and how to lay it aside and take it up again. */
export type StatefulPart<State> = {
  name: string;
  reset: () => void | Promise<void>;
  /** Anything that survives `structuredClone`; restore gets a copy of it back. */
  snapshot: () => State;
  restore: (state: State) => void;
};

/** The levers that every origin shares; parts register themselves once. */
export type Controls = { register: <State>(part: StatefulPart<State>) => void; routes: Route[] };

const clockShape = z.strictObject({ advanceSeconds: z.number().finite().min(0) });
const restoreShape = z.strictObject({ snapshot: z.string() });
const faultShape = z.strictObject({
  match: z.string().min(1),
  kind: z.enum(['delay', 'drop-before', 'drop-after', 'status', 'duplicate', 'reorder', 'wrong-signature']),
  times: z.number().int().min(1).default(1),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  status: z.number().int().min(100).max(599).optional(),
  acted: z.boolean().optional(),
});

type Part = {
  name: string;
  reset: () => void | Promise<void>;
  /** Lays the state aside; what it returns takes it up again, as often as one likes. */
  layAside: () => () => void;
};
type Snapshot = { clock: number; takeUp: (() => void)[] };

/** Makes the shared levers under `/control`: reset, clock, faults, wire, snapshot and restore. */
export function createControls(world: World): Controls {
  const parts: Part[] = [];
  const snapshots = new Map<string, Snapshot>();

  const reset: Handler = async () => {
    world.clock.reset();
    world.faults.clear();
    for (const part of parts) await part.reset();
    world.wire.clear();
    return answerJson({ ok: true });
  };

  const snapshot: Handler = () => {
    const id = `snapshot-${snapshots.size + 1}`;
    const takeUp = parts.map((part) => part.layAside());
    snapshots.set(id, { clock: world.clock.aheadMilliseconds(), takeUp });
    return answerJson({ snapshot: id });
  };

  const restore: Handler = (call) => {
    const { snapshot: id } = readJson(call, restoreShape);
    const kept = snapshots.get(id);
    if (!kept) throw new Refusal(400, `There is no snapshot ${id}.`);
    world.clock.reset();
    world.clock.advance(kept.clock / 1000);
    for (const takeUp of kept.takeUp) takeUp();
    return answerJson({ ok: true });
  };

  const wire: Handler = (call) => {
    const since = z.coerce
      .number()
      .int()
      .min(0)
      .safeParse(call.url.searchParams.get('since') ?? '0');
    if (!since.success) throw new Refusal(400, 'since: the id of a wire entry, a whole number.');
    return answerJson({ entries: world.wire.since(since.data) });
  };

  const advance: Handler = (call) => {
    world.clock.advance(readJson(call, clockShape).advanceSeconds);
    return answerJson({ nowSeconds: world.clock.nowSeconds() });
  };

  const arm: Handler = (call) => {
    world.faults.arm(readJson(call, faultShape));
    return answerJson({ ok: true });
  };

  return {
    register: (part) => {
      if (parts.some((known) => known.name === part.name)) throw new Error(`${part.name} is registered already.`);
      const { name, reset: forget } = part;
      const layAside = () => {
        const kept = structuredClone(part.snapshot());
        return () => part.restore(structuredClone(kept));
      };
      parts.push({ name, reset: forget, layAside });
    },
    routes: [
      { method: 'POST', pattern: '/control/reset', handler: reset },
      { method: 'POST', pattern: '/control/clock', handler: advance },
      { method: 'POST', pattern: '/control/faults', handler: arm },
      { method: 'GET', pattern: '/control/wire', handler: wire },
      { method: 'POST', pattern: '/control/snapshot', handler: snapshot },
      { method: 'POST', pattern: '/control/restore', handler: restore },
    ],
  };
}
