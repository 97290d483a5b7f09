import { defineConfig } from 'vitest/config'

// unit: pure rules · api: routes on PGlite · postgres: real concurrency · browser: journeys
const project = (name: string, pattern: string, timeoutMs: number) => ({
  test: {
    name,
    include: [pattern],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs * 2,
    // A page may take its time on a busy machine; how long is a matter of benchmarks.
    expect: { poll: { timeout: timeoutMs / 10 } },
    exclude: ['**/node_modules/**', '**/dist/**'],
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit', '{packages,features,apps,tools,demo,bench}/**/*.test.ts', 30_000),
      project('api', '{features,apps,packages}/**/*.api-test.ts', 60_000),
      project('postgres', '{features,apps,packages}/**/*.postgres-test.ts', 120_000),
      {
        test: {
          ...project('browser', 'e2e/**/*.browser-test.ts', 180_000).test,
          // A browser on a busy machine may miss a press; a second walk says whether it was that. Both are printed.
          retry: 1,
          globalSetup: 'e2e/prepare-demonstration.ts',
        },
      },
    ],
  },
})
