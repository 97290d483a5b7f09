import {
  EmptyState,
  FoldingFilters,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import type { changeTabs, SourceChange, SourceChangePage, SourceChangeQuery } from '../../contract/index.ts'
import { ChangeCard } from './change-card.tsx'
import styles from './erratum.module.css'
import { changesQuery } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'

/** Reports that changed under issues, with everything that uses them. */
export default function ChangeListPage() {
  const t = erratumTexts.useTexts()
  const [filters, setFilters] = useFilters<SourceChangeQuery>()
  const list = useQuery(changesQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const filtered = filters.q !== undefined || filters.edition !== undefined
  const tabs = (['issued', 'open', 'settled'] as const satisfies readonly (typeof changeTabs)[number][]).map(
    tab => ({ tab, words: t(`tab.${tab}`), count: list.data?.counts[tab] }),
  )
  return (
    <>
      <PageHeader title={t('menu')} note={t('note')} actions={<Link to="/errata">{t('errata')}</Link>} />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={0}
        more=""
      >
        <ViewMenu />
      </FoldingFilters>
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'issued'}
        onChoose={tab => setFilters({ tab: tab === 'issued' ? undefined : tab })}
        tabs={tabs}
      />
      <ListFrame<SourceChange, SourceChangePage>
        list={list}
        onOpen={({ reportId }) => void navigate({ to: '/reports/$id', params: { id: reportId } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatch')}
              action={
                <Button onClick={() => setFilters({ q: undefined, edition: undefined })}>
                  {t('clearFilters')}
                </Button>
              }
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <ul className={styles['changes']} aria-label={t('list')}>
            {rows.map((row, at) => (
              <li
                key={row.id}
                className={styles['change']}
                {...(at === selected ? { 'aria-current': true as const } : {})}
              >
                <ChangeCard change={row} />
              </li>
            ))}
          </ul>
        )}
      </ListFrame>
    </>
  )
}
