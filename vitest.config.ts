import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['development'] } },
  resolve: { conditions: ['development'] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '.vscode-test/**'],
    testTimeout: 30_000,
  },
});
