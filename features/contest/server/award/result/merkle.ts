/** The tree over the lines of a list: RFC 6962, section 2.1, with SHA-256. */
import { createHash } from 'node:crypto'

/** Lines of a piece that is kept with its own root: a power of two, so that pieces are whole branches. */
export const blockLines = 256

export type MerkleStep = { readonly side: 'left' | 'right'; readonly hash: string }

const digest = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const [leafMark, nodeMark] = [Buffer.of(0), Buffer.of(1)]

/** Of one line, without its line feed. */
export const leafOf = (line: string): Buffer => digest(leafMark, line)
export const nodeOf = (left: Buffer, right: Buffer): Buffer => digest(nodeMark, left, right)

/** The next level: two become one, one that is left over goes up as it is. */
const above = (level: readonly Buffer[]): Buffer[] => {
  const next: Buffer[] = []
  for (let at = 0; at < level.length; at += 2)
    next.push(at + 1 < level.length ? nodeOf(level[at]!, level[at + 1]!) : level[at]!)
  return next
}

/** Of leaves, or of the roots of whole branches of equal size but the last. Throws RangeError for none. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (!leaves.length) throw new RangeError('a tree has a leaf at least')
  let level = leaves
  while (level.length > 1) level = above(level)
  return level[0]!
}

/** What has to be joined to a leaf, in turn, to come to the root. */
export function pathOf(leaves: readonly Buffer[], at: number): MerkleStep[] {
  if (at < 0 || at >= leaves.length) throw new RangeError('no such leaf')
  const steps: MerkleStep[] = []
  let [level, place] = [leaves, at]
  while (level.length > 1) {
    const other = place ^ 1
    if (other < level.length)
      steps.push({ side: other < place ? 'left' : 'right', hash: level[other]!.toString('hex') })
    level = above(level)
    place >>= 1
  }
  return steps
}

/** The root a leaf and its steps come to. */
export function climb(leaf: Buffer, steps: readonly MerkleStep[]): Buffer {
  return steps.reduce((hash, { side, hash: other }) => {
    const beside = Buffer.from(other, 'hex')
    return side === 'left' ? nodeOf(beside, hash) : nodeOf(hash, beside)
  }, leaf)
}
