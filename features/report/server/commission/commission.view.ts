import { nameUnits, type Office } from '@jianbao/organisation/server'
import type { Person } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import {
  actionsOfCommission,
  type Commission,
  commissionAnswerers,
  commissionAskers,
} from '../../contract/index.ts'
import type { Viewer } from '../report.store.ts'
import { moment } from '../report.view.ts'
import { type CommissionRow, getCommissionRow } from './commission.store.ts'

const has = (list: readonly string[], role: string): boolean => list.includes(role)

/** Units for which somebody asks for pieces. */
export const askingUnits = ({ posts }: Person): string[] => [
  ...new Set(posts.filter(post => has(commissionAskers, post.role)).map(post => post.unitId)),
]

export function standingTowards(row: CommissionRow, person: Person) {
  return {
    state: row.state,
    asks: askingUnits(person).includes(row.deskId),
    answers: person.posts.some(post => has(commissionAnswerers, post.role) && row.path.startsWith(post.path)),
  }
}

export async function showCommissions(
  tx: Database,
  person: Person,
  rows: readonly CommissionRow[],
): Promise<Commission[]> {
  const desks: ReadonlyMap<string, Office> = await nameUnits(
    tx,
    rows.map(row => row.deskId),
  )
  return rows.map(({ path: _path, reportId, reportTitle, createdAt, settledAt, ...row }) => ({
    ...row,
    deskName: desks.get(row.deskId)?.name ?? '',
    report: reportId === null ? null : { id: reportId, title: reportTitle ?? '' },
    createdAt: moment(createdAt)!,
    settledAt: moment(settledAt),
    actions: actionsOfCommission(standingTowards({ ...row, path: _path } as CommissionRow, person)),
  }))
}

/** Throws `not-found`. */
export async function getCommission(tx: Database, viewer: Viewer, id: string): Promise<Commission> {
  const [shown] = await showCommissions(tx, viewer.person, [await getCommissionRow(tx, viewer, id)])
  return shown!
}
