/** The fault matrix of the reliability reference, section 3: what must come of a fault at a step. */
export const FAULTS = [
  'cb',
  'ca',
  'cz',
  'to',
  'du',
  'oo',
  'dt',
  '5x',
  '409',
  '429',
  'wf',
  'db',
  'df',
  'ms',
  '3d',
  'pc',
  'sr',
  'ck',
  'sg',
  'kr',
] as const;
export type FaultCode = (typeof FAULTS)[number];

export const FAULT_WORDS: Record<FaultCode, string> = {
  cb: 'crash before the effect',
  ca: 'crash after the effect, before our record',
  cz: 'crash after the record, before the answer',
  to: 'timeout',
  du: 'duplicate',
  oo: 'out of order',
  dt: 'concurrent double tap',
  '5x': 'provider says 500',
  '409': 'provider says 409',
  '429': 'provider says 429',
  wf: 'event before the answer',
  db: 'database down',
  df: 'disk full',
  ms: 'Messenger down or Page blocked',
  '3d': '3-D Secure abandoned',
  pc: 'price change',
  sr: 'stock race',
  ck: 'clock skew',
  sg: 'forged or replayed',
  kr: 'key rotation',
};

export const OUTCOMES: Record<string, string> = {
  R: 'nothing happened, the same key works once',
  I: 'recognised: same answer, no second effect',
  C: 'finished later by event, worker or reconciliation',
  U: 'unknown: hold kept, asked until known',
  X: 'refused by name, nothing changed',
  M: 'money back once, shopper told',
  D: 'queued, the order goes on',
  K: 'old and new key both work',
  H: 'safe stop and alarm',
};

const TABLE = `
1 sign-in-shopper | R R I R I · I · · · · X X X · · · X X K
2 change-cart | R · I R I X I · · · · X X · · I X · X K
3 quote-checkout | R · R R I X I · · · · X X · · X X I X K
4 open attempt, hold stock | R · I I I X I · · · · X X · · X X I X K
5 create payment object | R C I R I · I R R R I C C · · I I I · H
6 confirm or capture | R C C U I C I U U R C C C · C I I I X H
7 3DS or PayPal approval | C C C C I C I U · R C C C · X I I I X K
8 settle-payment | C · I I I C I · · · I C C · · I I I M/H ·
9 provider webhook | C · I I I C I C C C C C C · C · · I X K
10 return page | C · · C I C I U · C I X X · X · · I X K
11 deliver-messages | D C I C I C I D · D · D D D · · · X · D
12 sweeper: cancel, then release | C C I U I C I U C R C D D · C · I I · H
13 fulfil-order | R · I R I X I · · · · X X D · · I I X K
14 cancel, refund, withdrawal | R C C U I C I U I R C C C D · I I I X H
15 dispute event | C · I I I C I C · C C C C D · · · I X K
16 reconcile | C C I R I C I C C C C D D · C · C I · H
17 Messenger webhook | C · I I I C I · · · · C C · · · · I X K
18 merchant edits price, stock, catalogue | R · I R I X X · · · · X X · · I I · X K`;

export type Step = { number: number; name: string; outcomes: Record<FaultCode, string> };

export const STEPS: Step[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [head = '', letters = ''] = line.split(' | ');
    const number = Number.parseInt(head, 10);
    const each = letters.trim().split(' ');
    if (each.length !== FAULTS.length) throw new Error(`step ${number} has ${each.length} cells`);
    const outcomes = Object.fromEntries(FAULTS.map((fault, index) => [fault, each[index] ?? '·']));
    return { number, name: head.replace(/^\d+ /, ''), outcomes: outcomes as Record<FaultCode, string> };
  });

/** The tag that a test carries in its title for the cells it covers: `[6×to 6×5x]`; cells that cannot occur are left out. */
export function cells(step: number, ...faults: FaultCode[]): string {
  const outcomes = STEPS.find(({ number }) => number === step)?.outcomes;
  const named = faults.filter((fault) => outcomes?.[fault] !== '·').map((fault) => `${step}×${fault}`);
  return `[${named.join(' ')}]`;
}
