import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Archive,
  getBatch,
  importBatch,
  importFile,
  listDocuments,
  openArchive,
  summariseDocuments,
} from '@jianbao/archive/server'
import { Problem } from '@jianbao/errors'
import { wholeScope } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { FolderInUse } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { readArguments, refusalOf } from './cli-arguments.ts'
import { isZipName, listNamed, type Named } from './cli-import-files.ts'
import { batchLines, documentLine, type Line } from './cli-import-lines.ts'
import { type Config, readConfig } from './config.ts'
import { openInstallation } from './open-installation.ts'

/** What was taken in of one named file, until it is read. */
type Sent =
  | { readonly name: string; readonly document: string; readonly known: boolean }
  | { readonly batch: string }
  | { readonly line: Line }

/** Imports files, folders and ZIPs: what is good goes in, what is bad is named, the exit code says whether any was. */
export async function runImport(args: string[]): Promise<void> {
  const { files } = readArguments(args, {}, { least: 1, most: 100_000 })
  const config = readConfig()
  const installation = await openInstallation(config, error => console.error(error)).catch(explainOpening)
  const archive = await openRoom(config, installation.connection)
  const lines: Line[] = []
  try {
    await archive.start()
    const named = await listNamed(files)
    if (!named.length) throw new Problem('bad-request', { reason: '文件夹里没有文件。' })
    const sent: Sent[] = []
    for (const [at, file] of named.entries()) {
      showProgress('送入', at, named.length, basename(file.path))
      sent.push(await send(archive, file))
    }
    await waitUntilRead(archive, sent)
    lines.push(...(await tell(archive, sent)))
  } finally {
    await archive.close()
    await installation.connection.close()
  }
  for (const { text, refused } of lines) process[refused ? 'stderr' : 'stdout'].write(`${text}\n`)
  if (lines.some(line => line.refused)) process.exitCode = 2
}

async function openRoom(
  config: Config,
  connection: Parameters<typeof openArchive>[0]['connection'],
): Promise<Archive> {
  return openArchive({
    connection,
    clock: systemClock,
    files: await openFileStore(join(config.dataFolder, 'files')),
    limits: config.limits,
    readThreads: config.readThreads,
    onError: error => console.error(error),
  })
}

async function send(archive: Archive, file: Named): Promise<Sent> {
  try {
    if ('problem' in file) throw file.problem
    if (isZipName(file.path))
      return { batch: (await importBatch(archive, { path: file.path }, 'command-line')).id }
    const { document, known } = await importFile(archive, { path: file.path }, 'command-line')
    return { name: basename(file.path), document: document.id, known }
  } catch (error) {
    const problem = error instanceof Problem ? error : refusalOf(error, file.path)
    return { line: { text: `jianbao: ${problem.text('zh')}`, refused: true } }
  }
}

/** The rows are looked at: on a database server another process may do the reading. */
async function waitUntilRead({ db }: Archive, sent: readonly Sent[]): Promise<void> {
  const documents = sent.flatMap(one => ('document' in one ? [one.document] : []))
  const batches = sent.flatMap(one => ('batch' in one ? [one.batch] : []))
  for (;;) {
    const states = await summarise(db, documents)
    let total = states.length
    let read = states.filter(({ state }) => state !== 'waiting' && state !== 'reading').length
    let unpacked = true
    for (const id of batches) {
      const { state, documents: counts } = await getBatch(db, wholeScope, id, 'zh')
      const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
      total += all
      read += all - counts.waiting - counts.reading
      unpacked &&= state === 'unpacked' || state === 'failed'
    }
    showProgress('读取', read, total, '')
    if (read === total && unpacked) break
    await wait(200)
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
}

async function tell({ db }: Archive, sent: readonly Sent[]): Promise<Line[]> {
  const documents = sent.flatMap(one => ('document' in one ? [one.document] : []))
  const found = new Map((await summarise(db, documents)).map(document => [document.id, document]))
  const lines: Line[] = []
  for (const one of sent) {
    if ('line' in one) lines.push(one.line)
    else if ('document' in one) lines.push(documentLine(one.name, found.get(one.document)!, one.known))
    else {
      const query = { batch: one.batch, state: 'failed', pageSize: 100 } as const
      const failed = await listDocuments(db, wholeScope, query, 'zh')
      lines.push(...batchLines(await getBatch(db, wholeScope, one.batch, 'zh'), failed.rows))
    }
  }
  return lines
}

const atOnce = 500
async function summarise(db: Archive['db'], ids: readonly string[]) {
  const found = []
  for (let from = 0; from < ids.length; from += atOnce)
    found.push(...(await summariseDocuments(db, wholeScope, ids.slice(from, from + atOnce), 'zh')))
  return found
}

/** A bar on the terminal only: output that goes to a file stays clean. */
function showProgress(step: string, done: number, total: number, name: string): void {
  if (!process.stderr.isTTY) return
  const filled = total ? Math.round((done / total) * 24) : 0
  const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`
  process.stderr.write(`\r\u001b[K${step} ${bar} ${done}/${total} ${name}`)
}

function explainOpening(error: unknown): never {
  if (!(error instanceof FolderInUse)) throw error
  throw new Problem(
    'bad-request',
    { reason: `数据目录正被运行中的简报台使用（进程 ${error.pid}）。请先停止它，或在网页上入库。` },
    { cause: error },
  )
}
