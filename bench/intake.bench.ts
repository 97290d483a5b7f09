/** Reading speed on one core: megabytes and documents a second, structure and facts together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultRegister, readDocument } from '@jianbao/intake'
import { type BenchResult, rounded } from './result.ts'

const archive = join(import.meta.dirname, '../demo/archive')
const seeds = join(import.meta.dirname, '../../shared/seeds')

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const bulletins = textsIn(archive)
  const register = defaultRegister()
  const read = (text: string) => readDocument(text, { register })
  for (const text of bulletins) read(text)

  const rounds = quick ? 10 : 60
  const bytes = bulletins.reduce((sum, text) => sum + Buffer.byteLength(text), 0) * rounds
  const seconds = timeSeconds(() => {
    for (let round = 0; round < rounds; round++) for (const text of bulletins) read(text)
  })
  const figures: Record<string, number> = {
    mbPerSecond: rounded(bytes / 1e6 / seconds),
    documentsPerSecond: rounded((bulletins.length * rounds) / seconds, 1),
  }
  const goals: Record<string, number> = { mbPerSecond: 1, growthRatio: 3 }
  const leftOut: string[] = []

  // Linear time: twice the text may take about twice as long, never four times.
  const [small, large] = [5, 10].map(copies => Array(copies).fill(bulletins[0]).join('\n'))
  const once = best(quick ? 3 : 7, () => read(small!))
  figures['growthRatio'] = rounded(best(quick ? 3 : 7, () => read(large!)) / once)

  const magazine = existsSync(seeds) ? textsIn(seeds).find(text => text.length > 50_000) : undefined
  if (magazine === undefined) leftOut.push('the magazine: the shared seeds are not there')
  else {
    figures['magazineMs'] = rounded(best(quick ? 2 : 5, () => read(magazine)) * 1000, 1)
    goals['magazineMs'] = 500
  }
  const met =
    figures['mbPerSecond']! >= 1 && figures['growthRatio']! <= 3 && (figures['magazineMs'] ?? 0) <= 500
  return { figures, goals, met, leftOut }
}

function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'))
}

function timeSeconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

function best(times: number, work: () => void): number {
  return Math.min(...Array.from({ length: times }, () => timeSeconds(work)))
}
