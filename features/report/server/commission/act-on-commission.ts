import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, storableText } from '@jianbao/platform/db'
import { actionsOfCommission, type CommissionState, commissionFlow } from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { type CommissionRow, holdCommission, settleCommission } from './commission.store.ts'
import { standingTowards } from './commission.view.ts'
import { tellUnit } from './tell-of-commission.ts'

type Deed =
  | { readonly id: string; readonly version: number; readonly move: string }
  | { readonly id: string; readonly version: number; readonly cancel: string }
type When = { readonly today: string; readonly now: Date }

const stateWords: Readonly<Record<CommissionState, string>> = {
  open: '待交稿',
  delivered: '已交稿',
  done: '已完成',
  missed: '逾期未交',
  cancelled: '已取消',
}

/** Moves the due day or cancels. Throws `not-found`, `commission-state`, `changed-meanwhile`, `commission-day`. */
export async function actOnCommission(
  tx: Database,
  viewer: Viewer,
  deed: Deed,
  { today, now }: When,
  entry: EntryDraft,
): Promise<void> {
  const row = await holdCommission(tx, viewer, deed.id)
  refuse(row, viewer, deed)
  entry.words = row.title
  entry.unitId = row.unitId
  const by = viewer.person
  const tell = (kind: string, details: Record<string, string>) =>
    tellUnit(tx, row, { kind, details: { by: by.name, ...details }, by: by.id, now })
  if ('move' in deed) {
    if (deed.move < today) throw new Problem('commission-day', { today })
    entry.before = { dueDay: row.dueDay }
    entry.after = { dueDay: deed.move }
    if (deed.move === row.dueDay) return
    await settleCommission(tx, row.id, { state: commissionFlow.move.to, dueDay: deed.move, late: false }, now)
    return tell('commission.moved', { due: deed.move })
  }
  const reason = storableText(deed.cancel).trim()
  entry.before = { state: row.state }
  entry.after = { state: 'cancelled', reason }
  await settleCommission(tx, row.id, { state: commissionFlow.cancel.to, reason }, now)
  return tell('commission.cancelled', { reason })
}

function refuse(row: CommissionRow, { person }: Viewer, deed: Deed): void {
  const standing = standingTowards(row, person)
  if (!standing.asks) throw new Problem('not-found')
  const action = 'move' in deed ? 'move' : 'cancel'
  if (!actionsOfCommission(standing).includes(action))
    throw new Problem('commission-state', {
      state: stateWords[row.state],
      action: action === 'move' ? '改期' : '取消',
    })
  if (row.version !== deed.version) throw new Problem('changed-meanwhile', { name: row.title })
}
