/** What waits of ledgers: at the unit of an item, and at whoever keeps it. Each count is a filter of the list. */
import type { Role } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { type ItemFilter, partRoles } from '../../contract/index.ts'
import { listItems } from './list/list-items.ts'

// Each filter names where the caller stands: the list is read by more roles, and has to find no more than was counted.
const source = (roles: readonly Role[], filters: Readonly<Record<string, ItemFilter>>): WorkSource => ({
  roles,
  list: asked => groupsOf(asked, filters),
})

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

/** 待签收, 待办理: what lies at the very units the caller works for. */
export const ownItemsWork = source(partRoles.unit, {
  'ledger.sign': { as: 'unit', state: 'dispatched' },
  'ledger.do': { as: 'unit', state: 'doing' },
})

/** 待审核, 待下发, 待复核, 延期待批: what waits for whoever keeps items, or their parts. */
export const keptItemsWork = source(partRoles.keeper, {
  'ledger.review': { as: 'keeper', state: 'review' },
  'ledger.dispatch': { as: 'keeper', state: 'ready' },
  'ledger.verify': { as: 'keeper', group: 'to-verify' },
  'ledger.extension': { as: 'keeper', group: 'asked' },
  'ledger.flagged': { as: 'keeper', group: 'flagged' },
})

/** 待巩固复查: also an inspector's. */
export const checkedItemsWork = source(partRoles.checker, {
  'ledger.recheck': { as: 'checker', group: 'to-recheck' },
})
