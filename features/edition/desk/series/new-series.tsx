import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { FormField, ListSkeleton, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { type SeriesChoices, seriesLayouts } from '../../contract/index.ts'
import styles from './series.module.css'
import { openSeries, seriesChoicesQuery } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'
import { templateOf } from './series-templates.ts'

type NewSeriesProps = { readonly onOpened: (id: string) => void; readonly onClose: () => void }

const nothing = { issueNo: 0, specialNo: 0, runningNo: 0 }

/** Asks for what a series cannot be without; the rest comes from the template. */
export function NewSeries({ onOpened, onClose }: NewSeriesProps) {
  const t = seriesTexts.useTexts()
  const client = useQueryClient()
  const choices = useQuery(seriesChoicesQuery)
  const [wish, setWish] = useState<Wish>({ layout: 'bulletin', name: '', publisher: '', startAfter: nothing })
  const sending = useSending(onClose)
  const send = () => {
    const unit = unitOf(choices.data, wish)
    if (!choices.data || !unit || wish.name.trim().length < 2 || !wish.publisher.trim()) return
    const campaign = campaignOf(choices.data, wish)
    const words = templateOf(wish.layout, { ...wish, campaign, holders: unit.holders })
    void sending.send(async () => {
      const made = await openSeries({ unitId: unit.id, ...words, startAfter: wish.startAfter })
      void client.invalidateQueries({ queryKey: ['series', 'list'] })
      onOpened(made.id)
    })
  }
  return (
    <FormDrawer
      title={t('newTitle')}
      save={t('create')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('newWords')}</p>
      {choices.error ? <ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      {choices.isPending ? <ListSkeleton rows={4} /> : null}
      {choices.data?.units.length === 0 ? <p role="alert">{t('noEditorPost')}</p> : null}
      {choices.data && choices.data.units.length > 0 ? (
        <Fields choices={choices.data} wish={wish} onWish={change => setWish({ ...wish, ...change })} />
      ) : null}
    </FormDrawer>
  )
}

type Wish = {
  readonly layout: (typeof seriesLayouts)[number]
  readonly unitId?: string
  /** Null: of any campaign; the newest one when nothing was chosen. */
  readonly campaignId?: string | null
  readonly name: string
  readonly publisher: string
  readonly startAfter: typeof nothing
}

const unitOf = (choices: SeriesChoices | undefined, { unitId }: Wish) =>
  choices?.units.find(({ id }) => id === unitId) ?? choices?.units[0]
const campaignOf = ({ campaigns }: SeriesChoices, { campaignId }: Wish) =>
  campaignId === null ? null : (campaigns.find(({ id }) => id === campaignId) ?? campaigns[0] ?? null)

type FieldsProps = {
  readonly choices: SeriesChoices
  readonly wish: Wish
  readonly onWish: (change: Partial<Wish>) => void
}

function Fields({ choices, wish, onWish }: FieldsProps) {
  const t = seriesTexts.useTexts()
  const named = choices.units.map(({ id, name }) => ({ value: id, label: name }))
  const campaigns = choices.campaigns.map(({ id, name }) => ({ value: id, label: name }))
  const after = { issueNo: 'lastIssue', specialNo: 'lastSpecial', runningNo: 'lastRunning' } as const
  return (
    <>
      <Radio.Group
        vertical
        aria-label={t('template')}
        value={wish.layout}
        onChange={event => onWish({ layout: event.target.value })}
        options={seriesLayouts.map(layout => ({ value: layout, label: t(`template.${layout}`) }))}
      />
      {named.length > 1 ? (
        <FormField label={t('unit')}>
          <Select
            value={unitOf(choices, wish)?.id ?? null}
            options={named}
            onChange={unitId => unitId && onWish({ unitId })}
          />
        </FormField>
      ) : null}
      <FormField label={t('name')} hint={t('nameHint')}>
        <Input
          value={wish.name}
          maxLength={60}
          required
          minLength={2}
          onChange={event => onWish({ name: event.target.value })}
        />
      </FormField>
      <FormField label={t('publisher')} hint={t('publisherHint')}>
        <Input
          value={wish.publisher}
          maxLength={60}
          required
          onChange={event => onWish({ publisher: event.target.value })}
        />
      </FormField>
      <FormField label={t('campaign')} hint={t('campaignHint')}>
        <Select
          value={campaignOf(choices, wish)?.id ?? ''}
          options={[...campaigns, { value: '', label: t('anyCampaign') }]}
          onChange={id => onWish({ campaignId: id || null })}
        />
      </FormField>
      <fieldset className={styles['group']}>
        <legend>{t('startAfter')}</legend>
        <p className={styles['faint']}>{t('startHint')}</p>
        <div className={styles['three']}>
          {(['issueNo', 'specialNo', 'runningNo'] as const).map(kind => (
            <FormField key={kind} label={t(after[kind])}>
              <InputNumber
                min={0}
                max={1_000_000}
                precision={0}
                value={wish.startAfter[kind]}
                onChange={no => onWish({ startAfter: { ...wish.startAfter, [kind]: no ?? 0 } })}
              />
            </FormField>
          ))}
        </div>
      </fieldset>
    </>
  )
}
