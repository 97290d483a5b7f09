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
import { Link, useParams } from '@tanstack/react-router'
import type { NeedRecord } from '../../contract/index.ts'
import { NeedActs } from './need-acts.tsx'
import { NeedTag } from './need-rows.tsx'
import styles from './service.module.css'
import { needQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

/** One need: what was asked, what is to be decided, what became of it. */
export default function NeedPage() {
  const t = serviceTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const need = useQuery(needQuery(id))
  if (need.data && !isMissing(need.error)) return <OpenNeed key={id} need={need.data} />
  return (
    <AbsentRecord
      query={need}
      list="/needs"
      title={t('oneNeed')}
      back={t('needs')}
      missing={t('needGone')}
      goList={t('goNeeds')}
    />
  )
}

function OpenNeed({ need }: { readonly need: NeedRecord }) {
  const t = serviceTexts.useTexts()
  return (
    <>
      <PageHeader
        title={`${t('oneNeed')} ${need.number}`}
        back={<BackToList to="/needs">{t('needs')}</BackToList>}
        note={
          <>
            <NeedTag state={need.state} /> {need.unitName}
          </>
        }
      />
      <div className={styles['page']}>
        <div className={styles['side']}>
          {need.actions.length > 0 ? <NeedActs need={need} /> : null}
          <Facts need={need} />
          <History need={need} />
        </div>
        <div className={styles['main']}>
          <article className={`${styles['card']} ${styles['reading']}`}>
            <h2>{t('words')}</h2>
            <Paragraphs text={need.words} />
          </article>
          {need.reason === null ? null : (
            <section className={`${styles['card']} ${styles['reading']}`} aria-labelledby="need-reason">
              <h2 id="need-reason">{t('reason')}</h2>
              <Paragraphs text={need.reason} />
            </section>
          )}
        </div>
      </div>
    </>
  )
}

function Paragraphs({ text }: { readonly text: string }) {
  return text
    .split('\n')
    .filter(line => line.trim())
    .map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
      <p key={at}>{line}</p>
    ))
}

function Facts({ need }: { readonly need: NeedRecord }) {
  const t = serviceTexts.useTexts()
  const language = useLanguage()
  const rows: [string, string][] = [
    [t('colKind'), t(`kind.${need.kind}`)],
    [t('colSource'), t(`source.${need.source}`)],
    [t('place'), need.place],
    [t('colDay'), formatDay(need.day, language)],
    [t('registeredBy'), need.registeredName],
    [t('tells'), need.tells ? t('tellsYes') : ''],
  ]
  return (
    <section className={styles['card']} aria-labelledby="need-facts">
      <h2 id="need-facts">{t('facts')}</h2>
      <dl className={styles['facts']}>
        {rows
          .filter(([, words]) => words)
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        {need.item ? (
          <div>
            <dt>{t('item')}</dt>
            <dd>
              <Link to="/ledger-items/$id" params={{ id: need.item.id }}>
                {need.item.title}
              </Link>
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

function History({ need: { history } }: { readonly need: NeedRecord }) {
  const t = serviceTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="need-history">
      <h2 id="need-history">{t('history')}</h2>
      <ol className={styles['history']}>
        {history.map(({ at, action, byName, words }) => (
          <li key={`${at} ${action}`}>
            <span>
              {byName} {t(`step.${action}`)}
            </span>
            {words ? <span>{words}</span> : null}
            <span className={styles['faint']}>{formatInstant(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
