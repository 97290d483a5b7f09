import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  ListFrame,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  usePhone,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import type { RankingPage as Page, RankedUnit, ScoredCampaigns } from '../contract/index.ts'
import { RankingBars } from './ranking-bars.tsx'
import { RankedCard, useRankingColumns } from './ranking-columns.tsx'
import { RankingFigures } from './ranking-figures.tsx'
import { RankingFilters } from './ranking-filters.tsx'
import { RecountButton } from './recount-button.tsx'
import { ScoreTabs } from './score-head.tsx'
import styles from './scoring.module.css'
import { rankingQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'
import type { RankingSearch } from './scoring-search.ts'
import { useScored } from './use-scored.ts'

const listName = 'scoring.ranking'
const noFilters = { class: undefined, under: undefined, q: undefined, silence: undefined }

/** Units ranked by points; every figure opens what it counts. */
export default function RankingPage() {
  const t = scoringTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<RankingSearch>()
  const scored = useScored(filters)
  const { campaign, period } = scored
  const query = campaign ? { ...filters, campaign: campaign.id, period } : null
  const ranking = useQuery(rankingQuery(query))
  const search = useRef<InputRef>(null)
  const navigate = useNavigate()
  const place = campaign ? { campaign: campaign.id, period } : null
  const columns = useRankingColumns(place, ranking.data?.partial ?? false)
  const { page: _, ...exported } = query ?? { page: undefined }
  const narrowed = filters.class ?? filters.under ?? filters.q ?? filters.silence
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('note')}
        actions={
          campaign ? (
            <>
              {scored.found.data ? <OwnAccount data={scored.found.data} place={place} /> : null}
              {phone ? null : <ViewMenu />}
              {phone ? null : <ColumnChoice name={listName} columns={columns} />}
              {phone ? null : <ExportButton path="/api/scoring/ranking/export" order={{ body: exported }} />}
              {scored.found.data?.mayRecount && !phone ? <RecountButton /> : null}
            </>
          ) : null
        }
      />
      <ScoreTabs campaign={campaign?.id} />
      {scored.found.error ? (
        <ProblemNotice error={scored.found.error} onRetry={() => void scored.found.refetch()} />
      ) : null}
      {scored.found.isPending ? <ListSkeleton rows={10} /> : null}
      {scored.found.data && !campaign ? (
        <EmptyState title={t('noRules')}>{t('noRulesWords')}</EmptyState>
      ) : null}
      {campaign ? (
        <>
          <RankingFilters
            scored={scored}
            campaign={campaign}
            filters={filters}
            onChange={setFilters}
            searchRef={search}
          />
          {ranking.data ? (
            <RankingFigures page={ranking.data} onSilence={silence => setFilters({ silence })} />
          ) : null}
          {ranking.data && place ? <RankingBars rows={ranking.data.rows} place={place} /> : null}
          <ListFrame<RankedUnit, Page>
            list={ranking}
            empty={
              narrowed === undefined ? (
                <EmptyState title={t('empty')}>{t('emptyWords')}</EmptyState>
              ) : (
                <EmptyState
                  title={t('noMatch')}
                  action={<Button onClick={() => setFilters(noFilters)}>{t('clear')}</Button>}
                />
              )
            }
            onOpen={({ unitId }) =>
              void navigate({ to: '/scoring/units/$id', params: { id: unitId }, search: place ?? {} })
            }
            onPage={page => setFilters({ page })}
            onSearch={() => search.current?.focus({ cursor: 'all' })}
          >
            {(rows, selected) => (
              <DataTable
                label={t('list')}
                name={listName}
                rows={rows}
                rowKey={row => row.unitId}
                columns={columns}
                selected={selected}
                card={row => <RankedCard unit={row} place={place} />}
                order={filters.order ?? 'rank'}
                onOrder={order => setFilters({ order: order as RankingSearch['order'] })}
              />
            )}
          </ListFrame>
          <p className={styles['note']}>{t('rateNote')}</p>
        </>
      ) : null}
    </>
  )
}

type OwnAccountProps = {
  readonly data: ScoredCampaigns
  readonly place: { campaign: string; period: string } | null
}

/** Who stands in one unit alone is one press away from its points. */
function OwnAccount({ data, place }: OwnAccountProps) {
  const t = scoringTexts.useTexts()
  const [own, ...others] = data.own
  if (!own || others.length > 0 || !place) return null
  return (
    <Link className={styles['own']} to="/scoring/units/$id" params={{ id: own.id }} search={place}>
      {t('own')}
    </Link>
  )
}
