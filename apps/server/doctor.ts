import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { FolderInUse, openDatabase, RolesLacking, requireRoles } from '@jianbao/platform/db'
import { findFaces, roleNames } from '@jianbao/typesetting'
import { readArguments } from './cli-arguments.ts'
import { type Config, readConfig, rootFolder } from './config.ts'
import { howToGrant } from './fail.ts'

/** One thing looked at: how it stands and, when it does not stand well, how to mend it. */
export type Finding = {
  readonly what: string
  readonly state: 'good' | 'fair' | 'bad'
  readonly found: string
  readonly mend?: string
}

const signs = { good: '✓', fair: '△', bad: '✗' }

/** `jianbao doctor`: exit 0 when the program can run, 2 when something must be mended first. */
export async function runDoctor(args: string[]): Promise<void> {
  readArguments(args, {}, { least: 0, most: 0 })
  const findings = await examine(readConfig())
  for (const { what, state, found, mend } of findings) {
    console.log(`${signs[state]} ${what}：${found}`)
    if (mend) console.log(`  → ${mend}`)
  }
  if (findings.some(finding => finding.state === 'bad')) process.exitCode = 2
}

export async function examine(config: Config): Promise<Finding[]> {
  return [
    examineNode(),
    await examineFolder(config),
    await examineDatabase(config),
    ...examineFaces(config),
    await examineEngine(),
    await examineDesk(),
    await examinePort(config),
    await examineMail(config),
  ]
}

function examineNode(): Finding {
  const what = 'Node'
  if (Number(process.versions.node.split('.')[0]) >= 24)
    return { what, state: 'good', found: process.version }
  return { what, state: 'bad', found: process.version, mend: '运行 npm install，项目自带 Node 24' }
}

async function examineFolder({ dataFolder }: Config): Promise<Finding> {
  const what = '数据目录'
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await access(dataFolder, constants.R_OK | constants.W_OK)
  } catch {
    return {
      what,
      state: 'bad',
      found: `${dataFolder} 不可写`,
      mend: '修改目录权限，或用 DATA_FOLDER 指定别处',
    }
  }
  const disk = await statfs(dataFolder)
  const freeGiB = (disk.bavail * disk.bsize) / 2 ** 30
  const found = `${dataFolder}，剩余 ${freeGiB.toFixed(1)} GB`
  if (freeGiB >= 2) return { what, state: 'good', found }
  return { what, state: freeGiB > 0.2 ? 'fair' : 'bad', found, mend: '请腾出磁盘空间，至少留 2 GB' }
}

async function examineDatabase(config: Config): Promise<Finding> {
  const what = '数据库'
  try {
    const connection = await openDatabase({ url: config.databaseUrl ?? undefined, folder: config.dataFolder })
    await requireRoles(connection.db).finally(() => connection.close())
    return { what, state: 'good', found: config.databaseUrl ? 'PostgreSQL 可以连接' : '内置 PGlite 可以打开' }
  } catch (error) {
    if (error instanceof FolderInUse) {
      return {
        what,
        state: 'fair',
        found: `简报台正在使用（进程 ${error.pid}）`,
        mend: '属正常；停止后可再检查',
      }
    }
    if (error instanceof RolesLacking)
      return { what, state: 'bad', found: '数据库用户权限不足', mend: howToGrant(error) }
    const reason = error instanceof Error ? error.message : String(error)
    const mend = config.databaseUrl
      ? '检查 DATABASE_URL 与数据库服务'
      : '用备份恢复数据目录，或用 DATA_FOLDER 指定新目录'
    return { what, state: 'bad', found: reason, mend }
  }
}

function examineFaces({ dataFolder }: Config): Finding[] {
  const folder = join(dataFolder, 'fonts')
  return Object.values(findFaces({ folders: [folder] }).faces).map((face, index): Finding => {
    const what = `字体 ${face?.roleName ?? Object.values(roleNames)[index]}`
    if (!face)
      return { what, state: 'bad', found: '没有找到', mend: `运行 npm install，或把字体文件放入 ${folder}` }
    const found = `${face.family}（${{ folder: '本机字体目录', system: '系统', npm: '随程序安装' }[face.source]}）`
    if (!face.standIn) return { what, state: 'good', found }
    return { what, state: 'fair', found: `${found}，代用`, mend: `有正式字体时放入 ${folder} 即可` }
  })
}

async function examineEngine(): Promise<Finding> {
  const what = '排版引擎'
  const { openTypesetter } = await import('@jianbao/typesetting')
  const typesetter = openTypesetter()
  try {
    const { pages } = await typesetter.typesetPdf({
      schema: 'jianbao-bulletin/1',
      series: '试排',
      issueNo: 1,
      publisher: null,
      date: null,
      columns: [],
      distribution: [],
    })
    return { what, state: 'good', found: `试排 ${pages} 页成功` }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return {
      what,
      state: 'bad',
      found,
      mend: 'PDF 需要 Linux x64；DOCX、HTML、文本不受影响。可运行 npm install 重装',
    }
  } finally {
    await typesetter.close()
  }
}

async function examineDesk(): Promise<Finding> {
  const what = '工作台页面'
  const built = await access(join(rootFolder, 'apps/desk/dist/index.html')).then(
    () => true,
    () => false,
  )
  return built
    ? { what, state: 'good', found: '已构建' }
    : { what, state: 'fair', found: '尚未构建', mend: '运行 npm start 时自动构建' }
}

async function examinePort({ host, port }: Config): Promise<Finding> {
  const what = '端口'
  const free = await new Promise<boolean>(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
  if (free) return { what, state: 'good', found: `${host}:${port} 空闲` }
  return {
    what,
    state: 'fair',
    found: `${host}:${port} 已被占用`,
    mend: '启动时会自动改用下一个端口，也可用 PORT 指定',
  }
}

const mailFaults: Readonly<Record<string, string>> = {
  'tls-refused':
    '服务器没有加密连接，或证书不可信。单位自签的证书用 NODE_EXTRA_CA_CERTS 指定；内网服务器可在 SMTP_URL 后加 ?starttls=off',
  'sign-in-refused': '用户名或密码不被接受，请检查 SMTP_URL',
}

/** Says where mail goes, never who signs in there or with what. */
async function examineMail({ mail }: Config): Promise<Finding> {
  const what = '邮件'
  if (!mail) return { what, state: 'good', found: '未设置，不发邮件' }
  const { openTransport } = await import('@jianbao/platform/mail')
  const problem = await openTransport(mail, 10_000).verify()
  const server = `${mail.host}:${mail.port}`
  if (problem === null) return { what, state: 'good', found: `${server} 可以使用` }
  return {
    what,
    state: 'fair',
    found: `${server} 不能使用`,
    mend: mailFaults[problem] ?? '检查 SMTP_URL 与邮件服务器；在此期间提醒只在系统内显示',
  }
}
