import { AbsentRecord, BackToList, isMissing, PageHeader, useFilters, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Radio } from 'antd'
import type { Campaign } from '../../contract/index.ts'
import { campaignQuery } from '../campaign.queries.ts'
import { campaignTexts } from '../campaign.texts.ts'
import { CampaignCommitments } from '../commitment/campaign-commitments.tsx'
import { CampaignActions } from './campaign-actions.tsx'
import { type PlanSearch, planShows, planViews } from './campaign-search.ts'
import { CampaignStateTag, useTaskWords } from './campaign-words.tsx'
import styles from './plan.module.css'
import { PlanStages } from './plan-stages.tsx'
import { PlanTable } from './plan-table.tsx'
import { PlanTimeline } from './plan-timeline.tsx'

export default function CampaignPageFrame() {
  const t = campaignTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const campaign = useQuery(campaignQuery(id))
  if (campaign.data && !isMissing(campaign.error)) return <CampaignPage campaign={campaign.data} />
  return (
    <AbsentRecord
      query={campaign}
      list="/campaigns"
      title={t('menu')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

/** One plan: what it is founded on, its stages in time with the tasks on them, and its commitments. */
function CampaignPage({ campaign }: { campaign: Campaign }) {
  const t = campaignTexts.useTexts()
  const { day } = useTaskWords()
  const phone = usePhone()
  const [{ view = 'timeline', show = 'all' }, setFilters] = useFilters<PlanSearch>()
  const tasks = campaign.tasks.filter(task => show === 'all' || task.required === (show === 'required'))
  const { name, unitName, fromDay, toDay, state, basis, purpose } = campaign
  return (
    <>
      <PageHeader
        title={name}
        back={<BackToList to="/campaigns">{t('back')}</BackToList>}
        note={
          <span className={styles['note']}>
            <CampaignStateTag state={state} />
            <span>{unitName}</span>
            <span>{t('span', { from: day(fromDay), to: day(toDay) })}</span>
            <span>{t('tasksOf', { required: campaign.requiredTasks, chosen: campaign.chosenTasks })}</span>
          </span>
        }
        actions={phone ? null : <CampaignActions campaign={campaign} />}
      />
      {phone ? <CampaignActions campaign={campaign} /> : null}
      {state === 'draft' ? <Alert type="warning" showIcon title={t('draftNote')} /> : null}
      {state === 'closed' ? <Alert type="info" showIcon title={t('closedNote')} /> : null}
      {basis || purpose ? (
        <dl className={styles['facts']}>
          {basis ? (
            <div>
              <dt>{t('basis')}</dt>
              <dd>{basis}</dd>
            </div>
          ) : null}
          {purpose ? (
            <div>
              <dt>{t('purpose')}</dt>
              <dd>{purpose}</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      <div className={styles['bar']}>
        <Radio.Group
          optionType="button"
          aria-label={t('views')}
          value={view}
          onChange={event => setFilters({ view: event.target.value === 'timeline' ? undefined : 'table' })}
          options={planViews.map(one => ({ value: one, label: t(one) }))}
        />
        <Radio.Group
          optionType="button"
          aria-label={t('show')}
          value={show}
          onChange={event =>
            setFilters({ show: event.target.value === 'all' ? undefined : event.target.value })
          }
          options={planShows.map(one => ({ value: one, label: t(one) }))}
        />
      </div>
      {view === 'table' ? <PlanTable campaign={campaign} tasks={tasks} /> : null}
      {view === 'timeline' && !phone ? <PlanTimeline campaign={campaign} tasks={tasks} /> : null}
      {view === 'timeline' && phone ? <PlanStages campaign={campaign} tasks={tasks} /> : null}
      {campaign.commitments > 0 ? <CampaignCommitments campaign={campaign} /> : null}
    </>
  )
}
