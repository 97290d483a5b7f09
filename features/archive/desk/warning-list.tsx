import { Button } from 'antd'
import { useState } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { markId, type Reading } from './reading.marks.ts'
import styles from './structure.module.css'

type WarningListProps = {
  readonly reading: Reading
  readonly lit: string | null
  readonly onNext: () => void
}

const firstWarnings = 5

/** What the reader was not sure of comes first: that is where a clerk is needed. */
export function WarningList({ reading, lit, onNext }: WarningListProps) {
  const t = archiveTexts.useTexts()
  const [all, setAll] = useState(false)
  const count = reading.warnings.length
  if (count === 0) return null
  const litAt = reading.warnings.findIndex((_, at) => markId.warning(at) === lit)
  if (litAt >= firstWarnings && !all) setAll(true)
  const shown = all ? reading.warnings : reading.warnings.slice(0, firstWarnings)
  return (
    <section className={styles['card']} data-tone="doubt" aria-labelledby="structure-warnings">
      <div className={styles['cardHead']}>
        <h2 id="structure-warnings">{t('warnings', { count })}</h2>
        <Button size="small" onClick={onNext} aria-keyshortcuts="n">
          {t('nextWarning')}
        </Button>
      </div>
      <ol className={styles['warnings']}>
        {shown.map((warning, at) => (
          <li key={markId.warning(at)}>
            <button type="button" className={styles['plain']} data-marks={markId.warning(at)}>
              {warning.message}
            </button>
          </li>
        ))}
      </ol>
      {shown.length < count ? (
        <Button size="small" type="text" onClick={() => setAll(true)}>
          {t('warningsMore')}
        </Button>
      ) : null}
    </section>
  )
}
