import { formatCount, ProgressBar } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { isCounted, missingOf, partDone } from './item.progress.ts'
import { itemTexts } from './item.texts.ts'
import { useProgressWords } from './use-progress-words.ts'

/** How far it is: the sum of the figures of its proof, each with its report; else the percentage the unit gave. */
export function ItemTarget({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const words = useProgressWords()(item)
  const counted = isCounted(item)
  return (
    <Card title={t('target')}>
      <div className={styles['progress']}>
        <strong>{words}</strong>
        <ProgressBar part={partDone(item)} label={words} />
      </div>
      {counted ? (
        <Figures item={item} />
      ) : (
        <p className={styles['note']}>
          {t(item.rules.closing === 'adopted' ? 'targetKept' : item.target ? 'targetOwnNote' : 'targetFree')}
        </p>
      )}
    </Card>
  )
}

function Figures({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const unit = item.target?.unit ?? ''
  const missing = missingOf(item)
  const adding = item.proof.filter(({ adds, withdrawnAt }) => (adds ?? 0) > 0 && withdrawnAt === null)
  return (
    <>
      <p className={styles['note']}>
        {missing === 0 ? t('targetDone') : t('targetLeft', { left: formatCount(missing), unit })}
      </p>
      {adding.length === 0 ? (
        <p className={styles['note']}>{t('targetNone')}</p>
      ) : (
        <h3>{t('targetFigures')}</h3>
      )}
      <ul className={styles['figures']}>
        {adding.map(({ id, reportId, name, adds }) => (
          <li key={id}>
            {reportId ? (
              <Link to="/reports/$id" params={{ id: reportId }}>
                {name}
              </Link>
            ) : (
              name
            )}
            <strong>
              {formatCount(adds ?? 0)} {unit}
            </strong>
          </li>
        ))}
      </ul>
    </>
  )
}
