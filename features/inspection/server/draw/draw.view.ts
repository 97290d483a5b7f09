import type { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import type { Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import {
  actionsOfDraw,
  type Draw,
  type DrawnUnit,
  type DrawPlan,
  type DrawPlanView,
  type DrawPreview,
  type DrawSummary,
} from '../../contract/draw.ts'
import { type Composed, composeRegister } from './compose-register.ts'
import { type DrawRow, getDrawRow, getPlan, listSteps } from './draw.store.ts'

const moment = (at: string | Date | null): string | null => (at === null ? null : new Date(at).toISOString())

export function viewDraw(row: DrawRow): DrawSummary {
  const { id, unitId, unitName, campaignId, campaignName, name, state, count, objects, inspectors } = row
  return {
    ...{
      id,
      unitId,
      unitName: unitName ?? '',
      campaignId,
      campaignName,
      name,
      state,
      count,
      objects,
      inspectors,
    },
    committedAt: moment(row.committedAt),
    drawnAt: moment(row.drawnAt),
    voidedAt: moment(row.voidedAt),
    updatedAt: new Date(row.updatedAt).toISOString(),
    version: row.version,
    actions: actionsOfDraw(state),
  }
}

type Language = 'zh' | 'en'

/** One draw with all that is known of it. Throws `not-found`. */
export async function viewDrawRecord(
  tx: Database,
  scope: Scope,
  id: string,
  language: Language,
): Promise<Draw> {
  const row = await getDrawRow(tx, scope, id)
  const plan = await getPlan(tx, scope, id)
  const preparing = row.state === 'preparing'
  const result = await listDrawnUnits(tx, id)
  return {
    ...viewDraw(row),
    plan: await namePlan(tx, plan),
    preview: preparing ? await previewPlan(tx, scope, row, plan, language) : null,
    strata: row.strata.map(stratum => ({
      ...stratum,
      drawn: row.drawnAt === null ? null : result.filter(each => each.stratum === stratum.name).length,
    })),
    commit: row.registerHash && row.seedHash ? { register: row.registerHash, seed: row.seedHash } : null,
    reveal: row.seed && row.contribution ? { seed: row.seed, contribution: row.contribution } : null,
    voidReason: row.voidReason,
    result,
    history: await listSteps(tx, id),
  }
}

/** A plan that is being put together, reckoned with the organisation as it stands. Throws `draw-unit-unknown`. */
export async function previewPlan(
  tx: Database,
  scope: Scope,
  { name, unitName: organiser }: Pick<DrawRow, 'name' | 'unitName'>,
  plan: DrawPlan,
  language: Language,
): Promise<DrawPreview> {
  const composed = await composeRegister(tx, scope, { name, organiser, plan })
  const own = composed.recused.reduce((sum, each) => sum + each.own, 0)
  const all = composed.recused.reduce((sum, each) => sum + each.codes.length, 0)
  return {
    objects: composed.register.objects.length,
    excluded: composed.excluded,
    inspectors: plan.inspectors.length,
    strata: composed.strata.map(stratum => ({ ...stratum, drawn: null })),
    recusals: { own, byHand: all - own },
    recused: recusedOf(plan, composed),
    problems: composed.problems.map((problem: Problem) => ({
      code: problem.code,
      text: problem.text(language),
    })),
  }
}

const recusedOf = (plan: DrawPlan, { recused }: Composed): DrawPreview['recused'] =>
  plan.inspectors.map(({ key }, at) => ({
    key,
    objects: recused[at]!.codes.length,
    own: recused[at]!.own,
  }))

async function namePlan(tx: Database, plan: DrawPlan): Promise<DrawPlanView> {
  const { rootId, exclusions, inspectors, recusals } = plan
  const ids = [rootId, ...[...exclusions, ...inspectors, ...recusals].map(({ unitId }) => unitId)]
  const units = await nameUnits(tx, ids)
  const nameOf = (id: string | null): string => (id && units.get(id)?.name) || ''
  return {
    ...plan,
    rootName: nameOf(rootId),
    exclusions: exclusions.map(each => ({ ...each, unitName: nameOf(each.unitId) })),
    inspectors: inspectors.map(each => ({ ...each, unitName: nameOf(each.unitId) })),
    recusals: recusals.map(each => ({ ...each, unitName: nameOf(each.unitId) })),
  }
}

/** What was drawn, in its order, with the inspectors of each. */
export async function listDrawnUnits(tx: Database, drawId: string): Promise<DrawnUnit[]> {
  return rowsOf<DrawnUnit>(
    tx,
    sql`select o.place, o.unit_id as "unitId", o.code, o.name, o.stratum,
        (select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name, 'personId', i.person_id)
            order by array_position(o.team, i.code)), '[]')
          from inspection_draw_inspector i where i.draw_id = o.draw_id and i.code = any (o.team)) as inspectors
      from inspection_draw_object o where o.draw_id = ${drawId} and o.place is not null order by o.place`,
  )
}
