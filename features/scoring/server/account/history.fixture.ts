/** A campaign with rules of every kind, and whatever may happen to its units, one random deed after another. */
import { readFile } from 'node:fs/promises'
import type { Pack } from '@jianbao/campaign/contract'
import { loadPack } from '@jianbao/campaign/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { testUnits } from '@jianbao/testkit'
import { parse } from 'yaml'
import type { ScoringRules } from '../../contract/index.ts'

/** The rules of one of the schemes. */
export async function scheme(name: string): Promise<ScoringRules> {
  return parse(await readFile(new URL(`../schemes/${name}.yaml`, import.meta.url), 'utf8'))
}

export function packWith(scoring: ScoringRules, id = 'scored'): Pack {
  return {
    campaign: { schema: 'jianbao-pack/1', id, name: '青禾行动', from: '2021-01-01', to: '2021-12-31' },
    reporting: {
      types: [{ id: 'study', name: '学习交流' }],
      measures: [{ id: 'people', name: '人数', units: ['人'] }],
      columns: [
        { id: 'lead', name: '要情快报' },
        { id: 'practice', name: '经验交流' },
        { id: 'news', name: '学教动态' },
        { id: 'briefs', name: '学教短波' },
      ],
    },
    commitments: [],
    reminders: null,
    scoring,
    ledgers: [],
    tasks: [
      {
        id: 'opening',
        name: '动员部署',
        required: true,
        kinds: ['city', 'county'],
        deadline: { day: '2021-02-10' },
        done: { reports: 1 },
      },
      {
        id: 'monthly',
        name: '主题活动日',
        required: true,
        kinds: ['city'],
        deadline: { every: 'month', from: '2021-01', to: '2021-12', dueDays: 5 },
        done: { reports: 2, types: ['study'] },
      },
      {
        id: 'chosen',
        name: '自选动作',
        required: false,
        kinds: ['county'],
        deadline: { day: '2021-03-20' },
        done: { reports: 1 },
      },
    ],
  }
}

export async function openScored(db: Database, pack: Pack): Promise<string> {
  const wish = { unitId: rootUnitId, pack, now: new Date('2021-01-01T00:00:00Z'), state: 'open' } as const
  return (await db.transaction(tx => loadPack(tx, wholeScope, wish))).campaignId
}

export type Draw = (below: number) => number
/** Pieces that several reports may be made into. */
const pieces = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2']
export const units = [testUnits.city, testUnits.county, testUnits.sister]

