import { EmptyState, ExportButton, formatCount, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ContestAttemptPage, ContestAttemptRow, ContestAttemptsQuery } from '../../contract/index.ts'
import { AttemptRows } from './attempt-rows.tsx'
import { FilterTags } from './filter-tags.tsx'
import { BackToNumbers } from './player-list.page.tsx'
import styles from './statistics.module.css'
import { attemptsQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

/** The attempts a number counts, the latest first. */
export default function AttemptListPage() {
  const t = statisticsTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useFilters<ContestAttemptsQuery>()
  const attempts = useQuery(attemptsQuery(id, filters))
  const { page: _, ...under } = filters
  const place = attempts.data?.placeName
  return (
    <>
      <PageHeader
        title={place ? t('attemptsOf', { place }) : t('attemptsTitle')}
        back={<BackToNumbers id={id} title={attempts.data?.title} />}
        note={t('attemptsNote', { total: formatCount(attempts.data?.total ?? 0) })}
        actions={
          <ExportButton
            path={`/api/contests/${id}/statistics/export`}
            order={{ body: { list: 'attempts', filters: under } }}
          />
        }
      />
      <div className={styles['tools']}>
        <FilterTags filters={filters} onClear={setFilters} />
      </div>
      <ListFrame<ContestAttemptRow, ContestAttemptPage>
        list={attempts}
        onOpen={({ player }) => setFilters({ player })}
        onPage={page => setFilters({ page })}
        empty={<EmptyState title={t('attemptsEmpty')}>{t('attemptsEmptyWords')}</EmptyState>}
      >
        {(rows, selected) => <AttemptRows rows={rows} selected={selected} choice={null} />}
      </ListFrame>
    </>
  )
}
