import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Archive, getDocumentSummary, importFile } from '@jianbao/archive/server'
import { publishIssue } from '@jianbao/bulletin/server'
import { act } from '@jianbao/platform/audit'
import { rowsOf, sql } from '@jianbao/platform/db'
import { rootFolder } from './config.ts'

const folder = join(rootFolder, 'demo/archive')

/**
 * Imports the invented bulletins and puts them on the public site, once: where that was done before, also when somebody
 * removed them since, nothing happens. `say` hears each step; returns how many were loaded.
 */
export async function loadDemonstration(archive: Archive, say: (line: string) => void): Promise<number> {
  const { db, clock } = archive
  const done = await rowsOf(db, sql`select 1 from audit_entry where action = 'demonstration.load' limit 1`)
  if (done.length) return 0
  const names = (await readdir(folder)).filter(name => name.endsWith('.txt')).sort()
  for (const [index, name] of names.entries()) {
    say(`  载入演示简报 ${index + 1}/${names.length}  ${name}`)
    const { document } = await importFile(archive, { path: join(folder, name) }, 'demonstration')
    await archive.queue.idle()
    const { issueIds } = await getDocumentSummary(db, document.id, 'zh')
    const deed = { actor: { kind: 'system', id: 'demonstration' } as const, action: 'issue.publish' }
    for (const id of issueIds)
      await act(db, clock, { ...deed, object: id }, tx => publishIssue(tx, clock, id))
  }
  const deed = {
    actor: { kind: 'system', id: 'demonstration' } as const,
    action: 'demonstration.load',
    object: null,
  }
  await act(db, clock, deed, async () => undefined)
  return names.length
}
