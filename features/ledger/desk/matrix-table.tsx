import { useRowInSight } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  type Coverage,
  type CoverageColumn,
  type CoverageLine,
  ratesOf,
  type Tally,
} from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { CoverageSearch, GapSearch } from './ledger-search.ts'
import styles from './matrix.module.css'
import { bestGroup, heatOf, MatrixCell, ofColumn, Share } from './matrix-cell.tsx'
import { listSearch, useLineName } from './matrix-line.tsx'
import { percent } from './percent.ts'

export type MatrixProps = {
  readonly coverage: Coverage
  readonly filters: CoverageSearch
  readonly selected: number
  readonly onOpen: (itemId: string) => void
}

/** Units and tasks: head and first column stay where they are while the rest is moved. */
export function MatrixTable({ coverage, filters, selected, onOpen }: MatrixProps) {
  const t = ledgerTexts.useTexts()
  const box = useRowInSight(selected)
  const heat = filters.look === 'heat'
  const all = listSearch(filters, null)
  return (
    <section
      ref={box}
      className={styles['scroll']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('matrix')}
    >
      <table className={styles['matrix']} data-heat={heat}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              {t('unit')}
            </th>
            {coverage.columns.map(column => (
              <Head key={`${column.taskId} ${column.periodNo}`} column={column} />
            ))}
            <th scope="col" className={styles['total']}>
              {t('rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage.rows.map((row, at) => (
            <Row
              key={row.unitId ?? row.kind}
              row={row}
              current={at === selected}
              {...{ coverage, filters, heat, onOpen }}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            {coverage.columns.map((column, at) => (
              <Sum
                key={`${column.taskId} ${column.periodNo}`}
                tally={coverage.totals[at]!}
                search={{ ...all, ...ofColumn(column) }}
                heat={heat}
              />
            ))}
            <Total tally={coverage.sum} search={all} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Head({ column }: { readonly column: CoverageColumn }) {
  const t = ledgerTexts.useTexts()
  const { short, name, required, rhythm, due, dueDay, periodNo, stage } = column
  const when =
    periodNo === null && rhythm
      ? t('dueTimes', { count: due })
      : dueDay
        ? t('dueOn', { day: dueDay.slice(5) })
        : ''
  return (
    <th scope="col" title={[stage, name].filter(Boolean).join(' · ')}>
      <span className={styles['short']}>{short}</span>
      <span className={styles['when']}>
        {required ? '' : `${t('optional')} · `}
        {when}
      </span>
    </th>
  )
}

type RowProps = Pick<MatrixProps, 'coverage' | 'filters' | 'onOpen'> & {
  readonly row: CoverageLine
  readonly current: boolean
  readonly heat: boolean
}

function Row({ row, coverage, filters, heat, current, onOpen }: RowProps) {
  const t = ledgerTexts.useTexts()
  const search = listSearch(filters, row)
  const name = useLineName()(row)
  return (
    <tr {...(current ? { 'aria-current': true } : {})}>
      <th scope="row">
        <LineLink row={row} filters={filters} lines={coverage.lines}>
          {name}
        </LineLink>
        {coverage.lines === 'units' && row.above ? (
          <span className={styles['above']}>{row.above}</span>
        ) : null}
      </th>
      {row.cells.map((cell, at) => {
        const column = coverage.columns[at]!
        return (
          <td key={`${column.taskId} ${column.periodNo}`} style={heat && cell ? heatOf(cell) : {}}>
            {cell ? (
              <MatrixCell
                cell={cell}
                column={column}
                place={{ unitName: name, search }}
                {...{ heat, onOpen }}
              />
            ) : (
              <span className={styles['unbound']} role="img" aria-label={t('light.unbound')} />
            )}
          </td>
        )
      })}
      <Total tally={row.total} search={search} />
    </tr>
  )
}

type LineLinkProps = {
  readonly row: CoverageLine
  readonly filters: CoverageSearch
  readonly lines: Coverage['lines']
  readonly children: ReactNode
}

/** A unit with others below leads to them, a kind to its units, a single unit to all it was to report. */
export function LineLink({ row, filters, lines, children }: LineLinkProps) {
  const { item: _, page: __, ...kept } = filters
  if (row.unitId === null)
    return (
      <Link to="/coverage" search={{ ...kept, kind: row.kind ?? undefined, lines: 'units' }}>
        {children}
      </Link>
    )
  if (lines === 'below' && row.opens)
    return (
      <Link to="/coverage" search={{ ...kept, unit: row.unitId }}>
        {children}
      </Link>
    )
  return (
    <Link to="/gaps" search={{ ...listSearch(filters, row), group: 'expected' }}>
      {children}
    </Link>
  )
}

function Sum({
  tally,
  search,
  heat,
}: {
  readonly tally: Tally
  readonly search: GapSearch
  readonly heat: boolean
}) {
  return (
    <td style={heat ? heatOf(tally) : {}}>
      {tally.bound === 0 ? (
        '–'
      ) : (
        <Link to="/gaps" search={{ ...search, group: bestGroup(tally) }} className={styles['open']}>
          <Share tally={tally} />
        </Link>
      )}
    </td>
  )
}

function Total({ tally, search }: { readonly tally: Tally; readonly search: GapSearch }) {
  const rates = ratesOf(tally)
  return (
    <td className={styles['total']}>
      <Link to="/gaps" search={{ ...search, group: 'expected' }} className={styles['open']}>
        <strong>{rates ? percent(rates.reported) : '–'}</strong>
      </Link>
    </td>
  )
}
