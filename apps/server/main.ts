/** The process: open, migrate, load, listen, and stop cleanly. */
import {
  demonstrationAccount,
  ensureAdministrator,
  ensureDemonstrationAccount,
} from '@jianbao/platform/access'
import { systemClock } from '@jianbao/platform/clock'
import { FolderInUse, MigrationError } from '@jianbao/platform/db'
import pino from 'pino'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { listen } from './listen.ts'
import { loadDemonstration } from './load-demonstration.ts'
import { openInstallation } from './open-installation.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const config = readConfig()
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  say(`简报台 ${config.version}`)
  say(`  打开数据库  ${config.databaseUrl ? 'PostgreSQL' : config.dataFolder}`)
  const installation = await openInstallation(config, error =>
    logger.error({ err: error }, 'database connection lost'),
  )
  const { connection } = installation
  if (installation.applied.length) say(`  建立数据表  ${installation.applied.length} 项`)
  const app = await buildApp({ config, clock: systemClock, logger, ...installation })
  let stopping: Promise<void> | null = null
  const stop = (): void => {
    stopping ??= (async () => {
      say('正在停止：收尾后退出……')
      await app.close()
      await connection.close()
      say('已停止。')
    })()
    stopping.then(
      () => process.exit(0),
      error => fail(error),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  const signIn = await prepareAccounts(config, connection.db, app)
  await app.archive.start()
  if (config.profile === 'demonstration') await loadDemonstration(app.archive, say)
  const port = await listen(app.http, config.host, config.port)
  const address =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
  if (port !== config.port && config.port !== 0) say(`  端口 ${config.port} 已被占用，改用 ${port}`)
  say('')
  say(`  公众网站  ${address}/`)
  say(`  工作台    ${address}/desk/`)
  for (const line of signIn) say(line)
  say('  按 Ctrl+C 停止')
}

async function prepareAccounts(
  config: Config,
  db: Parameters<typeof ensureAdministrator>[0],
  { signIn }: { signIn: Parameters<typeof ensureAdministrator>[1] },
): Promise<string[]> {
  if (config.profile === 'demonstration') {
    await ensureDemonstrationAccount(db, signIn)
    const { username, password } = demonstrationAccount
    return [`  演示登录  用户名 ${username}  密码 ${password}（人人可知，请勿存放真实资料）`]
  }
  const first = await ensureAdministrator(db, signIn)
  if (!first) return []
  return [
    `  首次登录  用户名 ${first.username}  一次性密码 ${first.password}`,
    '            此密码只显示这一次，登录后须立即修改。',
  ]
}

function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return `设置有误：${error.message}`
  if (error instanceof FolderInUse)
    return `数据目录 ${error.folder} 正被另一个简报台使用（进程 ${error.pid}）。请先停止它。`
  if (error instanceof MigrationError) return `数据库不能升级：${error.message}`
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EROFS') return `没有权限：${(error as Error).message}`
  if (code === 'ENOSPC') return '磁盘已满，无法启动。请清理后再试。'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

main().catch(fail)
