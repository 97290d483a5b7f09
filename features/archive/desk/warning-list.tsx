import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { useDoubtWords } from './doubt-words.ts'
import { type Reading, warningsInOrder } from './reading.marks.ts'
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
  const doubtWords = useDoubtWords()
  const [all, setAll] = useState(false)
  const warnings = useMemo(() => warningsInOrder(reading), [reading])
  const count = warnings.length
  if (count === 0) return null
  const litAt = warnings.findIndex(({ id }) => id === lit)
  if (litAt >= firstWarnings && !all) setAll(true)
  const shown = all ? warnings : warnings.slice(0, firstWarnings)
  return (
    <section className={styles['card']} data-tone="doubt" aria-labelledby="structure-warnings">
      <div className={styles['cardHead']}>
        <h2 id="structure-warnings">{t('warnings', { count })}</h2>
        <Button size="small" onClick={onNext} aria-keyshortcuts="n">
          {t('nextWarning')}
        </Button>
      </div>
      <ol className={styles['warnings']}>
        {shown.map(({ id, ...doubt }) => (
          <li key={id}>
            <button type="button" className={styles['plain']} data-marks={id}>
              {doubtWords(doubt)}
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
