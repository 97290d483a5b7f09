/** Items of the matters of `bench_matter`, their parts, and what belongs to them. */
import { type Database, sql } from '@jianbao/platform/db'
import { today } from './report-load.ts'

/** The same for the same two numbers, spread over all there are. */
const dice = sql`hashint4(m.nth * 100000 + k)::bigint & 2147483647`
/** Of what is due most is done, of what is not most is under way. */
const stateOf = sql`case when m.ready then 'ready'
  when d.due <= ${today}::date then case when h.c < 2 then 'draft' when h.c < 3 then 'ready' when h.c < 4 then 'dispatched'
    when h.c < 10 then 'doing' when h.c < 13 then 'feedback' when h.c < 55 then 'closed' when h.c < 97 then 'settled'
    else 'cancelled' end
  else case when h.c < 2 then 'draft' when h.c < 4 then 'review' when h.c < 8 then 'ready' when h.c < 20 then 'dispatched'
    when h.c < 75 then 'doing' when h.c < 83 then 'feedback' when h.c < 98 then 'closed' else 'cancelled' end end`

/** Items of matters number `from` to `to`. */
export async function writeItems(db: Database, from: number, to: number): Promise<void> {
  await db.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id, problem,
      measure, basis, target_measure, target_value, target_unit, owner_id, owner_name, leader_name, milestones, start_day,
      due_day, near_day, milestone_day, percent, state, submitted_at, submitted_by, reviewed_at, dispatched_at,
      acknowledged_at, fed_back_at, fed_back_day, closed_at, closed_day, recheck_day, settled_at, cancelled_at, reopened,
      flag, flagged_at, summary, updated_at)
    select gen_random_uuid(), m.id, l.id, l.kind, m.title, u.id, '', l.unit_id, '学习记录不完整，台账缺少佐证材料。',
      '逐项补齐学习记录，建立台账，由专人负责核对并按月公示。', '年度工作要点第三条', 'people', 200, '人', p.id,
      coalesce(p.name, '王立春'), '李远山', z.milestones, d.due - 200, d.due, b.near, z.next_day,
      case when s.done then 100 else (h.c % 10) * 10 end, s.state,
      case when s.state <> 'draft' then g.at - interval '3 days' end, case when s.state <> 'draft' then 'k' end,
      case when s.state not in ('draft', 'review') then g.at - interval '1 day' end, case when s.given then g.at end,
      case when s.state in ('doing', 'feedback') or s.done then g.at + interval '1 day' end,
      c.fed_back, c.fed_back, case when s.done then c.closed + interval '9 hours' end, case when s.done then c.closed end,
      case when s.state = 'closed' and l.kind = 'rectification' then c.closed + 30 end,
      case when s.state = 'settled' then c.closed + 31 end, case when s.state = 'cancelled' then g.at + interval '9 days' end,
      case when h.n % 50 = 0 then 1 else 0 end, case when s.done and h.n % 200 = 0 then 'evidence' end,
      case when s.done and h.n % 200 = 0 then c.closed + 2 end,
      case when s.done then jsonb_build_object('closedAt', c.closed, 'closedBy', '督查员', 'words', null, 'title', m.title,
        'unitName', '', 'ownerName', '王立春', 'measure', '', 'dueDay', d.due, 'late', c.closed > d.due, 'target', null,
        'reached', 0, 'percent', 100, 'spent', null, 'evidence', jsonb_build_array()) end,
      coalesce(c.closed, ${today}::date - (h.c % 40)::int)::timestamptz
    from bench_matter m join ledger l on l.id = m."ledgerId" cross join lateral generate_series(0, m.items - 1) k
      join bench_unit u on u.nth = m.first + (k * greatest(1, m.units / m.items) + m.nth * 37) % m.units
      cross join lateral (select ${dice} as n, (${dice}) / 7 % 100 as c) h
      cross join lateral (select case when m.apart then ${today}::date + (h.n / 700 % 350)::int - 250
        when h.n % 20 = 0 and not m.ready then m.due + 15 else m.due end as due) d
      join bench_day b on b.day = d.due
      cross join lateral (select ${stateOf} as state) w
      cross join lateral (select w.state, w.state in ('closed', 'settled') as done,
        w.state in ('dispatched', 'doing', 'feedback', 'closed', 'settled', 'cancelled') as given) s
      cross join lateral (select (d.due - 198)::timestamptz + interval '9 hours' as at) g
      cross join lateral (select
        case when s.done then least(d.due - 20 + (h.n / 3 % 30)::int, ${today}::date - (h.n / 5 % 40)::int) end as closed) y
      cross join lateral (select y.closed, case when s.state = 'feedback' then least(d.due - 6 + (h.n / 3 % 9)::int,
        ${today}::date - 1) when s.done then y.closed - 2 end as fed_back) c
      cross join lateral (select case when m.nth % 3 = 0 then jsonb_build_array(
          jsonb_build_object('no', 1, 'name', '中期检查', 'day', d.due - 60, 'done', case when h.c % 4 > 0 then d.due - 62 end),
          jsonb_build_object('no', 2, 'name', '公示结果', 'day', d.due - 10, 'done', null)) else '[]' end as milestones,
        case when m.nth % 3 = 0 then d.due - case when h.c % 4 > 0 then 10 else 60 end end as next_day) z
      left join lateral (select p.id, p.name from membership o join person p on p.id = o.person_id
        where o.unit_id = u.id and h.n % 3 = 0 limit 1) p on true
    where m.nth between ${from} and ${to}`)
}

/** What cities and counties under way gave on to units right below them, `count` of them. */
export async function writeParts(db: Database, count: number): Promise<void> {
  await db.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id, parent_id,
      measure, owner_name, milestones, start_day, due_day, near_day, milestone_day, percent, state, dispatched_at,
      acknowledged_at, updated_at)
    select gen_random_uuid(), i.matter_id, i.ledger_id, i.kind, i.title, u.id, '', i.unit_id, i.id, i.measure, '王立春',
      i.milestones, i.start_day, i.due_day, i.near_day, i.milestone_day, i.percent,
      case when u.nth % 3 = 0 then 'dispatched' else 'doing' end, i.dispatched_at + interval '2 days',
      case when u.nth % 3 > 0 then i.dispatched_at + interval '3 days' end, i.updated_at
    from ledger_item i join bench_unit u on u.parent_id = i.unit_id where i.state = 'doing'
    order by hashint8(u.nth), i.matter_id limit ${count}`)
}

