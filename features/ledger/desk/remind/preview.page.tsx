import {
  addressOf,
  EmptyState,
  formatDay,
  ListSkeleton,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useFilters,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { RemindPreview } from '../../contract/index.ts'
import { DigestLines } from './digest-lines.tsx'
import styles from './remind.module.css'
import { previewQuery } from './remind.queries.ts'
import { remindTexts } from './remind.texts.ts'

const namesShown = 8

/** Who would be told of what on the next working day. */
export default function PreviewPage() {
  const t = remindTexts.useTexts()
  const language = useLanguage()
  const [{ page }, setFilters] = useFilters<{ readonly page?: number }>()
  const found = useQuery(previewQuery(page))
  const { data } = found
  const day = data ? formatDay(data.day, language) : '…'
  return (
    <>
      <PageHeader
        title={t('previewTitle')}
        note={t('previewNote', { day, count: data?.total ?? '…' })}
        actions={<Link {...addressOf('/reminders')}>{t('toRecord')}</Link>}
      />
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton rows={8} /> : null}
      {data ? <Warnings preview={data} /> : null}
      {data?.total === 0 ? (
        <EmptyState title={t('previewEmpty', { day })}>{t('previewEmptyWords')}</EmptyState>
      ) : null}
      {data && data.total > 0 && data.rows.length === 0 ? (
        <PastEnd total={data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {data && data.rows.length > 0 ? (
        <>
          <ul className={styles['digests']} aria-label={t('previewPeople')}>
            {data.rows.map(({ personName, at, lines }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: people of one name stand side by side
              <li key={`${personName}${index}`} className={styles['digest']}>
                <header>
                  <h2>{personName}</h2>
                  <span>
                    {lines[0]?.unitName} · {t('at', { time: at })}
                  </span>
                </header>
                <DigestLines label={personName} lines={lines} />
              </li>
            ))}
          </ul>
          <PageTurner {...data} onTurn={next => setFilters({ page: next })} />
        </>
      ) : null}
    </>
  )
}

function Warnings({ preview: { holidaysKnown, unreached } }: { preview: RemindPreview }) {
  const t = remindTexts.useTexts()
  const names = unreached.slice(0, namesShown).map(unit => unit.name)
  const cut = unreached.length > namesShown ? '……' : ''
  return (
    <div className={styles['warnings']}>
      {holidaysKnown ? null : <Alert type="info" showIcon title={t('holidaysUnknown')} />}
      {unreached.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('unreachedUnits', { count: unreached.length, names: names.join('、') + cut })}
          description={t('unreachedHow')}
        />
      ) : null}
    </div>
  )
}
