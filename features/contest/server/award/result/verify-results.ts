/** Checks a published list from its file alone, as docs/contest-results.md describes it. */
import { createHash } from 'node:crypto'
import { plainCode } from '../../../contract/index.ts'
import { leafOf, rootOf } from './merkle.ts'
import { checkOf, readLine, resultsSchema } from './result-lines.ts'

export type ResultFault = 'format' | 'order' | 'root' | 'own-line'
export type VerifiedResults = {
  readonly title: string
  readonly organiser: string
  readonly lines: number
  readonly root: string
  readonly sha256: string
  /** Line of the file, from 1, that belongs to the code. */
  readonly ownLine: number | null
  readonly faults: readonly ResultFault[]
}

export function verifyResults(
  bytes: Uint8Array,
  wish: { readonly root?: string; readonly code?: string; readonly receipt?: string } = {},
): VerifiedResults | null {
  const text = readText(bytes)
  if (text === null || !text.endsWith('\n')) return null
  const lines = text.split('\n').slice(0, -1)
  const [schema, , title = '', organiser = ''] = lines[0]!.split('\t')
  if (schema !== resultsSchema) return null
  const faults: ResultFault[] = []
  const results = lines.slice(1)
  if (
    results.some(
      line => !/^[1-9]\d*\t[^\t]*\t[^\t]*\t[^\t]*\t[\d.]+\t[\d.]+\t[1-9]\d*\t[0-9a-f]{64}$/.test(line),
    )
  )
    faults.push('format')
  else if (!inOrder(results)) faults.push('order')
  const root = rootOf(lines.map(leafOf)).toString('hex')
  if (wish.root !== undefined && wish.root.toLowerCase() !== root) faults.push('root')
  const { code, receipt } = wish
  const own =
    code !== undefined && receipt !== undefined ? findOwnLine(results, plainCode(code), receipt) : null
  if (code !== undefined && own === null) faults.push('own-line')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { title, organiser, lines: results.length, root, sha256, ownLine: own, faults }
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Places count up in each group, a group stands together, and points never rise. */
function inOrder(lines: readonly string[]): boolean {
  const seen = new Set<string>()
  let last: { group: string; place: number; points: number } | null = null
  for (const line of lines) {
    const { group, place, points } = readLine(line)
    const its = { group, place, points: Number(points) }
    if (last?.group === group) {
      if (place !== last.place + 1 || its.points > last.points) return false
    } else if (seen.has(group) || place !== 1) return false
    seen.add(group)
    last = its
  }
  return true
}

function findOwnLine(lines: readonly string[], code: string, receipt: string): number | null {
  const at = lines.findIndex(line => {
    const { text, check } = readLine(line)
    return checkOf(text, receipt.trim(), code) === check
  })
  return at < 0 ? null : at + 2
}
