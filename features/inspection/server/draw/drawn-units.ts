import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { DrawnUnits } from '../../contract/draw.ts'
import { getDrawRow } from './draw.store.ts'
import { listDrawnUnits } from './draw.view.ts'

/**
 * What was drawn, with the people who inspect it: what a tour is made of. `void`: it was declared void since.
 * Throws `not-found`, `draw-settled` while nothing is drawn.
 */
export async function getDrawnUnits(tx: Database, scope: Scope, id: string): Promise<DrawnUnits> {
  const row = await getDrawRow(tx, scope, id)
  if (!row.drawnAt) throw new Problem('draw-settled', { name: row.name })
  return { id, name: row.name, void: row.state === 'void', rows: await listDrawnUnits(tx, id) }
}
