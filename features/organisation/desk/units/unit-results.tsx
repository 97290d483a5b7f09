import {
  EmptyState,
  ListSkeleton,
  listStyles,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useListKeys,
  usePhone,
  useRowInSight,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { UnitRow } from '../../contract/index.ts'
import styles from './results.module.css'
import { unitListQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import type { UnitSearch } from './unit-search.ts'
import { KindWords, Marked } from './unit-words.tsx'

type UnitResultsProps = {
  readonly filters: UnitSearch
  readonly onFilters: (change: { [K in keyof UnitSearch]?: UnitSearch[K] | undefined }) => void
  readonly onSearch: () => void
  /** A row was opened, which leaves the list. */
  readonly onOpen: () => void
}

/** What the filters let through; a row opens its place in the tree. */
export function UnitResults({ filters, onFilters, onSearch, onOpen }: UnitResultsProps) {
  const t = unitTexts.useTexts()
  const phone = usePhone()
  const navigate = useNavigate()
  const found = useQuery(unitListQuery(filters))
  const rows = found.data?.rows ?? []
  const selected = useListKeys({
    count: rows.length,
    onOpen: at => {
      onOpen()
      void navigate({ to: '/units/$id', params: { id: rows[at]!.id } })
    },
    onSearch,
  })
  const box = useRowInSight(selected)
  const clear = () => onFilters({ q: undefined, kind: undefined, state: undefined })
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <ListSkeleton rows={8} />
  if (found.data.total === 0)
    return (
      <EmptyState title={t('noResults')} action={<Button onClick={clear}>{t('clear')}</Button>}>
        {t('noResultsWords')}
      </EmptyState>
    )
  if (rows.length === 0)
    return <PastEnd total={found.data.total} onFirst={() => onFilters({ page: undefined })} />
  return (
    <div ref={box} className={styles['results']} {...(found.isPlaceholderData ? { 'data-stale': '' } : {})}>
      <ul className={styles['rows']} aria-label={t('results')}>
        {rows.map((row, at) => (
          <li key={row.id} {...(at === selected ? { 'aria-current': true } : {})}>
            <Result row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <PageTurner {...found.data} onTurn={page => onFilters({ page })} />
      {phone ? null : <p className={listStyles['keys']}>{t('resultKeys')}</p>}
    </div>
  )
}

function Result({ row, onOpen }: { row: UnitRow; onOpen: () => void }) {
  const t = unitTexts.useTexts()
  const { match } = row
  return (
    <Link to="/units/$id" params={{ id: row.id }} className={styles['result']} onClick={onOpen}>
      <span className={styles['head']}>
        <span className={styles['name']}>{match?.in === 'name' ? <Marked match={match} /> : row.name}</span>
        <KindWords kind={row.kind} state={row.state} />
      </span>
      {match && match.in !== 'name' ? (
        <span className={styles['also']}>
          {t(`in.${match.in}`)} <Marked match={match} />
        </span>
      ) : null}
      {row.above.length > 0 ? <span className={styles['above']}>{row.above.join(' › ')}</span> : null}
    </Link>
  )
}
