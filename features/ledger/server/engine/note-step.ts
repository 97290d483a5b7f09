import { type Database, sql } from '@jianbao/platform/db'
import type { ItemState } from '../../contract/index.ts'

/** Who does something to an item; the program has no id. */
export type ItemActor = { readonly id: string; readonly name: string }
export const program: ItemActor = { id: '', name: '' }

/** One line of the story of each item: what was done, by whom, with which words. */
export async function noteSteps(
  tx: Database,
  items: readonly string[],
  step: {
    readonly action: string
    readonly state: ItemState
    readonly by: ItemActor
    readonly now: Date
    readonly words?: string | null | undefined
    readonly details?: object | null | undefined
  },
): Promise<void> {
  if (!items.length) return
  const { action, state, by, now, words = null, details = null } = step
  await tx.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name, words, details)
    select id::uuid, ${now.toISOString()}, ${action}, ${state}, ${by.id}, ${by.name}, ${words},
      ${details === null ? null : JSON.stringify(details)}::jsonb
    from json_array_elements_text(${JSON.stringify(items)}::json) as id`)
}

/** What another room did about an item, such as sending a notice: it stands in the story, nothing moves. */
export async function noteOnItem(
  tx: Database,
  itemId: string,
  note: {
    readonly action: string
    readonly by: ItemActor
    readonly now: Date
    readonly words?: string | null
    readonly details?: object
  },
): Promise<void> {
  await tx.execute(sql`insert into ledger_step (item_id, at, action, state, by_id, by_name, words, details)
    select i.id, ${note.now.toISOString()}, ${note.action}, i.state, ${note.by.id}, ${note.by.name},
      ${note.words ?? null}, ${note.details ? JSON.stringify(note.details) : null}::jsonb
    from ledger_item i where i.id = ${itemId}`)
}
