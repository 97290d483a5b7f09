/** Edits of facts, told as corrections of places in the raw text. */
import type { DateMention, DocumentArticle, EventFact, UnitMention } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import { clip, gone, refuse } from './article.rules.ts'
import { type Correction, eventAnchor, type FactChange, valueAnchor } from './correction.rules.ts'
import { roleNames, typeNames } from './told-names.rules.ts'

export type FactEdit = Extract<ReviewEdit, { event: number }>
export type FactCorrection = {
  readonly correction: Correction
  readonly before: string
  readonly after: string
  /** A printed name that is to stand for this unit from now on. */
  readonly learned?: { readonly surface: string; readonly name: string }
}

export function correctionOf(article: DocumentArticle, edit: FactEdit): FactCorrection {
  const event = article.events[edit.event]
  if (!event) throw gone()
  const at = eventAnchor(article, edit.event)
  const tell = (change: FactChange, before: string, after: string): FactCorrection => ({
    correction: { reading: edit.reading, at, change },
    before: clip(before),
    after: clip(after),
  })
  switch (edit.act) {
    case 'set-unit':
      return setUnit(event, edit, tell)
    case 'add-unit':
      return tell({ do: edit.act, to: { name: edit.name, role: edit.role } }, '', edit.name)
    case 'drop-unit': {
      const unit = valueAt(event.units, edit.unit)
      return tell({ do: edit.act, of: valueAnchor(event.units, edit.unit) }, unit.surface || unit.name, '')
    }
    case 'set-date': {
      const date = valueAt(event.dates, edit.date)
      const to = days(edit)
      return tell({ do: edit.act, of: valueAnchor(event.dates, edit.date), to }, tellDate(date), tellDays(to))
    }
    case 'add-date':
      return tell({ do: edit.act, to: days(edit) }, '', tellDays(edit))
    case 'drop-date': {
      const date = valueAt(event.dates, edit.date)
      return tell({ do: edit.act, of: valueAnchor(event.dates, edit.date) }, tellDate(date), '')
    }
    case 'set-figure': {
      const figure = valueAt(event.figures, edit.figure)
      const { value, unit, measure } = edit
      const of = valueAnchor(event.figures, edit.figure)
      return tell({ do: edit.act, of, to: { value, unit, measure } }, figure.surface, `${value}${unit}`)
    }
    case 'drop-figure': {
      const figure = valueAt(event.figures, edit.figure)
      return tell({ do: edit.act, of: valueAnchor(event.figures, edit.figure) }, figure.surface, '')
    }
    case 'set-type':
      return tell({ do: edit.act, to: edit.type }, typeNames[event.type], typeNames[edit.type])
    case 'drop-event':
      return tell({ do: edit.act }, event.act || event.text, '')
  }
}

function setUnit(
  event: EventFact,
  edit: Extract<FactEdit, { act: 'set-unit' }>,
  tell: (change: FactChange, before: string, after: string) => FactCorrection,
): FactCorrection {
  const unit = valueAt(event.units, edit.unit)
  const to = { name: edit.name, ...(edit.role ? { role: edit.role } : {}) }
  const of = valueAnchor(event.units, edit.unit)
  const roleOnly = edit.name === unit.name && edit.role !== undefined
  const words = roleOnly ? [roleNames[unit.role], roleNames[edit.role!]] : [unit.name, edit.name]
  const told = tell({ do: 'set-unit', of, to }, words[0]!, words[1]!)
  return edit.remember ? { ...told, learned: { surface: shortName(unit, edit.name), name: edit.name } } : told
}

/** 科协 stands in the name of every other body. */
const shortest = 3

/** What may be remembered: 省科协 or 该中心 stands for another body in the next bulletin. */
function shortName(unit: UnitMention, name: string): string {
  const surface = unit.surface.replace(/\s/gu, '')
  if (!surface) throw refuse('原文里没有印这个名称，不能记为简称。')
  if (surface === name) throw refuse('简称和全称相同，不用记。')
  if (unit.generic || /^(?:[省市县区州旗镇乡我本该各全此]|有关|相关)/u.test(surface))
    throw refuse(`“${surface}”在别的文稿里会指别的单位，不能记为简称；请只改这一处。`)
  if (surface.length < shortest)
    throw refuse(`“${surface}”太短，会和别的单位混淆，不能记为简称；请只改这一处。`)
  return surface
}

function valueAt<T>(values: readonly T[], at: number): T {
  const value = values[at]
  if (value === undefined) throw gone()
  return value
}

type Days = Pick<DateMention, 'start' | 'end'>

function days({ start, end }: Days): Days {
  if (start !== null && end !== null && start > end) throw refuse('起始日期不能晚于结束日期。')
  return { start, end }
}

const tellDate = (date: DateMention) => date.surface || tellDays(date)

function tellDays({ start, end }: Days): string {
  return start === end ? (start ?? '') : `${start ?? ''}—${end ?? ''}`
}
