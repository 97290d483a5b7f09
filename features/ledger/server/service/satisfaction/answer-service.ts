/** What somebody with a link does: look what it is about, answer once. The database keeps no tie between the two. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { SatisfactionChoice } from '../../../contract/index.ts'
import { readLinkToken } from './link-token.ts'

export type AskedService = {
  readonly standing: 'open' | 'used' | 'over'
  readonly title: string
  readonly unitName: string
}

/** Null for a link that was never given out. */
export async function findAsked(tx: Database, token: string, today: string): Promise<AskedService | null> {
  const link = readLinkToken(token)
  if (!link) return null
  const [row] = await rowsOf<AskedService>(
    tx,
    sql`select standing, title, unit_name as "unitName" from find_ask(${link.askId}, ${link.hash}, ${today})`,
  )
  return row ?? null
}

/** Takes an answer and spends the link. */
export async function answerService(
  tx: Database,
  token: string,
  { choice, words }: { choice: SatisfactionChoice; words: string },
  today: string,
): Promise<'taken' | 'used' | 'over' | 'unknown'> {
  const link = readLinkToken(token)
  if (!link) return 'unknown'
  const [row] = await rowsOf<{ outcome: 'taken' | 'used' | 'over' | 'unknown' }>(
    tx,
    sql`select answer_service(${link.askId}, ${link.hash}, ${choice}, ${words}, ${today}) as outcome`,
  )
  return row!.outcome
}
