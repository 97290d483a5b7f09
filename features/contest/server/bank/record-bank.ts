import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { cleanLine } from './question.words.ts'
import type { QuestionHand } from './record-questions.ts'

type NewBank = { readonly unitId: string; readonly name: string; readonly notes?: string }

/** Adds a bank; its id. A unit has one of each name: the caller has looked, or meets the key of the table. */
export async function recordBank(
  tx: Database,
  { unitId, name, notes = '' }: NewBank,
  { writer, at }: { readonly writer: QuestionHand; readonly at: Date },
): Promise<string> {
  const [id, when] = [randomUUID(), at.toISOString()]
  await tx.execute(sql`insert into contest_bank (id, unit_id, scope_path, name, notes, created_by, created_name, created_at,
      updated_at)
    values (${id}, ${unitId}, '', ${cleanLine(name)}, ${cleanLine(notes)}, ${writer.id}, ${writer.name}, ${when}, ${when})`)
  return id
}
