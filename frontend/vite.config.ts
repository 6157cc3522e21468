import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The policy in index.html refuses inline scripts, inline styles and data:
// fonts, so nothing may be inlined. public/.gitkeep is copied back into the
// emptied dist/, which Go must find in a fresh clone. The guide lies outside, in docs/.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'safari17',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  server: { fs: { allow: ['.', '../docs/guide'] } },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000, // a machine may be busy with more than this
  },
});
