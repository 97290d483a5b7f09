import { type FilterChange, SearchField, ViewMenu } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { type InputRef, Select, Tag } from 'antd'
import type { Ref } from 'react'
import type { DocumentKind, DocumentQuery, DocumentState } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { batchQuery } from './batch.queries.ts'
import { documentKinds } from './choices.ts'
import styles from './document-list.module.css'
import { stateChoices } from './document-search.ts'
import { importTexts } from './import.texts.ts'

type DocumentFiltersProps = {
  readonly filters: DocumentQuery
  readonly onChange: (change: FilterChange<DocumentQuery>) => void
  readonly searchField: Ref<InputRef>
}

export function DocumentFilters({ filters, onChange, searchField }: DocumentFiltersProps) {
  const t = archiveTexts.useTexts()
  const ti = importTexts.useTexts()
  return (
    <search className={styles['filters']}>
      {filters.batch ? <BatchTag id={filters.batch} onClose={() => onChange({ batch: undefined })} /> : null}
      <div className={styles['search']}>
        <SearchField
          ref={searchField}
          value={filters.q ?? ''}
          label={t('search')}
          onSearch={words => onChange({ q: words })}
        />
      </div>
      <Select<DocumentState | ''>
        className={styles['select'] ?? ''}
        aria-label={t('stateFilter')}
        value={filters.state ?? ''}
        onChange={state => onChange({ state: state || undefined })}
        options={[
          { value: '' as const, label: t('allStates') },
          ...stateChoices.map(state => ({ value: state, label: t(`state.${state}`) })),
        ]}
      />
      <Select<DocumentKind | ''>
        className={styles['select'] ?? ''}
        aria-label={ti('kindFilter')}
        value={filters.kind ?? ''}
        onChange={kind => onChange({ kind: kind || undefined })}
        options={[
          { value: '' as const, label: ti('allKinds') },
          ...documentKinds.map(kind => ({ value: kind, label: ti(`kind.${kind}`) })),
        ]}
      />
      <Select<'newest' | 'doubtful'>
        className={styles['wide'] ?? ''}
        aria-label={ti('order')}
        value={filters.order ?? 'newest'}
        onChange={order => onChange({ order: order === 'newest' ? undefined : order })}
        options={(['newest', 'doubtful'] as const).map(order => ({
          value: order,
          label: ti(`order.${order}`),
        }))}
      />
      <ViewMenu />
    </search>
  )
}

function BatchTag({ id, onClose }: { id: string; onClose: () => void }) {
  const t = importTexts.useTexts()
  const { data } = useQuery(batchQuery(id))
  return (
    <Tag
      className={styles['batch'] ?? ''}
      closable={{ 'aria-label': t('batchFilterOff') }}
      onClose={event => {
        event.preventDefault()
        onClose()
      }}
    >
      {t('batchFilter', { file: data?.fileName ?? '…' })}
    </Tag>
  )
}
