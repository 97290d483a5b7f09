/**
 * A process that signs an edition (`prepare`), or one that makes an issue of it and stops at a step, to be killed there.
 * Typesetting is one that says where it is; what it sets matters nothing here.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, migrate, openDatabase, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { allMigrations } from '@jianbao/server/installation'
import { docOf } from '../../contract/index.ts'
import { openSeries } from '../edition.fixture.ts'
import type { FormSetting } from './make-forms.ts'
import { type Issuing, openIssuing } from './open-issuing.ts'
import { signEdition } from './sign-edition.ts'

export const stops = ['pdf', 'docx', 'html', 'txt', 'recorded'] as const
export type Stop = (typeof stops)[number]

/** The real way from signature to issue; `reach` is told of every step and may keep it there. */
export async function issuingOn(
  connection: Connection,
  folder: string,
  reach: (stop: Stop) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<Issuing> {
  const typesetting: FormSetting = {
    pdf: async ({ seal }) => {
      await reach('pdf')
      return Buffer.from(`pdf ${seal?.chainHead}`)
    },
    docx: async () => {
      await reach('docx')
      return Buffer.from('docx')
    },
    html: async () => {
      await reach('html')
      return 'html'
    },
    text: async () => {
      await reach('txt')
      return 'txt'
    },
  }
  return openIssuing({
    connection,
    clock: systemClock,
    typesetting,
    store: await openFileStore(join(folder, 'issues')),
    readPicture: async () => Buffer.from(''),
    onIssued: () => reach('recorded'),
    onError,
  })
}

/** Signs a fresh edition of a series past its chain, as the route does. */
export async function signFresh(connection: Connection, seriesId: string): Promise<string> {
  const { db } = connection
  const [id, item, now] = [randomUUID(), randomUUID(), new Date()]
  const doc = JSON.stringify(docOf('云岭市科协开展读书活动。'))
  await db.execute(sql`insert into edition (id, series_id, unit_id, scope_path, created_by, created_name, edited_name,
      created_at, updated_at) values (${id}, ${seriesId}, ${rootUnitId}, '', 'x', '甲', '甲', now(), now())`)
  await db.execute(sql`insert into edition_item (id, edition_id, column_key, position, kind, headline, doc, edited_by,
      edited_name, edited_at) values (${item}, ${id}, 'news', 0, 'article', '读书活动', ${doc}::jsonb, 'x', '甲', now())`)
  const posts = [{ role: 'signatory' as const, unitId: rootUnitId, unitName: '本会', path: '' }]
  const viewer = { scope: wholeScope, person: { id: 'x', name: '甲', posts } } as unknown as Parameters<
    typeof signEdition
  >[1]
  const asked = { id, wish: { version: 0, reason: '紧急' }, now, today: '2026-06-01' }
  const actor = { kind: 'system', id: 'test' } as const
  await act(db, systemClock, { actor, action: 'edition.force', object: id }, (tx, entry) =>
    signEdition(tx, viewer, 'force', asked, entry),
  )
  return id
}

const [folder, stop] = process.argv.slice(2)
if (import.meta.main && folder) {
  const connection = await openDatabase({ folder })
  if (stop === 'prepare') {
    await migrate(connection, await allMigrations())
    const seriesId = await openSeries({ connection }, { unitId: rootUnitId })
    console.log(`${seriesId} ${await signFresh(connection, seriesId)}`)
    await connection.close()
  } else {
    const hold = async (here: Stop): Promise<void> => {
      if (here !== stop) return
      console.log(`at ${here}`)
      await wait(600_000)
    }
    await (await issuingOn(connection, folder, hold, error => console.error(error))).start()
  }
}
