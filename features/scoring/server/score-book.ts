/** Ranking and account as sheets: exactly what the page shows, without the pages. */
import type { Readable } from 'node:stream'
import { type SheetCell, writeSheet } from '@jianbao/platform/sheet'
import type { Account, RankingPage } from '../contract/index.ts'
import { kindWords, periodWords, reasonWords, sourceWords } from './score-words.ts'

export function rankingBook({ rows }: RankingPage, name: string): Readable {
  const heads = [
    ['类别', 22],
    ['名次', 8],
    ['全会名次', 12],
    ['单位', 34],
    ['得分', 10],
    ['报送（篇）', 11],
    ['采用（篇）', 11],
    ['采用率', 10],
    ['采用次数', 11],
    ['迟报', 8],
    ['漏报', 8],
    ['点名', 30],
  ] as const
  return write(
    name,
    heads,
    rows.map(row => [
      row.className,
      row.placed,
      `${row.rank}/${row.of}`,
      row.unitName,
      row.points,
      row.reported,
      row.adopted,
      row.reported ? `${((row.adopted / row.reported) * 100).toFixed(1)}%` : '',
      row.adoptions,
      row.late,
      row.omitted,
      [
        ...row.named.map(
          naming => `${naming.name}（${periodWords(naming.period)}${naming.open ? '，尚未结束' : ''}）`,
        ),
        ...(row.noAward ? ['取消评先'] : []),
      ].join('、'),
    ]),
  )
}

export function accountBook({ unit, period, lines }: Account): Readable {
  const heads = [
    ['日期', 12],
    ['事项', 12],
    ['稿件', 40],
    ['详情', 40],
    ['规则', 30],
    ['规则版本', 24],
    ['规定分', 9],
    ['得分', 9],
    ['说明', 60],
  ] as const
  const rows: SheetCell[][] = lines.map(line => [
    line.day,
    kindWords[line.kind],
    line.report?.title ?? '',
    sourceWords(line.source),
    line.ruleName ?? '',
    line.versionName,
    line.why.base,
    line.points,
    reasonWords(line.why),
  ])
  rows.push(['合计', '', '', '', '', '', null, lines.reduce((sum, line) => sum + line.points, 0), ''])
  return write(`${unit.unitName} ${periodWords(period)}`, heads, rows)
}

function write(
  name: string,
  heads: readonly (readonly [string, number])[],
  rows: readonly (readonly SheetCell[])[],
): Readable {
  return writeSheet({ name, columns: heads.map(([heading, width]) => ({ heading, width })) }, rows)
}
