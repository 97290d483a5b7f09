import { type CommittedDraw, isPlain, parseDraw, printDraw, runDraw } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import type { DrawActor } from './draw.services.ts'
import { noteDrawStep } from './note-draw-step.ts'
import { takeDraw } from './prepare-draw.ts'

/**
 * 抽取: opens the seed, mixes in what those present called out, and keeps what comes of it. One transaction, which holds
 * the draw: a second press finds it drawn, and a crash leaves it as it was.
 */
export async function drawOnce(
  tx: Database,
  actor: DrawActor,
  sealer: Sealer,
  { contribution, ...asked }: { id: string; version: number; contribution: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeDraw(tx, actor, asked, 'draw', entry)
  const said = contribution.normalize('NFC').trim()
  if (!said || !isPlain(said)) throw new Problem('draw-contribution')
  const { file, seed } = await openSeed(tx, row.id, sealer)
  const draw = runDraw(parseDraw(file, row.name) as CommittedDraw, { seed, contribution: said })
  const picks = draw.result.map(({ object, inspectors }, at) => ({
    code: object,
    place: at + 1,
    team: inspectors,
  }))
  await tx.execute(sql`update inspection_draw_object o set place = p.place, team = p.team
    from jsonb_to_recordset(${JSON.stringify(picks)}::jsonb) as p(code text, place int, team text[])
    where o.draw_id = ${row.id} and o.code = p.code`)
  const at = actor.now.toISOString()
  await tx.execute(sql`update inspection_draw set state = 'drawn', contribution = ${said}, seed = ${seed},
      file = ${printDraw(draw)}, drawn_at = ${at}, updated_at = ${at}, version = version + 1 where id = ${row.id}`)
  await noteDrawStep(tx, row.id, 'draw', actor)
  entry.after = { contribution: said, drawn: picks.length }
}

/** It is public from now on: what was sealed is no longer needed. */
async function openSeed(tx: Database, drawId: string, sealer: Sealer) {
  const [row] = await withRole(tx, 'owner', () =>
    rowsOf<{ file: string; sealed: string }>(
      tx,
      sql`with opened as (delete from inspection_draw_seed where draw_id = ${drawId} returning sealed)
        select d.file, o.sealed from inspection_draw d, opened o where d.id = ${drawId}`,
    ),
  )
  if (!row) throw new Error(`the seed of draw ${drawId} is gone`)
  return { file: row.file, seed: sealer.unseal(row.sealed, drawId) }
}

/** 作废: it stays listed, with its reason; a seed that was not needed is never told. */
export async function voidDraw(
  tx: Database,
  actor: DrawActor,
  { reason, ...asked }: { id: string; version: number; reason: string },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeDraw(tx, actor, asked, 'void', entry)
  const at = actor.now.toISOString()
  const words = reason.replace(/\s+/gu, ' ').trim()
  await withRole(tx, 'owner', () =>
    tx.execute(sql`delete from inspection_draw_seed where draw_id = ${row.id}`),
  )
  await tx.execute(sql`update inspection_draw set state = 'void', void_reason = ${words}, voided_at = ${at},
    updated_at = ${at}, version = version + 1 where id = ${row.id}`)
  await noteDrawStep(tx, row.id, 'void', actor)
  entry.before = { state: row.state }
  entry.after = { reason: words }
}
