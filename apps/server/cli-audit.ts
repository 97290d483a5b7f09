import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@jianbao/errors'
import {
  anchorFile,
  type ChainFault,
  type ChainReport,
  readAnchors,
  verifyChain,
} from '@jianbao/platform/audit'
import { type Connection, type Database, FolderInUse, openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { readArguments, refusalOf, UsageError } from './cli-arguments.ts'
import { type Config, readConfig } from './config.ts'

/** `jianbao audit verify`: exit 0 when the trail is whole, 2 with one line naming the first entry that is not. */
export async function runAudit(args: string[]): Promise<void> {
  const { values, files } = readArguments(args, { anchors: { type: 'string' } }, { least: 0, most: 1 })
  if (files[0] !== 'verify') throw new UsageError('audit 之后要写 verify')
  const config = readConfig()
  const anchors = await findAnchors(config, values['anchors'] as string | undefined)
  const connection = await openThere(config)
  try {
    const { db } = connection
    const onProgress = process.stderr.isTTY ? showProgress : () => undefined
    const report = await verifyChain(db, {
      ...(anchors ? { anchors: readAnchors(anchors) } : {}),
      onProgress,
    })
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    if (!report.fault) return void console.log(tellWhole(report, anchors))
    process.stderr.write(
      `jianbao: ${tellFault(report.fault, report.checked, await nameEntry(db, report.fault))}\n`,
    )
    process.exitCode = 2
  } finally {
    await connection.close()
  }
}

/** The file that was named, which must be there, or that of the installation, which need not. */
async function findAnchors({ dataFolder }: Config, named: string | undefined): Promise<string | null> {
  const path = named ?? join(dataFolder, anchorFile)
  try {
    await access(path)
    return path
  } catch (error) {
    if (named !== undefined) throw refusalOf(error, path)
    return null
  }
}

/** Opens what is there and changes nothing: neither a folder nor a table is made for a look at them. */
async function openThere({ dataFolder, databaseUrl }: Config): Promise<Connection> {
  if (!databaseUrl)
    await access(join(dataFolder, 'pglite')).catch(() => refuse(`${dataFolder} 里没有简报台的数据库。`))
  const opening = openDatabase({ url: databaseUrl ?? undefined, folder: dataFolder })
  const connection = await opening.catch(error => {
    if (!(error instanceof FolderInUse)) throw error
    return refuse(
      `数据目录正被运行中的简报台使用（进程 ${error.pid}）。请先停止它，或在网页“审计记录”中核验。`,
    )
  })
  const [{ there } = { there: false }] = await rowsOf<{ there: boolean }>(
    connection.db,
    sql`select to_regclass('audit_head') is not null as there`,
  )
  if (there) return connection
  await connection.close()
  return refuse('这个数据库由旧版本写成，审计记录还没有成链。请先启动一次简报台。')
}

function refuse(reason: string): never {
  throw new Problem('bad-request', { reason })
}

function tellWhole({ checked, head, anchors }: ChainReport, path: string | null): string {
  if (!head.id) return '审计记录完整：还没有记录。'
  const kept = path ? `与 ${anchors} 个锚点全部相符` : '没有锚点文件可以对照'
  return `审计记录完整：共 ${checked} 条，最新一条哈希 ${head.hash}，${kept}。`
}

/** When, who and what, of an entry that is still there. */
async function nameEntry(db: Database, { id }: ChainFault): Promise<string> {
  const [entry] = await rowsOf<{ at: string; who: string; action: string }>(
    db,
    sql`select to_char(at, 'YYYY-MM-DD HH24:MI:SS OF') as at, coalesce(actor_name, actor_id) as who, action
      from audit_entry where id = ${id}`,
  )
  return entry ? `（${entry.at}，${entry.who}，${entry.action}）` : ''
}

function tellFault({ kind, id }: ChainFault, checked: number, entry: string): string {
  const before = checked ? `；此前 ${checked} 条完好` : ''
  switch (kind) {
    case 'changed':
      return `审计记录第 ${id} 号被改动、插入或调换过${entry}${before}。`
    case 'missing':
      return `审计记录第 ${id} 号被删除${before}。`
    case 'cut-off':
      return `审计记录从第 ${id} 号起被截断，其后的都不在了${before}。`
    case 'surplus':
      return `审计记录第 ${id} 号不在链上，是后来塞入的${entry}${before}。`
    case 'head':
      return `审计记录在第 ${id} 号处与链尾不符，末尾被换过${entry}。`
    case 'rewritten':
      return `审计记录第 ${id} 号与锚点不符，整条链被重新计算过${entry}。`
  }
}

function showProgress(checked: number, total: number): void {
  const filled = total ? Math.round((checked / total) * 24) : 24
  process.stderr.write(`\r\u001b[K核验 ${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${checked}/${total}`)
}
