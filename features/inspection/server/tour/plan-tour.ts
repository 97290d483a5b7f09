/** A tour as it is planned: its days, its team, its checklist. */
import { Problem } from '@jianbao/errors'
import { holds, homeOf } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import {
  checklistFault,
  inspectors,
  type Question,
  type TourChange,
  type TourDraft,
  tourAfter,
} from '../../contract/index.ts'
import type { Actor } from '../inspection.services.ts'
import { tourStateWords } from '../inspection.words.ts'
import { tellVisited } from '../tell.ts'
import { holdTour, selectTeam } from './tour.store.ts'

type Team = TourDraft['team']

/** Plans a tour; sent again under the same id it is the same one. Throws `tour-days`, `tour-team`, `tour-checklist`. */
export async function planTour(
  tx: Database,
  actor: Actor,
  draft: TourDraft,
  entry: EntryDraft,
): Promise<string> {
  if (await isPlanned(tx, actor, draft.id)) return draft.id
  const unitId = await unitOf(tx, actor, draft.unitId)
  checkDays(draft)
  const checklist = cleanChecklist(draft.checklist)
  const at = actor.now.toISOString()
  const added = await rowsOf(
    tx,
    sql`insert into inspection_tour (id, unit_id, scope_path, campaign_id, name, purpose, from_day, to_day, announced,
        checklist, by_id, by_name, created_at, updated_at)
      values (${draft.id}, ${unitId}, '', ${await campaignOf(tx, draft.campaignId)}, ${clean(draft.name)},
        ${storableText(draft.purpose).trim()}, ${draft.fromDay}, ${draft.toDay}, ${draft.announced},
        ${JSON.stringify(checklist)}::jsonb, ${actor.person.id}, ${actor.person.name}, ${at}, ${at})
      on conflict (id) do nothing returning id`,
  )
  if (added.length === 0) {
    // Sent twice at once, or a tour that the caller does not see.
    if (await isPlanned(tx, actor, draft.id)) return draft.id
    throw new Problem('bad-request', idTaken)
  }
  await writeTeam(tx, draft.id, draft.team)
  entry.words = clean(draft.name)
  entry.unitId = unitId
  entry.after = { from: draft.fromDay, to: draft.toDay, questions: checklist.length, team: draft.team.length }
  return draft.id
}

const idTaken = { reason: '这个编号已经用过' } as const

/** By the caller. Throws `bad-request` for a tour of somebody else. */
async function isPlanned(tx: Database, { person }: Actor, id: string): Promise<boolean> {
  const [known] = await rowsOf<{ mine: boolean }>(
    tx,
    sql`select by_id = ${person.id} as mine from inspection_tour where id = ${id}`,
  )
  if (known && !known.mine) throw new Problem('bad-request', idTaken)
  return known !== undefined
}

