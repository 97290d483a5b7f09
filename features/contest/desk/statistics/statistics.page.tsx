import {
  AbsentRecord,
  BackToList,
  ExportButton,
  formatInstant,
  isMissing,
  ListTabs,
  PageHeader,
  useFilters,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ContestStatistics } from '../../contract/index.ts'
import { FigureButton } from './figure-button.tsx'
import { MeasureCards } from './measure-cards.tsx'
import { QuestionsView } from './questions-view.tsx'
import { GroupTable, ScoreTable } from './score-tables.tsx'
import { SeriesCard } from './series-card.tsx'
import styles from './statistics.module.css'
import { statisticsQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'
import { type StatisticsSearch, statisticsViews } from './statistics-search.ts'
import { UnitsView } from './units-view.tsx'

export default function StatisticsPage() {
  const t = statisticsTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useFilters<StatisticsSearch>()
  const { city, unit, day, view = 'overview' } = filters
  const place = { ...(city === undefined ? {} : { city }), ...(unit === undefined ? {} : { unit }) }
  const query = { ...place, ...(day === undefined ? {} : { day }) }
  const phone = usePhone()
  const numbers = useQuery(statisticsQuery(id, view === 'overview' ? query : {}))
  const { data } = numbers
  if (!data || isMissing(numbers.error))
    return (
      <AbsentRecord
        query={numbers}
        list="/contests"
        title={t('title')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  const acts = (
    <>
      {view === 'overview' ? (
        <ExportButton
          path={`/api/contests/${id}/statistics/export`}
          order={{ body: { list: 'series', filters: query } }}
        />
      ) : null}
      <FigureButton id={id} />
      <HeadLink to="/contests/$id/review" id={id}>
        {t('review')}
      </HeadLink>
      <HeadLink to="/contests/$id/screen" id={id}>
        {t('screen')}
      </HeadLink>
    </>
  )
  const views = statisticsViews.filter(each => each !== 'questions' || data.head.whole)
  return (
    <>
      <PageHeader
        title={data.head.title}
        back={
          data.head.whole ? (
            <Link to="/contests/$id" params={{ id }}>
              ← {t('backToContest')}
            </Link>
          ) : (
            <BackToList to="/contests">{t('back')}</BackToList>
          )
        }
        note={<HeadNote head={data.head} />}
        actions={phone ? null : acts}
      />
      {phone ? <div className={styles['tools']}>{acts}</div> : null}
      <ListTabs
        label={t('views')}
        chosen={view}
        onChoose={next => setFilters({ ...away, view: next === 'overview' ? undefined : next })}
        tabs={views.map(tab => ({ tab, words: t(`view.${tab}`), count: undefined }))}
      />
      {view === 'overview' ? (
        <div className={styles['overview']} {...(numbers.isPlaceholderData ? { 'data-stale': '' } : {})}>
          {data.place ? (
            <p className={styles['place']}>
              {t('place', { name: data.place.name })}
              <Button size="small" onClick={() => setFilters({ city: undefined, unit: undefined })}>
                {t('placeClear')}
              </Button>
            </p>
          ) : null}
          <MeasureCards id={id} numbers={data} place={place} />
          <SeriesCard
            key={data.by}
            id={id}
            numbers={data}
            place={place}
            day={day}
            onDay={next => setFilters({ day: next })}
          />
          <div className={styles['halves']}>
            <ScoreTable id={id} scores={data.scores} place={place} />
            <GroupTable id={id} groups={data.groups} place={place} />
          </div>
        </div>
      ) : view === 'units' ? (
        <UnitsView id={id} filters={filters} keeps={data.keeps && data.head.whole} onChange={setFilters} />
      ) : (
        <QuestionsView id={id} filters={filters} onChange={setFilters} />
      )}
    </>
  )
}

const away = {
  ...{ city: undefined, unit: undefined, day: undefined, by: undefined, q: undefined },
  ...{ order: undefined, sort: undefined, word: undefined, page: undefined },
}

export function HeadNote({ head }: { readonly head: ContestStatistics['head'] }) {
  const t = statisticsTexts.useTexts()
  const at = head.countedAt ? formatInstant(head.countedAt) : t('notCounted')
  return (
    <>
      {t(`state.${head.state}`)} · {t(head.whole ? 'noteWhole' : 'notePart', { unit: head.unitName, at })}
    </>
  )
}

type HeadLinkProps = { readonly to: string; readonly id: string; readonly children: string }

export function HeadLink({ to, id, children }: HeadLinkProps) {
  return (
    <Link to={to} params={{ id }} className={styles['headLink'] ?? ''}>
      {children}
    </Link>
  )
}
