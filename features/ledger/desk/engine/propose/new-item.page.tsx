import {
  BackToList,
  EmptyState,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  usePersonId,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { NewItem } from './new-item.tsx'
import { ledgersQuery, unitOfSearchQuery } from './propose.queries.ts'
import { proposeTexts } from './propose.texts.ts'
import type { ProposeSearch } from './propose-search.ts'

/** 立项 */
export default function NewItemPage() {
  const t = proposeTexts.useTexts()
  const [search] = useFilters<ProposeSearch>()
  const personId = usePersonId()
  const ledgers = useQuery(ledgersQuery)
  const unit = useQuery({ ...unitOfSearchQuery(search.unit ?? ''), enabled: search.unit !== undefined })
  const open = (ledgers.data?.rows ?? []).filter(({ actions }) => actions.includes('propose'))
  const ready = ledgers.data && personId !== null && (search.unit === undefined || !unit.isPending)
  return (
    <>
      <PageHeader
        title={t('title')}
        back={<BackToList to="/ledgers">{t('back')}</BackToList>}
        note={t('note')}
      />
      {ledgers.error ? <ProblemNotice error={ledgers.error} onRetry={() => void ledgers.refetch()} /> : null}
      {!ready && !ledgers.error ? <ListSkeleton rows={10} /> : null}
      {ready && open.length === 0 ? (
        <EmptyState title={t('noLedgers')} action={<Link to="/campaigns">{t('goCampaigns')}</Link>}>
          {t('noLedgersWords')}
        </EmptyState>
      ) : null}
      {ready && open.length > 0 ? (
        <NewItem ledgers={open} personId={personId} search={search} unit={unit.data ?? null} />
      ) : null}
    </>
  )
}
