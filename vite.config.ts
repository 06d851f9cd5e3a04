import { build, defineConfig, type Plugin } from 'vite';

/** The one script that runs in browsers without Next (`lib/webview/visit.ts`), beside the entries that serve it. */
const visitScript: Plugin = {
  name: 'visit-script',
  async generateBundle() {
    const made = await build({
      configFile: false,
      logLevel: 'warn',
      resolve: { tsconfigPaths: true },
      publicDir: false,
      build: {
        write: false,
        modulePreload: false,
        rollupOptions: { input: 'lib/webview/visit.ts', output: { format: 'iife' } },
      },
    });
    const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
    const [script] = outputs.flatMap((one) => (one.type === 'chunk' ? one.code : []));
    if (script === undefined || outputs.length !== 1) throw new Error('the script of the kept pages is not one file');
    this.emitFile({ type: 'asset', fileName: 'visit.js', source: script });
  },
};

// The two production entries, for Node, beside what Next builds. Packages stay in node_modules.
export default defineConfig({
  plugins: [visitScript],
  resolve: { tsconfigPaths: true },
  publicDir: false,
  ssr: { noExternal: [], external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rollupOptions: {
      input: { start: 'lib/cli/start.ts', worker: 'lib/cli/worker.ts' },
    },
  },
});