/** Steps, first lights, proof, parties and extensions; then deeds one by one, so that the tally lies as in daily life. */
export async function writeStories(db: Database): Promise<void> {
  const h = sql`cross join lateral (select hashtext(i.id::text)::bigint & 2147483647 as n) h`
  await db.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name)
    select i.id, s.at, s.action, s.state, 'k', '督查员' from ledger_item i cross join lateral (values
      (i.start_day::timestamptz, 'propose', 'draft'), (i.reviewed_at, 'approve', 'ready'),
      (i.dispatched_at, 'dispatch', 'dispatched'), (i.acknowledged_at, 'acknowledge', 'doing'),
      (i.fed_back_at, 'feedback', 'feedback'), (i.closed_at, 'close', 'closed'),
      (i.settled_at, 'settle', 'settled')) s(at, action, state) where s.at is not null order by s.at`)
  await db.execute(sql`insert into ledger_light (item_id, from_day, light)
    select id, dispatched_at::date, 'green' from ledger_item where dispatched_at is not null
    union all select id, closed_day, null from ledger_item where closed_day > dispatched_at::date`)
  await db.execute(sql`insert into ledger_evidence (id, item_id, sha256, name, media_type, bytes, added_by, added_name, added_at)
    select gen_random_uuid(), i.id, repeat('a', 64), '签到表' || g.no || '.pdf', 'application/pdf', 4096, 'u', '信息员',
      coalesce(i.fed_back_at, i.updated_at)
    from ledger_item i ${h} cross join lateral generate_series(1, 1 + (h.n % 3)::int) g(no)
    where i.state in ('feedback', 'closed', 'settled') or (i.state = 'doing' and h.n % 3 = 0)`)
  await db.execute(sql`insert into ledger_party (item_id, unit_id, scope_path, part)
    select i.id, u.id, '', case when u.at = 0 then 'lead' else 'assist' end
    from ledger_item i ${h} cross join lateral (values (0), (1)) a(at)
      join (select b.id, b.nth, a.at from bench_unit b cross join (values (0), (1)) a(at)) u
        on u.at = a.at and u.nth = (h.n / 20 + a.at * 1777) % 5000
    where h.n % 20 = 0`)
  await db.execute(sql`insert into ledger_extension (id, item_id, from_day, to_day, reason, asked_by, asked_name, asked_at,
      decision, decided_name, decided_at)
    select gen_random_uuid(), i.id, i.due_day - 15, i.due_day + n.open * 20, '资料仍在汇总。', 'u', '信息员', i.updated_at,
      case when n.open = 0 then 'granted' end, case when n.open = 0 then '督查员' end, case when n.open = 0 then i.updated_at end
    from ledger_item i ${h} cross join lateral (select case when i.state = 'doing' and h.n % 40 = 0 then 1 else 0 end as open) n
    where h.n % 40 < 2 and i.dispatched_at is not null`)
  await db.execute(sql`do $$ declare one uuid; begin
    for one in select id from ledger_item where state = 'dispatched' order by id limit 2000 loop
      update ledger_item set state = 'doing', acknowledged_at = dispatched_at + interval '1 day' where id = one;
    end loop; end $$`)
}
