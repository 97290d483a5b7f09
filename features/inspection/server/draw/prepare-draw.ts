/** A draw while it is being prepared. */
import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { holds, homeOf } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  type DrawAction,
  type DrawChange,
  type DrawDraft,
  type DrawPlan,
  drawAfter,
} from '../../contract/draw.ts'
import type { DrawActor } from './draw.services.ts'
import { type DrawRow, holdDraw } from './draw.store.ts'
import { listCandidates } from './list-candidates.ts'
import { noteDrawStep } from './note-draw-step.ts'

/** Prepares a draw of the caller's unit; sent again under the same id it is the same one. */
export async function prepareDraw(
  tx: Database,
  actor: DrawActor,
  draft: DrawDraft,
  entry: EntryDraft,
): Promise<string> {
  if (await isPrepared(tx, actor, draft.id)) return draft.id
  const [unitId, name, at] = [homeOf(actor.scope)!.unitId, clean(draft.name), actor.now.toISOString()]
  const plan = await checkPlan(tx, actor, draft.plan)
  const added = await rowsOf(
    tx,
    sql`insert into inspection_draw (id, unit_id, scope_path, campaign_id, name, count, created_at, updated_at)
      values (${draft.id}, ${unitId}, '', ${await campaignOf(tx, draft.campaignId)}, ${name}, ${plan.count}, ${at}, ${at})
      on conflict (id) do nothing returning id`,
  )
  if (added.length === 0) {
    // Sent twice at once, or a draw that the caller does not see.
    if (await isPrepared(tx, actor, draft.id)) return draft.id
    throw new Problem('bad-request', idTaken)
  }
  await tx.execute(sql`insert into inspection_draw_plan (draw_id, unit_id, scope_path, plan)
    values (${draft.id}, ${unitId}, '', ${JSON.stringify(plan)}::jsonb)`)
  await noteDrawStep(tx, draft.id, 'prepare', actor)
  entry.words = name
  entry.unitId = unitId
  entry.after = { count: plan.count, inspectors: plan.inspectors.length }
  return draft.id
}

const idTaken = { reason: '这个编号已经用过' } as const

/** By the caller. Throws `bad-request` for a draw of somebody else. */
async function isPrepared(tx: Database, { person }: DrawActor, id: string): Promise<boolean> {
  const [known] = await rowsOf<{ mine: boolean }>(
    tx,
    sql`select exists (select from inspection_draw_step s where s.draw_id = d.id and s.action = 'prepare'
      and s.by_id = ${person.id}) as mine from inspection_draw d where d.id = ${id}`,
  )
  if (known && !known.mine) throw new Problem('bad-request', idTaken)
  return known !== undefined
}

/** Throws `not-found`, `changed-meanwhile`, `draw-settled` when the draw is not there for this any more. */
export async function takeDraw(
  tx: Database,
  { scope }: DrawActor,
  asked: { id: string; version: number },
  action: DrawAction,
  entry: EntryDraft,
): Promise<DrawRow> {
  const row = await holdDraw(tx, scope, asked)
  entry.words = row.name
  entry.unitId = row.unitId
  if (drawAfter(action, row.state) === null) throw new Problem('draw-settled', { name: row.name })
  return row
}

export async function editDraw(
  tx: Database,
  actor: DrawActor,
  { id, version, ...change }: DrawChange & { id: string },
  entry: EntryDraft,
): Promise<void> {
  await takeDraw(tx, actor, { id, version }, 'edit', entry)
  const plan = await checkPlan(tx, actor, change.plan)
  await tx.execute(sql`update inspection_draw set name = ${clean(change.name)}, count = ${plan.count},
      campaign_id = ${await campaignOf(tx, change.campaignId)}, updated_at = ${actor.now.toISOString()},
      version = version + 1 where id = ${id}`)
  await tx.execute(
    sql`update inspection_draw_plan set plan = ${JSON.stringify(plan)}::jsonb where draw_id = ${id}`,
  )
  await noteDrawStep(tx, id, 'edit', actor)
  entry.after = { count: plan.count, inspectors: plan.inspectors.length }
}

export async function removeDraw(
  tx: Database,
  actor: DrawActor,
  asked: { id: string; version: number },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeDraw(tx, actor, asked, 'remove', entry)
  await tx.execute(sql`delete from inspection_draw where id = ${row.id}`)
}

const clean = (words: string): string => storableText(words).replace(/\s+/gu, ' ').trim().normalize('NFC')

/** Units and people the plan names are there and the caller's. Throws `draw-unit-unknown`, `draw-person-unknown`. */
async function checkPlan(tx: Database, { scope }: DrawActor, plan: DrawPlan): Promise<DrawPlan> {
  const named = [
    plan.rootId,
    ...plan.exclusions.map(each => each.unitId),
    ...plan.recusals.map(each => each.unitId),
  ]
  const units = await nameUnits(tx, [...named, ...plan.inspectors.map(({ unitId }) => unitId)])
  for (const id of named) {
    const unit = units.get(id)
    if (!unit || !holds(scope, unit.path)) throw new Problem('draw-unit-unknown')
  }
  const keys = new Set(plan.inspectors.map(({ key }) => key))
  if (keys.size < plan.inspectors.length) throw new Problem('bad-request', { reason: '检查人员重复' })
  if (plan.recusals.some(({ inspectorKey }) => !keys.has(inspectorKey)))
    throw new Problem('bad-request', { reason: '回避所属的检查人员不在名单里' })
  const people = new Map((await listCandidates(tx, scope)).map(each => [each.personId, each]))
  const inspectors = plan.inspectors.map(inspector => {
    if (inspector.personId === null) {
      if (inspector.unitId !== null && !units.has(inspector.unitId)) throw new Problem('draw-unit-unknown')
      return { ...inspector, name: clean(inspector.name) }
    }
    const person = people.get(inspector.personId)
    if (!person) throw new Problem('draw-person-unknown', { name: inspector.name })
    return { ...inspector, name: clean(person.name), unitId: person.unitId }
  })
  return { ...plan, inspectors }
}

async function campaignOf(tx: Database, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [campaign] = await rowsOf<{ id: string }>(tx, sql`select id from campaign where id = ${id}`)
  if (!campaign) throw new Problem('not-found')
  return campaign.id
}
