/** 上级采用 and 批示 are registered on a report that has left its unit, and taken back with a reason. */
import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import type {
  InstructionDraft,
  OutsideAdoptionDraft,
  RecognitionKind,
  ScoringRules,
  ScoringVersion,
} from '../../contract/index.ts'
import { versionOn } from '../match.rules.ts'
import { registrable, tables } from './recognition.store.ts'

export type Registrar = { readonly by: { readonly id: string; readonly name: string }; readonly now: Date }
type Reported = { id: string; title: string; unitId: string; scoring: ScoringRules | null }

/** Throws `not-found`, `recognition-day-ahead`, `recognition-unknown`, `recognition-form`, `recognition-twice`. */
export async function registerAbove(
  tx: Database,
  scope: Scope,
  draft: OutsideAdoptionDraft,
  { by, now }: Registrar,
  entry: EntryDraft,
): Promise<string> {
  const { report, version } = await findReport(tx, scope, draft, now)
  const bulletin = version.bulletins?.find(({ id }) => id === draft.bulletin)
  if (!bulletin) throw new Problem('recognition-unknown', { day: draft.day })
  const form = bulletin.forms?.find(({ id }) => id === draft.form)
  if (bulletin.forms ? !form : draft.form !== null)
    throw new Problem('recognition-form', { name: bulletin.name })
  const issue = storableText(draft.issue).trim()
  const link = draft.link === null ? null : storableText(draft.link).trim()
  const [row] = await rowsOf<{ id: string }>(
    tx,
    sql`insert into outside_adoption (id, report_id, bulletin, bulletin_name, form, form_name, issue, day, link, note,
        by_id, by_name, at)
      values (${randomUUID()}, ${report.id}, ${bulletin.id}, ${bulletin.name}, ${form?.id ?? null},
        ${form?.name ?? null}, ${issue}, ${draft.day}, ${link}, ${storableText(draft.note).trim()}, ${by.id},
        ${by.name}, ${now.toISOString()})
      on conflict (report_id, bulletin, issue, day) where revoked_at is null do nothing returning id`,
  )
  if (!row) throw new Problem('recognition-twice', { name: bulletin.name })
  entry.words = report.title
  entry.unitId = report.unitId
  entry.after = { bulletin: bulletin.name, form: form?.name ?? null, issue, day: draft.day }
  return row.id
}

/** Throws `not-found`, `recognition-day-ahead`, `recognition-unknown`, `instruction-twice`. */
export async function registerInstruction(
  tx: Database,
  scope: Scope,
  draft: InstructionDraft,
  { by, now }: Registrar,
  entry: EntryDraft,
): Promise<string> {
  const { report, version } = await findReport(tx, scope, draft, now)
  const leader = version.leaders?.find(({ id }) => id === draft.leader)
  if (!leader) throw new Problem('recognition-unknown', { day: draft.day })
  const [id, office] = [randomUUID(), storableText(draft.office).trim()]
  const [row] = await rowsOf(
    tx,
    sql`insert into instruction (id, report_id, leader, leader_name, office, day, note, by_id, by_name, at)
      values (${id}, ${report.id}, ${leader.id}, ${leader.name}, ${office}, ${draft.day},
        ${storableText(draft.note).trim()}, ${by.id}, ${by.name}, ${now.toISOString()})
      on conflict (report_id, leader, office, day) where revoked_at is null do nothing returning id`,
  )
  if (!row) throw new Problem('instruction-twice', { office, day: draft.day })
  entry.words = report.title
  entry.unitId = report.unitId
  entry.after = { leader: leader.name, office, day: draft.day }
  return id
}

/** Throws `not-found`, `recognition-revoked`. */
export async function revokeRecognition(
  tx: Database,
  scope: Scope,
  { kind, id, reason }: { kind: RecognitionKind; id: string; reason: string },
  { by, now }: Registrar,
  entry: EntryDraft,
): Promise<void> {
  const table = tables[kind]
  const [row] = await rowsOf<{ revoked: boolean; title: string; unitId: string }>(
    tx,
    sql`select x.revoked_at is not null as revoked, r.title, r.unit_id as "unitId" from ${table} x
      join report r on r.id = x.report_id
      where x.id = ${id} and ${registrable(scope, sql`r.scope_path`)} for update of x`,
  )
  if (!row) throw new Problem('not-found')
  if (row.revoked) throw new Problem('recognition-revoked')
  const why = storableText(reason).trim()
  await tx.execute(sql`update ${table} set revoked_at = ${now.toISOString()}, revoked_name = ${by.name},
    revoke_reason = ${why} where id = ${id}`)
  entry.words = row.title
  entry.unitId = row.unitId
  entry.after = { reason: why }
}

async function findReport(
  tx: Database,
  scope: Scope,
  { reportId, day }: { reportId: string; day: string },
  now: Date,
): Promise<{ report: Reported; version: ScoringVersion }> {
  const [report] = await rowsOf<Reported>(
    tx,
    sql`select r.id, r.title, r.unit_id as "unitId", nullif(c.pack -> 'scoring', 'null'::jsonb) as scoring from report r
      left join campaign c on c.id = r.campaign_id
      where r.id = ${reportId} and r.submitted_at is not null and ${registrable(scope, sql`r.scope_path`)}`,
  )
  if (!report) throw new Problem('not-found')
  if (day > localDay(now)) throw new Problem('recognition-day-ahead')
  const version = report.scoring && versionOn(report.scoring, day)
  if (!version) throw new Problem('recognition-unknown', { day })
  return { report, version }
}
