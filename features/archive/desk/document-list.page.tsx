import {
  EmptyState,
  listStyles,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  SearchField,
  useFilters,
  useListKeys,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select, Skeleton } from 'antd'
import { useRef } from 'react'
import type { DocumentQuery, DocumentState } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { documentsQuery } from './document.queries.ts'
import styles from './document-list.module.css'
import { DocumentRows } from './document-rows.tsx'
import { stateChoices } from './document-search.ts'
import { DropZone } from './drop-zone.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { uploadDesk } from './uploads.ts'

export default function DocumentListPage() {
  const t = archiveTexts.useTexts()
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} />
      <DropZone onFiles={uploadDesk.add} />
      <UploadPanel />
      <DocumentList />
    </>
  )
}

function DocumentList() {
  const t = archiveTexts.useTexts()
  const [filters, setFilters] = useFilters<DocumentQuery>()
  const documents = useQuery(documentsQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const rows = documents.data?.rows ?? []
  const filtered = filters.q !== undefined || filters.state !== undefined
  const selected = useListKeys({
    count: rows.length,
    onOpen: index => void navigate({ to: '/documents/$id', params: { id: rows[index]!.id } }),
    onSearch: () => search.current?.focus({ cursor: 'all' }),
  })

  return (
    <section className={styles['list']} aria-labelledby="document-list">
      <div className={styles['bar']}>
        <h2 id="document-list">{t('list')}</h2>
        <search className={styles['filters']}>
          <div className={styles['search']}>
            <SearchField
              ref={search}
              value={filters.q ?? ''}
              label={t('search')}
              onSearch={words => setFilters({ q: words })}
            />
          </div>
          <Select<DocumentState | ''>
            className={styles['select'] ?? ''}
            aria-label={t('stateFilter')}
            value={filters.state ?? ''}
            onChange={state => setFilters({ state: state || undefined })}
            options={[
              { value: '' as const, label: t('allStates') },
              ...stateChoices.map(state => ({ value: state, label: t(`state.${state}`) })),
            ]}
          />
        </search>
      </div>
      {documents.error ? (
        <ProblemNotice error={documents.error} onRetry={() => void documents.refetch()} />
      ) : null}
      {documents.isPending ? (
        <div aria-busy="true" aria-label={t('loading')} role="status">
          <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
        </div>
      ) : null}
      {documents.data && rows.length === 0 && documents.data.total > 0 ? (
        <PastEnd total={documents.data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {documents.data?.total === 0 ? (
        filtered ? (
          <EmptyState
            title={t('noMatchTitle')}
            action={
              <Button onClick={() => setFilters({ q: undefined, state: undefined })}>
                {t('clearFilters')}
              </Button>
            }
          >
            {t('noMatchWords')}
          </EmptyState>
        ) : (
          <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
        )
      ) : null}
      {documents.data && rows.length > 0 ? (
        <>
          <DocumentRows rows={rows} selected={selected} />
          <PageTurner {...documents.data} onTurn={page => setFilters({ page })} />
          <p className={listStyles['keys']}>{t('keys')}</p>
        </>
      ) : null}
    </section>
  )
}
