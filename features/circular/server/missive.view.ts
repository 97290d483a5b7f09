import type { Person } from '@jianbao/platform/access'
import {
  actionsOfMissive,
  draftingRoles,
  type Missive,
  type MissiveStanding,
  type MissiveSummary,
} from '../contract/index.ts'
import { missiveNumber } from './compose/compose-missive.ts'
import { type MissiveLine, type MissiveRow, rolesAt } from './missive.store.ts'

export const instant = (value: string | Date): string => new Date(value).toISOString()
export const maybeInstant = (value: string | Date | null): string | null =>
  value === null ? null : instant(value)

/** What somebody is to a document: both ask for a post in the very unit. */
export function standingOf(
  { unitId, kind, hasSignatory }: Pick<MissiveLine, 'unitId' | 'kind' | 'hasSignatory'>,
  person: Person,
): MissiveStanding {
  const roles = rolesAt(person, unitId)
  return {
    drafter: draftingRoles[kind].some(role => roles.includes(role)),
    signer: roles.includes('signatory') || (!hasSignatory && roles.includes('unit-lead')),
  }
}

/** What came back, counted beside the rows. */
export type Receipts = Pick<MissiveSummary, 'acknowledged' | 'replied' | 'overdue'>
export const noReceipts: Receipts = { acknowledged: 0, replied: 0, overdue: 0 }

/** 云科协督〔2021〕3号 */
export const numberOf = ({ numberWord, year, no }: Pick<MissiveLine, 'numberWord' | 'year' | 'no'>) =>
  year === null || no === null ? null : missiveNumber(numberWord, year, no)

export function viewSummary(row: MissiveLine, person: Person, receipts: Receipts): MissiveSummary {
  const standing = standingOf(row, person)
  const actions: MissiveSummary['actions'] = actionsOfMissive(row.state, standing)
  if (row.problem !== null && (standing.drafter || standing.signer)) actions.push('retry')
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    unitId: row.unitId,
    unitName: row.unitName,
    addresseeId: row.addresseeId,
    addresseeName: row.addresseeName,
    batchId: row.batchId,
    number: numberOf(row),
    title: row.title,
    items: row.items,
    createdName: row.createdName,
    updatedAt: instant(row.updatedAt),
    issuedAt: maybeInstant(row.issuedAt),
    replyDueDay: row.replyDueDay,
    delivered: row.deliveredAt !== null,
    problem: row.problem,
    recipients: row.recipients,
    ...receipts,
    version: row.version,
    actions,
  }
}

type Beside = Pick<Missive, 'changed' | 'batch'> & { readonly receipts: Receipts; readonly today: string }

export function viewMissive(row: MissiveRow, person: Person, beside: Beside): Missive {
  const { receipts, today, changed, batch } = beside
  const standing = standingOf(row, person)
  return {
    ...viewSummary(row, person, receipts),
    ledgerId: row.ledgerId,
    numberWord: row.numberWord,
    salutation: row.salutation,
    opening: row.opening,
    closing: row.closing,
    remark: row.remark,
    signedBy: row.signedBy,
    seal: row.seal,
    tablePlace: row.tablePlace,
    copies: row.copies,
    date: row.date ?? today,
    day: row.day,
    figures: row.figures,
    changed,
    submittedName: row.submittedName,
    submittedAt: maybeInstant(row.submittedAt),
    returnedName: row.returnedName,
    returnReason: row.returnReason,
    issuedName: row.issuedName,
    recalledAt: maybeInstant(row.recalledAt),
    recalledName: row.recalledName,
    recallReason: row.recallReason,
    batch,
    keeps: standing.drafter || standing.signer,
  }
}
