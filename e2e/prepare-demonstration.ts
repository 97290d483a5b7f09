/** Before the journeys: the demonstration is loaded once, and every file of them begins with a copy of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder in which the demonstration has just been loaded. */
    loadedDemonstration: string
  }
}

export default async function prepare(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-e2e-loaded-'))
  const server = await startServer('demonstration', { timeoutMs: 300_000, port: 17290, data: folder })
  await server.stop()
  project.provide('loadedDemonstration', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
