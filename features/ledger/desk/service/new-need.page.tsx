import { BackToList, DayField, FormField, PageHeader, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type NeedDraft, needKinds, needLimits } from '../../contract/index.ts'
import { localToday } from './local-today.ts'
import styles from './service.module.css'
import { officesQuery, registerNeed, useRefreshNeeds } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

type Typed = Partial<Pick<NeedDraft, 'unitId' | 'kind'>> & Omit<NeedDraft, 'unitId' | 'kind'>

/** Enters what was heard on a visit or in an opinion. */
export default function NewNeedPage() {
  const t = serviceTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshNeeds()
  const own = (useQuery(officesQuery).data?.rows ?? []).filter(({ mine }) => mine)
  const [tried, setTried] = useState(false)
  const [typed, setTyped] = useState<Typed>({ source: 'visit', words: '', place: '', day: localToday() })
  const { busy, error, send } = useSending(() => undefined)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const unitId = typed.unitId ?? (own.length === 1 ? own[0]!.id : undefined)
  const { kind } = typed
  const words = typed.words.trim()
  const problem = (lacking: boolean) => (tried && lacking ? t('must') : null)
  const submit = () => {
    setTried(true)
    if (unitId === undefined || kind === undefined || words.length < 2) return
    void send(async () => {
      const need = await registerNeed({ ...typed, unitId, kind, words, place: typed.place.trim() })
      refresh()
      void message.success(t('registered', { number: need.number }))
      await navigate({ to: '/needs/$id', params: { id: need.id }, replace: true })
    })
  }
  return (
    <>
      <PageHeader
        title={t('registerNeed')}
        back={<BackToList to="/needs">{t('needs')}</BackToList>}
        note={t('newNeedNote')}
      />
      <form
        className={`${styles['card']} ${styles['form']} ${styles['narrow']}`}
        aria-label={t('registerNeed')}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <FormField label={t('source')}>
          <Select<NeedDraft['source']>
            aria-label={t('source')}
            value={typed.source}
            onChange={source => set({ source })}
            options={(['visit', 'opinion'] as const).map(value => ({ value, label: t(`source.${value}`) }))}
          />
        </FormField>
        <FormField label={t('unit')} problem={problem(unitId === undefined)}>
          <Select<string>
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('unit')}
            placeholder={t('chooseUnit')}
            {...(unitId === undefined ? {} : { value: unitId })}
            onChange={id => set({ unitId: id })}
            options={own.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormField>
        <FormField label={t('kind')} problem={problem(kind === undefined)}>
          <Select<NeedDraft['kind']>
            aria-label={t('kind')}
            placeholder={t('must')}
            {...(kind === undefined ? {} : { value: kind })}
            onChange={value => set({ kind: value })}
            options={needKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
          />
        </FormField>
        <FormField label={t('words')} hint={t('wordsHint')} problem={problem(words.length < 2)}>
          <Input.TextArea
            value={typed.words}
            maxLength={needLimits.words}
            autoSize={{ minRows: 4, maxRows: 14 }}
            onChange={event => set({ words: event.target.value })}
          />
        </FormField>
        <FormField label={t('place')}>
          <Input
            value={typed.place}
            maxLength={needLimits.place}
            onChange={event => set({ place: event.target.value })}
          />
        </FormField>
        <FormField label={t('day')}>
          <DayField
            label={t('day')}
            value={typed.day}
            earliest="2000-01-01"
            onChange={day => day && set({ day })}
          />
        </FormField>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
        {error ? <ProblemNotice error={error} onRetry={submit} /> : null}
      </form>
    </>
  )
}
