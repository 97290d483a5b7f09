import { Link } from '@tanstack/react-router'
import {
  type CoverageCell,
  type CoverageColumn,
  doneOf,
  gapOf,
  ratesOf,
  type Tally,
} from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { GapSearch } from './ledger-search.ts'
import { Light, shownLight } from './light.tsx'
import styles from './matrix.module.css'
import { percent } from './percent.ts'

export type CellPlace = {
  readonly unitName: string
  /** The list this cell counts, but for which part of it. */
  readonly search: GapSearch
}
type MatrixCellProps = {
  readonly cell: CoverageCell
  readonly column: CoverageColumn
  readonly place: CellPlace
  readonly heat: boolean
  readonly onOpen: (itemId: string) => void
}

/** One cell: a unit's own opens its panel, that of several the list of what is missing, or else of what is there. */
export function MatrixCell({ cell, column, place, heat, onOpen }: MatrixCellProps) {
  const shown = useShownWords(cell, column, heat)
  // Who speaks to the page says what is seen on it.
  const words = `${shown} ${useCellWords(cell, column, place.unitName)}`
  const { itemId } = cell
  const share = cell.bound > 1 || cell.expected > 1
  const inner = heat ? (
    <span className={styles['number']}>{shown}</span>
  ) : (
    <Light light={shownLight(cell)} word={shown} plain={share} />
  )
  if (itemId)
    return (
      <button
        type="button"
        className={styles['open']}
        aria-label={words}
        title={words}
        onClick={() => onOpen(itemId)}
      >
        {inner}
      </button>
    )
  return (
    <Link
      to="/gaps"
      search={{ ...place.search, ...ofColumn(column), group: bestGroup(cell) }}
      className={styles['open']}
      aria-label={words}
      title={words}
    >
      {inner}
    </Link>
  )
}

/** The filters of the list behind a column. */
export const ofColumn = ({ taskId, periodNo }: CoverageColumn): GapSearch => ({
  task: taskId,
  ...(periodNo === null ? {} : { period: periodNo }),
})

/** What one wants to see first of a cell. */
export function bestGroup(tally: Tally): NonNullable<GapSearch['group']> {
  if (gapOf(tally) > 0) return 'gap'
  if (tally.near > 0) return 'near'
  return tally.expected > 0 || tally.early === 0 ? 'done' : 'early'
}

/** What a cell says in sight: how often of how many times, or a word where there is one time of one unit. */
function useShownWords(cell: CoverageCell, { rhythm, periodNo }: CoverageColumn, heat: boolean): string {
  const t = ledgerTexts.useTexts()
  const rates = ratesOf(cell)
  if (heat) return rates ? percent(rates.reported) : '–'
  const many = cell.bound > 1 || (rhythm !== null && periodNo === null)
  return many && cell.expected > 0 ? shareOf(cell) : t(`light.${shownLight(cell)}`)
}

const shareOf = (tally: Tally): string => `${doneOf(tally)}/${tally.expected}`

/** 8/10 with its light; a word as long as nothing is due. */
export function Share({ tally }: { readonly tally: Tally }) {
  if (tally.expected === 0) return <Light light={shownLight(tally)} />
  return <Light light={shownLight(tally)} word={shareOf(tally)} plain />
}

function useCellWords(cell: CoverageCell, column: CoverageColumn, unit: string): string {
  const t = ledgerTexts.useTexts()
  const { expected, late, underWay, silent, early } = cell
  const words = t('cellWords', {
    unit,
    task: column.name,
    expected,
    done: doneOf(cell),
    late,
    underWay,
    silent,
  })
  return early > 0 ? t('cellWordsEarly', { words, early }) : words
}

/** How deep the colour of a cell is: nothing reported is the deepest red, everything green. */
export function heatOf(tally: Tally): Record<string, string> {
  const rates = ratesOf(tally)
  if (!rates) return {}
  const colour = rates.reported >= 0.9 ? 'good' : rates.reported >= 0.6 ? 'doubt' : 'bad'
  const depth = colour === 'good' ? rates.reported : 1 - rates.reported
  return { '--heat': `var(--jb-${colour})`, '--depth': `${Math.round(8 + depth * 30)}%` }
}
