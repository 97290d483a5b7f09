import { formatCount, ProgressBar } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'

/** How far it is: the sum of the figures of its proof, each with its report; else the percentage the unit gave. */
export function ItemTarget({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const { target, reached, percent } = item
  if (target === null)
    return (
      <Card title={t('target')}>
        <Bar part={percent / 100} words={t('targetPercent', { percent })} />
        <p className={styles['note']}>{t('targetFree')}</p>
      </Card>
    )
  const left = Math.max(0, target.value - reached)
  const adding = item.proof.filter(({ adds, withdrawnAt }) => (adds ?? 0) > 0 && withdrawnAt === null)
  const values = { reached: formatCount(reached), value: formatCount(target.value), unit: target.unit }
  return (
    <Card title={t('target')}>
      <Bar part={target.value > 0 ? Math.min(1, reached / target.value) : 1} words={t('targetOf', values)} />
      <p className={styles['note']}>
        {left === 0 ? t('targetDone') : t('targetLeft', { left: formatCount(left), unit: target.unit })}
        {percent > 0 ? ` · ${t('targetPercent', { percent })}` : ''}
      </p>
      {adding.length > 0 ? (
        <>
          <h3>{t('targetFigures')}</h3>
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
                  {formatCount(adds ?? 0)} {target.unit}
                </strong>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles['note']}>{t('targetNone')}</p>
      )}
    </Card>
  )
}

function Bar({ part, words }: { readonly part: number; readonly words: string }) {
  return (
    <div className={styles['progress']}>
      <strong>{words}</strong>
      <ProgressBar part={part} label={words} />
    </div>
  )
}
