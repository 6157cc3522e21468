import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The policy in index.html refuses inline scripts, inline styles and data:
// fonts, so nothing may be inlined. public/.gitkeep is copied back into the
// emptied dist/, which Go must find in a fresh clone.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'safari17',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
  },
});
