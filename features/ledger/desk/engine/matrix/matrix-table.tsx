import { useRowInSight } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ItemFilter, ItemMatrix, LightTally, MatrixColumn, MatrixLine } from '../../../contract/index.ts'
import { viewTexts } from '../views/view.texts.ts'
import type { MatrixSearch } from '../views/view-search.ts'
import styles from './matrix.module.css'
import { listOf, MatrixCell, TallyMarks, useTallyWords } from './matrix-cell.tsx'
import { lineFilter, useLineName } from './matrix-line.ts'

export type MatrixProps = { readonly matrix: ItemMatrix; readonly filters: MatrixSearch }

/** The filters of the list alone. */
export function bare({ lines: _, page: __, columnPage: ___, ...filter }: MatrixSearch): ItemFilter {
  return filter
}

/** Units and matters: head, foot and first column stay where they are while the rest is moved. */
export function MatrixTable({ matrix, filters, selected }: MatrixProps & { readonly selected: number }) {
  const t = viewTexts.useTexts()
  const box = useRowInSight(selected)
  const all = lineFilter(bare(filters), null, { lines: matrix.lines, under: matrix.under?.id })
  return (
    <section
      ref={box}
      className={styles['scroll']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('matrixTable')}
    >
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              {t('unitHead')}
            </th>
            {matrix.columns.map(column => (
              <Head key={column.matterId} column={column} filter={all} />
            ))}
            <th scope="col" className={styles['total']}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, at) => (
            <Row key={row.unitId ?? row.kind} current={at === selected} {...{ row, matrix, filters }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            {matrix.columns.map(({ matterId, title }, at) => (
              <Sum
                key={matterId}
                tally={matrix.totals[at]!}
                filter={{ ...all, matter: matterId }}
                name={title}
              />
            ))}
            <Sum tally={matrix.sum} filter={all} name={t('total')} total />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Head({ column, filter }: { readonly column: MatrixColumn; readonly filter: ItemFilter }) {
  const t = viewTexts.useTexts()
  const { code, title, ledgerName, dueDay, matterId } = column
  return (
    <th scope="col" title={`${ledgerName} · ${code} ${title}`}>
      <Link to="/ledgers" search={listOf({ ...filter, matter: matterId })} className={styles['matter']}>
        {title}
      </Link>
      <span className={styles['when']}>
        {code} · {dueDay ? t('dueFirst', { day: dueDay.slice(5) }) : t('allDone')}
      </span>
    </th>
  )
}

type RowProps = MatrixProps & { readonly row: MatrixLine; readonly current: boolean }

function Row({ row, matrix, filters, current }: RowProps) {
  const t = viewTexts.useTexts()
  const name = useLineName()(row)
  const filter = lineFilter(bare(filters), row, { lines: matrix.lines, under: matrix.under?.id })
  return (
    <tr {...(current ? { 'aria-current': true } : {})}>
      <th scope="row">
        <LineLink {...{ row, filters, matrix }}>{name}</LineLink>
        {matrix.lines === 'units' && row.above ? <span className={styles['above']}>{row.above}</span> : null}
      </th>
      {row.cells.map((cell, at) => {
        const { matterId, title } = matrix.columns[at]!
        return (
          <td key={matterId}>
            {cell ? (
              <MatrixCell cell={cell} filter={{ ...filter, matter: matterId }} unit={name} matter={title} />
            ) : (
              <span className={styles['unbound']} role="img" aria-label={t('notFor')} />
            )}
          </td>
        )
      })}
      <Sum tally={row.total} filter={filter} name={name} total />
    </tr>
  )
}

type LineLinkProps = MatrixProps & { readonly row: MatrixLine; readonly children: ReactNode }

/** A unit with others below leads to them, a kind to its units, a single unit to its list. */
export function LineLink({ row, filters, matrix, children }: LineLinkProps) {
  const { page: _, ...kept } = filters
  if (row.unitId === null)
    return (
      <Link
        to="/ledgers/matrix"
        search={{ ...kept, unitKind: row.kind ?? undefined, lines: 'units' } as never}
      >
        {children}
      </Link>
    )
  if (matrix.lines === 'below' && row.opens)
    return (
      <Link to="/ledgers/matrix" search={{ ...kept, under: row.unitId } as never}>
        {children}
      </Link>
    )
  const filter = lineFilter(bare(filters), row, { lines: matrix.lines, under: matrix.under?.id })
  return (
    <Link to="/ledgers" search={listOf(filter)}>
      {children}
    </Link>
  )
}

type SumProps = {
  readonly tally: LightTally
  readonly filter: ItemFilter
  readonly name: string
  readonly total?: boolean
}

function Sum({ tally, filter, name, total = false }: SumProps) {
  const t = viewTexts.useTexts()
  const words = useTallyWords()(tally)
  return (
    <td className={total ? styles['total'] : undefined}>
      {words === '' ? (
        <span className={styles['unbound']} role="img" aria-label={t('notFor')} />
      ) : (
        <Link
          to="/ledgers"
          search={listOf(filter)}
          className={styles['open']}
          title={t('cellWords', { unit: t('sum'), matter: name, words })}
        >
          <TallyMarks tally={tally} />
        </Link>
      )}
    </td>
  )
}
