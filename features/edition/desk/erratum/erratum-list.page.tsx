import {
  type Column,
  DataTable,
  EmptyState,
  FoldingFilters,
  formatInstant,
  ListFrame,
  ListTabs,
  PageHeader,
  StateTag,
  useFilters,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import {
  type Erratum,
  type ErratumPage,
  type ErratumQuery,
  type ErratumState,
  erratumStates,
} from '../../contract/index.ts'
import styles from './erratum.module.css'
import { errataQuery } from './erratum.queries.ts'
import { erratumTexts } from './erratum.texts.ts'

const tones = { draft: 'busy', approved: 'doubt', published: 'good', dropped: 'quiet' } as const

export function ErratumTag({ state }: { readonly state: ErratumState }) {
  const t = erratumTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

export default function ErratumListPage() {
  const t = erratumTexts.useTexts()
  const [filters, setFilters] = useFilters<ErratumQuery>()
  const list = useQuery(errataQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const filtered = [filters.q, filters.state, filters.edition].some(each => each !== undefined)
  const begin = filters.edition ? (
    <Link to="/errata/new" search={{ edition: filters.edition }}>
      {t('newTitle')}
    </Link>
  ) : null
  return (
    <>
      <PageHeader
        title={t('errata')}
        note={t('errataNote')}
        actions={
          <>
            {begin}
            <Link to="/changes">{t('menu')}</Link>
          </>
        }
      />
      <FoldingFilters
        words={filters.q}
        label={t('searchErrata')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={0}
        more=""
      >
        <ViewMenu />
      </FoldingFilters>
      <ListTabs
        label={t('errataTabs')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...erratumStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('allErrata') : t(`state.${tab}`),
          count: list.data?.counts[tab],
        }))}
      />
      <ListFrame<Erratum, ErratumPage>
        list={list}
        onOpen={({ id }) => void navigate({ to: '/errata/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatch')}
              action={
                <Button onClick={() => setFilters({ q: undefined, state: undefined, edition: undefined })}>
                  {t('clearFilters')}
                </Button>
              }
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('errataEmpty')}>{t('errataEmptyWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <Rows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function Rows(props: { readonly rows: readonly Erratum[]; readonly selected: number }) {
  const t = erratumTexts.useTexts()
  const words = (row: Erratum) => (
    <Link className={styles['words'] ?? ''} to="/errata/$id" params={{ id: row.id }}>
      {row.words}
    </Link>
  )
  const columns: readonly Column<Erratum>[] = [
    { key: 'words', title: t('colWords'), cell: words, fixed: true },
    { key: 'issue', title: t('colIssue'), cell: row => row.editionName },
    { key: 'state', title: t('colState'), cell: row => <ErratumTag state={row.state} /> },
    { key: 'by', title: t('colBy'), cell: row => `${row.createdName} ${formatInstant(row.createdAt)}` },
  ]
  return (
    <DataTable
      {...props}
      label={t('errataList')}
      name="edition.errata"
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <>
          <div className={styles['head']}>
            {words(row)}
            <ErratumTag state={row.state} />
          </div>
          <p className={styles['soft']}>
            {row.editionName} · {row.createdName} {formatInstant(row.createdAt)}
          </p>
        </>
      )}
    />
  )
}
