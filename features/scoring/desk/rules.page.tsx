import { EmptyState, ListSkeleton, PageHeader, ProblemNotice, useFilters } from '@jianbao/ui'
import { RulesVersion } from './rules-version.tsx'
import { CampaignChoice, ScoreTabs } from './score-head.tsx'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'
import type { ScoringSearch } from './scoring-search.ts'
import { useScored } from './use-scored.ts'

/** The rules in words, all versions of them, out of the pack that is in force. */
export default function RulesPage() {
  const t = scoringTexts.useTexts()
  const [filters, setFilters] = useFilters<ScoringSearch>()
  const { found, campaigns, campaign, today } = useScored(filters)
  const versions = (campaign?.versions ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <>
      <PageHeader title={t('rules')} note={t('rulesNote')} />
      <ScoreTabs campaign={campaign?.id} />
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton rows={12} /> : null}
      {found.data && !campaign ? <EmptyState title={t('noRules')}>{t('noRulesWords')}</EmptyState> : null}
      {campaign ? (
        <>
          <div className={styles['filters']}>
            <CampaignChoice
              campaigns={campaigns}
              campaign={campaign}
              onChange={id => setFilters({ campaign: id })}
            />
          </div>
          {versions.map((version, at) => (
            <RulesVersion
              key={version.id}
              campaign={campaign}
              version={version}
              next={versions[at - 1] ?? null}
              today={today}
            />
          ))}
        </>
      ) : null}
    </>
  )
}
