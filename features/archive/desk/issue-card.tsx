import { formatDay, useConfidence, useLanguage } from '@jianbao/ui'
import type { ReactNode } from 'react'
import { type ArchiveKey, archiveTexts } from './archive.texts.ts'
import { markId, type Reading } from './reading.marks.ts'
import styles from './structure.module.css'

type Field = Reading['marks'][number]['field']

/** Masthead and imprint: what the issue says about itself. */
export function IssueCard({ reading, issueLink }: { reading: Reading; issueLink: ReactNode }) {
  const t = archiveTexts.useTexts()
  const language = useLanguage()
  const values: [Field, string | null][] = [
    ['series', reading.series?.name ?? null],
    ['issueNo', reading.issueNo === null ? null : String(reading.issueNo)],
    ['runningNo', reading.runningNo === null ? null : String(reading.runningNo)],
    ['publisher', reading.publisher],
    ['date', reading.date ? formatDay(reading.date, language) : null],
    ['special', reading.special ? t('yes') : null],
  ]
  const optional: readonly Field[] = ['runningNo', 'special']
  return (
    <section className={styles['card']} aria-labelledby="structure-issue">
      <div className={styles['cardHead']}>
        <h2 id="structure-issue">{t('issueCard')}</h2>
        {issueLink}
      </div>
      <dl className={styles['fields']}>
        <dt>{t('field.docType')}</dt>
        <dd>{t(`docType.${reading.docType}`)}</dd>
        {values
          .filter(([field, value]) => value !== null || !optional.includes(field))
          .map(([field, value]) => (
            <FieldRow key={field} reading={reading} field={field} value={value} />
          ))}
      </dl>
      <Distribution reading={reading} />
    </section>
  )
}

type FieldRowProps = { readonly reading: Reading; readonly field: Field; readonly value: string | null }

function FieldRow({ reading, field, value }: FieldRowProps) {
  const t = archiveTexts.useTexts()
  const confidence = useConfidence()
  const at = reading.marks.findIndex(mark => mark.field === field)
  const mark = reading.marks[at]
  const sure = mark ? confidence(mark.confidence) : null
  const label: ArchiveKey = `field.${field}`
  return (
    <>
      <dt>{t(label)}</dt>
      <dd>
        {value === null ? <span className={styles['missing']}>{t('notGiven')}</span> : null}
        {value !== null && mark ? (
          <button
            type="button"
            className={styles['plain']}
            data-marks={markId.masthead(at)}
            title={sure?.number}
          >
            {value}
          </button>
        ) : (
          value
        )}
        {sure?.word === 'doubtful' ? <em className={styles['doubt']}>{sure.text}</em> : null}
      </dd>
    </>
  )
}

function Distribution({ reading }: { reading: Reading }) {
  const t = archiveTexts.useTexts()
  if (reading.distribution.length === 0) return null
  return (
    <dl className={styles['fields']} aria-label={t('distribution')}>
      {reading.distribution.map((list, at) => (
        <div key={list.to} className={styles['pair']}>
          <dt>{list.to}</dt>
          <dd className={styles['chips']}>
            {list.entries.map((entry, index) => (
              <button
                key={markId.distribution(at, index)}
                type="button"
                className={styles['chip']}
                data-marks={markId.distribution(at, index)}
                data-kind="distribution"
              >
                {entry}
              </button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
