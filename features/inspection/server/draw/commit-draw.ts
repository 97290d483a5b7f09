import { commitDraw, makeSeed, printDraw } from '@jianbao/draw'
import type { EntryDraft } from '@jianbao/platform/audit'
import { type Database, sql, withRole } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { type Composed, codeOf, composeRegister } from './compose-register.ts'
import type { DrawActor } from './draw.services.ts'
import { getPlan } from './draw.store.ts'
import { noteDrawStep } from './note-draw-step.ts'
import { takeDraw } from './prepare-draw.ts'

/** 承诺: freezes the register as it stands now and makes the hashes public. Throws what `checkRegister` says. */
export async function publishCommitment(
  tx: Database,
  actor: DrawActor,
  sealer: Sealer,
  asked: { id: string; version: number },
  entry: EntryDraft,
): Promise<void> {
  const row = await takeDraw(tx, actor, asked, 'commit', entry)
  const plan = await getPlan(tx, actor.scope, row.id)
  const composed = await composeRegister(tx, actor.scope, { name: row.name, organiser: row.unitName, plan })
  const [first] = composed.problems
  if (first) throw first
  const seed = makeSeed()
  const committed = commitDraw(composed.register, seed)
  const { register, seed: seedHash } = committed.commit
  const at = actor.now.toISOString()
  // No right of requests reaches this table: not even the transaction that draws could be made to show it early.
  await withRole(tx, 'owner', () =>
    tx.execute(
      sql`insert into inspection_draw_seed (draw_id, sealed) values (${row.id}, ${sealer.seal(seed, row.id)})`,
    ),
  )
  await freeze(tx, row.id, composed, plan.inspectors)
  await tx.execute(sql`update inspection_draw set state = 'committed', objects = ${composed.register.objects.length},
      inspectors = ${plan.inspectors.length}, strata = ${JSON.stringify(composed.strata)}::jsonb,
      register_hash = ${register}, seed_hash = ${seedHash}, file = ${printDraw(committed)}, committed_at = ${at},
      updated_at = ${at}, version = version + 1 where id = ${row.id}`)
  await noteDrawStep(tx, row.id, 'commit', actor)
  entry.after = { register, seed: seedHash, objects: composed.register.objects.length }
}

async function freeze(
  tx: Database,
  drawId: string,
  { register, unitIds }: Composed,
  people: readonly { readonly personId: string | null }[],
): Promise<void> {
  const objects = register.objects.map(each => ({ ...each, unit: unitIds.get(each.code) }))
  await tx.execute(sql`insert into inspection_draw_object (draw_id, code, unit_id, name, stratum)
    select ${drawId}, o.code, o.unit, o.name, o.stratum
    from jsonb_to_recordset(${JSON.stringify(objects)}::jsonb) as o(code text, unit uuid, name text, stratum text)`)
  const inspectors = register.inspectors.map(({ name }, at) => ({
    code: codeOf(at),
    name,
    person: people[at]!.personId,
  }))
  await tx.execute(sql`insert into inspection_draw_inspector (draw_id, code, name, person_id)
    select ${drawId}, i.code, i.name, i.person
    from jsonb_to_recordset(${JSON.stringify(inspectors)}::jsonb) as i(code text, name text, person text)`)
}
