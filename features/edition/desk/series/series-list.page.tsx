import { EmptyState, holdsRole, ListFrame, PageHeader, useFilters, useHeldRoles } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { SeriesPage, SeriesQuery, SeriesSummary } from '../../contract/index.ts'
import { NewSeries } from './new-series.tsx'
import { seriesListQuery } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'
import { SeriesFilters } from './series-filters.tsx'
import { SeriesRows } from './series-rows.tsx'

const noFilters = { q: undefined, state: undefined }

/** Series of one's units. */
export default function SeriesListPage() {
  const t = seriesTexts.useTexts()
  const [filters, setFilters] = useFilters<SeriesQuery>()
  const list = useQuery(seriesListQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const [adding, setAdding] = useState(false)
  const edits = holdsRole(useHeldRoles(), ['editor'])
  const open = (id: string) => void navigate({ to: '/series/$id', params: { id } })
  const add = edits ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  ) : null
  const filtered = filters.q !== undefined || filters.state !== undefined
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} actions={add} />
      <SeriesFilters filters={filters} counts={list.data?.counts} onChange={setFilters} searchRef={search} />
      <ListFrame<SeriesSummary, SeriesPage>
        list={list}
        onOpen={({ id }) => open(id)}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t(edits ? 'emptyWords' : 'emptyReader')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <SeriesRows rows={rows} selected={selected} />}
      </ListFrame>
      {adding ? <NewSeries onOpened={open} onClose={() => setAdding(false)} /> : null}
    </>
  )
}
