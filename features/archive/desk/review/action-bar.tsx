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
  /** The doubt in hand, in words. */
  readonly children: ReactNode
}

const turning = ['undo', 'redo', 'history', 'keys'] as const
const groups: readonly (readonly ReviewAct[])[] = [
  ['previous', 'next', 'settle'],
  ['headline', 'join', 'split', 'article', 'move', 'columnName', 'contributor', 'noise'],
  ['unit', 'date', 'change', 'drop'],
]
const underThumb = ['undo', 'settle', 'next'] as const
const behind: readonly (readonly ReviewAct[])[] = [
  ['headline', 'join', 'split', 'article', 'move', 'columnName', 'contributor', 'noise'],
  ['unit', 'date', 'change', 'drop'],
  ['previous', 'redo', 'history', 'accept'],
]

/** Every act as a button with its key; on a phone what is needed all the time, the others behind one more tap. */
export function ActionBar({ may, onAct, children }: ActionBarProps) {
  const t = reviewTexts.useTexts()
  const phone = usePhone()
  return (
    <div className={styles['foot']}>
      <div className={styles['hand']}>
        <output className={styles['words']}>{children}</output>
        {phone ? null : <Buttons acts={turning} may={may} onAct={onAct} />}
      </div>
      <div className={styles['bar']} role="toolbar" aria-label={t('actions')}>
        {phone ? (
          <>
            <More may={may} onAct={onAct} />
            <Buttons acts={underThumb} may={may} onAct={onAct} />
          </>
        ) : (
          groups.map(acts => (
            <div key={acts[0]} className={styles['group']}>
              <Buttons acts={acts} may={may} onAct={onAct} />
            </div>
          ))
        )}
      </div>
    </div>
  )
}

type ButtonsProps = Omit<ActionBarProps, 'children'> & { readonly acts: readonly ReviewAct[] }

const Buttons = memo(function Buttons({ acts, may, onAct }: ButtonsProps) {
  const t = reviewTexts.useTexts()
  return acts.map(act => (
    <button
      key={act}
      type="button"
      className={styles['act']}
      data-act={act}
      disabled={!may.has(act)}
      title={t(`hint.${act}`)}
      aria-keyshortcuts={keyShortcut(act)}
      onClick={() => onAct(act)}
    >
      {t(`act.${act}`)}
      <span aria-hidden="true" className={styles['key']}>
        {keyOf(act)}
      </span>
    </button>
  ))
})

function More({ may, onAct }: Omit<ActionBarProps, 'children'>) {
  const t = reviewTexts.useTexts()
  const [open, setOpen] = useState(false)
  const act = (name: ReviewAct) => {
    setOpen(false)
    onAct(name)
  }
  return (
    <>
      <button type="button" className={styles['act']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('more')}
      </button>
      <Drawer open={open} placement="bottom" size="auto" title={t('more')} onClose={() => setOpen(false)}>
        {behind.map(acts => (
          <div key={acts[0]} className={styles['behind']}>
            <Buttons acts={acts} may={may} onAct={act} />
          </div>
        ))}
      </Drawer>
    </>
  )
}
