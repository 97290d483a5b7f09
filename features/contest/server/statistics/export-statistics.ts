/** The lists of the numbers of a contest as Excel workbooks, as they are shown. */
import type { Readable } from 'node:stream'
import type { Read, Scope } from '@jianbao/platform/access'
import { localDayTime } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import { type SheetCell, type SheetColumn, writeSheet } from '@jianbao/platform/sheet'
import type { StatisticsExport } from '../../contract/index.ts'
import { type CountedContest, findPlace, getCountedContest, getWholeContest } from './counted-contest.ts'
import { getStatistics } from './get-statistics.ts'
import { selectAttempts } from './list-attempts.ts'
import { selectPlayers } from './list-players.ts'
import { arrange, selectQuestions } from './list-questions.ts'
import { selectUnits } from './list-units.ts'
import { flagWords, questionWordNames, stateOfAttempt, typeWords } from './statistics.words.ts'

const mostExported = 50_000
const atOnce = 1000

export type ExportedList = { readonly name: string; readonly contest: CountedContest }

/** Throws `not-found` before anything is written. */
export async function beginExport(
  tx: Database,
  scope: Scope,
  id: string,
  { list, filters }: StatisticsExport,
): Promise<ExportedList> {
  const contest = await (list === 'questions' ? getWholeContest : getCountedContest)(tx, scope, id)
  await findPlace(tx, contest, 'city' in filters || 'unit' in filters ? filters : {})
  return { name: `${contest.head.title}-${names[list]}`, contest }
}

const names = {
  series: '人数人次',
  units: '单位',
  questions: '试题分析',
  players: '参与者',
  attempts: '答卷',
} as const

/** Written while it is read. */
export function writeExport(
  { name, contest }: ExportedList,
  wish: StatisticsExport,
  { read, now }: { read: Read; now: Date },
): Readable {
  const lines = { ...tables[wish.list], rows: rowsOfList(contest, wish, read, now) }
  return writeSheet({ name: name.slice(-31), columns: lines.columns }, lines.rows)
}

const column = (heading: string, width = 12): SheetColumn => ({ heading, width })
const measures = ['人数', '人次', '浏览量'].map(heading => column(heading))
const tables = {
  series: { columns: [column('时间', 18), ...measures] },
  units: {
    columns: [
      ...[column('单位', 30), column('所在地市', 24), column('单位数')],
      ...measures,
      ...['应参加人数', '参与率（%）', '人均得分'].map(heading => column(heading)),
    ],
  },
  questions: {
    columns: [
      ...[column('题号', 8), column('题型', 10), column('题目', 60), column('分类', 16)],
      ...['作答次数', '正确率（%）', '区分度'].map(heading => column(heading)),
      ...[column('提示', 24), column('状态', 10)],
    ],
  },
  players: {
    columns: [
      ...[column('昵称（已隐去）', 18), column('单位', 30), column('组别', 16)],
      ...['答卷', '天数', '最高分', '计分'].map(heading => column(heading)),
      column('最近一次', 18),
    ],
  },
  attempts: {
    columns: [
      ...[column('昵称（已隐去）', 18), column('单位', 30), column('第几次', 8)],
      ...[column('开始', 20), column('交卷', 20), column('用时（秒）')],
      ...[column('得分'), column('答对'), column('异常', 30), column('处理', 10), column('理由', 40)],
    ],
  },
} as const satisfies Record<StatisticsExport['list'], { columns: readonly SheetColumn[] }>

async function* rowsOfList(
  contest: CountedContest,
  wish: StatisticsExport,
  read: Read,
  now: Date,
): AsyncGenerator<SheetCell[]> {
  switch (wish.list) {
    case 'series': {
      const { series } = await read((tx, scope) =>
        getStatistics(tx, scope, { id: contest.id, query: wish.filters, now }),
      )
      for (const its of series) yield [its.at, its.people, its.attempts, its.views]
      return
    }
    case 'units': {
      const rows = await read(tx => selectUnits(tx, contest, wish.filters))
      for (const row of rows)
        yield [
          ...[row.name, row.cityName, row.units, row.people, row.attempts, row.views],
          ...[row.expected, rounded(row.rate && row.rate * 100, 1), rounded(row.average, 2)],
        ]
      return
    }
    case 'questions': {
      const rows = arrange(await read(tx => selectQuestions(tx, contest)), wish.filters)
      for (const row of rows)
        yield [
          ...[row.no + 1, typeWords[row.type], row.stem, row.category, row.asked],
          ...[rounded(row.rate && row.rate * 100, 1), rounded(row.discrimination, 2)],
          ...[row.words.map(word => questionWordNames[word]).join('、'), row.withdrawn ? '已撤下' : ''],
        ]
      return
    }
    default:
      yield* peopleRows(contest, wish, read)
  }
}

type PeopleWish = Extract<StatisticsExport, { list: 'players' | 'attempts' }>

async function* peopleRows(
  contest: CountedContest,
  wish: PeopleWish,
  read: Read,
): AsyncGenerator<SheetCell[]> {
  for (let from = 0; from < mostExported; from += atOnce) {
    const rows = await read(async (tx): Promise<SheetCell[][]> => {
      const { unitNos } = await findPlace(tx, contest, wish.filters)
      const part = { unitNos, from, most: atOnce }
      if (wish.list === 'players')
        return (await selectPlayers(tx, contest, wish.filters, part)).map(row => [
          ...[row.name, row.unitName, row.groupName, row.attempts, row.days, row.best, row.score],
          localDayTime(new Date(row.lastAt)),
        ])
      return (await selectAttempts(tx, contest, wish.filters, part)).map(row => [
        ...[row.name, row.unitName, row.n + 1, moment(row.startedAt), moment(row.handedInAt)],
        ...[row.usedSeconds, row.score, row.rightCount],
        ...[row.flags.map(flag => flagWords[flag]).join('、'), stateOfAttempt(row), row.note],
      ])
    })
    yield* rows
    if (rows.length < atOnce) return
  }
  yield [`超过 ${mostExported} 行，只导出前 ${mostExported} 行。`]
}

const moment = (at: string): string => localDayTime(new Date(at))
const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits))
