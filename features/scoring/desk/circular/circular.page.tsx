import {
  AbsentRecord,
  BackToList,
  formatDay,
  isMissing,
  ListSkeleton,
  PageHeader,
  PaperFrame,
  ProblemNotice,
  useFilters,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { CircularRecord } from '../../contract/index.ts'
import styles from './circular.module.css'
import { circularHtmlQuery, circularQuery } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'
import { CircularActs } from './circular-acts.tsx'
import { CircularChanged } from './circular-changed.tsx'
import { CircularData } from './circular-data.tsx'
import { CircularDownloads } from './circular-downloads.tsx'
import type { CircularPageSearch } from './circular-search.ts'
import { CircularWords } from './circular-words.tsx'
import { CountedDrawer } from './counted-drawer.tsx'

export default function CircularDetailPage() {
  const t = circularTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const circular = useQuery(circularQuery(id))
  if (circular.data && !isMissing(circular.error)) return <OpenCircular key={id} circular={circular.data} />
  return (
    <AbsentRecord
      query={circular}
      list="/circulars"
      title={t('circular')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenCircular({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const language = useLanguage()
  const [search, setSearch] = useFilters<CircularPageSearch>()
  const view = search.view ?? 'paper'
  const { from, until } = circular.figures
  const counted = t('counted', { from: formatDay(from, language), until: formatDay(until, language) })
  return (
    <>
      <PageHeader
        title={circular.title}
        back={<BackToList to="/circulars">{t('back')}</BackToList>}
        note={[circular.unitName, circular.docNumber, counted].filter(Boolean).join(' · ')}
      />
      <CircularChanged circular={circular} />
      <div className={styles['page']}>
        <div className={styles['side']}>
          <CircularActs circular={circular} />
          {circular.actions.includes('edit') ? <CircularWords circular={circular} /> : null}
          <CircularDownloads circular={circular} />
        </div>
        <div className={styles['main']}>
          <Segmented
            aria-label={t('view')}
            value={view}
            options={[
              { value: 'paper', label: t('paper') },
              { value: 'data', label: t('data') },
            ]}
            onChange={value => setSearch({ view: value === 'data' ? value : undefined })}
          />
          {view === 'data' ? <CircularData circular={circular} /> : <Paper circular={circular} />}
        </div>
      </div>
      <CountedDrawer circular={circular} search={search} onSearch={setSearch} />
    </>
  )
}

function Paper({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const html = useQuery(circularHtmlQuery(circular))
  return (
    <section aria-label={t('paper')}>
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {html.isPending ? <ListSkeleton rows={16} /> : null}
      {html.data === undefined ? null : <PaperFrame html={html.data} title={t('paperPage')} />}
    </section>
  )
}
