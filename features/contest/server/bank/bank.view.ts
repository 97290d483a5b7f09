import type { Person } from '@jianbao/platform/access'
import { type Bank, contestKeepers, questionReviewers } from '../../contract/index.ts'
import { rolesAt } from './bank.services.ts'
import type { BankRow } from './bank.store.ts'

export function viewBank(row: BankRow, person: Person | null): Bank {
  const { id, unitId, unitName, name, notes, draft, approved, retired, contests, createdName, version } = row
  return {
    ...{ id, unitId, unitName: unitName ?? '', name, notes, contests, createdName, version },
    counts: { draft, approved, retired },
    updatedAt: new Date(row.updatedAt).toISOString(),
    actions: actionsOf(row, person),
  }
}

function actionsOf(
  { path, draft, approved, retired, contests }: BankRow,
  person: Person | null,
): Bank['actions'] {
  const roles = rolesAt(person, path)
  const keeps = contestKeepers.some(role => roles.includes(role))
  const removable = draft + approved + retired + contests === 0
  return [
    ...(keeps ? (['edit', 'add', 'import', 'retire'] as const) : []),
    ...(keeps && removable ? (['remove'] as const) : []),
    ...(questionReviewers.some(role => roles.includes(role)) ? (['approve'] as const) : []),
  ]
}
