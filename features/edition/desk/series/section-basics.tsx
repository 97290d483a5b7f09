import { FormField, holdsRole, useHeldRoles } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { seriesLayouts } from '../../contract/index.ts'
import { Section } from './section.tsx'
import { seriesChoicesQuery } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

export function BasicsSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { words, change, series, editable } = form
  // Who cannot change it has no list to choose from.
  const choices = useQuery({
    ...seriesChoicesQuery,
    enabled: holdsRole(useHeldRoles(), ['editor']) && editable,
  })
  const campaigns = (choices.data?.campaigns ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const { campaignId } = words
  // A campaign that is over is in no list of those that run.
  const kept =
    campaignId !== null && !campaigns.some(({ value }) => value === campaignId)
      ? [{ value: campaignId, label: series.campaignName ?? campaignId }]
      : []
  return (
    <Section title={t('basics')}>
      <FormField label={t('name')} hint={t('nameHint')}>
        <Input value={words.name} maxLength={60} onChange={event => change({ name: event.target.value })} />
      </FormField>
      <FormField label={t('publisher')} hint={t('publisherHint')}>
        <Input
          value={words.publisher}
          maxLength={60}
          onChange={event => change({ publisher: event.target.value })}
        />
      </FormField>
      <Radio.Group
        aria-label={t('layout')}
        value={words.layout}
        onChange={event => change({ layout: event.target.value })}
        options={seriesLayouts.map(layout => ({ value: layout, label: t(`layout.${layout}`) }))}
      />
      <FormField label={t('campaign')} hint={t('campaignHint')}>
        <Select
          value={campaignId ?? ''}
          options={[{ value: '', label: t('anyCampaign') }, ...kept, ...campaigns]}
          onChange={id => change({ campaignId: id || null })}
        />
      </FormField>
    </Section>
  )
}