/** One deed of a random history on the day `today`; what there is nothing for happens not at all. */
export async function happen(db: Database, campaignId: string, today: string, draw: Draw): Promise<void> {
  const pick = <T>(of: readonly T[]): T => of[draw(of.length)]!
  const uuid = () => `00000000-0000-4000-8000-${String(draw(1e12)).padStart(12, '0')}`
  const at = `${today}T0${draw(10)}:30:00Z`
  const one = async (query: ReturnType<typeof sql>): Promise<string | null> => {
    const rows = await rowsOf<{ id: string }>(db, query)
    return rows.length ? pick(rows).id : null
  }
  const anyReport = () => one(sql`select id from report order by id`)
  switch (draw(13)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const id = uuid()
      const task = await rowsOf<{ taskId: string; no: number }>(
        db,
        sql`select p.task_id as "taskId", p.no from task_period p join task t on t.id = p.task_id
          order by t.key, p.no`,
      )
      const { taskId, no } = draw(4) ? pick(task) : { taskId: null, no: null }
      const state = pick(['submitted', 'accepted', 'kept', 'returned', 'withdrawn'])
      const taken = state === 'accepted' || state === 'kept' ? at : null
      await db.execute(sql`insert into report (id, unit_id, scope_path, campaign_id, task_id, period_no, title, type,
          state, desk_id, created_by, created_name, edited_name, sent_at, submitted_at, arrived_at, accepted_at, created_at, updated_at)
        values (${id}, ${pick(units)}, '', ${draw(8) ? campaignId : null}, ${taskId}, ${no}, ${`稿件${id.slice(-4)}`},
          ${pick(['study', null])}, ${state}, ${testUnits.root}, 'x', '甲', '甲', ${at}, ${at}, ${at}, ${taken}, ${at}, ${at})`)
      if (draw(4))
        await db.execute(sql`insert into report_step (report_id, seq, action, state, by_id, by_name, at)
          values (${id}, 0, 'approve', 'submitted', 'x', '乙', ${at})`)
      return
    }
    case 4:
    case 5:
    case 6: {
      const report = await anyReport()
      await db.execute(sql`insert into adoption (id, report_id, unit_id, column_key, title, body, composite_id, by_id,
          by_name, at)
        select ${uuid()}, id, ${pick([testUnits.root, testUnits.city])}, ${pick(['lead', 'news', 'briefs'])}, '',
          '', ${draw(3) ? null : pick(pieces)}, 'x', '丙', ${at}
        from report where id = ${report} on conflict (report_id, unit_id) where revoked_at is null do nothing`)
      return
    }
    case 7: {
      const id = await one(sql`select id from adoption where revoked_at is null order by id`)
      await db.execute(
        draw(2)
          ? sql`update adoption set revoked_at = ${at}, revoke_reason = '重复' where id = ${id}`
          : sql`update adoption set composite_id = ${pick(pieces)} where id = ${id}`,
      )
      return
    }
    case 8: {
      const report = await anyReport()
      await db.execute(sql`insert into outside_adoption (id, report_id, bulletin, bulletin_name, issue, day, by_id,
          by_name, at)
        select ${uuid()}, id, ${pick(['central', 'other'])}, '刊物', ${String(draw(50))}, ${today}, 'x', '丁', ${at}
        from report where id = ${report}
        on conflict (report_id, bulletin, issue, day) where revoked_at is null do nothing`)
      await db.execute(sql`update outside_adoption set revoked_at = ${at}
        where id = ${draw(3) ? null : await one(sql`select id from outside_adoption order by id`)}`)
      return
    }
    case 9: {
      await db.execute(sql`insert into instruction (id, report_id, leader, leader_name, office, day, by_id, by_name, at)
        select ${uuid()}, id, ${pick(['chief', 'other'])}, '领导', '主要领导', ${today}, 'x', '戊', ${at}
        from report where id = ${await anyReport()}
        on conflict (report_id, leader, office, day) where revoked_at is null do nothing`)
      return
    }
    case 10: {
      await db.execute(sql`insert into commission (id, batch_id, unit_id, scope_path, desk_id, campaign_id, title,
          due_day, state, by_id, by_name, created_at, settled_at)
        values (${uuid()}, ${uuid()}, ${pick(units)}, '', ${testUnits.root},
          ${draw(5) ? campaignId : null}, '约稿', ${today}, ${pick(['open', 'delivered', 'done', 'missed', 'cancelled'])},
          'x', '己', ${at}, ${at})`)
      await db.execute(sql`update commission set late = ${!draw(3)}, state = ${pick(['done', 'missed', 'cancelled'])}, settled_at = ${at}
        where id = ${await one(sql`select id from commission order by id`)}`)
      return
    }
    case 11: {
      const state = pick(['accepted', 'returned', 'kept', 'withdrawn'])
      const taken = state === 'accepted' || state === 'kept' ? at : null
      const report = await anyReport()
      await db.execute(sql`update report set state = ${state}, accepted_at = ${taken}, updated_at = ${at}
        where id = ${report}`)
      if (!draw(3)) await db.execute(sql`update report set unit_id = ${pick(units)} where id = ${report}`)
      if (!draw(9)) await db.execute(sql`delete from report where id = ${report}`)
      return
    }
    default:
      if (!draw(6))
        await db.execute(
          sql`update unit set kind = ${pick(['city', 'county', 'society'])} where id = ${pick(units)}`,
        )
  }
}
