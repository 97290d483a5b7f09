import { EmptyState, holdsRole, ListFrame, PageHeader, useFilters, useHeldRoles } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { type CircularQuery, type CircularSummary, circularKeepers } from '../../contract/index.ts'
import { circularsQuery } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'
import { CircularFilters } from './circular-filters.tsx'
import { CircularRows } from './circular-rows.tsx'
import { MakeCircular } from './make-circular.tsx'

const noFilters = { q: undefined, state: undefined }

/** Circulars of one's own units, and those that came from above. */
export default function CircularListPage() {
  const t = circularTexts.useTexts()
  const [filters, setFilters] = useFilters<CircularQuery>()
  const circulars = useQuery(circularsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const [making, setMaking] = useState(false)
  const keeps = holdsRole(useHeldRoles(), circularKeepers)
  const filtered = filters.q !== undefined || filters.state !== undefined
  const open = (id: string) => void navigate({ to: '/circulars/$id', params: { id } })
  const make = keeps ? (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} actions={make} />
      <CircularFilters filters={filters} onChange={setFilters} searchRef={search} />
      <ListFrame<CircularSummary>
        list={circulars}
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
            <EmptyState title={t('emptyTitle')}>{t(keeps ? 'emptyWords' : 'emptyReader')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <CircularRows rows={rows} selected={selected} />}
      </ListFrame>
      {making ? <MakeCircular onMade={({ id }) => open(id)} onClose={() => setMaking(false)} /> : null}
    </>
  )
}
