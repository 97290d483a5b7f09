/** What waits of ledgers: at the unit of an item, and at whoever keeps it. Each count is a filter of the list. */
import type { Person } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { type ItemFilter, ledgerKeepers } from '../../contract/index.ts'
import { listItems } from './list/list-items.ts'

const workers = ['reporter', 'unit-lead'] as const

/** The very unit somebody works for; of several no one is named, their scope holds them. */
function unitOf(person: Person): ItemFilter {
  const units = new Set(
    person.posts.filter(({ role }) => workers.some(worker => worker === role)).map(({ unitId }) => unitId),
  )
  const [unit] = units
  return units.size === 1 ? { unit: unit! } : {}
}

async function groupsOf(
  { tx, scope, person, now, language }: WorkAsked,
  filters: Readonly<Record<string, ItemFilter>>,
): Promise<WorkGroup[]> {
  const groups: WorkGroup[] = []
  for (const [kind, filter] of Object.entries(filters)) {
    const query = { ...filter, pageSize: workRows }
    const { rows, total } = await listItems(tx, { scope, person }, query, localDay(now))
    if (total === 0) continue
    groups.push({
      kind,
      count: total,
      link: `/ledgers?${new URLSearchParams(filter as Record<string, string>)}`,
      rows: rows.map(({ id, title, unitName, dueDay }) => ({
        title,
        note: `${unitName} · ${language === 'en' ? `due ${dueDay}` : `${dueDay} 截止`}`,
        at: null,
        link: `/ledger-items/${id}`,
      })),
    })
  }
  return groups
}

/** 待签收, 待办理: what lies at the caller's own unit. */
export const ownItemsWork: WorkSource = {
  roles: workers,
  list: asked => {
    const unit = unitOf(asked.person)
    return groupsOf(asked, {
      'ledger.sign': { ...unit, state: 'dispatched' },
      'ledger.do': { ...unit, state: 'doing' },
    })
  },
}

/** 待审核, 待下发, 待复核, 延期待批, 待巩固复查: what waits for whoever keeps ledgers. */
export const keptItemsWork: WorkSource = {
  roles: ledgerKeepers,
  list: asked =>
    groupsOf(asked, {
      'ledger.review': { state: 'review' },
      'ledger.dispatch': { state: 'ready' },
      'ledger.verify': { group: 'to-verify' },
      'ledger.extension': { group: 'asked' },
      'ledger.recheck': { group: 'to-recheck' },
      'ledger.flagged': { group: 'flagged' },
    }),
}
