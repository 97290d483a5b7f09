import { UnitFilter } from '@jianbao/organisation/desk'
import { EmptyState, ExportButton, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import type { ServiceQuery } from '../../contract/index.ts'
import styles from './service.module.css'
import { totalsQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'
import { ServiceList } from './service-list.tsx'
import { TotalsTable } from './totals-table.tsx'

/** People, money and services by unit; with a group in the address the services that a figure counts. */
export default function ServiceSummaryPage() {
  const [filters, setFilters] = useFilters<ServiceQuery>()
  if (filters.group !== undefined) return <ServiceList filters={filters} onChange={setFilters} />
  return <Totals under={filters.under} onUnder={under => setFilters({ under })} />
}

type TotalsProps = { readonly under: string | undefined; readonly onUnder: (id: string | undefined) => void }

function Totals({ under, onUnder }: TotalsProps) {
  const t = serviceTexts.useTexts()
  const totals = useQuery(totalsQuery(under))
  return (
    <>
      <PageHeader
        title={t('summary')}
        note={t('summaryNote')}
        actions={<ExportButton path="/api/service-totals/export" order={{ body: under ? { under } : {} }} />}
      />
      <div className={`${styles['buttons']} ${styles['above']}`}>
        <UnitFilter
          name={under === undefined ? null : (totals.data?.unitName ?? '')}
          onChange={unit => onUnder(unit?.id)}
        />
      </div>
      {totals.error ? <ProblemNotice error={totals.error} onRetry={() => void totals.refetch()} /> : null}
      {totals.isPending ? <ListSkeleton /> : null}
      {totals.data?.whole.items === 0 ? (
        <EmptyState title={t('emptySummary')}>{t('emptySummaryWords')}</EmptyState>
      ) : totals.data ? (
        <TotalsTable totals={totals.data} under={under} />
      ) : null}
    </>
  )
}
