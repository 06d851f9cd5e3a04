import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Standing = {
  orders: { shopperId: string; chargeId: string; amountMinor: number; number: number }[];
  stock: { available: number; held: number; sold: number };
  broken: string[];
};
export type Quoted = {
  ok: boolean;
  value?: { attemptId: string; quote: { total: { amountMinor: number; currency: string } } };
};

/** The shop's process; `kill` is SIGKILL and waits for the end. */
export class Till {
  private child: ChildProcess | null = null;
  origin: string | null = null;
  private shot = false;

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

  prepare(psid: string): Promise<{ shopperId: string }> {
    return postJson(`${this.origin}/prepare`, { psid });
  }
  confirm(input: { shopperId: string; requestId: string; token: string }): Promise<unknown> {
    return postJson(`${this.origin}/confirm`, input);
  }
  lookUp(input: { shopperId: string; requestId: string }): Promise<unknown> {
    return postJson(`${this.origin}/look-up`, input);
  }
  openDialog(input: { shopperId: string; requestId: string }): Promise<Quoted> {
    return postJson(`${this.origin}/open-dialog`, input);
  }
  settleDialog(input: { shopperId: string; requestId: string; chargeId: string }): Promise<unknown> {
    return postJson(`${this.origin}/settle-dialog`, input);
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
