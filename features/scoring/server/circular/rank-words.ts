/** Totals, ranks and zero adoption of a circular, in words and tables. */
import type { CircularBlock, CircularTable } from '@jianbao/typesetting/contract'
import type { CircularClass, CircularFigures, CircularUnit } from '../../contract/index.ts'
import { namesInSentence, namesOf, percentOf } from './name-words.ts'

const paragraph = (text: string): CircularBlock => ({ type: 'paragraph', text })

/** How many units stand in front: three, and those with as much as the third. */
const leaders = 3

export function totalWords(figures: CircularFigures): CircularBlock[] {
  const { totals, period } = figures
  const span = period.includes('Q') ? '本季度' : '本月'
  if (totals.reported === 0 && totals.adopted === 0)
    return [paragraph(`${span}纳入统计的${totals.units}个单位均未报送信息。`)]
  const rate = percentOf(totals.adopted, totals.reported)
  const sentences = [
    totals.reported > 0
      ? `${span}共收到${totals.reporting}个单位报送的信息${totals.reported}篇`
      : `${span}没有收到新的信息`,
    totals.adopted > 0
      ? `采用${totals.adopting}个单位的信息${totals.adopted}篇${rate ? `，采用率${rate}` : ''}`
      : '没有采用',
  ]
  return [paragraph(`${sentences.join('；')}。${compared(figures)}`), ...front(figures)]
}

/** 与上季度相比，报送增加12篇，采用减少3篇。 */
function compared({ before, totals, period }: CircularFigures): string {
  if (!before || before.reported + before.adopted === 0) return ''
  const part = (name: string, now: number, then: number): string =>
    now === then ? `${name}持平` : `${name}${now > then ? '增加' : '减少'}${Math.abs(now - then)}篇`
  const reported = part('报送', totals.reported, before.reported)
  const adopted = part('采用', totals.adopted, before.adopted)
  return `与${period.includes('Q') ? '上季度' : '上月'}相比，${reported}，${adopted}。`
}

function front({ classes }: CircularFigures): CircularBlock[] {
  const texts = classes.flatMap(({ name, units }) => {
    const first = units.filter(unit => unit.rank <= leaders && unit.adopted > 0)
    // Where everybody is in front, or a crowd of equals, nobody is named.
    if (first.length === 0 || first.length === units.length || first.length > leaders + 2) return []
    const counted = first.map(({ name, adopted, points }) =>
      points === null ? `${name}（采用${adopted}篇）` : `${name}（${points}分，采用${adopted}篇）`,
    )
    return [`${name}中，名次居前的是${counted.join('、')}。`]
  })
  return texts.map(paragraph)
}

export function rankTables({ classes, totals }: CircularFigures): CircularBlock[] {
  if (totals.adopted === 0) return []
  const ranked = classes.filter(({ units }) => units.length > 0)
  return ranked.map(one => rankTable(one, ranked.length > 1 ? one.name : null))
}

function rankTable({ units }: CircularClass, caption: string | null): CircularTable {
  const scored = units.some(({ points }) => points !== null)
  const row = (unit: CircularUnit): string[] => [
    String(unit.rank),
    unit.name,
    String(unit.reported),
    String(unit.adopted),
    percentOf(unit.adopted, unit.reported) ?? '—',
    ...(scored ? [unit.points === null ? '—' : String(unit.points)] : []),
  ]
  return {
    type: 'table',
    caption,
    columns: [
      { name: '名次', side: 'center' },
      { name: '单位', side: 'left' },
      { name: '报送（篇）', side: 'right' },
      { name: '采用（篇）', side: 'right' },
      { name: '采用率', side: 'right' },
      ...(scored ? ([{ name: '得分', side: 'right' }] as const) : []),
    ],
    rows: units.map(row),
  }
}

/** Who is named: those that reported in vain, and those that reported nothing. */
export function zeroWords({ classes, totals }: CircularFigures): CircularBlock[] {
  if (totals.reported === 0 && totals.adopted === 0) return []
  const zero = classes.flatMap(({ units }) => units.filter(({ adopted }) => adopted === 0))
  const vain = zero.filter(({ reported }) => reported > 0)
  const silent = zero.filter(({ reported }) => reported === 0)
  return [...named('报送信息但未被采用的单位', vain), ...named('未报送信息的单位', silent)]
}

function named(words: string, units: readonly { name: string }[]): CircularBlock[] {
  if (units.length === 0) return []
  if (units.length > namesInSentence)
    return [
      paragraph(`${words}有${units.length}个，名单如下。`),
      { type: 'table', columns: nameColumns, rows: rowsOfNames(units.map(({ name }) => name)) },
    ]
  return [paragraph(`${words}有${units.length}个：${namesOf(units)}。`)]
}

const perRow = 3
const nameColumns = [
  { name: '单位', side: 'left' as const, width: 34 },
  { name: '单位', side: 'left' as const, width: 33 },
  { name: '单位', side: 'left' as const, width: 33 },
]

function rowsOfNames(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / perRow) }, (_, at) =>
    names.slice(at * perRow, (at + 1) * perRow),
  )
}
