import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { NumberDialog } from './number-dialog.tsx'
import { Section } from './section.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

export function NumbersSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const [adjusting, setAdjusting] = useState(false)
  const { series, words, change } = form
  const { settings } = words
  const { year, issueNo, specialNo, runningNo } = series.next
  const no = (value: number) =>
    series.settings.yearly ? t('next', { year, no: value }) : t('nextPlain', { no: value })
  return (
    <Section title={t('numbers')}>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('nextIs')}</dt>
          <dd>{no(issueNo)}</dd>
        </div>
        <div>
          <dt>{t('specialIs')}</dt>
          <dd>{no(specialNo)}</dd>
        </div>
        {runningNo === null ? null : (
          <div>
            <dt>{t('runningIs')}</dt>
            <dd>{t('running', { no: runningNo })}</dd>
          </div>
        )}
      </dl>
      <div className={styles['checks']}>
        {(['yearly', 'runningNumbers'] as const).map(flag => (
          <Checkbox
            key={flag}
            checked={settings[flag]}
            onChange={event => change({ settings: { ...settings, [flag]: event.target.checked } })}
          >
            {t(flag)}
          </Checkbox>
        ))}
      </div>
      {series.actions.includes('number') ? (
        <div>
          {/* Its answer is a new version of the series: what is typed would have to be typed again. */}
          <Button
            onClick={() => setAdjusting(true)}
            disabled={form.isChanged}
            title={form.isChanged ? t('unsaved') : undefined}
          >
            {t('adjust')}
          </Button>
        </div>
      ) : null}
      {adjusting ? <NumberDialog series={series} onClose={() => setAdjusting(false)} /> : null}
    </Section>
  )
}
