import { AbsentRecord, BackToList, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import type { Series } from '../../contract/index.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { SamplePane } from './sample-pane.tsx'
import { SaveBar } from './save-bar.tsx'
import { BasicsSection } from './section-basics.tsx'
import { ChainSection } from './section-chain.tsx'
import { ColumnsSection } from './section-columns.tsx'
import { DistributionSection } from './section-distribution.tsx'
import { ImprintSection } from './section-imprint.tsx'
import { NumbersSection } from './section-numbers.tsx'
import { PublicSection } from './section-public.tsx'
import styles from './series.module.css'
import { seriesQuery } from './series.queries.ts'
import { seriesTexts } from './series.texts.ts'
import { SeriesActs } from './series-acts.tsx'
import { SeriesTag } from './series-rows.tsx'
import { useSeriesForm } from './use-series-form.ts'

export default function SeriesDetailPage() {
  const t = seriesTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const series = useQuery(seriesQuery(id))
  if (series.data && !isMissing(series.error)) return <OpenSeries key={id} series={series.data} />
  return (
    <AbsentRecord
      query={series}
      list="/series"
      title={t('series')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenSeries({ series }: { readonly series: Series }) {
  const t = seriesTexts.useTexts()
  const form = useSeriesForm(series)
  const note = [series.unitName, t(`layout.${series.layout}`), series.campaignName ?? t('anyCampaign')]
  return (
    <>
      <PageHeader
        title={series.name}
        back={<BackToList to="/series">{t('back')}</BackToList>}
        note={
          <>
            {note.join(' · ')} <SeriesTag state={series.state} />
          </>
        }
        actions={<SeriesActs series={series} />}
      />
      {form.editable ? null : <p className={styles['notice']}>{t('readOnly')}</p>}
      <div className={styles['page']}>
        <ConfigProvider componentDisabled={!form.editable}>
          <div className={styles['sections']}>
            <BasicsSection form={form} />
            <ColumnsSection form={form} />
            <ImprintSection form={form} />
            <NumbersSection form={form} />
            <ChainSection form={form} />
            <DistributionSection form={form} />
            <PublicSection form={form} />
          </div>
        </ConfigProvider>
        <SamplePane form={form} />
      </div>
      <SaveBar form={form} />
      <LeaveGuard active={form.isChanged} />
    </>
  )
}
