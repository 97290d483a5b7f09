import { basename, join } from 'node:path'
import { type Archive, getDocumentSummary, importFile, openArchive } from '@jianbao/archive/server'
import { Problem } from '@jianbao/errors'
import { systemClock } from '@jianbao/platform/clock'
import { FolderInUse } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import { readArguments, readNamedFile, refusalOf } from './cli-arguments.ts'
import { type Config, readConfig } from './config.ts'
import { openInstallation } from './open-installation.ts'

type Outcome = { readonly line: string; readonly refused: boolean }

/** Imports files one by one: what is good goes in, what is bad is named, and the exit code says whether any was. */
export async function runImport(args: string[]): Promise<void> {
  const { files } = readArguments(args, {}, { least: 1, most: 100_000 })
  const config = readConfig()
  const installation = await openInstallation(config, error => console.error(error)).catch(explainOpening)
  const archive = await openRoom(config, installation.connection)
  const outcomes: Outcome[] = []
  try {
    await archive.start()
    for (const [index, path] of files.entries()) {
      showProgress(index, files.length, path)
      outcomes.push(await importOne(archive, path))
    }
    showProgress(files.length, files.length, '')
  } finally {
    await archive.close()
    await installation.connection.close()
  }
  for (const { line, refused } of outcomes) process[refused ? 'stderr' : 'stdout'].write(`${line}\n`)
  if (outcomes.some(outcome => outcome.refused)) process.exitCode = 2
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

async function importOne(archive: Archive, path: string): Promise<Outcome> {
  try {
    const source = { bytes: await readNamedFile(path), fileName: basename(path) }
    const { document, known } = await importFile(archive, source, 'command-line')
    await archive.queue.idle()
    const read = await getDocumentSummary(archive.db, document.id, 'zh')
    if (read.problem) return { line: `jianbao: ${read.problem.message}`, refused: true }
    const number = read.issueNo === null ? '' : `第 ${read.issueNo} 期`
    const several = read.issueIds.length > 1 ? `等 ${read.issueIds.length} 份简报` : ''
    const issue = [read.series ?? '（无刊名）', number, several].filter(Boolean).join(' ')
    const counts = `${read.articles} 篇，${read.events} 条活动，${read.warnings} 处存疑`
    return {
      line: `${basename(path)}  ${known ? '已在库中' : '已入库'}  ${issue}  ${counts}`,
      refused: false,
    }
  } catch (error) {
    const problem = error instanceof Problem ? error : refusalOf(error, path)
    return { line: `jianbao: ${problem.text('zh')}`, refused: true }
  }
}

/** A bar on the terminal only: output that goes to a file stays clean. */
function showProgress(done: number, total: number, path: string): void {
  if (!process.stderr.isTTY) return
  const filled = Math.round((done / total) * 24)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`
  process.stderr.write(`\r\u001b[K${bar} ${done}/${total} ${basename(path)}${done === total ? '\n' : ''}`)
}

function explainOpening(error: unknown): never {
  if (!(error instanceof FolderInUse)) throw error
  throw new Problem(
    'bad-request',
    { reason: `数据目录正被运行中的简报台使用（进程 ${error.pid}）。请先停止它，或在网页上入库。` },
    { cause: error },
  )
}
