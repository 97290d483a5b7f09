/** What is kept of an item when it is closed; later changes do not reach it. */
import { nameUnits } from '@jianbao/organisation/server'
import type { Database } from '@jianbao/platform/db'
import type { ClosedSummary } from '../../contract/index.ts'
import { getItemMore, type ItemRow } from './item.store.ts'
import { targetOf } from './item.view.ts'
import { listEvidence } from './item-parts.store.ts'

type Closing = {
  readonly by: string
  readonly now: Date
  readonly words?: string | undefined
  /** The day it was done, where that is not the day it was fed back. */
  readonly doneDay?: string
}

type Known = {
  readonly unitName: string
  readonly spent: string | null
  /** What stands. */
  readonly evidence: ClosedSummary['evidence']
}

export function summaryOf(
  row: ItemRow,
  { by, now, words, doneDay }: Closing,
  { unitName, spent, evidence }: Known,
): ClosedSummary {
  const day = doneDay ?? row.fedBackDay
  return {
    closedAt: now.toISOString(),
    closedBy: by,
    words: words ?? null,
    title: row.title,
    unitName,
    ownerName: row.ownerName,
    measure: row.measure,
    dueDay: row.dueDay,
    late: day !== null && day > row.dueDay,
    target: targetOf(row),
    reached: Number(row.reached),
    percent: row.percent,
    spent: spent === null ? null : Number(spent),
    evidence,
  }
}

export async function closeSummary(tx: Database, row: ItemRow, closing: Closing): Promise<ClosedSummary> {
  const { spent } = await getItemMore(tx, row.id)
  const evidence = await listEvidence(tx, row, false)
  return summaryOf(row, closing, {
    spent,
    unitName: (await nameUnits(tx, [row.unitId])).get(row.unitId)?.name ?? '',
    evidence: evidence
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ name, kind, reportId }) => ({ name, kind, reportId })),
  })
}
