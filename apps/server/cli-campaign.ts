import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pack, type PackChange, packProblemLine } from '@jianbao/campaign/contract'
import {
  checkUnits,
  loadPack,
  openPackFolder,
  openPackZip,
  type PackLoad,
  readPack,
  writePack,
  zipPack,
} from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { type Database, FolderInUse } from '@jianbao/platform/db'
import { readArguments, readNamedFile, refusalOf, UsageError } from './cli-arguments.ts'
import { findUnit, getNamed, listCampaigns } from './cli-campaign-rows.ts'
import { readConfig } from './config.ts'
import { loadUnits } from './load-units.ts'
import { openInstallation } from './open-installation.ts'
import { settleProfile } from './settle-profile.ts'

type Values = Readonly<Record<string, string | boolean | undefined>>
const actor = { kind: 'system', id: 'command-line' } as const
const isZip = (path: string): boolean => /\.zip$/i.test(path)

/** `jianbao campaign load|save|list`: packs of campaigns, in and out. */
export async function runCampaign(args: string[]): Promise<void> {
  const options = { unit: { type: 'string' }, open: { type: 'boolean' } } as const
  const { values, files } = readArguments(args, options, { least: 0, most: 3 })
  const [verb, ...rest] = files
  const wanted = { load: 1, save: 2, list: 0 }[verb ?? '']
  if (wanted === undefined) throw new UsageError('campaign 之后要写 load、save 或 list')
  if (rest.length !== wanted)
    throw new UsageError(wanted ? '没有指明活动包，或者多写了' : 'list 之后不用写别的')
  if (verb === 'load') return load(rest[0]!, values)
  return inDatabase(db => (verb === 'save' ? save(db, rest[0]!, rest[1]!, values) : list(db)))
}

async function inDatabase(work: (db: Database) => Promise<void>): Promise<void> {
  const opening = openInstallation(readConfig(), error => console.error(error))
  const { connection } = await opening.catch(explainOpening)
  try {
    await work(connection.db)
  } finally {
    await connection.close()
  }
}

async function load(path: string, values: Values): Promise<void> {
  const reading = readPack(await openSource(path))
  if (!reading.pack) return refuseAll(reading.problems.map(problem => packProblemLine(problem, 'zh')))
  await inDatabase(async db => {
    // A new installation has its units first: a pack names them.
    const { profile } = await settleProfile(db, readConfig().profile)
    await loadUnits({ db, clock: systemClock }, profile)
    const unit = await findUnit(db, values['unit'] as string | undefined)
    const problems = await checkUnits(db, wholeScope, unit.id, reading)
    if (problems.length) return refuseAll(problems.map(problem => packProblemLine(problem, 'zh')))
    const deed = { actor, action: 'campaign.load', object: (loaded: PackLoad) => loaded.campaignId }
    const loaded = await act(db, systemClock, deed, async (tx, entry) => {
      const state = values['open'] === true ? 'open' : 'draft'
      const outcome = await loadPack(tx, wholeScope, {
        ...{ unitId: unit.id, pack: reading.pack, now: systemClock.now(), state },
      })
      entry.words = reading.pack.campaign.name
      entry.unitId = unit.id
      entry.after = { changes: outcome.changes.length }
      return outcome
    })
    tell(reading.pack, loaded, values['open'] === true)
  })
}

async function openSource(path: string) {
  try {
    if ((await stat(path)).isDirectory()) return await openPackFolder(path)
  } catch (error) {
    throw refusalOf(error, path)
  }
  return openPackZip(await readNamedFile(path), path)
}

const changeWords = { new: '新增', changed: '改动', dropped: '去掉' } as const
const partWords: Readonly<Record<PackChange['part'], string>> = {
  campaign: '基本情况',
  stage: '阶段',
  group: '单位组',
  task: '任务',
  type: '活动类型',
  measure: '指标',
  column: '栏目',
  commitment: '责任书',
  reminders: '提醒',
  scoring: '计分规则',
  ledger: '台账',
  units: '约束单位',
}

function tell({ campaign }: Pack, { fresh, changes }: PackLoad, open: boolean): void {
  if (!changes.length) console.log(`“${campaign.name}”与系统一致，没有改动。`)
  for (const { part, name, change, fields } of changes)
    console.log(
      `  ${changeWords[change]}  ${partWords[part]}  ${name}${fields.length ? `（${fields.join('、')}）` : ''}`,
    )
  const draft = fresh && !open ? '现在是草稿，请在网页“工作方案”中发布。' : ''
  if (changes.length)
    console.log(`“${campaign.name}”${fresh ? '已建立' : '已更新'}，共 ${changes.length} 处。${draft}`)
}

async function save(db: Database, key: string, target: string, values: Values): Promise<void> {
  const { id, name, pack } = await getNamed(db, key, values['unit'] as string | undefined)
  try {
    if (isZip(target)) await writeFile(target, zipPack(pack), { flag: 'wx' })
    else await writeFolder(target, pack)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Problem('file-unwritable', { file: target, reason: '已经有这个文件，没有覆盖。' })
    const { details } = refusalOf(error, target)
    throw new Problem('file-unwritable', { file: target, reason: details['reason'] ?? '' }, { cause: error })
  }
  await act(db, systemClock, { actor, action: 'campaign.save', object: id }, async (_tx, entry) => {
    entry.words = name
  })
  console.log(`“${name}”已存到 ${target}`)
}

async function writeFolder(folder: string, pack: Pack): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = writePack(pack)
  const there = (await readdir(folder)).find(name => /\.ya?ml$/.test(name))
  if (there) throw Object.assign(new Error(there), { code: 'EEXIST' })
  for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' })
}

const stateWords = { draft: '草稿', open: '进行中', closed: '已结束' } as const
async function list(db: Database): Promise<void> {
  const rows = await listCampaigns(db)
  if (!rows.length) console.log('还没有工作方案。用 jianbao campaign load 载入一个活动包。')
  for (const { key, name, unitName, fromDay, toDay, state, tasks } of rows)
    console.log(
      [key, name, unitName, `${fromDay} 至 ${toDay}`, stateWords[state], `${tasks} 项任务`].join('  '),
    )
}

/** One clear line for each, and the exit code of bad input. */
function refuseAll(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`jianbao: ${line}\n`)
  process.stderr.write('jianbao: 活动包有误，什么也没有载入。\n')
  process.exitCode = 2
}

function explainOpening(error: unknown): never {
  if (!(error instanceof FolderInUse)) throw error
  const reason = `数据目录正被运行中的简报台使用（进程 ${error.pid}）。请先停止它，或在网页“工作方案”中办理。`
  throw new Problem('bad-request', { reason }, { cause: error })
}
