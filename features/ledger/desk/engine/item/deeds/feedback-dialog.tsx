import { ActDialog } from '@jianbao/organisation/desk/parts'
import { formatCount } from '@jianbao/ui'
import { Alert } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { missingOf } from '../item.progress.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import { useProgressWords } from '../use-progress-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 反馈: what is missing is said before it is tried. */
export function FeedbackDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const { act, overtaken } = useDeed(item)
  const [words, setWords] = useState('')
  const progressWords = useProgressWords()
  const { evidence, openParts } = item
  const lacks = [
    ...(evidence === 0 ? [t('feedbackLacksEvidence')] : []),
    ...(openParts > 0 ? [t('feedbackLacksParts', { count: openParts })] : []),
  ]
  const missing = missingOf(item)
  return (
    <ActDialog
      title={action('action.feedback')}
      confirm={action('action.feedback')}
      cancel={t('cancel')}
      blocked={lacks.length > 0 || !isSaid(words)}
      overtaken={overtaken}
      onConfirm={() => act('feedback', { words: words.trim() })}
      onClose={onClose}
    >
      {lacks.map(words => (
        <Alert key={words} type="warning" showIcon title={words} />
      ))}
      {lacks.length === 0 ? (
        <>
          <p>{t('feedbackReady', { count: evidence, progress: progressWords(item) })}</p>
          {missing > 0 ? (
            <Alert
              type="info"
              showIcon
              title={t('feedbackLacksTarget', {
                left: formatCount(missing),
                unit: item.target?.unit ?? '',
              })}
            />
          ) : null}
          <WordsField
            label={t('feedbackWords')}
            hint={t('feedbackHint')}
            value={words}
            onChange={setWords}
            rows={4}
          />
        </>
      ) : null}
    </ActDialog>
  )
}
