import { usePhone } from '@jianbao/ui'
import { Drawer } from 'antd'
import { memo, type ReactNode, useState } from 'react'
import styles from './action-bar.module.css'
import { keyOf, keyShortcut, type ReviewAct } from './review.keys.ts'
import { reviewTexts } from './review.texts.ts'

type ActionBarProps = {
  /** What may be done now; the others are greyed. */
  readonly may: ReadonlySet<ReviewAct>
  readonly onAct: (act: ReviewAct) => void
}

const walk = ['previous', 'next', 'settle'] as const
const groups: readonly (readonly ReviewAct[])[] = [
  ['headline', 'join', 'split', 'article', 'move', 'columnName', 'contributor', 'noise'],
  ['unit', 'date', 'change', 'drop'],
  ['undo', 'redo', 'history', 'keys'],
]
const onPhone: readonly (readonly ReviewAct[])[] = [...groups, ['accept']]

/** Every act as a button with its key; on a phone the two that are needed all the time, the others behind one more tap. */
export const ActionBar = memo(function ActionBar({ may, onAct }: ActionBarProps) {
  const t = reviewTexts.useTexts()
  const phone = usePhone()
  const [more, setMore] = useState(false)
  const button = (act: ReviewAct, after?: () => void): ReactNode => (
    <button
      key={act}
      type="button"
      className={styles['act']}
      data-act={act}
      disabled={!may.has(act)}
      title={t(`hint.${act}`)}
      aria-keyshortcuts={keyShortcut(act)}
      onClick={() => {
        after?.()
        onAct(act)
      }}
    >
      {t(`act.${act}`)}
      <span aria-hidden="true" className={styles['key']}>
        {keyOf(act)}
      </span>
    </button>
  )
  if (phone)
    return (
      <div className={styles['bar']} role="toolbar" aria-label={t('actions')}>
        <button type="button" className={styles['act']} aria-haspopup="dialog" onClick={() => setMore(true)}>
          {t('more')}
        </button>
        {button('undo')}
        {button('settle')}
        {button('next')}
        <Drawer open={more} placement="bottom" size="auto" title={t('more')} onClose={() => setMore(false)}>
          {onPhone.map(acts => (
            <div key={acts[0]} className={styles['moreGroup']}>
              {acts.filter(act => act !== 'undo').map(act => button(act, () => setMore(false)))}
            </div>
          ))}
          <div className={styles['moreGroup']}>{button('previous', () => setMore(false))}</div>
        </Drawer>
      </div>
    )
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('actions')}>
      {[walk, ...groups].map(acts => (
        <div key={acts[0]} className={styles['group']}>
          {acts.map(act => button(act))}
        </div>
      ))}
    </div>
  )
})
