import {
  AbsentRecord,
  formatDay,
  formatInstant,
  ListTabs,
  PageHeader,
  useFilters,
  useLanguage,
  usePersonId,
} from '@jianbao/ui'
import { Link, useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { StopSearch } from '../inspection-search.ts'
import { stopTabs } from '../inspection-search.ts'
import { EndBar } from './end-bar.tsx'
import { FindingCards } from './finding-cards.tsx'
import { PlacePhotos } from './place-photos.tsx'
import { StopQuestions } from './questions.tsx'
import { SendLine } from './send-line.tsx'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import { StopDisputes } from './stop-disputes.tsx'
import { shownOf } from './stop-pieces.ts'
import { TalkCards } from './talk-cards.tsx'
import { type OpenStop, useKept, useStop } from './use-stop.ts'

/** One stop on a phone: answers, findings, talks and photos, with or without a line. */
export default function StopPage() {
  const t = stopTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const load = useStop(id, usePersonId())
  if (load.state === 'open') return <Opened key={id} keeper={load.keeper} photos={load.photos} />
  return (
    <AbsentRecord
      query={{ error: load.state === 'failed' ? load.error : null, refetch: load.again }}
      list="/tours"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function Opened({ keeper, photos }: OpenStop) {
  const t = stopTexts.useTexts()
  const language = useLanguage()
  const kept = useKept(keeper)
  const { stop, pending, ending } = kept
  const [{ tab = 'questions' }, setSearch] = useFilters<StopSearch>()
  const shown = shownOf(stop, pending)
  const writes = stop.actions.includes('write') && !ending
  const counts = {
    questions: undefined,
    findings: shown.findings.length,
    talks: shown.talks.length,
    photos: stop.photos.filter(({ findingId }) => findingId === null).length,
  }
  const parts = { keeper, kept, shown, writes, photos }
  return (
    <>
      <PageHeader
        title={stop.unitName}
        back={
          <Link to="/tours/$id" params={{ id: stop.tourId }}>
            {t('back')}
          </Link>
        }
        note={`${formatDay(stop.day, language)} · ${stop.tourName}`}
      />
      <SendLine keeper={keeper} kept={kept} photos={photos} />
      {stop.recusals.length > 0 ? (
        <Alert type="warning" showIcon title={t('recusal', { names: stop.recusals.join('、') })} />
      ) : null}
      <Note kept={kept} />
      <StopDisputes keeper={keeper} kept={kept} />
      <ListTabs
        label={t('tabs')}
        chosen={tab}
        onChoose={next => setSearch({ tab: next === 'questions' ? undefined : next })}
        tabs={stopTabs.map(each => ({ tab: each, words: t(`tab.${each}`), count: counts[each] }))}
      />
      <div className={styles['body']}>
        {tab === 'questions' ? (
          <StopQuestions {...parts} onFinding={() => setSearch({ tab: 'findings' })} />
        ) : null}
        {tab === 'findings' ? <FindingCards {...parts} /> : null}
        {tab === 'talks' ? <TalkCards {...parts} /> : null}
        {tab === 'photos' ? (
          <section className={styles['card']}>
            <PlacePhotos photos={photos} stop={stop} place={stop.id} writes={writes} />
          </section>
        ) : null}
      </div>
      <EndBar keeper={keeper} kept={kept} shown={shown} />
    </>
  )
}

/** Why nothing can be written here, when nothing can. */
function Note({ kept: { stop, ending } }: { kept: ReturnType<typeof useKept> }) {
  const t = stopTexts.useTexts()
  if (ending || stop.actions.includes('write')) return null
  if (stop.state === 'done')
    return (
      <p className={styles['note']}>
        {stop.finishedName && stop.finishedAt
          ? t('endedBy', { name: stop.finishedName, at: formatInstant(stop.finishedAt) })
          : t('ended')}
      </p>
    )
  return <p className={styles['note']}>{t(stop.tourState === 'planned' ? 'notOpen' : 'readOnly')}</p>
}
