import { Link } from '@tanstack/react-router'
import {
  type CoverageCell,
  type CoverageColumn,
  doneOf,
  gapOf,
  ratesOf,
  type Tally,
} from '../contract/index.ts'
import { percent } from './figures.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import type { GapSearch } from './ledger-search.ts'
import { Light, lampOf } from './light.tsx'
import styles from './matrix.module.css'

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
  const words = useCellWords(cell, column, place.unitName)
  const { itemId } = cell
  const inner = <CellWords cell={cell} column={column} heat={heat} />
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

function CellWords({ cell, column, heat }: Pick<MatrixCellProps, 'cell' | 'column' | 'heat'>) {
  const light = lampOf(cell)
  const rates = ratesOf(cell)
  if (heat) return <span className={styles['number']}>{rates ? percent(rates.reported) : '–'}</span>
  const many = cell.bound > 1 || column.rhythm !== null
  if (!many || column.periodNo !== null)
    return many && cell.expected > 0 ? <Share tally={cell} /> : <Light light={light} />
  return cell.expected > 0 ? <Share tally={cell} /> : <Light light={light} />
}

/** 8/10 with its lamp. */
export function Share({ tally }: { readonly tally: Tally }) {
  return <Light light={lampOf(tally)} word={`${doneOf(tally)}/${tally.expected}`} />
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
