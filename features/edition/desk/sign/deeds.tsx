import { Button } from 'antd'
import { useState } from 'react'
import type { Edition, EditionDeed, EditionSigning } from '../../contract/index.ts'
import { DeedDialog } from './deed-dialog.tsx'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

/** In the order of weight: what leads on first, what cannot be taken back last. */
const order: readonly EditionDeed[] = ['sign', 'pass', 'send', 'return', 'recall', 'force', 'void']
const leading: readonly EditionDeed[] = ['sign', 'pass', 'send']
const grave: readonly EditionDeed[] = ['force', 'void']

type DeedsProps = {
  readonly edition: Edition
  readonly signing: EditionSigning
  /** `foot`: what leads on or back, large, where the thumb is; `rest`: what the foot leaves out. */
  readonly part?: 'all' | 'foot' | 'rest'
}

/** The buttons the server says the caller may press. */
export function Deeds({ edition, signing, part = 'all' }: DeedsProps) {
  const t = signTexts.useTexts()
  const [asked, setAsked] = useState<EditionDeed | null>(null)
  const actions: readonly string[] = edition.actions
  const foot = part === 'foot'
  const mine = order.filter(
    deed =>
      actions.includes(deed) &&
      (part === 'all' || grave.includes(deed) === (part === 'rest')) &&
      // Whoever may sign in the ordinary way needs no emergency.
      !(deed === 'force' && actions.includes('sign')),
  )
  return (
    <>
      {mine.length ? (
        <fieldset className={styles[foot ? 'footDeeds' : 'deeds']} aria-label={t('acts')}>
          {(foot ? mine.toReversed() : mine).map(deed => (
            <Button
              key={deed}
              size={foot ? 'large' : 'middle'}
              type={leading.includes(deed) ? 'primary' : 'default'}
              danger={grave.includes(deed)}
              onClick={() => setAsked(deed)}
            >
              {t(`do.${deed}`)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {asked ? (
        <DeedDialog deed={asked} edition={edition} signing={signing} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}
