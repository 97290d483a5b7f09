/** What the process does: open, migrate, load, listen, and stop cleanly. */
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, openTending, tendTables } from '@jianbao/platform/db'
import pino from 'pino'
import { type App, buildApp } from './app.ts'
import type { Config } from './config.ts'
import { ensureDemonstrationCases } from './demonstration-cases.ts'
import { ensureDemonstrationCirculars } from './demonstration-circulars.ts'
import { ensureDemonstrationContests } from './demonstration-contest.ts'
import { ensureDemonstrationEditions } from './demonstration-editions.ts'
import { ensureDemonstrationInspection } from './demonstration-inspection.ts'
import { ensureDemonstrationLedgers } from './demonstration-ledgers.ts'
import {
  demonstrationPassword,
  demonstrationPeople,
  ensureDemonstrationPeople,
} from './demonstration-people.ts'
import { ensureDemonstrationReports } from './demonstration-reports.ts'
import { ensureDemonstrationServices } from './demonstration-services.ts'
import { ensureDemonstrationStaff } from './demonstration-staff.ts'
import { fail } from './fail.ts'
import { ensureAdministrators } from './first-administrators.ts'
import { listen } from './listen.ts'
import { loadCampaign } from './load-campaign.ts'
import { loadDemonstration } from './load-demonstration.ts'
import { loadUnits } from './load-units.ts'
import { openInstallation } from './open-installation.ts'
import { openLogger } from './open-logger.ts'
import { settleProfile } from './settle-profile.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Runs the server until it is told to stop. Rejects when it cannot start. */
export async function runServer(wished: Config): Promise<void> {
  const logger = openLogger(wished.logLevel, pino.destination(2))
  say(`  打开数据库  ${wished.databaseUrl ? 'PostgreSQL' : wished.dataFolder}`)
  const installation = await openInstallation(wished, error =>
    logger.error({ err: error }, 'database connection lost'),
  )
  const { connection } = installation
  if (installation.applied.length) say(`  建立数据表  ${installation.applied.length} 项`)
  const { profile, notice } = await settleProfile(connection.db, wished.profile)
  if (notice) say(notice)
  const config: Config = { ...wished, profile }
  const app = await buildApp({ config, clock: systemClock, logger, ...installation })
  const tending = openTending(connection, error => logger.error({ err: error }, 'tables were not tended'))
  let stopping: Promise<void> | null = null
  const stop = (): void => {
    stopping ??= (async () => {
      say('正在停止：收尾后退出……')
      tending.close()
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

  try {
    await serve(config, connection, app, installation.secret)
  } catch (error) {
    // What was under way when the stop came finds its database closed; that is no failure.
    if (!stopping) throw error
  }
}

async function serve(config: Config, connection: Connection, app: App, secret: string): Promise<void> {
  const shown = await prepareAccounts(config, connection, app)
  await app.archive.start()
  await app.imports.start()
  await app.scoring.start()
  await app.ledger.start()
  await app.mailer.start()
  await app.reminders.start()
  await app.needLetters.start()
  await app.commissions.start()
  await app.issuing.start()
  await app.distribution.start()
  await app.missives.start()
  await app.contest.start()
  if (config.profile === 'demonstration') {
    await loadDemonstration(app.archive, say)
    const cases = await ensureDemonstrationCases(app.archive)
    if (cases) say(`  载入案例    ${cases} 个`)
    const editions = await ensureDemonstrationEditions({ db: connection.db, clock: systemClock })
    if (editions) say(`  载入在编简报  ${editions} 期`)
    const services = await ensureDemonstrationServices({ db: connection.db, clock: systemClock })
    if (services) say(`  载入办实事  ${services} 件`)
    const tours = await ensureDemonstrationInspection({ db: connection.db, clock: systemClock })
    if (tours) say(`  载入督导    ${tours} 次`)
    await app.issuing.settle()
    await app.ledger.keeping.settle()
    const items = await ensureDemonstrationLedgers({ db: connection.db, clock: systemClock })
    if (items) say(`  载入整改台账  ${items} 项`)
    const circulars = await ensureDemonstrationCirculars({ db: connection.db, clock: systemClock })
    if (circulars) say(`  载入督办公文  ${circulars} 份`)
    await app.missives.settle()
    const contests = await ensureDemonstrationContests({
      db: connection.db,
      clock: systemClock,
      sealer: app.sealer,
      secret,
    })
    if (contests) say(`  载入竞赛    ${contests} 项`)
  }
  await tendTables(connection)
  const port = await listen(app.http, config.host, config.port)
  const address =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
  if (port !== config.port && config.port !== 0) say(`  端口 ${config.port} 已被占用，改用 ${port}`)
  say('')
  say(`  公众网站  ${address}/`)
  say(`  工作台    ${address}/desk/`)
  for (const line of shown) say(line)
  say('  按 Ctrl+C 停止')
  // Ready for visitors already; the first person to sign in need not wait for it either.
  await app.signIn.load()
}

async function prepareAccounts(
  config: Config,
  { db }: Pick<Connection, 'db'>,
  { signIn, sealer }: Pick<App, 'signIn' | 'sealer'>,
): Promise<string[]> {
  const services = { db, signIn, clock: systemClock }
  const units = await loadUnits(services, config.profile)
  if (units) say(`  建立组织    ${units} 个单位`)
  if (config.profile === 'demonstration') {
    await ensureDemonstrationPeople(services)
    await ensureDemonstrationStaff({ ...services, sealer }, demonstrationPassword)
    const tasks = await loadCampaign(services)
    if (tasks) say(`  载入方案    ${tasks} 项任务`)
    const reports = await ensureDemonstrationReports(services)
    if (reports) say(`  载入稿件    ${reports} 篇`)
    const names = demonstrationPeople.map(person => person.username).join('、')
    return [
      `  演示登录  用户名 ${names}`,
      `            密码均为 ${demonstrationPassword}（人人可知，请勿存放真实资料）`,
    ]
  }
  // At once: were the start to fail later, nobody would ever see them again.
  const made = await ensureAdministrators(services)
  for (const { username, name, password } of made)
    say(`  首次登录  ${name}  用户名 ${username}  一次性密码 ${password}`)
  if (made.length) say('            以上密码只显示这一次，登录后须立即修改。')
  return []
}
