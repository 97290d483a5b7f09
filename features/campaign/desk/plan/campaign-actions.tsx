import { ActDialog, FormDrawer } from '@jianbao/organisation/desk/parts'
import { ExportButton, FormField, useSending } from '@jianbao/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { Campaign } from '../../contract/index.ts'
import { useCampaignStep } from '../campaign.queries.ts'
import { campaignTexts } from '../campaign.texts.ts'
import styles from './plan.module.css'

type Asking = 'open' | 'close' | 'renew'

/** What may be done with a whole plan; nothing for those who only read it. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const t = campaignTexts.useTexts()
  const [asking, ask] = useState<Asking | null>(null)
  const { actions, state, id } = campaign
  if (!actions.length) return null
  const reopens = state === 'closed'
  return (
    <div className={styles['actions']}>
      {actions.includes('open') ? (
        <Button type={reopens ? 'default' : 'primary'} onClick={() => ask('open')}>
          {t(reopens ? 'act.reopen' : 'act.open')}
        </Button>
      ) : null}
      {actions.includes('load') ? (
        <Link to="/campaign-packs" search={{ unit: campaign.unitId }}>
          <Button>{t('act.load')}</Button>
        </Link>
      ) : null}
      <ExportButton path={`/api/campaigns/${id}/pack`} order={{ body: {} }} label={t('save')} />
      {actions.includes('renew') ? <Button onClick={() => ask('renew')}>{t('act.renew')}</Button> : null}
      {actions.includes('close') ? <Button onClick={() => ask('close')}>{t('act.close')}</Button> : null}
      {asking === 'renew' ? <RenewForm campaign={campaign} onClose={() => ask(null)} /> : null}
      {asking === 'open' || asking === 'close' ? (
        <StateDialog campaign={campaign} act={asking} onClose={() => ask(null)} />
      ) : null}
    </div>
  )
}

type DialogProps = { readonly campaign: Campaign; readonly onClose: () => void }

function StateDialog({ campaign, act, onClose }: DialogProps & { readonly act: 'open' | 'close' }) {
  const t = campaignTexts.useTexts()
  const step = useCampaignStep()
  const { id, version, name, state } = campaign
  const word = act === 'open' && state === 'closed' ? 'reopen' : act
  return (
    <ActDialog
      title={t(`${word}Title`, { name })}
      confirm={t(`act.${word}`)}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      danger={act === 'close'}
      onConfirm={() => step.mutateAsync({ act, id, version })}
      onClose={onClose}
    >
      <p>{t(`${word}Words`)}</p>
    </ActDialog>
  )
}

function RenewForm({ campaign, onClose }: DialogProps) {
  const t = campaignTexts.useTexts()
  const step = useCampaignStep()
  const navigate = useNavigate()
  const [year, setYear] = useState(Number(campaign.fromDay.slice(0, 4)) + 1)
  const sending = useSending(onClose)
  const send = () =>
    sending.send(async () => {
      const { campaign: made } = await step.mutateAsync({ act: 'renew', id: campaign.id, year })
      if (made) await navigate({ to: '/campaigns/$id', params: { id: made.id } })
    })
  return (
    <FormDrawer
      title={t('renewTitle')}
      save={t('renew')}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      sending={sending}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('renewWords')}</p>
      <FormField label={t('year')}>
        <InputNumber
          min={2000}
          max={2100}
          precision={0}
          value={year}
          onChange={next => setYear(next ?? year)}
        />
      </FormField>
    </FormDrawer>
  )
}
