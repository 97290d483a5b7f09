import { formatInstant } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useStoryWords } from './use-story-words.ts'

const shownFirst = 12

/** Every step, the newest first. */
export function ItemStory({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const storyWords = useStoryWords()
  const [all, setAll] = useState(false)
  const steps = all ? item.steps : item.steps.slice(0, shownFirst)
  return (
    <Card title={t('story')}>
      <ol className={styles['story']}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change places, several are of one instant
          <li key={`${step.at} ${at}`}>
            <span>
              <strong>{step.byName || t('program')}</strong> {storyWords(step, item)}
            </span>
            <time dateTime={step.at} className={styles['faint']}>
              {formatInstant(step.at)}
            </time>
            {/* The words of a document's step name the document a second time. */}
            {step.words && step.action !== 'missive' ? <p>{step.words}</p> : null}
          </li>
        ))}
      </ol>
      {steps.length < item.steps.length ? (
        <Button onClick={() => setAll(true)}>{t('storyMore', { count: item.steps.length })}</Button>
      ) : null}
    </Card>
  )
}
