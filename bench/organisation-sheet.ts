/** A sheet of units from the upload to the last row written, through the routes an administrator uses. */
import { type Connection, migrate } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { openTestApp, seedPersonas, uploadBody } from '@jianbao/testkit'
import type { Import } from '../features/organisation/contract/index.ts'
import { unitForm, unitKindWords } from '../features/organisation/server/sheet/unit.form.ts'
import { writeBook } from '../features/organisation/server/sheet/write-book.ts'
import { inventUnits } from './organisation-load.ts'
import { rounded } from './result.ts'

/** Seconds it takes to check and write so many units. On PGlite when no connection is given; it is closed here. */
export async function measureSheetImport(count: number, connection?: Connection): Promise<number> {
  if (connection) {
    await migrate(connection, await allMigrations())
    await seedPersonas(connection.db)
  }
  const app = await openTestApp(connection ? { connection } : {})
  try {
    const keeper = await app.as('system-administrator')
    const { payload, contentType } = await uploadBody([
      { field: 'file', fileName: '单位.xlsx', content: await sheetOf(count) },
    ])
    const started = performance.now()
    const sent = await keeper.upload(payload, contentType, '/api/imports?kind=units')
    await app.imports.queue.idle()
    const { id } = sent.json<Import>()
    const confirmed = await keeper.post(`/api/imports/${id}/confirm`)
    if (confirmed.statusCode !== 200) throw new Error(`the sheet was not taken: ${confirmed.body}`)
    await app.imports.queue.idle()
    const seconds = rounded((performance.now() - started) / 1000, 1)
    const end = (await keeper.get(`/api/imports/${id}`)).json<Import>()
    if (end.state !== 'done' || end.counts.new !== count)
      throw new Error(`${end.counts.new} of ${count} units were written: ${end.state}`)
    console.error(`import of ${count} units: ${seconds} s`)
    return seconds
  } finally {
    await app.close()
    await connection?.close()
  }
}

async function sheetOf(count: number): Promise<Buffer> {
  const units = inventUnits(count)
  const codes = new Map(units.map(unit => [unit.id, unit.code]))
  const rows = units.map(unit => ({
    code: unit.code,
    name: unit.name,
    kind: unitKindWords[unit.kind][0]!,
    parent: codes.get(unit.parentId) ?? 'ROOT',
    shortNames: unit.shortNames.join('、'),
  }))
  return writeBook(unitForm, rows)
}
