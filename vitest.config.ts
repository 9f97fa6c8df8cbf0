import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Unit and server tests only; the browser journeys in tests/browser belong to Playwright.
export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    environment: 'node',
    passWithNoTests: true,
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // The pages as they were built; there is nothing left to compile in them.
    server: { deps: { external: [/\/build\//] } },
  },
});
