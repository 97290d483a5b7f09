import { Button } from 'antd'
import { useState } from 'react'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import type { UnitDesk } from './use-unit-desk.ts'

/** What was done last, said once and kept until the next thing is done; a move can be taken back from here. */
export function DoneLine({ desk: { done, dismiss, fail } }: { desk: UnitDesk }) {
  const t = unitTexts.useTexts()
  const [busy, setBusy] = useState(false)
  const undo = done?.undo
  return (
    <div role="status" className={styles['doneBox']}>
      {done ? (
        <p className={styles['done']}>
          <span>{t(done.words.text, done.words.values)}</span>
          {undo ? (
            <Button
              size="small"
              loading={busy}
              onClick={async () => {
                setBusy(true)
                await undo().catch(fail)
                setBusy(false)
              }}
            >
              {t('undo')}
            </Button>
          ) : null}
          <Button size="small" type="text" onClick={dismiss}>
            {t('dismiss')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
