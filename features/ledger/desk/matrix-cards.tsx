import { useState } from 'react'
import { type CoverageLine, ratesOf } from '../contract/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import styles from './matrix-cards.module.css'
import { MatrixCell } from './matrix-cell.tsx'
import { listSearch, useLineName } from './matrix-line.tsx'
import { LineLink, type MatrixProps } from './matrix-table.tsx'
import { percent } from './percent.ts'

/** On a phone: one unit after another, its tasks one below the other, each wide enough for a thumb. */
export function MatrixCards({ coverage, filters, onOpen }: Omit<MatrixProps, 'selected'>) {
  const t = ledgerTexts.useTexts()
  return (
    <ul className={styles['cards']} aria-label={t('matrix')}>
      {coverage.rows.map((row, at) => (
        <Card
          key={row.unitId ?? row.kind}
          row={row}
          open={coverage.rows.length <= 2 || at === 0}
          {...{ coverage, filters, onOpen }}
        />
      ))}
    </ul>
  )
}

type CardProps = Omit<MatrixProps, 'selected'> & { readonly row: CoverageLine; readonly open: boolean }

function Card({ row, open: first, coverage, filters, onOpen }: CardProps) {
  const name = useLineName()(row)
  const [open, setOpen] = useState(first)
  const rates = ratesOf(row.total)
  const shown = rates ? percent(rates.reported) : '–'
  const place = { unitName: name, search: listSearch(filters, row) }
  return (
    <li>
      <div className={styles['head']}>
        <h2>
          <LineLink row={row} filters={filters} lines={coverage.lines}>
            {name}
          </LineLink>
        </h2>
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${shown} ${name}`}
          onClick={() => setOpen(!open)}
        >
          <strong>{shown}</strong>
          <i aria-hidden="true" data-open={open} />
        </button>
      </div>
      {open ? (
        <ul className={styles['tasks']}>
          {row.cells.map((cell, at) => {
            const column = coverage.columns[at]!
            return cell ? (
              <li key={`${column.taskId} ${column.periodNo}`}>
                <span>{column.periodNo === null ? column.name : column.short}</span>
                <MatrixCell heat={false} {...{ cell, column, place, onOpen }} />
              </li>
            ) : null
          })}
        </ul>
      ) : null}
    </li>
  )
}
