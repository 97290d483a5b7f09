import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import type { DrawStepRecord } from '../../contract/draw.ts'
import type { DrawActor } from './draw.services.ts'

/** One line of the history of a draw. */
export async function noteDrawStep(
  tx: Database,
  drawId: string,
  action: DrawStepRecord['action'],
  { person, now }: DrawActor,
): Promise<void> {
  await tx.execute(sql`insert into inspection_draw_step (id, draw_id, at, action, by_id, by_name)
    values (${randomUUID()}, ${drawId}, ${now.toISOString()}, ${action}, ${person.id}, ${person.name})`)
}
