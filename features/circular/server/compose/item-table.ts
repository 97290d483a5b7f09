import type { CircularTable } from '@jianbao/typesetting/contract'
import type { MissiveFigures, MissiveItem, MissiveLight } from '../../contract/index.ts'
import { dayWords } from './day-words.ts'

export const lightWords: Readonly<Record<MissiveLight, string>> = {
  red: '逾期',
  yellow: '滞后',
  blue: '临期',
  green: '正常',
}
const stateWords: Readonly<Record<string, string>> = {
  dispatched: '待签收',
  doing: '办理中',
  feedback: '待复核',
  closed: '已销号',
  settled: '已巩固',
  cancelled: '已撤销',
}

/** 序号, 事项, 时限, 进展, 亮灯; with several units the unit too. */
export function itemTable(items: readonly MissiveItem[], day: string): CircularTable {
  const units = new Set(items.map(({ unitId }) => unitId)).size > 1
  return {
    type: 'table',
    columns: [
      { name: '序号', side: 'center', width: 8 },
      ...(units ? [{ name: '责任单位', width: 20 } as const] : []),
      { name: '事项', width: units ? 32 : 40 },
      { name: '办理时限', side: 'center', width: 16 },
      { name: '目前进展', width: units ? 14 : 26 },
      { name: '状态', side: 'center', width: 10 },
    ],
    rows: items.map((item, at) => [
      String(at + 1),
      ...(units ? [item.unitName] : []),
      item.title,
      dayWords(item.dueDay, day),
      progressOf(item),
      item.light === null ? (stateWords[item.state] ?? '') : lightWords[item.light],
    ]),
  }
}

function progressOf({ state, percent, progress }: MissiveItem): string {
  const words = progress?.trim().replace(/\s+/gu, ' ') ?? ''
  const said = [...words].length > 60 ? `${[...words].slice(0, 60).join('')}……` : words
  const far = `${stateWords[state] ?? ''}${percent > 0 && percent < 100 ? `（${percent}%）` : ''}`
  return said === '' ? far : `${far}：${said}`
}

/** Of a circular: what each unit has done, the worst first. */
export function unitTable({ units }: MissiveFigures): CircularTable {
  return {
    type: 'table',
    caption: '各单位事项办理情况',
    columns: [
      { name: '单位' },
      { name: '事项', side: 'right' },
      { name: '已办结', side: 'right' },
      { name: '办结率', side: 'right' },
      { name: '在办', side: 'right' },
      { name: '逾期', side: 'right' },
      { name: '滞后', side: 'right' },
      { name: '临期', side: 'right' },
    ],
    rows: units.map(unit => [
      unit.unitName,
      ...[unit.items, unit.closed].map(String),
      rate(unit.closed, unit.items),
      ...[unit.open, unit.red, unit.yellow, unit.blue].map(String),
    ]),
  }
}

export const rate = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`
