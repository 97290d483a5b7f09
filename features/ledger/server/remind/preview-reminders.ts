import type { Scope } from '@jianbao/platform/access'
import { addWorkingDays, holidaysKnown } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { RemindPreview } from '../../contract/index.ts'
import { collectFacts } from './collect-facts.ts'
import { planReminders } from './plan-reminders.ts'
import { namesOf } from './tell-digests.ts'

/** Who of the units in the scope would be told of what on the next working day, as things stand now; one page. */
export async function previewReminders(
  tx: Database,
  scope: Scope,
  today: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<RemindPreview> {
  const day = addWorkingDays(today, 1)
  const facts = await collectFacts(tx, scope, day)
  const { digests, unreached } = planReminders(facts, day)
  const shown = digests.slice((page - 1) * pageSize, page * pageSize)
  const names = await namesOf(
    tx,
    shown.map(digest => digest.personId),
  )
  const units = new Map(
    unreached.map(({ unitId }) => [unitId, { id: unitId, name: facts.unitNames.get(unitId) ?? '' }]),
  )
  return {
    day,
    holidaysKnown: holidaysKnown(day),
    rows: shown.map(({ personId, at, lines }) => ({
      personName: names.get(personId) ?? '',
      at,
      lines: lines.map(({ causes: _, ...line }) => line),
    })),
    total: digests.length,
    unreached: [...units.values()],
    page,
    pageSize,
  }
}
