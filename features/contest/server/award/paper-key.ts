/** Afterwards whoever is given the key draws every paper again: docs/contest-papers.md. */
import { createHash, createSecretKey } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { DrawPart, difficulties, questionTypes } from '../../contract/index.ts'
import { type DrawnPaper, drawPaper, prepareDraw } from '../play/draw-paper.ts'
import { toDrawQuestion } from '../play/live-contest.ts'
import { readFrozen } from '../play/read-contest.ts'
import type { HeldContest } from './contest-of-office.ts'

const closed = { additionalProperties: false }
const No = Type.Integer({ minimum: 0 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Nothing of what was asked or what is right: only what the draw goes by. */
export const PaperKeyFile = Type.Object(
  {
    schema: Type.Literal('jianbao-paper-key/1'),
    contestNo: No,
    slug: Type.String(),
    title: Type.String(),
    key: Hash,
    /** SHA-256 of the key, public since the opening. */
    commitment: Hash,
    draw: Type.Array(DrawPart),
    questions: Type.Array(
      Type.Object(
        {
          no: No,
          type: Type.Enum(questionTypes),
          category: Type.String(),
          difficulty: Type.Enum(difficulties),
          optionCount: No,
          withdrawn: Type.Union([No, Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type PaperKeyFile = Static<typeof PaperKeyFile>

/** The key with all the draw goes by. Throws `paper-key-early` before the close. */
export async function revealPaperKey(
  tx: Database,
  contest: HeldContest,
  sealer: Sealer,
): Promise<PaperKeyFile> {
  if (contest.state !== 'closed' && contest.state !== 'published') throw new Problem('paper-key-early')
  const [row] = await withRole(tx, 'owner', () =>
    rowsOf<{ sealed: string | null }>(
      tx,
      sql`select key_sealed as sealed from contest where id = ${contest.id}`,
    ),
  )
  if (!row?.sealed || !contest.keyCommitment) throw new Problem('not-found')
  const { no, slug, title, rules, keyCommitment } = contest
  return {
    schema: 'jianbao-paper-key/1',
    ...{ contestNo: no, slug, title },
    key: sealer.unseal(row.sealed, contest.id),
    commitment: keyCommitment,
    draw: rules.draw,
    questions: (await readFrozen(tx, contest.id)).map(toDrawQuestion),
  }
}

export type RedrawnPaper = DrawnPaper & { readonly keyHolds: boolean }

/** The paper of one attempt, drawn again from the file. Throws Problem `draw-unreadable`, RangeError for none. */
export function redrawPaper(
  file: unknown,
  name: string,
  { player, n, withdrawn }: { player: number; n: number; withdrawn: number },
): RedrawnPaper {
  if (!Value.Check(PaperKeyFile, file))
    throw new Problem('draw-unreadable', { file: name, place: '内容', reason: '不是抽题密钥文件' })
  const { contestNo, key, commitment, draw, questions } = file
  const bytes = Buffer.from(key, 'hex')
  const ready = prepareDraw(draw, questions, withdrawn)
  const paper = drawPaper(createSecretKey(bytes), ready, { contestNo, playerNo: player, n })
  return { ...paper, keyHolds: createHash('sha256').update(bytes).digest('hex') === commitment }
}
