import { ListSkeleton, ProblemNotice, usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { SeriesSample } from '../../contract/index.ts'
import styles from './series.module.css'
import { sampleQuery } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'
import { faultsOf } from './series-form.ts'
import type { SeriesForm } from './use-series-form.ts'

const pauseMs = 400
const views = ['first', 'last'] as const

/** How it prints as it stands in the form, set anew whenever typing pauses. */
export function SamplePane({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const [view, setView] = useState<(typeof views)[number]>('first')
  const { words, series } = form
  const whole = faultsOf(words).length === 0
  const sample = usePaused(JSON.stringify(sampleOf(form)), pauseMs)
  const pages = useQuery({ ...sampleQuery(JSON.parse(sample) as SeriesSample), enabled: whole })
  const svg = pages.data?.[view]
  return (
    <aside className={styles['sample']} aria-label={t('sample')}>
      <div className={styles['sampleHead']}>
        <h2>{t('sample')}</h2>
        <Segmented
          aria-label={t('samplePage')}
          value={view}
          options={views.map(value => ({ value, label: t(`sample.${value}`) }))}
          onChange={setView}
        />
      </div>
      {pages.error ? <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {whole && pages.isPending ? <ListSkeleton rows={12} /> : null}
      {whole ? null : <p className={styles['faint']}>{t('sampleWrong')}</p>}
      {pages.data && svg ? (
        <div
          className={styles['sheet']}
          role="img"
          aria-label={`${series.name} ${t(`sample.${view}`)}`}
          style={{ aspectRatio: `${pages.data.widthPt} / ${pages.data.heightPt}` }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own engine: outlines, no script
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      ) : null}
      <p className={styles['faint']}>{t('sampleNote')}</p>
    </aside>
  )
}

function sampleOf({ words, series }: SeriesForm): SeriesSample {
  const { name, layout, publisher, columns, distribution, settings } = words
  const { issueNo, runningNo } = series.next
  return {
    ...{ name, layout, publisher, columns, settings, special: false, issueNo },
    // Addresses are not printed: they need not travel.
    distribution: distribution.map(({ to, recipients }) => ({
      to,
      recipients: recipients.map(recipient => ({ ...recipient, email: null })),
    })),
    runningNo: settings.runningNumbers ? (runningNo ?? 1) : null,
  }
}
