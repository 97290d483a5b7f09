import { ActDialog } from '@jianbao/organisation/desk/parts'
import { Alert } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import styles from '../item.module.css'
import { itemTexts } from '../item.texts.ts'
import { localDayOf } from '../local-day.ts'
import { useDeed } from '../use-deed.ts'
import { useDayWords } from '../use-item-words.ts'
import { useProgressWords } from '../use-progress-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 销号: what will be frozen is shown before. */
export function CloseDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const dayWords = useDayWords()
  const { act, overtaken } = useDeed(item)
  const [words, setWords] = useState('')
  const progressWords = useProgressWords()
  const { evidence, openParts, dueDay, fedBackAt, rules } = item
  const standing = item.proof.filter(({ withdrawnAt }) => withdrawnAt === null)
  const fedBack = fedBackAt === null ? item.today : localDayOf(fedBackAt)
  const facts = [
    progressWords(item),
    t(fedBack > dueDay ? 'closeLate' : 'closeInTime', { day: dayWords(fedBack), due: dayWords(dueDay) }),
    ...(rules.steps.recheckDays === null ? [] : [t('closeRecheck', { count: rules.steps.recheckDays })]),
  ]
  return (
    <ActDialog
      title={action('action.close')}
      confirm={action('action.close')}
      cancel={t('cancel')}
      blocked={evidence === 0 || openParts > 0 || words.trim().length === 1}
      overtaken={overtaken}
      onConfirm={() => act('close', isSaid(words) ? { words: words.trim() } : {})}
      onClose={onClose}
    >
      {evidence === 0 ? <Alert type="warning" showIcon title={t('closeLacks')} /> : null}
      {openParts > 0 ? (
        <Alert type="warning" showIcon title={t('hinder.parts', { count: openParts })} />
      ) : null}
      <p>{t('closeFrozen')}</p>
      <ul className={styles['plain']}>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
        <li>
          {t('closeEvidence', { count: standing.length })}
          <ul className={styles['plain']}>
            {standing.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </li>
      </ul>
      <WordsField label={t('words')} hint={t('wordsHint')} value={words} onChange={setWords} />
    </ActDialog>
  )
}
