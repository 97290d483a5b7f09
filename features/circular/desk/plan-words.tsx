import { Alert } from 'antd'
import type { MissiveKind, MissivePlan } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveTexts } from './missive.texts.ts'

/** What would be drafted, by unit. */
export function PlanWords({ plan, kind }: { readonly plan: MissivePlan; readonly kind: MissiveKind }) {
  const t = missiveTexts.useTexts()
  const { items, left, units, unitCount, recipients } = plan
  const shown = units.slice(0, 8)
  return (
    <div aria-live="polite">
      {kind === 'circular' ? (
        <p>
          <strong>{t('planCircular', { items, recipients })}</strong>
        </p>
      ) : items === 0 ? (
        <Alert type="warning" showIcon title={t('planNone')} />
      ) : (
        <p>
          <strong>{t('planUnits', { units: unitCount, items })}</strong>
        </p>
      )}
      {left > 0 ? <p className={styles['soft']}>{t('planLeft', { count: left })}</p> : null}
      <ul className={styles['plain']}>
        {shown.map(({ unitId, unitName, items: count, red }) => (
          <li key={unitId}>{t('planUnit', { name: unitName, items: count, red })}</li>
        ))}
        {unitCount > shown.length ? (
          <li className={styles['soft']}>{t('planMore', { count: unitCount - shown.length })}</li>
        ) : null}
      </ul>
    </div>
  )
}
