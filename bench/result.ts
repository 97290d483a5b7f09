import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

/** What a benchmark answers: figures whose names carry their unit, and the goals under the same names. */
export type BenchResult = {
  figures: Record<string, number>
  goals: Record<string, number>
  met: boolean
  /** What `--quick` or this machine left out, in words. */
  leftOut?: string[]
}

/** One JSON line on stdout, the full result with machine facts in a file. Returns the exit code. */
export function publishResult(name: string, result: BenchResult): number {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()} ${release()}`,
    node: process.version,
  }
  const whole = { bench: name, ...result, machine, at: new Date().toISOString() }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`)
  for (const gap of result.leftOut ?? []) console.log(`left out: ${gap}`)
  const { figures, goals, met } = result
  console.log(JSON.stringify({ bench: name, figures, goals, met }))
  return 0
}

export const rounded = (value: number, digits = 3) => Number(value.toFixed(digits))
