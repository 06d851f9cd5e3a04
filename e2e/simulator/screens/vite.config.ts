import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The simulator that `vite dev` talks to; a build needs none. */
const simulatorOrigin = process.env.SIMULATOR_ORIGIN ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  resolve: { tsconfigPaths: true },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023' },
  server: {
    proxy: { '/screen': simulatorOrigin, '/control': simulatorOrigin },
  },
});
