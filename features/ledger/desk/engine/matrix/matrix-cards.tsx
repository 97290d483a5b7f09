import { useState } from 'react'
import type { MatrixLine } from '../../../contract/index.ts'
import { viewTexts } from '../views/view.texts.ts'
import styles from './matrix.module.css'
import { MatrixCell, TallyMarks } from './matrix-cell.tsx'
import { lineFilter, useLineName } from './matrix-line.ts'
import { bare, LineLink, type MatrixProps } from './matrix-table.tsx'

/** On a phone: one unit after another, its matters one below the other. */
export function MatrixCards({ matrix, filters }: MatrixProps) {
  const t = viewTexts.useTexts()
  return (
    <ul className={styles['units']} aria-label={t('matrixTable')}>
      {matrix.rows.map((row, at) => (
        <Card key={row.unitId ?? row.kind} row={row} first={at === 0} {...{ matrix, filters }} />
      ))}
    </ul>
  )
}

function Card({
  row,
  first,
  matrix,
  filters,
}: MatrixProps & { readonly row: MatrixLine; readonly first: boolean }) {
  const name = useLineName()(row)
  const [open, setOpen] = useState(first)
  const filter = lineFilter(bare(filters), row, { lines: matrix.lines, under: matrix.under?.id })
  return (
    <li>
      <div className={styles['cardHead']}>
        <h2>
          <LineLink {...{ row, filters, matrix }}>{name}</LineLink>
        </h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles['hidden']}>{name}</span>
          <TallyMarks tally={row.total} />
          <i aria-hidden="true" data-open={open} />
        </button>
      </div>
      {open ? (
        <ul className={styles['matters']}>
          {row.cells.map((cell, at) => {
            const { matterId, title } = matrix.columns[at]!
            return cell ? (
              <li key={matterId}>
                <span>{title}</span>
                <MatrixCell cell={cell} filter={{ ...filter, matter: matterId }} unit={name} matter={title} />
              </li>
            ) : null
          })}
        </ul>
      ) : null}
    </li>
  )
}
