import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Database, sql } from '@jianbao/platform/db'
import { blockLines, leafOf, rootOf } from './merkle.ts'

const blocksAtOnce = 16

/** Writes a list down in pieces, with the roots of their branches; never more than a few pieces in memory. */
export class ResultWriter {
  readonly #tx: Database
  readonly #list: { contestNo: number; edition: number }
  readonly #hash = createHash('sha256')
  readonly #roots: Buffer[] = []
  #lines: string[] = []
  #players: { no: number; line: number; place: number }[] = []
  #blocks: { no: number; text: string; root: string }[] = []
  #written = 0
  #sizeBytes = 0

  constructor(tx: Database, list: { contestNo: number; edition: number }) {
    this.#tx = tx
    this.#list = list
  }

  /** Lines so far: the number the next one gets. */
  get lines(): number {
    return this.#written
  }

  async add(line: string, player: { no: number; place: number } | null): Promise<void> {
    if (player) this.#players.push({ ...player, line: this.#written })
    this.#lines.push(line)
    this.#written++
    if (this.#lines.length < blockLines) return
    this.#endBlock()
    // Hashes by the hundred thousand: whoever plays another contest meanwhile is not kept waiting.
    await setImmediate()
    if (this.#blocks.length >= blocksAtOnce) await this.#flush()
  }

  async end(): Promise<{ roots: readonly Buffer[]; sha256: string; sizeBytes: number }> {
    if (this.#lines.length) this.#endBlock()
    await this.#flush()
    return { roots: this.#roots, sha256: this.#hash.digest('hex'), sizeBytes: this.#sizeBytes }
  }

  #endBlock(): void {
    const text = `${this.#lines.join('\n')}\n`
    const root = rootOf(this.#lines.map(leafOf))
    this.#hash.update(text)
    this.#sizeBytes += Buffer.byteLength(text)
    this.#blocks.push({ no: this.#roots.length, text, root: root.toString('hex') })
    this.#roots.push(root)
    this.#lines = []
  }

  async #flush(): Promise<void> {
    const { contestNo, edition } = this.#list
    const [blocks, players] = [this.#blocks.splice(0), this.#players.splice(0)]
    if (blocks.length)
      await this.#tx.execute(sql`insert into contest_result_block (contest_no, edition, no, text, root)
        select ${contestNo}, ${edition}, b.no, b.text, b.root
        from jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb) as b(no int, text text, root text)`)
    if (players.length)
      await this.#tx.execute(sql`insert into contest_result_line (contest_no, edition, player_no, line, place)
        select ${contestNo}, ${edition}, p.no, p.line, p.place
        from unnest(${listed(players.map(({ no }) => no))}::int[], ${listed(players.map(({ line }) => line))}::int[],
          ${listed(players.map(({ place }) => place))}::int[]) as p(no, line, place)`)
  }
}

const listed = (numbers: readonly number[]): string => `{${numbers.join(',')}}`
