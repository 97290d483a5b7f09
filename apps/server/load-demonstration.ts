import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Archive, acceptDocument, getDocumentSummary, importFile } from '@jianbao/archive/server'
import { aboutIssue, publishIssue } from '@jianbao/bulletin/server'
import { wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { rowsOf, sql } from '@jianbao/platform/db'
import { rootFolder } from './config.ts'

const folder = join(rootFolder, 'demo/archive')

/**
 * Imports the invented bulletins, accepts them as they were read and puts them on the public site, once: where that was done before, also when somebody
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
    await publish(archive, document.id)
  }
  await act(db, clock, deed('demonstration.load', null), async () => undefined)
  return names.length
}

async function publish({ db, clock }: Archive, documentId: string): Promise<void> {
  const { state, fileName } = await getDocumentSummary(db, wholeScope, documentId, 'zh')
  const reviewer = { person: { id: 'demonstration', name: '演示' }, page: undefined, now: clock.now() }
  // A start that was broken off may have accepted it already.
  if (state === 'read')
    await act(db, clock, deed('document.accept', documentId), (tx, entry) => {
      entry.words = fileName
      return acceptDocument(tx, wholeScope, documentId, reviewer)
    })
  const { issueIds } = await getDocumentSummary(db, wholeScope, documentId, 'zh')
  for (const id of issueIds)
    await act(db, clock, deed('issue.publish', id), async (tx, entry) => {
      Object.assign(entry, aboutIssue(await publishIssue(tx, wholeScope, clock, id)))
    })
}

const deed = (action: string, object: string | null) => ({
  actor: { kind: 'system', id: 'demonstration' } as const,
  action,
  object,
})
