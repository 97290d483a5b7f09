/** Questions of a bank that say the same or nearly the same. */
import type { Person, Read, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { NearFound, NearPairs, NearQuery } from '../../contract/index.ts'
import { getBank } from './bank.store.ts'
import { viewBank } from './bank.view.ts'
import { inWorker } from './in-worker.ts'
import { type nearPairs, nearShare, openNearIndex, type Paired } from './near.rules.ts'
import { selectQuestions, viewQuestion } from './question.store.ts'
import { cleanQuestion, fingerprintOf, pairsOf } from './question.words.ts'

const mostNear = 5
const mostPairs = 100

/** What a question that is being written is too near to. Throws `not-found`. */
export async function findNear(
  tx: Database,
  scope: Scope,
  { id, except, ...words }: NearQuery & { readonly id: string },
  person: Person | null,
): Promise<NearFound> {
  const bank = await getBank(tx, scope, id)
  const draft = cleanQuestion(words)
  const others = sql`bank_id = ${bank.id} and id is distinct from ${except ?? null}`
  const [same] = await rowsOf<{ id: string }>(
    tx,
    sql`select id from contest_bank_question where ${others} and fingerprint = ${fingerprintOf(draft)} limit 1`,
  )
  const pairs = pairsOf(draft)
  // Only sets of about the same size can share so much.
  const [least, most] = [Math.ceil(pairs.length * nearShare), Math.floor(pairs.length / nearShare)]
  const known = await rowsOf<Paired>(
    tx,
    sql`select id, pairs from contest_bank_question where ${others} and cardinality(pairs) between ${least} and ${most}`,
  )
  const hits = openNearIndex(known)
    .find({ id: '', pairs })
    .filter(hit => hit.id !== same?.id)
    .slice(0, mostNear)
  const rows = await byId(tx, scope, [...(same ? [same.id] : []), ...hits.map(hit => hit.id)], person)
  return {
    same: same ? (rows.get(same.id) ?? null) : null,
    near: hits.flatMap(hit => {
      const question = rows.get(hit.id)
      return question ? [{ question, share: rounded(hit.share) }] : []
    }),
  }
}

/** 疑似重复: questions in use that say nearly the same, the nearest first. Throws `not-found`. */
export async function listNear(read: Read, id: string, person: Person | null): Promise<NearPairs> {
  const { bank, known } = await read(async (tx, scope) => {
    const row = await getBank(tx, scope, id)
    const paired = await rowsOf<Paired>(
      tx,
      sql`select id, pairs from contest_bank_question where bank_id = ${row.id} and state <> 'retired'`,
    )
    return { bank: viewBank(row, person), known: paired }
  })
  const all = await inWorker<ReturnType<typeof nearPairs>>('./near.worker.ts', { known, wanted: null })
  const shown = all.slice(0, mostPairs)
  const ids = [...new Set(shown.flatMap(({ one, other }) => [one, other]))]
  const rows = await read((tx, scope) => byId(tx, scope, ids, person))
  return {
    bank,
    pairs: shown.flatMap(pair => {
      const [one, other] = [rows.get(pair.one), rows.get(pair.other)]
      return one && other ? [{ one, other, share: rounded(pair.share) }] : []
    }),
    total: all.length,
  }
}

const rounded = (share: number): number => Math.floor(share * 100) / 100

async function byId(tx: Database, scope: Scope, ids: readonly string[], person: Person | null) {
  const rows = await selectQuestions(tx, scope, sql`q.id = any(${`{${ids.join(',')}}`}::uuid[])`, sql``)
  return new Map(rows.map(row => [row.id, viewQuestion(row, person)]))
}
