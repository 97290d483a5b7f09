import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Entry } from '../contract/index.ts'
import { type GapDeed, GapDialogs } from './gap-dialogs.tsx'
import styles from './gap-list.module.css'
import { ledgerTexts } from './ledger.texts.ts'

type ChosenBarProps = {
  readonly deeds: readonly GapDeed[]
  readonly chosen: readonly Entry[]
  /** All of the page are chosen. */
  readonly whole: boolean
  readonly onWhole: () => void
  readonly onDone: () => void
}

/** What is done with the lines that are chosen, on however many pages. */
export function ChosenBar({ deeds, chosen, whole, onWhole, onDone }: ChosenBarProps) {
  const t = ledgerTexts.useTexts()
  const [deed, setDeed] = useState<GapDeed | null>(null)
  return (
    <div className={styles['chosen']}>
      <Checkbox checked={whole} indeterminate={!whole && chosen.length > 0} onChange={onWhole}>
        {t('chooseAll')}
      </Checkbox>
      <span aria-live="polite">{chosen.length > 0 ? t('chosen', { count: chosen.length }) : null}</span>
      {deeds.map(each => (
        <Button key={each} disabled={chosen.length === 0} onClick={() => setDeed(each)}>
          {t(each)}
        </Button>
      ))}
      {deed ? (
        <GapDialogs
          deed={deed}
          gaps={chosen}
          onClose={() => {
            setDeed(null)
            onDone()
          }}
        />
      ) : null}
    </div>
  )
}
