import { formatCount, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ClosedSummary } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { isCounted } from './item.progress.ts'
import { itemTexts } from './item.texts.ts'
import { useProgressWords } from './use-progress-words.ts'

/** What was there when it was closed. */
export function SummaryCard({ summary }: { readonly summary: ClosedSummary }) {
  const t = itemTexts.useTexts()
  const progressWords = useProgressWords()
  const { target, reached, percent, evidence, closedBy, spent } = summary
  const at = formatInstant(summary.closedAt)
  return (
    <Card title={t('summary')}>
      <p className={styles['frozen']}>
        <strong>{t(summary.late ? 'summaryLate' : 'summaryInTime')}</strong>
        <span>{closedBy ? t('summaryBy', { name: closedBy, at }) : t('summaryAuto', { at })}</span>
      </p>
      {summary.words ? <p>{summary.words}</p> : null}
      <p>
        {target && isCounted(summary)
          ? t('closeTarget', {
              value: formatCount(target.value),
              reached: formatCount(reached),
              unit: target.unit,
            })
          : target
            ? progressWords(summary)
            : t('closePercent', { percent })}
        {spent === null ? null : ` · ${t('spentOnly', { spent: formatCount(spent) })}`}
      </p>
      <h3>{t('summaryEvidence', { count: evidence.length })}</h3>
      <ul className={styles['plain']}>
        {evidence.map(({ name, reportId }) => (
          <li key={`${reportId} ${name}`}>
            {reportId ? (
              <Link to="/reports/$id" params={{ id: reportId }}>
                {name}
              </Link>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('summaryNote')}</p>
    </Card>
  )
}
