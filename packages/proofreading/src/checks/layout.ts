import { placeOf } from '../passages.ts'
import type { Check } from './check.types.ts'

/** What typesetting said of the pages, handed through. */
export const checkLayout: Check = ({ issue }, report) => {
  for (const remark of issue.layout) {
    const column = issue.columns.find(each => each.items.some(item => item.id === remark.itemId)) ?? null
    const item = column?.items.find(each => each.id === remark.itemId) ?? null
    const details = { zh: remark.zh, en: remark.en, page: remark.page ?? 0, rule: remark.rule }
    if (remark.rule === 'missing-glyph') report('missing-glyph', placeOf(column, item, null), 0, 0, details)
    else
      report('layout', placeOf(column, item, null), 0, 0, details, {
        level: remark.serious ? 'warn' : 'hint',
      })
  }
}
