import { AbsentRecord, BackToList, ExportButton, isMissing, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Tour } from '../../contract/index.ts'
import { tourQuery } from '../inspection.queries.ts'
import type { TourSearch } from '../inspection-search.ts'
import { AnswerDrawer } from './answer-drawer.tsx'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'
import { TourActs } from './tour-acts.tsx'
import { TourCounts } from './tour-counts.tsx'
import { TourTag } from './tour-rows.tsx'
import { TourStops } from './tour-stops.tsx'

export default function TourPage() {
  const t = tourTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const tour = useQuery(tourQuery(id))
  if (tour.data && !isMissing(tour.error)) return <OpenTour key={id} tour={tour.data} />
  return (
    <AbsentRecord
      query={tour}
      list="/tours"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

/** A tour: where it stands, its stops, and what they add up to. */
function OpenTour({ tour }: { readonly tour: Tour }) {
  const t = tourTexts.useTexts()
  const [search, setSearch] = useFilters<TourSearch>()
  const path = `/api/tours/${tour.id}/export`
  return (
    <>
      <PageHeader
        title={tour.name}
        back={<BackToList to="/tours">{t('back')}</BackToList>}
        note={
          <>
            <TourTag state={tour.state} />{' '}
            {[t('days', { from: tour.fromDay, to: tour.toDay }), tour.announced ? null : t('unannounced')]
              .filter(Boolean)
              .join(' · ')}
          </>
        }
        actions={
          <>
            <ExportButton path={path} order={{ body: { sheet: 'stops' } }} label={t('exportStops')} />
            <ExportButton path={path} order={{ body: { sheet: 'findings' } }} label={t('exportFindings')} />
          </>
        }
      />
      <div className={styles['page']}>
        <div className={styles['side']}>
          <TourActs tour={tour} />
          <Facts tour={tour} />
        </div>
        <div className={styles['main']}>
          <TourStops tour={tour} />
          <TourCounts tour={tour} onOpen={(question, value) => setSearch({ question, value })} />
        </div>
      </div>
      {search.question ? (
        <AnswerDrawer
          tour={tour}
          question={search.question}
          value={search.value}
          onClose={() => setSearch({ question: undefined, value: undefined })}
        />
      ) : null}
    </>
  )
}

function Facts({ tour }: { readonly tour: Tour }) {
  const t = tourTexts.useTexts()
  const rows: [string, string][] = [
    [t('colUnit'), tour.unitName],
    [t('campaign'), tour.campaignName ?? ''],
    [t('purpose'), tour.purpose],
    [
      t('team'),
      tour.team.map(({ name, leader }) => (leader ? `${name}（${t('leader')}）` : name)).join('、'),
    ],
    [t('by'), tour.byName],
  ]
  return (
    <section className={styles['card']} aria-labelledby="tour-facts">
      <h2 id="tour-facts">{t('facts')}</h2>
      <dl className={styles['facts']}>
        {rows
          .filter(([, words]) => words)
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
