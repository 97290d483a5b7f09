import {
  EmptyState,
  ExportButton,
  formatCount,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
  useSlow,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import type { SearchPage as FoundPage, SearchHit, SearchQuery } from '../../contract/index.ts'
import { AlsoSearched } from './also-searched.tsx'
import { EmptyArchive } from './empty-archive.tsx'
import { Narrowed } from './fact-filters.tsx'
import styles from './find.module.css'
import { searchQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { Suggestion } from './find.types.ts'
import { noFilters } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'
import { HitRows } from './hit-rows.tsx'
import searchStyles from './search.module.css'
import boxStyles from './search-box.module.css'
import { SearchBox } from './search-box.tsx'
import { SearchFilters, setFiltersOf } from './search-filters.tsx'
import { SpreadPanel } from './spread-panel.tsx'

export default function SearchPage() {
  const t = findTexts.useTexts()
  const [filters, setFilters] = useFilters<SearchQuery>()
  const navigate = useNavigate()
  const field = useRef<InputRef>(null)
  const found = useQuery(searchQuery(filters))
  const slow = useSlow(found.isPlaceholderData)
  const phone = usePhone()
  // Another search is a step of its own on the way back.
  const go = (change: Partial<Record<keyof SearchQuery, unknown>>) =>
    void navigate({ to: '/search', search: { ...filters, page: undefined, ...change } })
  const choose = ({ kind, text, articleId }: Suggestion) => {
    if (kind === 'headline' && articleId) void navigate({ to: '/articles/$id', params: { id: articleId } })
    else go({ q: undefined, [kind]: text, ...(kind === 'unit' ? { unitOnly: undefined } : {}) })
  }

  return (
    <>
      <PageHeader title={t('menuSearch')} note={phone ? null : t('searchNote')} />
      <FindTabs />
      <search className={boxStyles['searching']}>
        <SearchBox
          ref={field}
          value={filters.q ?? ''}
          onSearch={words => go({ q: words || undefined })}
          onSuggestion={choose}
        />
      </search>
      <SearchFilters filters={filters} onChange={setFilters} />
      <Narrowed filters={filters.without ? { without: filters.without } : {}} onChange={setFilters} />
      <div className={styles['columns']}>
        <section className={searchStyles['hits']} aria-label={t('hits')}>
          {found.data ? <Found page={found.data} filters={filters} slow={slow} /> : null}
          <ListFrame<SearchHit>
            list={found}
            onOpen={({ articleId }) =>
              void navigate({ to: '/articles/$id', params: { id: articleId }, search: wordsOf(filters) })
            }
            onPage={page => setFilters({ page })}
            onSearch={() => field.current?.focus({ cursor: 'all' })}
            empty={<NothingFound filters={filters} />}
          >
            {(rows, selected) => <HitRows rows={rows} selected={selected} filters={filters} />}
          </ListFrame>
        </section>
        {found.data && found.data.total > 0 ? <SpreadPanel filters={filters} /> : null}
      </div>
    </>
  )
}

/** The words of a search go along to the article, where they are lit. */
export function wordsOf({ q, synonyms }: SearchQuery) {
  return { q, synonyms }
}

type FoundProps = { readonly page: FoundPage; readonly filters: SearchQuery; readonly slow: boolean }

function Found({ page, filters, slow }: FoundProps) {
  const t = findTexts.useTexts()
  const { page: _page, ...exported } = filters
  const number = formatCount(page.total) + (page.totalIsFloor ? '+' : '')
  return (
    <div className={searchStyles['found']}>
      <p aria-live="polite">
        {slow ? t('searching') : page.total > 0 ? t('found', { count: page.total, number }) : null}
        {slow ? null : <AlsoSearched also={page.also} filters={filters} />}
      </p>
      {page.total > 0 ? <ExportButton path="/api/search/export" order={{ body: exported }} /> : null}
    </div>
  )
}

function NothingFound({ filters }: { filters: SearchQuery }) {
  const t = findTexts.useTexts()
  const filtered = setFiltersOf(filters) > 0
  if (!filtered && filters.q === undefined) return <EmptyArchive />
  return (
    <EmptyState
      title={t('nothingFound')}
      action={
        <span className={searchStyles['ways']}>
          {filtered ? (
            <Link to="/search" search={{ ...filters, ...noFilters, page: undefined }}>
              <Button tabIndex={-1}>{t('clearFilters')}</Button>
            </Link>
          ) : null}
          {filters.q ? (
            <Link to="/search" search={{ ...filters, q: undefined, page: undefined }}>
              {t(filtered ? 'withoutWords' : 'seeAll')}
            </Link>
          ) : null}
        </span>
      }
    >
      {t(filtered ? 'nothingFoundFiltered' : 'nothingFoundWords')}
    </EmptyState>
  )
}
