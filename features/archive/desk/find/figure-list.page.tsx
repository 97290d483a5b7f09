import { EmptyState, formatCount, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { FigurePage, FigureQuery } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import factStyles from './fact.module.css'
import { FactFilters } from './fact-filters.tsx'
import { FigureRows } from './figure-rows.tsx'
import filterStyles from './filter.module.css'
import { figuresQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { FigureRow } from './find.types.ts'
import { figureOrders, noFilters } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'

export default function FigureListPage() {
  const t = findTexts.useTexts()
  const [filters, setFilters] = useFilters<FigureQuery>()
  const figures = useQuery(figuresQuery(filters))
  const navigate = useNavigate()
  // Sizes of different measures say nothing beside each other.
  const orders = figureOrders.filter(order => order !== 'largest' || filters.measure !== undefined)
  return (
    <>
      <PageHeader title={t('menuFigures')} note={t('figuresNote')} />
      <FindTabs />
      <FactFilters
        filters={filters}
        onChange={setFilters}
        order={
          <Select
            className={filterStyles['select'] ?? ''}
            aria-label={t('orderLabel')}
            value={filters.order ?? 'newest'}
            onChange={order => setFilters({ order: order === 'newest' ? undefined : order })}
            options={orders.map(order => ({ value: order, label: t(`order.${order}`) }))}
          />
        }
      />
      {figures.data ? <Measures page={figures.data} filters={filters} /> : null}
      <ListFrame<FigureRow>
        list={figures}
        onOpen={({ articleId }) => void navigate({ to: '/articles/$id', params: { id: articleId } })}
        onPage={page => setFilters({ page })}
        empty={
          <EmptyState
            title={t('noFigures')}
            action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
          >
            {t('noFiguresWords')}
          </EmptyState>
        }
      >
        {(rows, selected) => <FigureRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

/** Otherwise a link without a measure counts as the page of every measure. */
const exactly = { exact: true, explicitUndefined: true }

/** Each measure with how many figures it has: never a sum, people and attendances are not the same. */
function Measures({ page, filters }: { page: FigurePage; filters: FigureQuery }) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  const all = page.measures.reduce((sum, row) => sum + row.figures, 0)
  const order = filters.order === 'largest' ? undefined : filters.order
  const to = { ...filters, page: undefined }
  return (
    <nav className={factStyles['measures']} aria-label={t('measureFilter')}>
      <Link
        to="/figures"
        search={{ ...to, measure: undefined, order }}
        activeOptions={exactly}
        aria-current={filters.measure === undefined ? 'true' : undefined}
      >
        {t('allMeasures')} <span>{formatCount(all)}</span>
      </Link>
      {page.measures.map(({ measure, figures }) => (
        <Link
          key={measure}
          to="/figures"
          search={{ ...to, measure }}
          activeOptions={exactly}
          aria-current={filters.measure === measure ? 'true' : undefined}
        >
          {facts(`measure.${measure}`)} <span>{formatCount(figures)}</span>
        </Link>
      ))}
    </nav>
  )
}
