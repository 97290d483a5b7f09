import { AbsentRecord, BackToList, isMissing, ListTabs, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ContestAwards } from '../../contract/index.ts'
import { awardsQuery } from './award.queries.ts'
import { awardTexts } from './award.texts.ts'
import { type AwardSearch, awardTabs } from './award-search.ts'
import { CertificatesTab } from './certificates-tab.tsx'
import { LotteryTab } from './lottery-tab.tsx'
import { ResultsTab } from './results-tab.tsx'

/** What comes of a contest: 证书, 公示, 抽奖. */
export default function AwardsPage() {
  const t = awardTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [{ tab = 'certificates' }, setFilters] = useFilters<AwardSearch>()
  const awards = useQuery(awardsQuery(id))
  if (!awards.data || isMissing(awards.error))
    return (
      <AbsentRecord
        query={awards}
        list="/contests"
        title={t('title')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  const { title, unitName } = awards.data
  return (
    <>
      <PageHeader
        title={t('title')}
        back={<BackToList to={`/contests/${id}`}>{title}</BackToList>}
        note={`${title} · ${unitName}`}
      />
      <ListTabs
        label={t('parts')}
        chosen={tab}
        onChoose={chosen =>
          setFilters({
            tab: chosen === 'certificates' ? undefined : chosen,
            list: undefined,
            kind: undefined,
          })
        }
        tabs={awardTabs.map(each => ({
          tab: each,
          words: t(`tab.${each}`),
          count: countOf(awards.data, each),
        }))}
      />
      {tab === 'certificates' ? <CertificatesTab awards={awards.data} /> : null}
      {tab === 'results' ? <ResultsTab awards={awards.data} /> : null}
      {tab === 'lottery' ? <LotteryTab awards={awards.data} /> : null}
    </>
  )
}

function countOf(awards: ContestAwards, tab: (typeof awardTabs)[number]): number {
  if (tab === 'certificates') return awards.certificates.reduce((sum, { issued }) => sum + issued, 0)
  if (tab === 'results') return awards.results.find(({ withdrawnAt }) => withdrawnAt === null)?.lines ?? 0
  return awards.draws.length
}
