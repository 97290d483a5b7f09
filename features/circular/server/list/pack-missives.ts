/** Many PDF files in one ZIP. They are packed as they are: a PDF is compressed in itself. */
import { Readable } from 'node:stream'
import { readForm } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import { Zip, ZipPassThrough } from 'fflate'
import { missiveNumber } from '../compose/compose-missive.ts'
import type { MissiveServices } from '../missive.services.ts'
import type { filesToPack } from './list-missives.ts'

type Packed = Awaited<ReturnType<typeof filesToPack>>
const mostPacked = 1000

/** Throws `missive-no-files`, `missive-too-many`. */
export function refuseToPack(count: number): void {
  if (count === 0) throw new Problem('missive-no-files')
  if (count > mostPacked) throw new Problem('missive-too-many', { limit: mostPacked })
}

/** One file is read at a time, however many there are. */
export function packMissives(store: MissiveServices['store'], rows: Packed): Readable {
  return Readable.from(pack(store, rows))
}

async function* pack(store: MissiveServices['store'], rows: Packed): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  const used = new Set<string>()
  for (const row of rows) {
    const entry = new ZipPassThrough(nameOf(row, used))
    zip.add(entry)
    entry.push(await readForm(store, row.pdf), true)
    yield* parts
    parts = []
  }
  zip.end()
  yield* parts
}

/** 云科协督〔2021〕3号 溪口县科协.pdf, without what a file system takes for something else. */
function nameOf({ numberWord, year, no, addresseeName }: Packed[number], used: Set<string>): string {
  const whole = `${missiveNumber(numberWord, year ?? 0, no)} ${addresseeName}`
  const clean = whole
    .replace(/[\\/:*?"<>|\u0000-\u001f]/gu, '')
    .trim()
    .slice(0, 100)
  let name = clean
  for (let at = 2; used.has(name); at++) name = `${clean}（${at}）`
  used.add(name)
  return `${name}.pdf`
}
