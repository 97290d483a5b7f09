import {
  AbsentRecord,
  BackToList,
  ExportButton,
  formatInstant,
  PageHeader,
  useFilters,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AccountFigures } from './account-figures.tsx'
import { AccountLines } from './account-lines.tsx'
import { AccountMonths } from './account-months.tsx'
import { CountedDrawer } from './counted-drawer.tsx'
import { Namings } from './ranking-columns.tsx'
import { CampaignChoice, PeriodChoice } from './score-head.tsx'
import styles from './scoring.module.css'
import { accountQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'
import type { AccountSearch } from './scoring-search.ts'
import { useScored } from './use-scored.ts'

/** One unit's points: where it stands, month by month, and each line with its reason. */
export default function AccountPage() {
  const t = scoringTexts.useTexts()
  const phone = usePhone()
  const { id } = useParams({ strict: false }) as { id: string }
  const [filters, setFilters] = useFilters<AccountSearch>()
  const scored = useScored(filters)
  const { campaign, period } = scored
  const query = campaign ? { campaign: campaign.id, period } : null
  const account = useQuery(accountQuery(id, query))
  const { data } = account
  const nothing = scored.found.data && !campaign
  if (!data || !campaign || account.error)
    return (
      <AbsentRecord
        query={scored.found.error ? scored.found : account}
        list="/scoring"
        title={t(nothing ? 'noRules' : 'account')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  const { unit, months, lines } = data
  return (
    <>
      <PageHeader
        title={unit.unitName}
        back={<BackToList to="/scoring">{t('back')}</BackToList>}
        note={`${t('place', { className: unit.className, rank: unit.rank, of: unit.of })} · ${t('computed', {
          at: formatInstant(data.computedAt),
        })}`}
        actions={
          phone ? null : (
            <ExportButton
              path={`/api/scoring/accounts/${id}/export`}
              order={{ body: { campaign: campaign.id, period } }}
            />
          )
        }
      />
      <div className={styles['filters']}>
        <CampaignChoice
          campaigns={scored.campaigns}
          campaign={campaign}
          onChange={next => setFilters({ campaign: next, period: undefined })}
        />
        <PeriodChoice
          campaign={campaign}
          today={scored.today}
          period={period}
          onChange={next => setFilters({ period: next })}
        />
        <Namings unit={unit} />
      </div>
      <AccountFigures unit={unit} onOpen={of => setFilters({ of })} />
      <AccountMonths months={months} onPick={month => setFilters({ period: month })} />
      <AccountLines lines={lines} />
      {filters.of ? (
        <CountedDrawer
          id={id}
          query={{ campaign: campaign.id, period, of: filters.of }}
          onClose={() => setFilters({ of: undefined })}
        />
      ) : null}
    </>
  )
}
