import { ActDialog } from '@jianbao/organisation/desk/parts'
import { holdsRole, listStyles, ProblemNotice, useHeldRoles } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Campaign, type CommitmentTally, commitmentReaders } from '../../contract/index.ts'
import { talliesQuery, useCampaignStep } from '../campaign.queries.ts'
import { useTaskWords } from '../plan/campaign-words.tsx'
import styles from './commitment.module.css'
import { commitmentTexts } from './commitment.texts.ts'

type Asking = { readonly act: 'issue' | 'remind'; readonly tally: CommitmentTally }

/** Commitments of a plan: how many units signed, each number opening its list; issued and reminded of here. */
export function CampaignCommitments({ campaign }: { campaign: Campaign }) {
  const t = commitmentTexts.useTexts()
  const tallies = useQuery(talliesQuery(campaign.id))
  const [asking, ask] = useState<Asking | null>(null)
  const { day } = useTaskWords()
  const issues = campaign.actions.includes('issue')
  // Whom none of them binds sees none of them.
  const own = tallies.data?.filter(({ bound, issued }) => bound + issued > 0) ?? []
  if (tallies.data && !own.length) return null
  return (
    <section className={styles['section']} aria-label={t('section')}>
      <h2>{t('section')}</h2>
      <p className={styles['soft']}>{t('sectionNote')}</p>
      {tallies.error ? <ProblemNotice error={tallies.error} onRetry={() => void tallies.refetch()} /> : null}
      <ul className={listStyles['cards']} aria-label={t('section')}>
        {own.map(tally => (
          <li key={tally.key} className={styles['tally']}>
            <div>
              <strong>{tally.name}</strong>
              <p className={styles['soft']}>{t('until', { day: day(tally.untilDay) })}</p>
            </div>
            <Numbers campaignId={campaign.id} tally={tally} />
            {issues ? <Acts tally={tally} onAsk={ask} /> : null}
          </li>
        ))}
      </ul>
      {asking ? <Confirm campaign={campaign} asking={asking} onClose={() => ask(null)} /> : null}
    </section>
  )
}

/** A bar of those who signed, and the numbers with the lists they count. */
function Numbers({ campaignId, tally }: { campaignId: string; tally: CommitmentTally }) {
  const t = commitmentTexts.useTexts()
  const reads = holdsRole(useHeldRoles(), commitmentReaders)
  const { key, bound, issued, signed, overdue } = tally
  const numbers = [
    ['issued', issued, {}],
    ['signed', signed, { state: 'signed' }],
    ['unsigned', issued - signed, { state: 'unsigned' }],
    ['overdue', overdue, { state: 'overdue' }],
  ] as const
  return (
    <div className={styles['numbers']}>
      <div className={styles['part']} aria-hidden="true">
        <i style={{ width: `${bound ? (signed / bound) * 100 : 0}%` }} />
      </div>
      <dl>
        <div>
          <dt>{t('tally_bound')}</dt>
          <dd>{bound}</dd>
        </div>
        {numbers.map(([word, count, search]) => (
          <div key={word} data-bad={word === 'overdue' && count > 0}>
            <dt>{t(`tally_${word}`)}</dt>
            <dd>
              {count > 0 && reads ? (
                <Link to="/commitments" search={{ campaign: campaignId, key, ...search }}>
                  {count}
                </Link>
              ) : (
                count
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Acts({ tally, onAsk }: { tally: CommitmentTally; onAsk: (asking: Asking) => void }) {
  const t = commitmentTexts.useTexts()
  const { bound, issued, signed, name } = tally
  const rest = Math.max(0, bound - issued)
  const words = issued === 0 ? t('issue') : rest ? t('issueRest', { count: rest }) : t('issueAgain')
  return (
    <div className={styles['acts']}>
      {issued === 0 || rest > 0 || signed < issued ? (
        <Button
          type={issued === 0 ? 'primary' : 'default'}
          aria-label={`${words} ${name}`}
          onClick={() => onAsk({ act: 'issue', tally })}
        >
          {words}
        </Button>
      ) : null}
      {signed < issued ? (
        <Button aria-label={`${t('remind')} ${name}`} onClick={() => onAsk({ act: 'remind', tally })}>
          {t('remind')}
        </Button>
      ) : null}
    </div>
  )
}

type ConfirmProps = { readonly campaign: Campaign; readonly asking: Asking; readonly onClose: () => void }

function Confirm({ campaign, asking: { act, tally }, onClose }: ConfirmProps) {
  const t = commitmentTexts.useTexts()
  const step = useCampaignStep()
  const { message } = App.useApp()
  const { key, name, issued, signed } = tally
  const send = async () => {
    const { units = 0 } = await step.mutateAsync({ act, id: campaign.id, key })
    void message.success(t(act === 'issue' ? 'issued' : 'reminded', { count: units }))
  }
  return (
    <ActDialog
      title={t(`${act}Title`, { name })}
      confirm={t(act)}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{act === 'issue' ? t('issueWords') : t('remindWords', { count: issued - signed })}</p>
    </ActDialog>
  )
}
