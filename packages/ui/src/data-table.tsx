import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { usePhone } from './appearance.ts'
import { type Column, nextOrder, useShownColumns } from './columns.ts'
import listStyles from './list.module.css'

type DataTableProps<Row> = {
  readonly label: string
  /** Under this name the browser remembers the choice of columns: `organisation.people`. */
  readonly name: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly selected: number
  /** What a phone shows instead of the columns. */
  readonly card: (row: Row) => ReactNode
  /** The order in force, as in the address, and how to change it. */
  readonly order?: string | undefined
  readonly onOrder?: (order: string | undefined) => void
}

/** Rows of records: a table on a desk, whose heads put it in order, cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, name, rows, rowKey, columns, selected, card, order, onOrder } = props
  const phone = usePhone()
  const [shown] = useShownColumns(name, columns)
  const seen = columns.filter(column => shown.includes(column.key))
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  if (phone)
    return (
      <ul className={listStyles['cards']} aria-label={label}>
        {rows.map((row, at) => (
          <li key={rowKey(row)} {...current(at)}>
            {card(row)}
          </li>
        ))}
      </ul>
    )
  return (
    <div className={listStyles['wide']}>
      <table className={listStyles['table']} aria-label={label}>
        <thead>
          <tr>
            {seen.map(column => (
              <Head key={column.key} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)} {...current(at)}>
              {seen.map(column => (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps<Row> = {
  readonly column: Column<Row>
  readonly order: string | undefined
  readonly onOrder: ((order: string | undefined) => void) | undefined
}

function Head<Row>({ column, order, onOrder }: HeadProps<Row>) {
  const { sort, title } = column
  if (!sort || !onOrder) return <th className={classOf(column)}>{title}</th>
  const way = order === sort.up ? 'ascending' : order === sort.down ? 'descending' : 'none'
  const Arrow = way === 'descending' ? CaretDownOutlined : CaretUpOutlined
  return (
    <th className={classOf(column)} aria-sort={way}>
      <button
        type="button"
        className={listStyles['sort']}
        data-way={way}
        onClick={() => onOrder(nextOrder(sort, order))}
      >
        {title}
        <Arrow aria-hidden="true" />
      </button>
    </th>
  )
}

const classOf = ({ number, className }: Pick<Column<never>, 'number' | 'className'>): string =>
  [number ? listStyles['number'] : '', className].filter(Boolean).join(' ')
