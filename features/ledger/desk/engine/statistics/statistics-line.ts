/** What a line of the statistics is called, and the list behind it. */
import type { ItemFilter, ItemStatistics, StatisticsLine } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { viewTexts } from '../views/view.texts.ts'

export function useStatisticsName(): (row: StatisticsLine) => string {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  return ({ name, own, unitKind, kind, month }) => {
    if (unitKind) return t(`unit.${unitKind}`)
    if (kind) return words(`kind.${kind}`)
    return month ?? (own ? t('own', { name: name ?? '' }) : (name ?? ''))
  }
}

const lastDay = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

const later = (a: string | undefined, b: string) => (a !== undefined && a > b ? a : b)
const earlier = (a: string | undefined, b: string) => (a !== undefined && a < b ? a : b)

/** Null: of all lines. */
export function statisticsFilter(
  filters: ItemFilter,
  row: StatisticsLine | null,
  under: ItemStatistics['under'],
): ItemFilter {
  const all = under && filters.as !== 'part' ? { ...filters, under: under.id } : filters
  if (row === null) return all
  const { unitId, own, unitKind, kind, month } = row
  if (unitKind) return { ...all, unitKind }
  if (kind) return { ...all, kind }
  if (month)
    return { ...all, dueFrom: later(all.dueFrom, `${month}-01`), dueTo: earlier(all.dueTo, lastDay(month)) }
  const { under: _, ...rest } = all
  return unitId === null ? all : own ? { ...rest, unit: unitId } : { ...rest, under: unitId }
}
