import { FormField } from '@jianbao/ui'
import { InputNumber, Select } from 'antd'
import { type DrawPlanView, type DrawPreview, mostDrawn, strataWays } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'
import type { SetPlan } from './plan-values.ts'

type PlanStrataProps = {
  readonly plan: DrawPlanView
  readonly preview: DrawPreview | undefined
  readonly onChange: SetPlan
}

/** How many are drawn, of which strata at least. */
export function PlanStrata({ plan, preview, onChange }: PlanStrataProps) {
  const t = drawTexts.useTexts()
  const strata = preview?.strata ?? []
  const minimumOf = (key: string) =>
    plan.minimums.find(each => each.key === key) ?? { key, minimumCount: 0, minimumShare: 0 }
  const setMinimum = (key: string, change: { minimumCount?: number; minimumShare?: number }) =>
    onChange({
      minimums: [...plan.minimums.filter(each => each.key !== key), { ...minimumOf(key), ...change }].filter(
        ({ minimumCount, minimumShare }) => minimumCount > 0 || minimumShare > 0,
      ),
    })
  return (
    <section className={styles['card']} aria-labelledby="draw-strata">
      <h2 id="draw-strata">{t('strata')}</h2>
      <div className={styles['pair']}>
        <FormField label={t('count')} hint={t('countHint')}>
          <InputNumber
            min={1}
            max={mostDrawn}
            precision={0}
            value={plan.count}
            suffix={t('places')}
            onChange={count => onChange({ count: count ?? 1 })}
          />
        </FormField>
        <FormField label={t('stratifyBy')}>
          <Select
            value={plan.stratifyBy}
            onChange={stratifyBy => onChange({ stratifyBy, minimums: [] })}
            options={strataWays.map(way => ({ value: way, label: t(`way.${way}`) }))}
          />
        </FormField>
      </div>
      {strata.length ? (
        <div className={styles['wide']}>
          <table className={styles['table']} aria-label={t('strata')}>
            <thead>
              <tr>
                <th scope="col">{t('stratum')}</th>
                <th scope="col">{t('objects')}</th>
                <th scope="col">{t('minimumCount')}</th>
                <th scope="col">{t('minimumShare')}</th>
                <th scope="col">{t('least')}</th>
              </tr>
            </thead>
            <tbody>
              {strata.map(({ key, name, objects, least }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{objects}</td>
                  <td>
                    <InputNumber
                      className={styles['number'] ?? ''}
                      aria-label={t('countOf', { name })}
                      min={0}
                      max={mostDrawn}
                      precision={0}
                      value={minimumOf(key).minimumCount}
                      onChange={value => setMinimum(key, { minimumCount: value ?? 0 })}
                    />
                  </td>
                  <td>
                    <InputNumber
                      className={styles['number'] ?? ''}
                      aria-label={t('shareOf', { name })}
                      min={0}
                      max={100}
                      precision={0}
                      value={minimumOf(key).minimumShare}
                      onChange={value => setMinimum(key, { minimumShare: value ?? 0 })}
                    />
                  </td>
                  <td>{least}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                <td>{preview?.objects}</td>
                <td />
                <td />
                <td>{strata.reduce((sum, each) => sum + each.least, 0)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      ) : (
        <p className={styles['hint']}>{t('strataNone')}</p>
      )}
    </section>
  )
}
