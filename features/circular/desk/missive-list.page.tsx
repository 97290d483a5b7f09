import {
  EmptyState,
  ExportButton,
  FoldingFilters,
  ListFrame,
  ListTabs,
  PageHeader,
  useFilters,
  usePhone,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select, Tag } from 'antd'
import { useRef } from 'react'
import {
  type MissivePage,
  type MissiveQuery,
  type MissiveSummary,
  missiveKinds,
  missiveTabs,
} from '../contract/index.ts'
import styles from './missive.module.css'
import { missivesQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { MissiveRows } from './missive-rows.tsx'

const noFilters = {
  ...{ q: undefined, kind: undefined, tab: undefined, unit: undefined, to: undefined },
  ...{ year: undefined, batch: undefined, item: undefined },
}

/** Documents of one's own units and those below, and what came back of them. */
export default function MissiveListPage() {
  const t = missiveTexts.useTexts()
  const [filters, setFilters] = useFilters<MissiveQuery>()
  const list = useQuery(missivesQuery(filters))
  const navigate = useNavigate()
  const phone = usePhone()
  const search = useRef<InputRef>(null)
  const { page: _, pageSize: __, ...shown } = filters
  const drafts = list.data?.drafts ?? false
  const draftLink = (
    <Link to="/missives/new">
      <Button type="primary">{t('draftNew')}</Button>
    </Link>
  )
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('note')}
        actions={
          <>
            {phone || !list.data?.counts.issued ? null : (
              <ExportButton path="/api/missives/pack" order={{ body: shown }} label={t('pack')} />
            )}
            {phone ? null : <ExportButton path="/api/missives/export" order={{ body: shown }} />}
            {drafts ? draftLink : null}
          </>
        }
      />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.kind ? 1 : 0}
        more={filters.kind ? t('moreSet', { count: 1 }) : t('more')}
      >
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('kindFilter')}
          value={(filters.kind ?? '') as string}
          onChange={chosen => setFilters({ kind: missiveKinds.find(kind => kind === chosen) })}
          options={[
            { value: '', label: t('allKinds') },
            ...missiveKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
        />
        <ViewMenu />
        {filters.batch ? (
          <Tag closable onClose={() => setFilters({ batch: undefined })}>
            {t('batchOnly')}
          </Tag>
        ) : null}
        {filters.item ? (
          <Tag closable onClose={() => setFilters({ item: undefined })}>
            {t('itemOnly')}
          </Tag>
        ) : null}
      </FoldingFilters>
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'all'}
        onChoose={tab => setFilters({ tab: tab === 'all' ? undefined : tab })}
        tabs={missiveTabs.map(tab => ({ tab, words: t(`tab.${tab}`), count: list.data?.counts[tab] }))}
      />
      <ListFrame<MissiveSummary, MissivePage>
        list={list}
        onOpen={({ id }) => void navigate({ to: '/missives/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          Object.keys(shown).length > 0 ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')} action={drafts ? draftLink : undefined}>
              {t(drafts ? 'emptyWords' : 'emptyReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => <MissiveRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}
