import { useConfidence } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { Doubt } from '../../contract/index.ts'
import { useDoubtWords } from '../doubt-words.ts'
import structure from '../structure.module.css'
import { type DoubtOrder, doubtOrders } from './doubt-walk.ts'
import styles from './review.module.css'
import { reviewTexts } from './review.texts.ts'

type DoubtListProps = {
  /** Open ones in walking order. */
  readonly doubts: readonly Doubt[]
  readonly inHand: string | null
  readonly order: DoubtOrder
  readonly onOrder: (order: DoubtOrder) => void
  readonly onOpen: (doubt: Doubt) => void
  /** What is said when none is left. */
  readonly done: string
  /** Null where nothing may be settled. */
  readonly onSettleAll: (() => void) | null
}

const firstDoubts = 5

/** What a clerk should look at, before everything else. */
export function DoubtList({ doubts, inHand, order, onOrder, onOpen, done, onSettleAll }: DoubtListProps) {
  const t = reviewTexts.useTexts()
  const confidence = useConfidence()
  const doubtWords = useDoubtWords()
  const [all, setAll] = useState(false)
  const count = doubts.length
  if (count === 0)
    return (
      <section className={structure['card']} data-tone="good">
        <p>{done}</p>
      </section>
    )
  const at = Math.max(
    0,
    doubts.findIndex(doubt => doubt.id === inHand),
  )
  // The one in hand is always among those shown.
  const from = all ? 0 : Math.max(0, Math.min(at - 1, count - firstDoubts))
  const shown = all ? doubts : doubts.slice(from, from + firstDoubts)
  return (
    <section className={structure['card']} data-tone="doubt" aria-labelledby="review-doubts">
      <div className={`${structure['cardHead']} ${styles['doubtsHead']}`}>
        <h2 id="review-doubts">{t('doubtsTitle', { count })}</h2>
        <fieldset className={styles['orders']} aria-label={t('order')}>
          {doubtOrders.map(each => (
            <button key={each} type="button" aria-pressed={order === each} onClick={() => onOrder(each)}>
              {t(`order.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <ol className={styles['doubts']}>
        {shown.map(doubt => (
          <li key={doubt.id}>
            <span>{doubts.indexOf(doubt) + 1}.</span>
            <button
              type="button"
              className={structure['plain']}
              aria-current={doubt.id === inHand}
              onClick={event => {
                event.stopPropagation()
                onOpen(doubt)
              }}
            >
              {doubtWords(doubt)}
              <small>{confidence(doubt.confidence).number}</small>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles['doubtsFoot']}>
        {shown.length < count ? (
          <Button size="small" type="text" onClick={() => setAll(true)}>
            {t('listAll')}
          </Button>
        ) : null}
        {onSettleAll ? (
          <Button size="small" type="text" onClick={onSettleAll}>
            {t('settleAll')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
