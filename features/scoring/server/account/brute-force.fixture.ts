/** The accounts once more, from whole tables and plain loops: nothing of the queries that keep them is used. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ScoreEvent, ScoringRules } from '../../contract/index.ts'
import { scoreUnit } from '../score.rules.ts'

type Row = Record<string, string | number | boolean | string[] | null>
const local = (moment: unknown): string =>
  new Date(new Date(String(moment)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export async function bruteForce(db: Database, rules: ScoringRules, campaignId: string, today: string) {
  const all = async (table: string): Promise<Row[]> =>
    (await rowsOf<{ row: Row }>(db, sql.raw(`select to_jsonb(t) as row from ${table} t`))).map(
      ({ row }) => row,
    )
  const [unitRows, reports, steps, adoptions, outside, instructions] = [
    await all('unit'),
    await all('report'),
    await all('report_step'),
    await all('adoption'),
    await all('outside_adoption'),
    await all('instruction'),
  ]
  const [commissions, tasks, periods] = [await all('commission'), await all('task'), await all('task_period')]
  const [items, proofs] = [await all('item'), await all('imported_proof')]
  const signed = (report: Row): boolean =>
    steps.some(step => step['report_id'] === report['id'] && step['action'] === 'approve')
  const accounts: Record<string, Record<string, number>> = {}
  for (const unit of unitRows) {
    const own = reports.filter(row => row['unit_id'] === unit['id'] && row['campaign_id'] === campaignId)
    const events: ScoreEvent[] = []
    for (const report of own) {
      const of = { reportId: String(report['id']), signed: signed(report) }
      if (
        report['submitted_at'] &&
        (!['draft', 'review', 'returned', 'withdrawn'].includes(String(report['state'])) ||
          adoptions.some(row => row['report_id'] === report['id'] && !row['revoked_at']))
      )
        events.push({
          ...of,
          kind: 'reported',
          id: `report:${of.reportId}`,
          day: local(report['submitted_at']),
        })
      for (const row of adoptions) {
        if (row['report_id'] !== report['id'] || row['revoked_at']) continue
        const together = adoptions.filter(
          other =>
            row['composite_id'] && other['composite_id'] === row['composite_id'] && !other['revoked_at'],
        )
        const whose = new Set(
          together.map(other => reports.find(each => each['id'] === other['report_id'])!['unit_id']),
        )
        const desk = unitRows.find(each => each['id'] === row['unit_id'])!
        events.push({
          ...of,
          kind: 'adopted',
          id: `adoption:${row['id']}`,
          day: local(row['at']),
          at: String(desk['kind']),
          column: String(row['column_key']),
          units: Math.max(1, whose.size),
        })
      }
      for (const row of outside)
        if (row['report_id'] === report['id'] && !row['revoked_at'])
          events.push({
            ...of,
            kind: 'above',
            id: `above:${row['id']}`,
            day: String(row['day']),
            bulletin: String(row['bulletin']),
            form: row['form'] as string | null,
          })
      for (const row of instructions)
        if (row['report_id'] === report['id'] && !row['revoked_at'])
          events.push({
            ...of,
            kind: 'instruction',
            id: `instruction:${row['id']}`,
            day: String(row['day']),
            leader: String(row['leader']),
          })
    }
    for (const row of commissions) {
      if (row['unit_id'] !== unit['id'] || row['campaign_id'] !== campaignId) continue
      const of = { id: `commission:${row['id']}`, reportId: null }
      if (row['state'] === 'missed')
        events.push({ ...of, kind: 'commission-missed', day: String(row['due_day']) })
      if (row['state'] === 'done' && !row['late'])
        events.push({ ...of, kind: 'commission-done', day: local(row['settled_at']) })
    }
    for (const item of items) {
      if (item['unit_id'] !== unit['id'] || item['campaign_id'] !== campaignId) continue
      const task = tasks.find(row => row['id'] === item['task_id'])!
      for (const period of periods) {
        if (period['task_id'] !== task['id']) continue
        const here = reports.filter(
          row =>
            row['unit_id'] === unit['id'] &&
            row['task_id'] === task['id'] &&
            row['period_no'] === period['no'],
        )
        const types = task['types'] as string[]
        const days = [
          ...here
            .filter(row => row['accepted_at'] && (!types.length || types.includes(String(row['type']))))
            .map(row => local(row['submitted_at'])),
          ...proofs
            .filter(
              row =>
                row['unit_id'] === unit['id'] &&
                row['task_id'] === task['id'] &&
                row['period_no'] === period['no'],
            )
            .map(row => String(row['day'])),
        ].sort()
        const [handed, due] = [days[Number(task['needed']) - 1], String(period['due_day'])]
        const of = { id: `item:${item['id']}:${period['no']}`, reportId: null }
        const underWay = here.some(
          row => !row['accepted_at'] && ['review', 'submitted', 'returned'].includes(String(row['state'])),
        )
        if (handed !== undefined && handed > due) events.push({ ...of, kind: 'late', day: handed })
        if (
          handed === undefined &&
          !days.length &&
          !underWay &&
          task['required'] &&
          item['bound'] &&
          due < today
        )
          events.push({ ...of, kind: 'omitted', day: due })
      }
    }
    const lines = scoreUnit(rules, { kind: String(unit['kind']), groups: [] }, events, {
      from: '2021-01-01',
      to: '2021-12-31',
      today,
    })
    if (lines.length)
      accounts[String(unit['id'])] = Object.fromEntries(lines.map(line => [line.id, line.points]))
  }
  return accounts
}
