import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Standing = {
  orders: { shopperId: string; chargeId: string; amountMinor: number; number: number }[];
  stock: { available: number; held: number; sold: number };
  broken: string[];
};
export type Request = { shopperId: string; requestId: string };
export type Kept = { shopperId: string; customerId: string; methodId: string };
export type Started = { ok: boolean; value?: { is: string; url?: string } };
export type Quoted = {
  ok: boolean;
  value?: { attemptId: string; quote: { total: { amountMinor: number; currency: string } } };
};

/** The shop's process; `kill` is SIGKILL and waits for the end. */
export class Till {
  private child: ChildProcess | null = null;
  origin: string | null = null;
  private shot = false;
  /** What it said when it ended though nobody had killed it. Must stay null. */
  endedByItself: string | null = null;

  constructor(
    private readonly script: string,
    private readonly environment: Record<string, string>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.script], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.shot = false;
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000);
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.endedByItself = `exit ${code} ${signal}: ${said}`;
    });
    this.origin = `http://127.0.0.1:${await portOf(child)}`;
  }

  /** Ends it at once, without waiting: for the very moment of a message. */
  shoot(): void {
    this.shot = true;
    this.child?.kill('SIGKILL');
  }

  get isDead(): boolean {
    return this.shot || this.hasExited();
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || this.hasExited()) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private hasExited(): boolean {
    return this.child === null || this.child.signalCode !== null || this.child.exitCode !== null;
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Before anything counts: on a busy machine the shop that was just started may need a second try. */
  async prepare(psid: string): Promise<{ shopperId: string }> {
    for (let tries = 0; tries < 10; tries += 1) {
      const { shopperId } = await postJson<{ shopperId?: string }>(`${this.origin}/prepare`, { psid });
      if (shopperId) return { shopperId };
    }
    throw new Error('nobody could be prepared');
  }
  confirm(input: Request & { token: string }): Promise<unknown> {
    return postJson(`${this.origin}/confirm`, input);
  }
  lookUp(input: Request): Promise<unknown> {
    return postJson(`${this.origin}/look-up`, input);
  }
  openDialog(input: Request): Promise<Quoted> {
    return postJson(`${this.origin}/open-dialog`, input);
  }
  settleDialog(input: Request & { chargeId: string }): Promise<unknown> {
    return postJson(`${this.origin}/settle-dialog`, input);
  }
  begin(input: Request & { way: 'paypal' | 'hosted' }): Promise<Started> {
    return postJson(`${this.origin}/start`, input);
  }
  comeBack(token: string): Promise<unknown> {
    return postJson(`${this.origin}/return`, { token });
  }
  customer(shopperId: string): Promise<{ ok: boolean; value: string }> {
    return postJson(`${this.origin}/customer`, { shopperId });
  }
  keep(input: Kept): Promise<unknown> {
    return postJson(`${this.origin}/keep`, input);
  }
  confirmKept(input: Kept & Request): Promise<unknown> {
    return postJson(`${this.origin}/confirm-kept`, input);
  }
  standing(): Promise<Standing> {
    return getJson(`${this.origin}/standing`);
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const port = /ready (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`the till did not start: ${said.slice(0, 2000)}`)));
  });
}

export async function getJson<T>(url: string): Promise<T> {
  return (await fetch(url)).json();
}

export async function postJson<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}
