import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { fail } from '@/lib/domain/result';
import type { Deps } from '../deps';
import type { TestHouse } from '../testing';

/**
 * What happens at the n-th message that a flow sends, to the database or to a provider, counted from 1. `killed-*`: the
 * process is gone, before the message left or before its answer came. `unreached` and `unanswered`: the flow hears
 * nothing, and the other side did nothing or did it all the same. `database-down` and `disk-full` last until the end.
 */
export type WireFault = {
  at: number;
  kind: 'killed-before' | 'killed-after' | 'unreached' | 'unanswered' | 'database-down' | 'disk-full';
};

/** Nobody hears the end of a flow whose process is gone. */
export class Killed extends Error {
  override name = 'Killed';
}

const FULL = `do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`;
const gone = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const unavailable = fail('gateway_unavailable');
/** What a flow hears of a call of the outside that stays without an answer. */
const SILENCE: Record<string, unknown> = {
  confirm: { is: 'unknown' },
  capture: { is: 'unknown' },
  cancel: { is: 'unknown' },
  refund: { is: 'unknown' },
  retrieve: { is: 'unknown' },
  send: fail('unknown'),
  showTyping: undefined,
  profile: null,
};

/** The wires of one run of a flow: `deps` count their messages here and meet the fault. */
export class Wire {
  readonly messages: string[] = [];
  private dead = false;
  /** Runs before each message is sent; it may make something happen in between. */
  between: (message: number) => Promise<void> = async () => undefined;

  constructor(private readonly fault: WireFault | null = null) {}

  /** The deps of a house, behind this wire. */
  around(house: TestHouse): Deps {
    const { deps } = house;
    const { stripe, paypal } = deps.payments;
    const desk = deps.disputes.stripe;
    const disputes = desk ? { stripe: this.aroundOutside(desk) } : {};
    return {
      ...deps,
      db: drizzle({ client: this.aroundPool(house.database.open.pool) }),
      payments: { stripe: this.aroundOutside(stripe), paypal: paypal && this.aroundOutside(paypal) },
      disputes,
      messenger: this.aroundOutside(deps.messenger),
      mail: deps.mail && this.aroundOutside(deps.mail),
    };
  }

  private aroundOutside<T extends object>(outside: T): T {
    return new Proxy(outside, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const silence = String(name) in SILENCE ? SILENCE[String(name)] : unavailable;
        return (...given: unknown[]) =>
          this.pass(`provider ${String(name)}`, () => member.apply(target, given), {
            lost: () => silence,
            isDatabase: false,
            cut: () => undefined,
          });
      },
    });
  }

  private aroundPool(pool: Pool): Pool {
    return new Proxy(pool, {
      get: (target, name) => {
        if (name === 'query')
          return this.asking(
            (...given) => Reflect.apply(target.query, target, given),
            () => undefined,
          );
        if (name === 'connect') return async () => this.aroundClient(await target.connect());
        return Reflect.get(target, name);
      },
    });
  }

  private aroundClient(client: PoolClient): PoolClient {
    let isCut = false;
    const cut = () => {
      if (!isCut) client.release(true);
      isCut = true;
    };
    return new Proxy(client, {
      get: (target, name) => {
        if (name === 'query') return this.asking((...given) => Reflect.apply(target.query, target, given), cut);
        if (name === 'release') return () => (isCut ? undefined : target.release());
        return Reflect.get(target, name);
      },
    });
  }

  private asking(query: (...given: unknown[]) => Promise<unknown>, cut: () => void) {
    return (...given: unknown[]) => {
      const [first] = given;
      const text = typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text'));
      const act = (number: number) =>
        this.isFull(number) && !/^\s*(rollback|select)/i.test(text) ? query(FULL) : query(...given);
      const lost = () => {
        throw new Error('Query read timeout');
      };
      const passed = this.pass(`database ${text.slice(0, 60)}`, act, { lost, isDatabase: true, cut });
      // As `openDatabase` does it: whoever could not begin does not keep the client.
      return /^begin/i.test(text) ? passed.catch(cutAndThrow(cut)) : passed;
    };
  }

  private isFull(number: number): boolean {
    return this.fault?.kind === 'disk-full' && number >= this.fault.at;
  }

  private async pass(
    label: string,
    act: (number: number) => Promise<unknown>,
    { lost, isDatabase, cut }: { lost: () => unknown; isDatabase: boolean; cut: () => void },
  ): Promise<unknown> {
    if (this.dead) {
      cut();
      throw new Killed();
    }
    this.messages.push(label);
    const number = this.messages.length;
    await this.between(number);
    const { fault } = this;
    if (fault?.kind === 'database-down' && isDatabase && number >= fault.at) {
      cut();
      throw gone();
    }
    if (fault?.at !== number) return act(number);
    if (fault.kind === 'unreached') return lost();
    if (fault.kind !== 'killed-before' && fault.kind !== 'killed-after' && fault.kind !== 'unanswered')
      return act(number);
    if (fault.kind !== 'killed-before') await act(number);
    if (fault.kind === 'unanswered') return lost();
    this.dead = true;
    cut();
    throw new Killed();
  }
}

function cutAndThrow(cut: () => void) {
  return (error: unknown): never => {
    cut();
    throw error;
  };
}
