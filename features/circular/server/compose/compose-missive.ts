/** The document as it is typeset: the words of its clerk around tables nobody writes. */
import type { Circular, CircularBlock } from '@jianbao/typesetting/contract'
import type { MissiveFigures, MissiveItem, MissiveKind, MissiveWords } from '../../contract/index.ts'
import { itemTable, rate, unitTable } from './item-table.ts'

export type Composed = {
  readonly kind: MissiveKind
  readonly unitName: string
  readonly number: string
  readonly words: MissiveWords
  readonly items: readonly MissiveItem[]
  readonly figures: MissiveFigures | null
  /** Of its figures and items. */
  readonly day: string
  /** 成文日期 */
  readonly date: string
}

/** The same facts and words give the same document. */
export function composeMissive(missive: Composed): Circular {
  const { kind, unitName, number, words, items, figures, day, date } = missive
  const table = items.length > 0 ? [itemTable(items, day)] : []
  const attached = words.tablePlace === 'attachment' && table.length > 0
  const copies = words.copies.map(({ name }) => name.trim()).filter(Boolean)
  const remark = [words.remark.trim(), copies.length > 0 ? `抄送：${copies.join('，')}` : ''].filter(Boolean)
  return {
    schema: 'jianbao-circular/1',
    issuer: kind === 'supervision' ? `${unitName}督办单` : unitName,
    docNumber: number,
    title: words.title,
    to: words.salutation.trim() ? [words.salutation] : [],
    blocks: [
      ...paragraphs(words.opening),
      ...(figures ? figureBlocks(figures) : []),
      ...(attached ? [] : table),
      ...(figures ? heading('有关要求') : []),
      ...paragraphs(words.closing),
    ],
    ...(attached
      ? { attachments: [{ title: kind === 'circular' ? '逾期未办结事项清单' : '事项清单', blocks: table }] }
      : {}),
    signedBy: [...lines(words.signedBy), ...(words.seal ? ['（盖章）'] : [])],
    date,
    remark: remark.join('；') || null,
  }
}

function figureBlocks(figures: MissiveFigures): CircularBlock[] {
  const { items, closed, open, red, yellow, blue, units } = figures
  const state = [
    red > 0 ? `逾期${red}项` : '',
    yellow > 0 ? `进度滞后${yellow}项` : '',
    blue > 0 ? `临近到期${blue}项` : '',
  ].filter(Boolean)
  const opening =
    items === 0
      ? '目前没有纳入台账的事项。'
      : `纳入台账的事项共${items}项，涉及${units.length}个单位。已办结${closed}项，办结率${rate(closed, items)}；正在办理${open}项${state.length > 0 ? `，其中${state.join('、')}` : ''}。`
  const behind = units.filter(unit => unit.red > 0)
  const slow = units.filter(unit => unit.red === 0 && unit.yellow > 0)
  return [
    ...heading('总体情况'),
    { type: 'paragraph', text: opening },
    ...(units.length > 0 ? [unitTable(figures)] : []),
    ...(behind.length + slow.length > 0 ? heading('存在问题') : []),
    ...(behind.length > 0
      ? [
          sentence(
            '有逾期未办结事项的单位',
            behind.map(unit => `${unit.unitName}${unit.red}项`),
          ),
        ]
      : []),
    ...(slow.length > 0
      ? [
          sentence(
            '有进度滞后事项的单位',
            slow.map(unit => `${unit.unitName}${unit.yellow}项`),
          ),
        ]
      : []),
  ]
}

const heading = (text: string): CircularBlock[] => [{ type: 'heading', level: 1, text }]
const mostNamed = 20
/** Of many the worst are named; all stand in the table. */
const sentence = (who: string, units: readonly string[]): CircularBlock => {
  const named = units.slice(0, mostNamed).join('、')
  const count = units.length > 1 ? `有${units.length}个` : ''
  return { type: 'paragraph', text: `${who}${count}：${named}${units.length > mostNamed ? '等' : ''}。` }
}
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
const paragraphs = (text: string): CircularBlock[] =>
  lines(text).map(line => ({ type: 'paragraph', text: line }))

/** 云科协督〔2021〕3号; `no` null: not given yet. */
export function missiveNumber(word: string, year: number, no: number | null): string {
  return `${word.trim()}〔${year}〕${no ?? '　'}号`
}

/** The word a unit has not chosen yet: 云岭市科协督. */
export function usualNumberWord(shortName: string, kind: MissiveKind): string {
  return `${[...shortName].slice(0, 12).join('')}${{ supervision: '督', circular: '通', reminder: '函' }[kind]}`
}
