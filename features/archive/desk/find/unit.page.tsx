import {
  BackToList,
  EmptyState,
  formatCount,
  isMissing,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  useProblemText,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { UnitStory } from '../../contract/index.ts'
import styles from './find.module.css'
import { storyQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { StorySearch } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'
import { useDayWords } from './place-words.ts'
import { UnitDeeds } from './unit-deeds.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitRows, UnitsAbove } from './unit-rows.tsx'

export default function UnitPage() {
  const t = findTexts.useTexts()
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const story = useQuery(storyQuery(name))
  const text = useProblemText()
  const back = <BackToList to="/archive-units">{t('menuUnits')}</BackToList>
  if (story.data) return <Story key={name} story={story.data} />
  return (
    <>
      <PageHeader title={name} back={back} />
      <FindTabs />
      {isMissing(story.error) ? (
        <EmptyState
          title={text(story.error)}
          action={
            <Link to="/search" search={{ q: name }}>
              {t('searchInstead')}
            </Link>
          }
        >
          {t('unitUnknown')}
        </EmptyState>
      ) : null}
      {story.error && !isMissing(story.error) ? (
        <ProblemNotice error={story.error} onRetry={() => void story.refetch()} />
      ) : null}
      {story.isPending ? <ListSkeleton rows={14} /> : null}
    </>
  )
}

/** All a unit ever did, by itself or with everything below it. */
function Story({ story }: { story: UnitStory }) {
  const t = findTexts.useTexts()
  const day = useDayWords()
  const [{ unitOnly }, setFilters] = useFilters<StorySearch>()
  const filters = { unit: story.name, ...(unitOnly ? { unitOnly } : {}) }
  return (
    <>
      <PageHeader
        title={story.name}
        back={<BackToList to="/archive-units">{t('menuUnits')}</BackToList>}
        note={
          <span className={styles['place']}>
            {story.above.length > 0 ? <UnitsAbove names={story.above} /> : null}
            {story.firstDay ? (
              <span>{t('ownDays', { start: day(story.firstDay), end: day(story.lastDay) })}</span>
            ) : null}
            {story.otherNames.length > 0 ? (
              <span>{t('otherNames', { names: story.otherNames.join(t('comma')) })}</span>
            ) : null}
          </span>
        }
      />
      <FindTabs />
      <div className={styles['sums']}>
        <fieldset className={styles['reach']} aria-label={t('reach')}>
          {([false, true] as const).map(only => (
            <button
              key={String(only)}
              type="button"
              aria-pressed={(unitOnly ?? false) === only}
              onClick={() => setFilters({ unitOnly: only || undefined })}
            >
              {t(only ? 'itself' : 'withBelow')}
            </button>
          ))}
        </fieldset>
        <Link to="/events" search={{ unit: story.name }}>
          {t('eventsBelow', { count: story.eventsBelow, number: formatCount(story.eventsBelow) })}
        </Link>
        <Link to="/events" search={{ unit: story.name, unitOnly: true }}>
          {t('eventsOwn', { count: story.events, number: formatCount(story.events) })}
        </Link>
        <Link to="/search" search={{ unit: story.name, unitOnly: true }}>
          {t('articlesOwn', { count: story.articles, number: formatCount(story.articles) })}
        </Link>
      </div>
      <div className={styles['columns']}>
        <UnitDeeds filters={filters} />
        <aside className={styles['spread']} aria-label={t('numbers')}>
          <UnitFacts story={story} filters={filters} />
        </aside>
      </div>
      {story.below.length > 0 ? (
        <section className={styles['section']} aria-labelledby="below">
          <h2 id="below">{t('unitsBelow', { count: story.below.length })}</h2>
          <UnitRows rows={story.below} label={t('unitsBelow', { count: story.below.length })} />
        </section>
      ) : null}
    </>
  )
}
