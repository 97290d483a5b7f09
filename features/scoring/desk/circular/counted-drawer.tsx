import {
  EmptyState,
  type FilterChange,
  formatDay,
  ListSkeleton,
  listStyles,
  PageTurner,
  ProblemNotice,
  useFocusBack,
  useLanguage,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { CircularRecord, CountedQuery, CountedRow } from '../../contract/index.ts'
import styles from './circular.module.css'
import { countedQuery } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'
import type { CircularPageSearch } from './circular-search.ts'

type CountedDrawerProps = {
  readonly circular: CircularRecord
  readonly search: CircularPageSearch
  readonly onSearch: (change: FilterChange<CircularPageSearch>) => void
}

const none = { what: undefined, unit: undefined, task: undefined, periodNo: undefined, page: undefined }

/** The rows behind the figure that was chosen, beside the page. */
export function CountedDrawer({ circular, search, onSearch }: CountedDrawerProps) {
  const { view: _, what, ...rest } = search
  if (!what) return null
  return <Rows circular={circular} query={{ what, ...rest }} onSearch={onSearch} />
}

type RowsProps = {
  readonly circular: CircularRecord
  readonly query: CountedQuery
  readonly onSearch: CountedDrawerProps['onSearch']
}

function Rows({ circular, query, onSearch }: RowsProps) {
  const t = circularTexts.useTexts()
  const phone = usePhone()
  const rows = useQuery(countedQuery(circular.id, query))
  useFocusBack()
  return (
    <Drawer
      open
      size={phone ? '100%' : 620}
      title={t(`rows.${query.what}`)}
      closable={{ 'aria-label': t('close') }}
      onClose={() => onSearch(none)}
    >
      {rows.error ? <ProblemNotice error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.isPending ? <ListSkeleton rows={8} /> : null}
      {rows.data?.total === 0 ? <EmptyState title={t('rowsEmpty')}>{null}</EmptyState> : null}
      {rows.data && rows.data.rows.length > 0 ? (
        <>
          <p className={styles['note']}>{t('rowsNow', { total: rows.data.total })}</p>
          <Table rows={rows.data.rows} label={t(`rows.${query.what}`)} />
          <PageTurner {...rows.data} onTurn={page => onSearch({ page })} />
        </>
      ) : null}
    </Drawer>
  )
}

function Table({ rows, label }: { readonly rows: readonly CountedRow[]; readonly label: string }) {
  const t = circularTexts.useTexts()
  const language = useLanguage()
  return (
    <table className={listStyles['table']} aria-label={label}>
      <thead>
        <tr>
          <th>{t('name')}</th>
          <th>{t('rowTitle')}</th>
          <th>{t('rowDay')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, unitName, title, day, reportId }) => (
          <tr key={id}>
            <td>{unitName}</td>
            <td>
              {reportId ? (
                <Link to="/reports/$id" params={{ id: reportId }}>
                  {title || '—'}
                </Link>
              ) : (
                title || '—'
              )}
            </td>
            <td className={styles['day']}>{day ? formatDay(day, language) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
