import { formatCount, formatDay, ProblemNotice, StateTag, useLanguage, useSending } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import {
  type Satisfaction,
  type ServiceRecord,
  type ServiceWord,
  satisfactionChoices,
} from '../../contract/index.ts'
import { AskDialog } from './ask-dialog.tsx'
import styles from './service.module.css'
import { useServiceActs } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

type CardProps = { readonly record: ServiceRecord; readonly satisfaction: Satisfaction }

/** 满意度: the mean, how the answers fell, the words; nothing while too few answered. */
export function SatisfactionCard({ record, satisfaction }: CardProps) {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const { counts, mean, passed, links, used, lastDay, answers, rules, words } = satisfaction
  const mayAsk = record.actions.includes('ask')
  if (answers === 0 && links === 0 && !mayAsk) return null
  return (
    <section className={styles['card']} aria-labelledby="service-satisfaction">
      <div className={styles['cardHead']}>
        <h2 id="service-satisfaction">{t('satisfaction')}</h2>
        {passed === null ? null : (
          <StateTag tone={passed ? 'good' : 'bad'}>{t(passed ? 'passed' : 'failing')}</StateTag>
        )}
      </div>
      {counts ? (
        <>
          <p className={styles['mean']}>{t('mean', { mean: mean ?? '' })}</p>
          <dl className={styles['facts']}>
            {satisfactionChoices.map(choice => (
              <div key={choice}>
                <dt>{t(`choice.${choice}`)}</dt>
                <dd>{formatCount(counts[choice])}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>{t('few', { answers })}</p>
      )}
      <p className={styles['note']}>
        {links > 0 && lastDay
          ? t('linksGiven', { links, used, day: formatDay(lastDay, language) })
          : mayAsk
            ? t('noLinks')
            : ''}
      </p>
      <p className={styles['faint']}>{t('satisfactionNote', rules)}</p>
      {mayAsk ? (
        <div className={styles['buttons']}>
          <Button onClick={() => setAsking(true)}>{t('ask')}</Button>
        </div>
      ) : null}
      {words.length > 0 ? (
        <ul className={styles['words']} aria-label={t('word')}>
          {words.map(word => (
            <Word key={word.id} word={word} record={record} />
          ))}
        </ul>
      ) : null}
      {asking ? <AskDialog record={record} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

const stateKeys = { waiting: 'wordWaiting', shown: 'wordShown', hidden: 'wordHidden' } as const
const tones = { waiting: 'doubt', shown: 'good', hidden: 'quiet' } as const

function Word({ word, record }: { readonly word: ServiceWord; readonly record: ServiceRecord }) {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  const { moderate } = useServiceActs(record.itemId)
  const { busy, error, send } = useSending(() => undefined)
  const may = record.actions.includes('moderate')
  const choose = (state: 'shown' | 'hidden') => void send(() => moderate(word.id, state))
  return (
    <li>
      <p className={styles['note']}>{word.words}</p>
      <div className={styles['buttons']}>
        <span className={styles['faint']}>{formatDay(word.day, language)}</span>
        {may ? <StateTag tone={tones[word.state]}>{t(stateKeys[word.state])}</StateTag> : null}
        {may && word.state !== 'shown' ? (
          <Button size="small" disabled={busy} onClick={() => choose('shown')}>
            {t('show')}
          </Button>
        ) : null}
        {may && word.state !== 'hidden' ? (
          <Button size="small" disabled={busy} onClick={() => choose('hidden')}>
            {t('hide')}
          </Button>
        ) : null}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </li>
  )
}
