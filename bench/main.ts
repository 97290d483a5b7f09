/** `npm run bench -- NAME [--quick]`. */
import { readdirSync } from 'node:fs'
import type { BenchResult } from './result.ts'
import { publishResult } from './result.ts'

type Bench = { run: (options: { quick: boolean }) => Promise<BenchResult> }

const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.bench.ts'))
  .map(file => file.replace('.bench.ts', ''))
const name = process.argv[2] ?? ''
if (!names.includes(name)) {
  console.error(`bench: name one of ${names.join(', ')}`)
  process.exit(2)
}
const bench: Bench = await import(`./${name}.bench.ts`)
process.exitCode = publishResult(name, await bench.run({ quick: process.argv.includes('--quick') }))