/** Changes what is named. A question that was answered stays. Throws also `tour-settled`, `changed-meanwhile`. */
export async function editTour(
  tx: Database,
  actor: Actor,
  { id, version, ...change }: TourChange & { id: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await holdTour(tx, actor, { id, version })
  entry.words = row.name
  entry.unitId = row.unitId
  if (tourAfter('edit', row.state) === null) throw new Problem('tour-settled', settled(row))
  const next = {
    ...row,
    ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
  }
  checkDays(next)
  await keepStopsInside(tx, id, next)
  const checklist = change.checklist ? cleanChecklist(change.checklist) : row.checklist
  if (change.checklist) await keepAnswered(tx, id, row.checklist, checklist)
  const campaignId =
    change.campaignId === undefined ? row.campaignId : await campaignOf(tx, change.campaignId)
  await tx.execute(sql`update inspection_tour set name = ${clean(next.name)}, purpose = ${storableText(next.purpose).trim()},
      from_day = ${next.fromDay}, to_day = ${next.toDay}, announced = ${next.announced}, campaign_id = ${campaignId},
      checklist = ${JSON.stringify(checklist)}::jsonb, updated_at = ${actor.now.toISOString()}, version = version + 1
    where id = ${id}`)
  if (change.team) await writeTeam(tx, id, change.team)
  if (row.state === 'open' && next.announced && !row.announced)
    await tellVisited(tx, { ...row, announced: true }, 'visit.announced', actor)
  entry.after = { changed: Object.keys(change) }
}

const clean = (words: string): string => storableText(words).replace(/\s+/gu, ' ').trim()

export const settled = ({ name, state }: { name: string; state: keyof typeof tourStateWords }) => ({
  name,
  state: tourStateWords[state],
})

async function unitOf(tx: Database, { scope }: Actor, wished: string | undefined): Promise<string> {
  const unitId = wished ?? homeOf(scope)?.unitId
  const [unit] = await rowsOf<{ path: string }>(
    tx,
    sql`select path from unit where id = ${unitId ?? null} and state = 'active'`,
  )
  if (!unit || !holds(scope, unit.path)) throw new Problem('not-found')
  return unitId!
}

async function campaignOf(tx: Database, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [campaign] = await rowsOf<{ id: string }>(tx, sql`select id from campaign where id = ${id}`)
  if (!campaign) throw new Problem('not-found')
  return campaign.id
}

function checkDays({ fromDay, toDay }: { fromDay: string; toDay: string }): void {
  if (toDay < fromDay) throw new Problem('tour-days', { reason: '结束日期早于开始日期' })
}

async function keepStopsInside(
  tx: Database,
  id: string,
  days: { fromDay: string; toDay: string },
): Promise<void> {
  const [out] = await rowsOf<{ day: string; unit: string }>(
    tx,
    sql`select s.day::text as day, (select o.name from offices_by_id(array[s.unit_id]) o) as unit from inspection_stop s
      where s.tour_id = ${id} and (s.day < ${days.fromDay} or s.day > ${days.toDay}) order by s.day limit 1`,
  )
  if (out) throw new Problem('tour-days', { reason: `${out.day} 到“${out.unit}”的站点落在日期之外` })
}

function cleanChecklist(questions: readonly Question[]): Question[] {
  const fault = checklistFault(questions)
  if (fault) throw new Problem('tour-checklist', fault)
  return questions.map(question => ({
    ...question,
    id: question.id.toLowerCase(),
    text: clean(question.text),
    options: question.kind === 'choice' ? question.options.map(clean) : [],
    measure: question.kind === 'figure' ? clean(question.measure) : '',
    noIsFinding: question.kind === 'yes-no' && question.noIsFinding,
  }))
}

/** What was answered keeps its question and what could be said to it. */
async function keepAnswered(
  tx: Database,
  id: string,
  before: readonly Question[],
  after: readonly Question[],
): Promise<void> {
  const answered = await rowsOf<{ questionId: string; value: string | number }>(
    tx,
    sql`select distinct a.question_id as "questionId", a.value from inspection_answer a
      join inspection_stop s on s.id = a.stop_id where s.tour_id = ${id}`,
  )
  for (const { questionId, value } of answered) {
    const old = before.find(question => question.id === questionId)
    const now = after.find(question => question.id === questionId)
    const lost = now && now.kind === 'choice' && !now.options.includes(String(value))
    if (old && (!now || now.kind !== old.kind || lost))
      throw new Problem('tour-checklist', {
        text: old.text,
        reason: '已有站点作答，不能删除或改变题型、选项',
      })
  }
}

/** Writes the team anew; people who hold a post of an inspector, as the caller sees them. Throws `tour-team`. */
async function writeTeam(tx: Database, tourId: string, team: Team): Promise<void> {
  const before = await selectTeam(tx, tourId)
  const ids = [...new Set(team.map(({ personId }) => personId))]
  if (ids.length !== team.length || team.filter(({ leader }) => leader).length > 1)
    throw new Problem('tour-team', { reason: '同一人重复，或组长不止一人' })
  const found = await rowsOf<{ id: string; name: string }>(
    tx,
    sql`select distinct p.id, p.name from person p join membership m on m.person_id = p.id
      where p.state = 'active' and p.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        and m.role in (select jsonb_array_elements_text(${JSON.stringify(inspectors)}::jsonb))`,
  )
  // Who is on it already stays nameable, also when they lost their post or work where the planner does not reach.
  const names = new Map([
    ...before.map(each => [each.personId, each.name] as const),
    ...found.map(each => [each.id, each.name] as const),
  ])
  if (ids.some(id => !names.has(id))) throw new Problem('tour-team', { reason: '有人不在可选的督导人员之中' })
  await tx.execute(sql`delete from inspection_member where tour_id = ${tourId}`)
  const rows = team.map(({ personId, leader }, position) => ({
    personId,
    leader,
    position,
    name: names.get(personId),
  }))
  await tx.execute(sql`insert into inspection_member (tour_id, person_id, name, leader, position)
    select ${tourId}::uuid, w."personId", w.name, w.leader, w.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w("personId" text, name text, leader boolean, position integer)`)
}
