import { ExportButton, PageTurner, useFilters, useListKeys, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { coverageLines, type ItemMatrix } from '../../../contract/index.ts'
import { ItemLightLegend } from '../item-words.tsx'
import { noFilters } from '../list/list-search.ts'
import { matrixQuery } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { ViewFilters } from '../views/view-filters.tsx'
import { ViewFrame } from '../views/view-frame.tsx'
import { countSet, type MatrixSearch } from '../views/view-search.ts'
import styles from './matrix.module.css'
import { MatrixCards } from './matrix-cards.tsx'
import { listOf } from './matrix-cell.tsx'
import { lineFilter } from './matrix-line.ts'
import { bare, MatrixTable } from './matrix-table.tsx'

export default function MatrixPage() {
  const t = viewTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<MatrixSearch>()
  const matrix = useQuery(matrixQuery(filters))
  const { data } = matrix
  const { page: _, columnPage: __, ...exported } = filters
  return (
    <ViewFrame
      title={t('matrix')}
      note={t('matrixNote', { day: data?.today ?? '' })}
      actions={phone ? null : <ExportButton path="/api/ledger-matrix/export" order={{ body: exported }} />}
      filters={
        <ViewFilters filters={filters} underName={data?.under?.name} onChange={setFilters}>
          <Segmented
            aria-label={t('linesChoice')}
            value={data?.lines ?? filters.lines ?? 'below'}
            onChange={lines => setFilters({ lines: lines === 'below' ? undefined : lines })}
            options={coverageLines.map(lines => ({ value: lines, label: t(`lines.${lines}`) }))}
          />
        </ViewFilters>
      }
      query={matrix}
      empty={({ rows, total }) => rows.length === 0 && total === 0}
      onClear={countSet(filters) > 0 ? () => setFilters({ ...noFilters, group: undefined }) : null}
    >
      {answer => <Shown matrix={answer} filters={filters} setFilters={setFilters} />}
    </ViewFrame>
  )
}

type ShownProps = {
  readonly matrix: ItemMatrix
  readonly filters: MatrixSearch
  readonly setFilters: ReturnType<typeof useFilters<MatrixSearch>>[1]
}

function Shown({ matrix, filters, setFilters }: ShownProps) {
  const phone = usePhone()
  const navigate = useNavigate()
  const selected = useListKeys({
    count: matrix.rows.length,
    onOpen: at => {
      const row = matrix.rows[at]!
      if (matrix.lines === 'below' && row.opens && row.unitId) setFilters({ under: row.unitId })
      else {
        const filter = lineFilter(bare(filters), row, { lines: matrix.lines, under: matrix.under?.id })
        void navigate({ to: '/ledgers', search: listOf(filter) })
      }
    },
  })
  return (
    <>
      {matrix.line.length > 0 ? <PlaceLine matrix={matrix} filters={filters} /> : null}
      <ColumnTurner matrix={matrix} onTurn={columnPage => setFilters({ columnPage, page: filters.page })} />
      {phone ? (
        <MatrixCards matrix={matrix} filters={filters} />
      ) : (
        <MatrixTable matrix={matrix} filters={filters} selected={selected} />
      )}
      <div className={styles['foot']}>
        <ItemLightLegend />
        <PageTurner {...matrix} onTurn={page => setFilters({ page })} />
      </div>
    </>
  )
}

/** Where one is in the tree, and the way up again. */
function PlaceLine({ matrix, filters }: Omit<ShownProps, 'setFilters'>) {
  const t = viewTexts.useTexts()
  const { page: _, ...kept } = filters
  return (
    <nav className={styles['place']} aria-label={t('place')}>
      {matrix.line.map(({ id, name }) => (
        <span key={id}>
          <Link to="/ledgers/matrix" search={{ ...kept, under: id } as never}>
            {name}
          </Link>
          <span aria-hidden="true"> › </span>
        </span>
      ))}
      <span aria-current="page">{matrix.under?.name}</span>
    </nav>
  )
}

type ColumnTurnerProps = { readonly matrix: ItemMatrix; readonly onTurn: (page: number | undefined) => void }

function ColumnTurner({ matrix, onTurn }: ColumnTurnerProps) {
  const t = viewTexts.useTexts()
  const { columnTotal, columnPage, columnPageSize } = matrix
  if (columnTotal <= columnPageSize) return null
  const from = (columnPage - 1) * columnPageSize + 1
  const to = Math.min(columnTotal, columnPage * columnPageSize)
  return (
    <div className={styles['turner']}>
      <span>{t('columnsShown', { from, to, total: columnTotal })}</span>
      <Button size="small" disabled={columnPage === 1} onClick={() => onTurn(columnPage - 1 || undefined)}>
        {t('earlierColumns')}
      </Button>
      <Button size="small" disabled={to >= columnTotal} onClick={() => onTurn(columnPage + 1)}>
        {t('laterColumns')}
      </Button>
    </div>
  )
}
