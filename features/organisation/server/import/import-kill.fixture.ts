/** A process that writes an import, to be killed; run again with `resume` it goes on with what it finds. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '@jianbao/platform/clock'
import { migrate, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { openSealer } from '@jianbao/platform/seal'
import { allMigrations } from '@jianbao/server/installation'
import ExcelJs from 'exceljs'
import { enrolPerson } from '../people/enrol-person.ts'
import { rootUnitId } from '../root-unit.ts'
import { insertImport, selectAtWork } from './import.store.ts'
import { openImports } from './open-imports.ts'

const [mode, folder = '', count = '0', url] = process.argv.slice(2)
const connection = await openDatabase({ folder, ...(url ? { url } : {}) })
const { db } = connection
const files = await openFileStore(join(folder, 'files'))
const sealer = await openSealer(folder)
const onError = (error: unknown): void => console.error(error)
const imports = openImports({ connection, clock: systemClock, files, sealer, onError })

if (mode === 'write') {
  await migrate(connection, await allMigrations())
  const posts = [{ role: 'system-administrator' as const }]
  const password = 'a-password-for-tests'
  const personId = await enrolPerson(
    { db, clock: systemClock },
    { username: 'u', name: '甲', password, posts },
  )
  const id = randomUUID()
  const bytes = await sheetOf(Number(count))
  const sealed = await files.receive(Buffer.from(sealer.seal(bytes.toString('base64'), id)), {
    limitBytes: 1e9,
  })
  await sealed.keep()
  const row = { id, unitId: rootUnitId, kind: 'units', personId, fileName: '单位.xlsx' } as const
  await insertImport(db, { ...row, sizeBytes: bytes.length, sealedSha256: sealed.sha256 }, systemClock.now())
  await db.execute(sql`update organisation_import set state = 'confirmed'`)
}
await imports.start()
console.log('started')
// On a server the job of a silent process is given back by the next round of supervision.
while ((await db.transaction(selectAtWork)).length) await wait(100)
const ended = await rowsOf(
  db,
  sql`select state, new_rows as new, problem_code as problem,
  (select count(*)::int from unit where code like 'K%') as units,
  (select count(*)::int from unit u join unit p on p.id = u.parent_id where u.path <> p.path || u.seq || '/') as wrong,
  (select count(*)::int from audit_entry where action = 'unit.import') as entries from organisation_import`,
)
console.log(JSON.stringify(ended[0]))
await imports.close()
await connection.close()

async function sheetOf(units: number): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet('单位')
  sheet.addRow(['编码', '全称', '类别', '上级编码'])
  for (let at = units; at > 0; at--)
    sheet.addRow([`K${at}`, `第${at}学会`, '学会', at === 1 ? 'ROOT' : `K${Math.ceil(at / 20)}`])
  return Buffer.from(await book.xlsx.writeBuffer())
}
