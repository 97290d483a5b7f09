import { BackToList, formatCount, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { InputRef } from 'antd'
import { useRef } from 'react'
import { DoneLine } from './done-line.tsx'
import { unitQuery, unitTreeQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { UnitRows } from './unit-children.tsx'
import { UnitFilters } from './unit-filters.tsx'
import { UnitHeaderActions } from './unit-header-actions.tsx'
import { UnitPane } from './unit-pane.tsx'
import { UnitResults } from './unit-results.tsx'
import { isListing, type UnitSearch } from './unit-search.ts'
import type { UnitDesk } from './use-unit-desk.ts'

/** One column: search on top, and level by level down the tree. */
export function PhoneUnits({ id, desk }: { id: string | undefined; desk: UnitDesk }) {
  return id === undefined ? <Top desk={desk} /> : <Opened id={id} desk={desk} />
}

function Top({ desk }: { desk: UnitDesk }) {
  const t = unitTexts.useTexts()
  const [filters, setFilters] = useFilters<UnitSearch>()
  const search = useRef<InputRef>(null)
  const retired = filters.state === 'all'
  const tops = useQuery(unitTreeQuery(null, retired))
  const rows = tops.data?.rows ?? []
  const total = rows.reduce((sum, top) => sum + top.descendantCount + (top.state === 'active' ? 1 : 0), 0)
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={tops.data ? t('note', { count: total, number: formatCount(total) }) : null}
        actions={<UnitHeaderActions filters={filters} />}
      />
      <DoneLine desk={desk} />
      <UnitFilters filters={filters} onFilters={setFilters} searchRef={search} />
      {isListing(filters) ? (
        <UnitResults
          filters={filters}
          onFilters={setFilters}
          onSearch={() => search.current?.focus()}
          onOpen={() => undefined}
        />
      ) : (
        <>
          {tops.error ? <ProblemNotice error={tops.error} onRetry={() => void tops.refetch()} /> : null}
          {tops.isPending ? <ListSkeleton rows={8} /> : null}
          {rows.length === 1 ? <UnitPane id={rows[0]!.id} desk={desk} retired={retired} /> : null}
          {rows.length > 1 ? <UnitRows rows={rows} label={t('menu')} /> : null}
        </>
      )}
    </>
  )
}

function Opened({ id, desk }: { id: string; desk: UnitDesk }) {
  const t = unitTexts.useTexts()
  const unit = useQuery(unitQuery(id)).data
  return (
    <>
      <PageHeader
        title={unit?.name ?? t('unit')}
        note={unit ? t(`kind.${unit.kind}`) : null}
        back={<BackToList to="/units">{t('menu')}</BackToList>}
      />
      <DoneLine desk={desk} />
      <UnitPane id={id} desk={desk} retired={unit?.state === 'retired'} alone />
    </>
  )
}
