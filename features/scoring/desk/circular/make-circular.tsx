import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { FormField, ListSkeleton, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { useState } from 'react'
import type { CircularChoices, CircularRecord } from '../../contract/index.ts'
import { choicesQuery, makeCircular } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'
import { periodChoices, usualPeriod } from './period-choices.ts'

type MakeCircularProps = {
  readonly onMade: (circular: CircularRecord) => void
  readonly onClose: () => void
}

/** Asks for whom, of what and for when, and has the first draft made. */
export function MakeCircular({ onMade, onClose }: MakeCircularProps) {
  const t = circularTexts.useTexts()
  const client = useQueryClient()
  const choices = useQuery(choicesQuery)
  const [wish, setWish] = useState<Wish>({ span: 'month' })
  const sending = useSending(onClose)
  const draft = choices.data ? draftOf(choices.data, wish) : null
  const send = () => {
    if (!draft) return
    void sending.send(async () => {
      const made = await makeCircular(draft)
      void client.invalidateQueries({ queryKey: ['circulars', 'list'] })
      onMade(made)
    })
  }
  return (
    <FormDrawer
      title={t('makeTitle')}
      save={t('makeNow')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('makeWords')}</p>
      {choices.error ? <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      {choices.isPending ? <ListSkeleton rows={4} /> : null}
      {choices.data?.campaigns.length === 0 ? <p role="alert">{t('noCampaign')}</p> : null}
      {choices.data && choices.data.campaigns.length > 0 ? (
        <Fields choices={choices.data} wish={wish} onWish={setWish} />
      ) : null}
    </FormDrawer>
  )
}

type Wish = {
  readonly unitId?: string
  readonly campaignId?: string
  readonly span: 'month' | 'quarter'
  readonly period?: string | undefined
}

/** What is asked for, with the usual where nothing was chosen; null while there is nothing to count. */
function draftOf({ units, campaigns, today }: CircularChoices, wish: Wish) {
  const campaign = campaigns.find(({ id }) => id === wish.campaignId) ?? campaigns[0]
  const unitId = wish.unitId ?? units[0]?.id
  if (!campaign || !unitId) return null
  const period = wish.period ?? usualPeriod(periodChoices(campaign, wish.span, today), today)
  return period ? { unitId, campaignId: campaign.id, period } : null
}

type FieldsProps = {
  readonly choices: CircularChoices
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
}

function Fields({ choices, wish, onWish }: FieldsProps) {
  const t = circularTexts.useTexts()
  const { units, campaigns, today } = choices
  const draft = draftOf(choices, wish)
  const campaign = campaigns.find(({ id }) => id === (draft?.campaignId ?? wish.campaignId)) ?? campaigns[0]!
  const periods = periodChoices(campaign, wish.span, today)
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FormField label={t('unit')}>
        <Select
          aria-label={t('unit')}
          value={draft?.unitId ?? null}
          options={named(units)}
          onChange={unitId => onWish({ ...wish, unitId: unitId ?? '' })}
        />
      </FormField>
      <FormField label={t('campaign')}>
        <Select
          aria-label={t('campaign')}
          value={campaign.id}
          options={named(campaigns)}
          onChange={campaignId => onWish({ ...wish, campaignId, period: undefined })}
        />
      </FormField>
      <Radio.Group
        aria-label={t('span')}
        value={wish.span}
        onChange={event => onWish({ ...wish, span: event.target.value, period: undefined })}
        options={[
          { value: 'month', label: t('month') },
          { value: 'quarter', label: t('quarter') },
        ]}
      />
      <FormField label={t('period')} problem={periods.length === 0 ? t('noPeriod') : null}>
        <Select
          aria-label={t('period')}
          value={draft?.period ?? null}
          options={periods}
          onChange={period => onWish({ ...wish, period: period ?? undefined })}
        />
      </FormField>
    </>
  )
}
