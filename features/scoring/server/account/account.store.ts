/** What is kept of a unit's account. Written by the program as owner, for triggers tell it when. */
import { type Database, sql } from '@jianbao/platform/db'
import type { ScoreClass, ScoreLine, ScoreSource } from '../../contract/index.ts'
import type { MonthTotal } from './totals.rules.ts'

export type ReckonedUnit = {
  readonly unitClass: ScoreClass
  /** In the order they were reckoned in. */
  readonly lines: readonly (ScoreLine & { readonly source: ScoreSource })[]
  readonly totals: readonly MonthTotal[]
}

/** Takes the place of what stood there; what is the same is left untouched. */
export async function writeAccount(
  tx: Database,
  { campaignId, unitId }: { campaignId: string; unitId: string },
  { unitClass, lines, totals }: ReckonedUnit,
  now: Date,
): Promise<void> {
  await tx.execute(sql`insert into score_unit (campaign_id, unit_id, scope_path, class, class_name, computed_at)
    values (${campaignId}, ${unitId}, '', ${unitClass.id}, ${unitClass.name}, ${now.toISOString()})
    on conflict (campaign_id, unit_id) do update
      set class = excluded.class, class_name = excluded.class_name, computed_at = excluded.computed_at`)
  const entries = JSON.stringify(
    lines.map((line, position) => ({ ...line, position, month: line.day.slice(0, 7) })),
  )
  const ofUnit = sql`campaign_id = ${campaignId} and unit_id = ${unitId}`
  await tx.execute(sql`delete from score_entry where ${ofUnit} and id not in
    (select e.id from jsonb_to_recordset(${entries}::jsonb) as e(id text))`)
  await tx.execute(sql`insert into score_entry (campaign_id, unit_id, scope_path, id, position, kind, day, month,
      version, rule, rule_name, points, report_id, sources, why)
    select ${campaignId}, ${unitId}, '', e.id, e.position, e.kind, e.day, e.month, e.version, e.rule, e."ruleName",
      e.points, e."reportId", e.source, e.why
    from jsonb_to_recordset(${entries}::jsonb) as e(id text, position int, kind text, day date, month text,
      version text, rule text, "ruleName" text, points numeric, "reportId" uuid, source jsonb, why jsonb)
    on conflict (campaign_id, unit_id, id) do update set position = excluded.position, kind = excluded.kind,
      day = excluded.day, month = excluded.month, version = excluded.version, rule = excluded.rule,
      rule_name = excluded.rule_name, points = excluded.points, report_id = excluded.report_id,
      sources = excluded.sources, why = excluded.why
    where (score_entry.position, score_entry.kind, score_entry.day, score_entry.version, score_entry.rule,
        score_entry.rule_name, score_entry.points, score_entry.report_id, score_entry.sources, score_entry.why)
      is distinct from (excluded.position, excluded.kind, excluded.day, excluded.version, excluded.rule,
        excluded.rule_name, excluded.points, excluded.report_id, excluded.sources, excluded.why)`)
  const sums = JSON.stringify(totals)
  await tx.execute(sql`delete from score_total where ${ofUnit} and month not in
    (select t.month from jsonb_to_recordset(${sums}::jsonb) as t(month text))`)
  await tx.execute(sql`insert into score_total (campaign_id, unit_id, scope_path, month, points, reported, adopted,
      adoptions, late, omitted, no_award)
    select ${campaignId}, ${unitId}, '', t.month, t.points, t.reported, t.adopted, t.adoptions, t.late, t.omitted,
      t."noAward"
    from jsonb_to_recordset(${sums}::jsonb) as t(month text, points numeric, reported int, adopted int,
      adoptions int, late int, omitted int, "noAward" boolean)
    on conflict (campaign_id, month, unit_id) do update set points = excluded.points, reported = excluded.reported,
      adopted = excluded.adopted, adoptions = excluded.adoptions, late = excluded.late, omitted = excluded.omitted,
      no_award = excluded.no_award`)
}

/** Takes away what a unit had in campaigns that do not score it any more. */
export async function removeAccount(tx: Database, unitId: string, but: readonly string[]): Promise<void> {
  const others = sql`unit_id = ${unitId} and campaign_id::text not in
    (select value from jsonb_array_elements_text(${JSON.stringify(but)}::jsonb))`
  await tx.execute(sql`delete from score_entry where ${others}`)
  await tx.execute(sql`delete from score_total where ${others}`)
  await tx.execute(sql`delete from score_unit where ${others}`)
}
