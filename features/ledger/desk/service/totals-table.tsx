import { type Column, DataTable, formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ServiceGroup, ServiceQuery, ServiceSums, ServiceTotals } from '../../contract/index.ts'
import { writtenMoney } from './money-input.tsx'
import styles from './service.module.css'
import { serviceTexts } from './service.texts.ts'

type Line = ServiceSums & { readonly unitId: string | null; readonly unitName: string }
type Counted = 'items' | 'open' | 'done' | 'failing' | 'public'

const groups: Readonly<Record<Counted, ServiceGroup>> = {
  items: 'all',
  open: 'open',
  done: 'done',
  failing: 'failing',
  public: 'public',
}

type TotalsTableProps = { readonly totals: ServiceTotals; readonly under: string | undefined }

/** A line for each unit, the whole first; every figure opens the services it is made of. */
export function TotalsTable({ totals, under }: TotalsTableProps) {
  const t = serviceTexts.useTexts()
  const lines: Line[] = [{ ...totals.whole, unitId: null, unitName: t('whole') }, ...totals.rows]
  const to = (line: Line, group: ServiceGroup): ServiceQuery => ({
    group,
    ...(line.unitId === null ? {} : { unit: line.unitId }),
    ...(under === undefined ? {} : { under }),
  })
  const count = (line: Line, name: Counted) => (
    <Link to="/services-summary" search={to(line, groups[name])}>
      {formatCount(line[name])}
    </Link>
  )
  // People and money are those of all services of the line.
  const sum = (line: Line, words: string) => (
    <Link to="/services-summary" search={to(line, 'all')}>
      {words}
    </Link>
  )
  const columns: Column<Line>[] = [
    { key: 'unit', title: t('colUnit'), cell: line => <strong>{line.unitName}</strong>, fixed: true },
    { key: 'items', title: t('colItems'), cell: line => count(line, 'items') },
    { key: 'open', title: t('colOpen'), cell: line => count(line, 'open') },
    { key: 'done', title: t('colDone'), cell: line => count(line, 'done') },
    { key: 'failing', title: t('colFailing'), cell: line => count(line, 'failing') },
    { key: 'public', title: t('colPublic'), cell: line => count(line, 'public') },
    { key: 'people', title: t('colPeople'), cell: line => sum(line, formatCount(line.people)) },
    {
      key: 'attendances',
      title: t('colAttendances'),
      cell: line => sum(line, formatCount(line.attendances)),
    },
    { key: 'budget', title: t('colBudget'), cell: line => sum(line, writtenMoney(line.budget)) },
    { key: 'spent', title: t('colSpent'), cell: line => sum(line, writtenMoney(line.spent)) },
  ]
  return (
    <DataTable
      rows={lines}
      selected={-1}
      label={t('summary')}
      name="ledger.service-totals"
      rowKey={({ unitId }) => unitId ?? 'whole'}
      columns={columns}
      card={line => (
        <>
          <strong>{line.unitName}</strong>
          <dl className={styles['facts']}>
            {columns.slice(1).map(({ key, title, cell }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{cell(line)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    />
  )
}
