/** Items as pages see them: with names of units, their light today, and what the caller may do next. */
import { nameUnits, type Office } from '@jianbao/organisation/server'
import type { Person, Scope } from '@jianbao/platform/access'
import { workingDaysBetween } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import {
  actionsOfItem,
  type ClosedSummary,
  codeOfItem,
  hindrancesOfItem,
  type ItemStanding,
  type LedgerItem,
  type LedgerItemRow,
  lightOfItem,
  type Target,
} from '../../contract/index.ts'
import { findItemRow, getItemMore, getItemRow, type ItemRow, type When } from './item.store.ts'
import { listAssists, listChildren, listEvidence, listExtensions, listSteps } from './item-parts.store.ts'
import { listLights } from './keep-light.ts'

export type ItemViewer = { readonly scope: Scope; readonly person: Person; readonly today: string }

export const instant = (at: When | null): string | null => (at === null ? null : new Date(at).toISOString())
const amount = (value: string | null): number | null => (value === null ? null : Number(value))

export function targetOf(row: Pick<ItemRow, 'targetMeasure' | 'targetValue' | 'targetUnit'>): Target | null {
  if (row.targetValue === null || row.targetUnit === null) return null
  return { measure: row.targetMeasure, value: Number(row.targetValue), unit: row.targetUnit }
}

/** Where a person stands towards an item. */
export function standingOfItem(
  row: ItemRow,
  { person, today }: Pick<ItemViewer, 'person' | 'today'>,
  keeper: Office | undefined,
): ItemStanding {
  const roles = (fits: (post: { unitId: string; path: string }) => boolean) =>
    person.posts.filter(fits).map(({ role }) => role)
  return {
    state: row.state,
    rules: row.rules,
    part: row.parentId !== null,
    submittedBy: row.submittedBy,
    personId: person.id,
    atKeeper: keeper ? roles(post => keeper.path.startsWith(post.path)) : [],
    atUnit: roles(post => post.unitId === row.unitId),
    flagged: row.flag !== null,
    asked: row.asked,
    evidence: row.evidence,
    openParts: row.openParts,
    today,
    dueDay: row.dueDay,
  }
}

/** Rows of a list. */
export async function viewItems(
  tx: Database,
  rows: readonly ItemRow[],
  viewer: Pick<ItemViewer, 'person' | 'today'>,
): Promise<LedgerItemRow[]> {
  const units = await nameUnits(
    tx,
    rows.flatMap(row => [row.unitId, row.keeperId, row.leadId]),
  )
  return rows.map(row => viewRow(row, viewer, units))
}

function viewRow(
  row: ItemRow,
  viewer: Pick<ItemViewer, 'person' | 'today'>,
  units: ReadonlyMap<string, Office>,
): LedgerItemRow {
  const keeper = units.get(row.keeperId)
  return {
    id: row.id,
    matterId: row.matterId,
    code: codeOfItem(row.kind, row.no),
    ledgerId: row.ledgerId,
    ledgerName: row.ledgerName,
    kind: row.kind,
    title: row.title,
    unitId: row.unitId,
    unitName: units.get(row.unitId)?.name ?? '',
    keeperId: row.keeperId,
    keeperName: keeper?.name ?? '',
    parentId: row.parentId,
    taskId: row.taskId,
    state: row.state,
    light: lightOfItem(row, viewer.today),
    measure: row.measure,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    ownerLeft: row.ownerLeft,
    leadName: row.leadId === null ? null : (units.get(row.leadId)?.name ?? null),
    target: targetOf(row),
    reached: Number(row.reached),
    percent: row.percent,
    startDay: row.startDay,
    dueDay: row.dueDay,
    dispatchedAt: instant(row.dispatchedAt),
    closedAt: instant(row.closedAt),
    recheckDay: row.recheckDay,
    reopened: row.reopened,
    flag: row.flag,
    evidence: row.evidence,
    parts: row.parts,
    openParts: row.openParts,
    asked: row.asked,
    version: row.version,
    actions: actionsOfItem(standingOfItem(row, viewer, keeper)),
  }
}

/** One item with its whole story. Throws `not-found`. */
export async function viewItem(tx: Database, viewer: ItemViewer, id: string): Promise<LedgerItem> {
  const row = await getItemRow(tx, viewer.scope, id)
  const more = await getItemMore(tx, id)
  const assistIds = await listAssists(tx, id)
  const children = await listChildren(tx, viewer.scope, id)
  const parentRow = row.parentId === null ? null : await findItemRow(tx, viewer.scope, row.parentId)
  const units = await nameUnits(tx, [
    ...[row, ...children].flatMap(each => [each.unitId, each.keeperId, each.leadId]),
    ...assistIds,
    parentRow?.unitId ?? null,
  ])
  const name = (unit: string) => units.get(unit)?.name ?? ''
  const head = viewRow(row, viewer, units)
  return {
    ...head,
    today: viewer.today,
    workingDaysLeft: workingDaysBetween(viewer.today, row.dueDay),
    hindered: hindrancesOfItem(standingOfItem(row, viewer, units.get(row.keeperId))),
    rules: row.rules,
    problem: more.problem,
    basis: more.basis,
    leaderName: more.leaderName,
    leadId: row.leadId,
    assists: assistIds.map(unit => ({ id: unit, name: name(unit) })),
    budget: amount(more.budget),
    spent: amount(more.spent),
    milestones: more.milestones,
    submittedAt: instant(more.submittedAt),
    reviewedAt: instant(more.reviewedAt),
    acknowledgedAt: instant(more.acknowledgedAt),
    fedBackAt: instant(more.fedBackAt),
    settledAt: instant(more.settledAt),
    cancelledAt: instant(more.cancelledAt),
    flaggedAt: instant(more.flaggedAt),
    origin: more.origin && more.originId ? { kind: more.origin, id: more.originId } : null,
    parent: parentRow && { id: parentRow.id, title: parentRow.title, unitName: name(parentRow.unitId) },
    children: children.map(child => viewRow(child, viewer, units)),
    proof: await listEvidence(tx, row, head.actions.includes('prove')),
    extensions: await listExtensions(tx, id),
    steps: await listSteps(tx, viewer.scope, id),
    lights: await listLights(tx, row, viewer.today),
    summary: more.summary as ClosedSummary | null,
  }
}
