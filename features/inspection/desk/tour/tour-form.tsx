import { DayField, FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { TourDraft } from '../../contract/index.ts'
import { campaignChoiceQuery } from '../inspection.queries.ts'
import { ChecklistFields } from './checklist-fields.tsx'
import { TeamField } from './team-field.tsx'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type Member = TourDraft['team'][number] & { readonly name: string }
export type TourWords = Omit<TourDraft, 'id' | 'unitId' | 'team'> & { readonly team: readonly Member[] }

type TourFormProps = {
  readonly begin: TourWords
  readonly title: string
  readonly onSave: (words: TourWords) => Promise<unknown>
  readonly onSaved: () => void
}

/** What a tour is: its words, days, team and questions; its stops come afterwards. */
export function TourForm({ begin, title, onSave, onSaved }: TourFormProps) {
  const t = tourTexts.useTexts()
  const campaigns = useQuery(campaignChoiceQuery())
  const [words, setWords] = useState(begin)
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSending(onSaved)
  const change = (part: Partial<TourWords>) => setWords({ ...words, ...part })
  const daysWrong = words.fromDay !== '' && words.toDay !== '' && words.toDay < words.fromDay
  const questionsLack = words.checklist.some(
    ({ text, kind, options }) => text.trim().length < 2 || (kind === 'choice' && options.length < 2),
  )
  const lacking = words.name.trim().length < 2 || !words.fromDay || !words.toDay || daysWrong || questionsLack
  const submit = () => {
    setTried(true)
    if (!lacking) void send(() => onSave(words))
  }
  const must = (missing: boolean) => (tried && missing ? t('must') : null)
  return (
    <form
      className={styles['form']}
      aria-label={title}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <section className={styles['card']}>
        <FormField label={t('name')} hint={t('nameHint')} problem={must(words.name.trim().length < 2)}>
          <Input
            value={words.name}
            maxLength={100}
            onChange={event => change({ name: event.target.value })}
          />
        </FormField>
        <FormField label={t('purpose')} hint={t('purposeHint')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={words.purpose}
            onChange={event => change({ purpose: event.target.value })}
          />
        </FormField>
        <div className={styles['days']}>
          <FormField label={t('from')} problem={must(!words.fromDay)}>
            <DayField
              label={t('from')}
              value={words.fromDay || undefined}
              earliest="2000-01-01"
              onChange={day => change({ fromDay: day ?? '' })}
            />
          </FormField>
          <FormField label={t('to')} problem={daysWrong ? t('daysWrong') : must(!words.toDay)}>
            <DayField
              label={t('to')}
              value={words.toDay || undefined}
              earliest={words.fromDay || '2000-01-01'}
              onChange={day => change({ toDay: day ?? '' })}
            />
          </FormField>
          <FormField label={t('campaign')}>
            <Select
              aria-label={t('campaign')}
              value={words.campaignId ?? ''}
              onChange={id => change({ campaignId: id || null })}
              options={[
                { value: '', label: t('noCampaign') },
                ...(campaigns.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </FormField>
        </div>
        <div>
          <Checkbox checked={words.announced} onChange={event => change({ announced: event.target.checked })}>
            {t('announced')}
          </Checkbox>
          <p className={styles['faint']}>{t('announcedHint')}</p>
        </div>
      </section>
      <TeamField team={words.team} onChange={team => change({ team })} />
      <ChecklistFields
        questions={words.checklist}
        tried={tried}
        onChange={checklist => change({ checklist: [...checklist] })}
      />
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {t('save')}
        </Button>
        {tried && lacking ? <span role="alert">{t('must')}</span> : null}
      </div>
      {error ? <ProblemNotice error={error} onRetry={submit} /> : null}
    </form>
  )
}
