import { defineConfig } from 'vite';

// The two production entries, for Node, beside what Next builds. Packages stay in node_modules.
export default defineConfig({
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
