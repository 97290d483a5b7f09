import { FormField, formatCount, formatInstant, ProblemNotice, useSending } from '@jianbao/ui'
import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { ServiceRecord } from '../../contract/index.ts'
import { isMoney, MoneyInput, writtenMoney } from './money-input.tsx'
import styles from './service.module.css'
import { useServiceActs } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** 成果: people, attendances beside them, money, and words. */
export function OutcomeCard({ record }: { readonly record: ServiceRecord }) {
  const t = serviceTexts.useTexts()
  const [writing, setWriting] = useState(false)
  const { outcome, budget, spent } = record
  const mayWrite = record.actions.includes('write-outcome')
  if (!outcome && !mayWrite && !record.outcomeAsked) return null
  return (
    <section className={styles['card']} aria-labelledby="service-outcome">
      <div className={styles['cardHead']}>
        <h2 id="service-outcome">{t('outcome')}</h2>
        {mayWrite && !writing ? (
          <Button {...(outcome ? {} : { type: 'primary' as const })} onClick={() => setWriting(true)}>
            {t(outcome ? 'edit' : 'write')}
          </Button>
        ) : null}
      </div>
      {writing ? (
        <OutcomeForm record={record} onDone={() => setWriting(false)} />
      ) : outcome ? (
        <>
          <dl className={styles['facts']}>
            <Fact name={t('people')} words={formatCount(outcome.people)} />
            <Fact
              name={t('colAttendances')}
              words={outcome.attendances === null ? null : formatCount(outcome.attendances)}
            />
            <Fact name={t('budget')} words={budget && writtenMoney(budget)} />
            <Fact name={t('spent')} words={spent && writtenMoney(spent)} />
            <Fact name={t('outcomeWords')} words={outcome.words} />
          </dl>
          <p className={styles['faint']}>
            {t('updatedBy', { name: outcome.updatedName, at: formatInstant(outcome.updatedAt) })}
          </p>
        </>
      ) : (
        <p className={styles['note']}>{t('outcomeNone')}</p>
      )}
    </section>
  )
}

function Fact({ name, words }: { readonly name: string; readonly words: string | null }) {
  if (words === null) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function OutcomeForm({ record, onDone }: { readonly record: ServiceRecord; readonly onDone: () => void }) {
  const t = serviceTexts.useTexts()
  const { message } = App.useApp()
  const { writeOutcome } = useServiceActs(record.itemId)
  const { busy, error, send } = useSending(onDone)
  const [people, setPeople] = useState<number | null>(record.outcome?.people ?? null)
  const [attendances, setAttendances] = useState<number | null>(record.outcome?.attendances ?? null)
  const [budget, setBudget] = useState(record.budget ?? '')
  const [spent, setSpent] = useState(record.spent ?? '')
  const [words, setWords] = useState(record.outcome?.words ?? '')
  const ready = people !== null && words.trim().length > 1 && [budget, spent].every(isMoney)
  const submit = () => {
    if (!ready) return
    const draft = { people, attendances, words: words.trim(), budget: budget || null, spent: spent || null }
    void send(async () => {
      await writeOutcome({ version: record.version, ...draft })
      void message.success(t('saved'))
    })
  }
  return (
    <form
      className={styles['form']}
      aria-label={t('outcome')}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles['note']}>{t('outcomeNote')}</p>
      <div className={styles['pair']}>
        <FormField label={t('people')}>
          <InputNumber min={0} max={100_000_000} precision={0} value={people} onChange={setPeople} />
        </FormField>
        <FormField label={t('attendances')}>
          <InputNumber
            min={0}
            max={100_000_000}
            precision={0}
            value={attendances}
            onChange={setAttendances}
          />
        </FormField>
        <MoneyInput label={t('budget')} value={budget} onChange={setBudget} />
        <MoneyInput label={t('spent')} value={spent} onChange={setSpent} />
      </div>
      <FormField label={t('outcomeWords')}>
        <Input.TextArea
          value={words}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={event => setWords(event.target.value)}
        />
      </FormField>
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
      {error ? <ProblemNotice error={error} onRetry={submit} /> : null}
    </form>
  )
}
