import { EmptyState, ListFrame, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { DocumentQuery, DocumentSummary } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { documentsQuery } from './document.queries.ts'
import { DocumentFilters } from './document-filters.tsx'
import styles from './document-list.module.css'
import { DocumentRows } from './document-rows.tsx'
import { importTexts } from './import.texts.ts'
import { RecogniseAll } from './recognise-all.tsx'
import { isClear, useAcceptance } from './use-acceptance.tsx'

const noFilters = { q: undefined, state: undefined, kind: undefined, batch: undefined }

/** Every document, filtered by the address bar; those without doubts are accepted many at once. */
export function DocumentList() {
  const t = archiveTexts.useTexts()
  const [filters, setFilters] = useFilters<DocumentQuery>()
  const documents = useQuery(documentsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const filtered = Object.keys(noFilters).some(name => filters[name as keyof typeof noFilters] !== undefined)
  return (
    <section className={styles['list']} aria-labelledby="document-list">
      <div className={styles['bar']}>
        <h2 id="document-list">{t('list')}</h2>
        <DocumentFilters filters={filters} onChange={setFilters} searchField={search} />
      </div>
      <ListFrame<DocumentSummary>
        list={documents}
        onOpen={({ id, may }) => {
          const to = may.includes('review') ? '/documents/$id/review' : '/documents/$id'
          void navigate({ to, params: { id } })
        }}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatchTitle')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <>
            <AcceptBar filters={filters} rows={rows} chosen={chosen} onDone={() => setChosen(new Set())} />
            <DocumentRows rows={rows} selected={selected} chosen={chosen} onChoose={setChosen} />
          </>
        )}
      </ListFrame>
    </section>
  )
}

type AcceptBarProps = {
  readonly filters: DocumentQuery
  readonly rows: readonly DocumentSummary[]
  readonly chosen: ReadonlySet<string>
  readonly onDone: () => void
}

function AcceptBar({ filters, rows, chosen, onDone }: AcceptBarProps) {
  const t = importTexts.useTexts()
  const { accept, acceptAll, isPending } = useAcceptance(filters)
  // What was chosen may have been accepted or removed by somebody else meanwhile.
  const there = rows.filter(row => chosen.has(row.id) && isClear(row))
  const pictures = rows.filter(row => row.state === 'unrecognised' && row.may.includes('recognise'))
  const mayAccept = rows.some(row => row.may.includes('accept'))
  if (!mayAccept && pictures.length < 2) return null
  return (
    <div className={styles['chosen']}>
      {mayAccept ? (
        <>
          <Button
            disabled={there.length === 0}
            loading={isPending}
            onClick={() => void accept(there).then(onDone)}
          >
            {there.length > 0 ? t('acceptChosen', { count: there.length }) : t('acceptChosenNone')}
          </Button>
          <Button type="text" disabled={isPending} onClick={() => void acceptAll()}>
            {t('acceptAll')}
          </Button>
        </>
      ) : null}
      {pictures.length > 1 ? <RecogniseAll pictures={pictures} /> : null}
    </div>
  )
}
