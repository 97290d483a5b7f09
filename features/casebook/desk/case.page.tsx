import {
  AbsentRecord,
  BackToList,
  formatDay,
  formatInstant,
  isMissing,
  PageHeader,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { CaseRecord } from '../contract/index.ts'
import styles from './case.module.css'
import { caseQuery } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import { CaseActs } from './case-acts.tsx'
import { CaseTag, Tags } from './case-rows.tsx'
import { CaseSourceCard } from './case-source-card.tsx'
import { CaseWordsForm } from './case-words-form.tsx'

export default function CasePage() {
  const t = caseTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const record = useQuery(caseQuery(id))
  if (record.data && !isMissing(record.error)) return <OpenCase key={id} record={record.data} />
  return (
    <AbsentRecord
      query={record}
      list="/cases"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenCase({ record }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  const writes = record.actions.includes('edit') || record.actions.includes('amend')
  return (
    <>
      <PageHeader
        title={record.title}
        back={<BackToList to="/cases">{t('back')}</BackToList>}
        note={
          <>
            <CaseTag state={record.state} />{' '}
            {[record.unitName, record.sourceUnit].filter(Boolean).join(' · ')}
          </>
        }
      />
      <div className={styles['page']}>
        <div className={styles['side']}>
          {record.actions.length > 0 || record.state === 'public' ? <CaseActs record={record} /> : null}
          <Facts record={record} />
          {record.source ? (
            <CaseSourceCard source={record.source} />
          ) : (
            <section className={styles['card']} aria-labelledby="case-source">
              <h2 id="case-source">{t('source')}</h2>
              <p className={styles['note']}>{t('sourceGone', { title: record.sourceTitle })}</p>
            </section>
          )}
          <History record={record} />
        </div>
        <div className={styles['main']}>
          {writes ? <CaseWordsForm record={record} /> : <Reading record={record} />}
        </div>
      </div>
    </>
  )
}

function Reading({ record }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  return (
    <article className={`${styles['card']} ${styles['reading']}`}>
      {(['why', 'how'] as const).map(name => (
        <section key={name} aria-labelledby={`case-${name}`}>
          <h2 id={`case-${name}`}>{t(name)}</h2>
          {record[name].trim() ? (
            record[name]
              .split('\n')
              .filter(line => line.trim())
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
              .map((line, at) => <p key={at}>{line}</p>)
          ) : (
            <p className={styles['note']}>{t('nothing')}</p>
          )}
        </section>
      ))}
      <Tags tags={record.tags} />
    </article>
  )
}

function Facts({ record }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  const language = useLanguage()
  const rows: [string, string][] = [
    [t('sourceUnit'), record.sourceUnit],
    [t('day'), record.sourceDay ? formatDay(record.sourceDay, language) : ''],
    [t('colUnit'), record.unitName],
    [t('colMarked'), t('markedBy', { name: record.markedName, at: formatInstant(record.markedAt) })],
  ]
  return (
    <section className={styles['card']} aria-labelledby="case-facts">
      <h2 id="case-facts">{t('facts')}</h2>
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

function History({ record: { history } }: { readonly record: CaseRecord }) {
  const t = caseTexts.useTexts()
  if (history.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="case-history">
      <h2 id="case-history">{t('history')}</h2>
      <ol className={styles['history']}>
        {history.map(({ at, action, byName, changed }) => (
          <li key={`${at} ${action}`}>
            <span>
              {byName} {t(`step.${action}`)}
              {changed.length > 0
                ? t('changed', { fields: changed.map(field => t(`field.${field}`)).join('、') })
                : ''}
            </span>
            <span className={styles['faint']}>{formatInstant(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
