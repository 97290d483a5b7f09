import type { Person, Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ServiceOutcome, ServicePublication, ServiceRecord } from '../../../contract/index.ts'
import { readableNeeds } from '../need/need.store.ts'
import { readSatisfaction } from '../satisfaction/read-satisfaction.ts'
import { getServiceItem, serviceActionsOf } from './service.store.ts'

type When = string | Date
const iso = (at: When): string => new Date(at).toISOString()
const mostNeeds = 50

/** Exact, with no more places than yuan have. */
export const yuan = (amount: string | null): string | null =>
  amount === null
    ? null
    : amount
        .replace(/(\.\d{0,2})\d*$/, '$1')
        .replace(/\.?0*$/, digits => (digits.includes('.') ? '' : digits))

/** A service with what it has besides every other item. Throws `not-found`. */
export async function viewService(
  tx: Database,
  scope: Scope,
  id: string,
  person: Person | null,
): Promise<ServiceRecord> {
  const item = await getServiceItem(tx, scope, id)
  const [outcome] = await rowsOf<Omit<ServiceOutcome, 'updatedAt'> & { updatedAt: When }>(
    tx,
    sql`select people, attendances, words, updated_name as "updatedName", updated_at as "updatedAt" from service_outcome
      where item_id = ${id}`,
  )
  const [publication] = await rowsOf<Omit<ServicePublication, 'publishedAt'> & { publishedAt: When | null }>(
    tx,
    sql`select title, words, outcome, published_at as "publishedAt", version from service_publication
      where item_id = ${id}`,
  )
  const needs = await rowsOf<ServiceRecord['needs'][number]>(
    tx,
    sql`select n.id, n.number, n.words from need n where n.item_id = ${id} and ${readableNeeds(scope)}
      order by n.created_at, n.id limit ${mostNeeds}`,
  )
  const actions = serviceActionsOf(item, person, Boolean(publication?.publishedAt))
  const moderates = actions.includes('moderate')
  return {
    itemId: item.id,
    title: item.title,
    outcomeAsked: (item.rules.outcome ?? false) && item.parentId === null,
    outcome: outcome ? { ...outcome, updatedAt: iso(outcome.updatedAt) } : null,
    budget: yuan(item.budget),
    spent: yuan(item.spent),
    publication: publication
      ? { ...publication, publishedAt: publication.publishedAt && iso(publication.publishedAt) }
      : null,
    // What was asked may tell of whoever asked: the public reads what is done about it.
    proposed: {
      title: publication?.title ?? item.title,
      words: publication?.words ?? item.measure,
      outcome: publication?.outcome || (outcome?.words ?? ''),
    },
    satisfaction: item.parentId === null ? await readSatisfaction(tx, item, { moderates }) : null,
    needs,
    version: item.version,
    actions,
  }
}
