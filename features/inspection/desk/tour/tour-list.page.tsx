import { UnitFilter } from '@jianbao/organisation/desk'
import {
  ColumnChoice,
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
import { Button, Checkbox, type InputRef } from 'antd'
import { useRef } from 'react'
import { type TourPage, type TourQuery, type TourSummary, tourStates } from '../../contract/index.ts'
import { toursQuery } from '../inspection.queries.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'
import { columnsName, TourRows, useTourColumns } from './tour-rows.tsx'

const noFilters = { q: undefined, state: undefined, unit: undefined, mine: undefined }

/** Tours of one's own units, and those one goes along with. */
export default function TourListPage() {
  const t = tourTexts.useTexts()
  const [filters, setFilters] = useFilters<TourQuery>()
  const tours = useQuery(toursQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const columns = useTourColumns()
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const set = [filters.unit, filters.mine].filter(value => value !== undefined).length
  const open = ({ id }: TourSummary) => void navigate({ to: '/tours/$id', params: { id } })
  const add = (
    <Link to="/tours/new" className={styles['primary'] ?? ''}>
      {t('add')}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            <ColumnChoice name={columnsName} columns={columns} />
            {add}
          </>
        }
      />
      <ListTabs
        label={t('states')}
        chosen={filters.state ?? 'all'}
        onChoose={tab => setFilters({ state: tab === 'all' ? undefined : tab })}
        tabs={(['all', ...tourStates] as const).map(tab => ({
          tab,
          words: tab === 'all' ? t('tab.all') : t(`state.${tab}`),
          count: countOf(tours.data, tab),
        }))}
      />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={set}
        more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
      >
        <UnitFilter
          name={filters.unit === undefined ? null : (tours.data?.unitName ?? '')}
          onChange={unit => setFilters({ unit: unit?.id })}
        />
        <Checkbox
          checked={filters.mine ?? false}
          onChange={event => setFilters({ mine: event.target.checked || undefined })}
        >
          {t('mine')}
        </Checkbox>
        <ViewMenu />
      </FoldingFilters>
      <ListFrame<TourSummary, TourPage>
        list={tours}
        onOpen={open}
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
            <EmptyState title={t('emptyTitle')} action={add}>
              {t('emptyWords')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => <TourRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function countOf(page: TourPage | undefined, tab: TourSummary['state'] | 'all'): number | undefined {
  if (!page) return undefined
  if (tab !== 'all') return page.counts[tab]
  return Object.values(page.counts).reduce((sum, count) => sum + count, 0)
}
