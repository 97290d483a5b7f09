import { ListSkeleton, ProblemNotice, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { SearchQuery } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { BarList } from './bar-list.tsx'
import styles from './find.module.css'
import { spreadQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { PeriodCard } from './period-card.tsx'
import searchStyles from './search.module.css'

/** How the hits spread over months, columns and types; every bar narrows the search to itself. */
export function SpreadPanel({ filters }: { filters: SearchQuery }) {
  const t = findTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  if (!phone)
    return (
      <aside className={styles['spread']} aria-label={t('spread')}>
        <Spread filters={filters} />
      </aside>
    )
  return (
    <details className={searchStyles['spreadFold']} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('spread')}</summary>
      <div className={styles['spread']}>{open ? <Spread filters={filters} /> : null}</div>
    </details>
  )
}

function Spread({ filters }: { filters: SearchQuery }) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  const found = useQuery(spreadQuery(filters))
  const rows = useMemo(
    () => (found.data?.months ?? []).map(({ month, hits }) => ({ month, part: 'hits', count: hits })),
    [found.data],
  )
  const parts = useMemo(() => [{ key: 'hits', name: t('articles') }], [t])
  const to = (change: Partial<Record<keyof SearchQuery, unknown>>) => ({
    to: '/search',
    search: { ...filters, page: undefined, ...change },
  })
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <ListSkeleton rows={8} />
  const { undated, exact, columns, types } = found.data
  return (
    <>
      <PeriodCard
        title={t('spreadMonths')}
        rows={rows}
        parts={parts}
        within={filters}
        target={days => to({ ...days, without: undefined })}
        note={
          <>
            {undated > 0 ? (
              <Link {...to({ without: 'day' })}>{t('undatedArticles', { count: undated })}</Link>
            ) : null}
            {exact ? null : <span> {t('sample')}</span>}
          </>
        }
      />
      <BarList
        title={t('spreadColumns')}
        rows={columns.map(({ name, hits }) => ({
          key: name ?? '',
          name: name ?? t('noColumn'),
          count: hits,
          target: to(name === null ? { without: 'column', column: undefined } : { column: name }),
        }))}
      />
      <BarList
        title={t('spreadTypes')}
        rows={types.map(({ type, hits }) => ({
          key: type,
          name: facts(`event.${type}`),
          count: hits,
          target: to({ type }),
        }))}
      />
    </>
  )
}
