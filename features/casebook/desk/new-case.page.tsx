import {
  BackToList,
  isMissing,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  useSending,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { CaseSource, CaseSourceKind } from '../contract/index.ts'
import styles from './case.module.css'
import { markCase, sourceQuery, useRefreshCases } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import type { NewCaseSearch } from './case-search.ts'
import { CaseSourceCard } from './case-source-card.tsx'
import { type CaseWords, CaseWordsFields, isTag } from './case-words-fields.tsx'
import { SourcePicker } from './source-picker.tsx'

/** Marks a report or an article as a case: chosen here, or named in the address by the page one comes from. */
export default function NewCasePage() {
  const t = caseTexts.useTexts()
  const [search, setSearch] = useFilters<NewCaseSearch>()
  const kind: CaseSourceKind = search.article ? 'article' : 'report'
  const id = search.article ?? search.report
  const choose = (picked: CaseSource | null) =>
    setSearch({
      report: picked?.kind === 'report' ? picked.id : undefined,
      article: picked?.kind === 'article' ? picked.id : undefined,
    })
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        back={<BackToList to="/cases">{t('back')}</BackToList>}
        note={t('newNote')}
      />
      {id === undefined ? (
        <SourcePicker search={search} onSearch={setSearch} onPick={choose} />
      ) : (
        <OfSource key={id} kind={kind} id={id} onOther={() => choose(null)} />
      )}
    </>
  )
}

type OfSourceProps = { readonly kind: CaseSourceKind; readonly id: string; readonly onOther: () => void }

function OfSource({ kind, id, onOther }: OfSourceProps) {
  const t = caseTexts.useTexts()
  const source = useQuery(sourceQuery(kind, id))
  const other = <Button onClick={onOther}>{t('chooseOther')}</Button>
  if (source.data) return <NewCase source={source.data} onOther={onOther} />
  if (!source.error) return <ListSkeleton />
  if (!isMissing(source.error))
    return <ProblemNotice error={source.error} onRetry={() => void source.refetch()} />
  return (
    <div className={styles['card']} role="alert">
      <p>{t('missingSource')}</p>
      {other}
    </div>
  )
}

function NewCase({ source, onOther }: { readonly source: CaseSource; readonly onOther: () => void }) {
  const t = caseTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshCases()
  const [words, setWords] = useState<CaseWords>({
    title: source.title.slice(0, 120),
    why: '',
    how: '',
    tags: [],
  })
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const { busy, error, send } = useSending(() => undefined)
  const lacking = words.title.trim().length < 2
  const submit = () => {
    setTried(true)
    if (lacking || !words.tags.every(isTag)) return
    void send(async () => {
      const { id } = await markCase({
        ...words,
        tags: [...words.tags],
        sourceKind: source.kind,
        sourceId: source.id,
      })
      setMade(id)
      refresh()
      void message.success(t('marked'))
      await navigate({ to: '/cases/$id', params: { id }, replace: true })
    })
  }
  return (
    <div className={styles['page']}>
      <div className={styles['side']}>
        <CaseSourceCard
          source={source}
          actions={
            <div className={styles['buttons']}>
              <Button onClick={onOther}>{t('chooseOther')}</Button>
              {source.caseId === null ? null : (
                <Link to="/cases/$id" params={{ id: source.caseId }}>
                  {t('alreadyCase')}
                </Link>
              )}
            </div>
          }
        />
      </div>
      <form
        className={`${styles['card']} ${styles['form']}`}
        aria-label={t('newTitle')}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <CaseWordsFields
          words={words}
          problems={{ title: tried && lacking ? t('must') : null }}
          onChange={change => setWords({ ...words, ...change })}
        />
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={busy || made !== null}>
            {t('mark')}
          </Button>
        </div>
        {error ? <ProblemNotice error={error} onRetry={submit} /> : null}
      </form>
    </div>
  )
}
