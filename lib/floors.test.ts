import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// The table of floors: every arrow points down. What the linter's patterns cannot say is said here, over import lines.
type Floor = { at: string; mayUse: string[]; never: RegExp };

const ADAPTERS = ['db', 'messenger', 'stripe', 'paypal', 'mail', 'media', 'papers', 'webview', 'import'];
const VENDORS = /^(?:drizzle-orm|pg|stripe)(?:\/|$)/;
const FRAMEWORK = /^(?:next|react|react-dom|stripe|pg)(?:\/|$)/;

const FLOORS: Floor[] = [
  { at: 'app/', mayUse: ['app/', 'components/', 'lib/'], never: VENDORS },
  {
    at: 'components/',
    mayUse: ['components/', 'lib/domain/', 'lib/webview/'],
    never: /^node:|^next\/(?:headers|cache)/,
  },
  { at: 'lib/server/', mayUse: ['lib/'], never: /^react-dom(?:\/|$)/ },
  { at: 'lib/cli/', mayUse: ['lib/'], never: /^react(?:-dom)?$/ },
  { at: 'lib/flows/', mayUse: ['lib/flows/', 'lib/db/', 'lib/domain/'], never: FRAMEWORK },
  ...ADAPTERS.map((name) => ({
    at: `lib/${name}/`,
    mayUse: [`lib/${name}/`, 'lib/domain/'],
    never: name === 'webview' ? /^next(?:\/|$)|^node:/ : /^(?:next|react)(?:\/|$)/,
  })),
  { at: 'lib/domain/', mayUse: ['lib/domain/'], never: /^(?!zod$)/ },
  { at: 'e2e/', mayUse: ['e2e/'], never: /^next(?:\/|$)|^drizzle-orm/ },
];

/** Floors that no other floor but itself may use, whatever `lib/` allows. */
const NOT_FOR_OTHERS = ['lib/cli/', 'lib/webview/'];
const WEBVIEW_USERS = ['app/', 'components/', 'lib/webview/'];

const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  '*.ts',
  '*.tsx',
  '*.mjs',
  '*.css',
])
  .toString()
  .split('\n')
  .filter((file) => file && existsSync(file));
const isTest = (file: string) => /\.(?:test|spec)\.tsx?$|(?:^|\/)testing[-.\w]*\.tsx?$/.test(file);
const product = files.filter((file) => /\.tsx?$/.test(file) && !isTest(file) && !file.endsWith('.d.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const lines = text.matchAll(
    /^(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...lines].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}

/** The path inside the repository, or null for a package. */
function targetOf(file: string, name: string): string | null {
  if (name.startsWith('@/')) return name.slice(2);
  return name.startsWith('.') ? path.join(path.dirname(file), name) : null;
}

function faultsOf(file: string): string[] {
  const floor = FLOORS.find(({ at }) => file.startsWith(at));
  return importsOf(file).flatMap((name) => {
    if (!floor) return [];
    const target = targetOf(file, name);
    if (target === null) return floor.never.test(name) ? [`${file} must not use ${name}`] : [];
    if (/^(?:package\.json|e2e\/chromium-places)/.test(target)) return [];
    if (!floor.mayUse.some((place) => target.startsWith(place))) return [`${file} must not use ${name}`];
    const closed = NOT_FOR_OTHERS.find((place) => target.startsWith(place) && !file.startsWith(place));
    if (!closed || (closed === 'lib/webview/' && WEBVIEW_USERS.some((place) => file.startsWith(place)))) return [];
    return [`${file} must not use ${name}`];
  });
}

describe('the house', () => {
  it('has no arrow that points up', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.flatMap(faultsOf)).toEqual([]);
  });

  it('would notice one', () => {
    const table = (at: string, name: string) => {
      const floor = FLOORS.find((one) => one.at === at);
      return floor
        ? { may: floor.mayUse.some((place) => name.startsWith(place)), never: floor.never.test(name) }
        : null;
    };
    expect(table('lib/domain/', 'lib/db/')).toMatchObject({ may: false });
    expect(table('lib/domain/', 'pg')).toMatchObject({ never: true });
    expect(table('lib/domain/', 'zod')).toMatchObject({ never: false });
    expect(table('lib/flows/', 'next/headers')).toMatchObject({ never: true });
    expect(table('app/', 'drizzle-orm/pg-core')).toMatchObject({ never: true });
    expect(table('components/', 'lib/server/')).toMatchObject({ may: false });
  });

  it('asks the network, the clock and the environment only where it says so', () => {
    const wrong = product.flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const faults: string[] = [];
      const pure = file.startsWith('lib/domain/') || file.startsWith('lib/flows/');
      if (pure && /\bfetch\(|\bprocess\.env\b/.test(text)) faults.push('fetch or process.env');
      if (file.startsWith('lib/domain/') && /\bDate\.now\(|new Date\(\)|Math\.random\(|\bawait\b/.test(text)) {
        faults.push('a clock, randomness or await');
      }
      if (/^(?:app|components)\//.test(file) && /\bprocess\.env\b/.test(text)) faults.push('process.env');
      return faults.map((fault) => `${file}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no file that holds two ideas: 250 lines at most', () => {
    const long = files
      .filter((file) => !isTest(file) && !file.startsWith('e2e/contracts/'))
      .map((file) => `${file}: ${readFileSync(file, 'utf8').trimEnd().split('\n').length}`)
      .filter((line) => Number(line.split(': ')[1]) > 250);
    expect(long).toEqual([]);
  });

  it('has its rooms and no others', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    expect([...folders].sort()).toEqual(['app', 'components', 'e2e', 'lib']);
    const rooms = new Set(files.filter((file) => /^lib\/[^/]+\//.test(file)).map((file) => file.split('/')[1]));
    const known = ['cli', 'db', 'domain', 'flows', 'server', ...ADAPTERS];
    expect([...rooms].filter((room) => !known.includes(room ?? ''))).toEqual([]);
  });

  it('leaves nothing for later', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].map((mark) => `\\b${mark}\\b`).join('|'));
    expect(files.filter((file) => file !== 'lib/floors.test.ts' && marks.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
