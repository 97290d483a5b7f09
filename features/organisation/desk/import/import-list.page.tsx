import { EmptyState, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import {
  type ImportKind,
  type ImportState,
  type ImportSummary,
  importKinds,
  importStates,
} from '../../contract/index.ts'
import styles from './import.module.css'
import { importsQuery } from './import.queries.ts'
import { importTexts } from './import.texts.ts'
import { ImportRows } from './import-rows.tsx'
import type { ImportSearch } from './import-search.ts'
import { ImportStart } from './import-start.tsx'

export default function ImportListPage() {
  const t = importTexts.useTexts()
  const [filters, setFilters] = useFilters<ImportSearch>()
  const { into = 'units', ...query } = filters
  const list = useQuery(importsQuery(query))
  const navigate = useNavigate()
  const open = (id: string) => void navigate({ to: '/imports/$id', params: { id } })
  const filtered = query.kind !== undefined || query.state !== undefined
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} />
      <ImportStart kind={into} onKind={kind => setFilters({ into: kind })} onSent={sent => open(sent.id)} />
      <div className={styles['historyHead']}>
        <h2>{t('history')}</h2>
        <Select<ImportKind | ''>
          aria-label={t('kind')}
          value={query.kind ?? ''}
          onChange={kind => setFilters({ kind: kind || undefined })}
          options={[
            { value: '' as const, label: t('allKinds') },
            ...importKinds.map(value => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Select<ImportState | ''>
          aria-label={t('stateFilter')}
          value={query.state ?? ''}
          onChange={state => setFilters({ state: state || undefined })}
          options={[
            { value: '' as const, label: t('allStates') },
            ...importStates.map(value => ({ value, label: t(`state.${value}`) })),
          ]}
        />
      </div>
      <ListFrame<ImportSummary>
        list={list}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatchTitle')}
              action={
                <Button onClick={() => setFilters({ kind: undefined, state: undefined })}>
                  {t('clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('noneTitle')}>{t('noneWords')}</EmptyState>
          )
        }
        onOpen={row => open(row.id)}
        onPage={page => setFilters({ page })}
      >
        {(rows, selected) => <ImportRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}
