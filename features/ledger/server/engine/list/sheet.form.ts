import type { SheetForm } from '@jianbao/organisation/server'
import { type ItemColumn, itemColumnKeys } from '../../../contract/index.ts'

/** Headings and widths of the export; the last one knows each item, so that the sheet can come back. */
export const itemHeads: Readonly<Record<ItemColumn | 'id', readonly [string, number]>> = {
  code: ['编号', 12],
  title: ['事项', 36],
  unit: ['承办单位', 26],
  light: ['亮灯', 8],
  state: ['状态', 10],
  owner: ['责任人', 12],
  due: ['时限', 14],
  percent: ['进度', 8],
  target: ['目标', 18],
  lead: ['牵头单位', 22],
  evidence: ['佐证', 8],
  parts: ['分解', 10],
  ledger: ['台账', 18],
  keeper: ['主管单位', 22],
  measure: ['措施', 40],
  dispatched: ['下发时间', 18],
  recheck: ['巩固复查日', 14],
  id: ['系统编号', 38],
}

const read: Partial<Record<ItemColumn | 'id', 'line' | 'code' | 'day'>> = {
  code: 'code',
  title: 'line',
  unit: 'line',
  owner: 'line',
  due: 'day',
  ledger: 'line',
  measure: 'line',
  id: 'code',
}
const column = (key: string, heading: string, form: 'line' | 'code' | 'day' | 'ignored', needed = false) => ({
  ...{ key, heading, form, needed, width: 12 },
  meaning: '',
  example: '',
})

/** What is read of a sheet of items; the other columns of the export may stand there and are passed over. */
export const itemForm: SheetForm = {
  kind: 'ledger-items',
  title: '台账事项',
  columns: [
    ...[...itemColumnKeys, 'id' as const].map(key => ({
      ...column(key, itemHeads[key][0], read[key] ?? 'ignored', key === 'title' || key === 'unit'),
    })),
    column('start', '开始日期', 'day'),
    column('problem', '问题', 'line'),
    column('basis', '依据', 'line'),
    column('leader', '责任领导', 'line'),
  ],
  examples: [],
  notes: [],
}
