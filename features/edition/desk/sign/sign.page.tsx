/** One issue to be signed, for a thumb: its pages, its text to comment on, what changed, and the two buttons. */
import { AbsentRecord, BackToList, isMissing, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { type Edition, type EditionSigning, settledEditions } from '../../contract/index.ts'
import { PagesView } from '../compose/pages-view.tsx'
import { usePreview } from '../compose/use-preview.ts'
import { EditionStateTag, useNumberWords } from '../list/edition-words.tsx'
import { ProofCount } from '../proof/index.ts'
import { type CommentAbout, CommentDialog } from './comment-dialog.tsx'
import { CommentList } from './comment-list.tsx'
import { Deeds } from './deeds.tsx'
import { FreezeState } from './freeze-state.tsx'
import { RoundDifference } from './round-difference.tsx'
import styles from './sign.module.css'
import { signingQuery, watchedQuery } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'
import { SignFoot } from './sign-foot.tsx'
import { type SignSearch, type SignView, signViews } from './sign-search.ts'
import { StepHistory } from './step-history.tsx'
import { StepList } from './step-list.tsx'
import { TextView } from './text-view.tsx'
import { useSelectedWords } from './use-selected-words.ts'

export default function SignPage() {
  const t = signTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const edition = useQuery(watchedQuery(id))
  if (edition.data && !isMissing(edition.error)) return <OpenSigning key={id} edition={edition.data} />
  return (
    <AbsentRecord
      query={edition}
      list="/editions"
      title={t('title')}
      back={t('backToList')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenSigning({ edition }: { readonly edition: Edition }) {
  const t = signTexts.useTexts()
  const number = useNumberWords()
  const [search, setSearch] = useFilters<SignSearch>()
  const view = search.view ?? 'pages'
  const signing = useQuery(signingQuery(edition))
  const open = signing.data?.comments.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0
  const stepName = edition.state === 'signing' ? (edition.chain[edition.step]?.name ?? null) : null
  return (
    <div className={styles['page']}>
      <PageHeader
        title={t('pageTitle', { series: edition.seriesName, number: number(edition) })}
        back={<BackToList to="/editions">{t('backToList')}</BackToList>}
        note={
          <span className={styles['stepHead']}>
            <EditionStateTag state={edition.state} stepName={stepName} />
            {settledEditions.includes(edition.state) ? null : <ProofCount edition={edition} />}
            <Link to="/editions/$id" params={{ id: edition.id }}>
              {t('open')}
            </Link>
          </span>
        }
      />
      {signing.data ? <FreezeState edition={edition} signing={signing.data} /> : null}
      <fieldset className={styles['tabs']} aria-label={t('views')}>
        {signViews.map(each => (
          <button
            key={each}
            type="button"
            aria-pressed={each === view}
            onClick={() => setSearch({ view: each === 'pages' ? undefined : each })}
          >
            {t(`view.${each}`)}
            {each === 'comments' && open > 0 ? ` ${open}` : null}
          </button>
        ))}
      </fieldset>
      {signing.data ? (
        <Shown view={view} edition={edition} signing={signing.data} onView={to => setSearch({ view: to })} />
      ) : null}
    </div>
  )
}

type ShownProps = {
  readonly view: SignView
  readonly edition: Edition
  readonly signing: EditionSigning
  readonly onView: (view: SignView) => void
}

function Shown({ view, edition, signing, onView }: ShownProps) {
  const [about, setAbout] = useState<CommentAbout | null>(null)
  const [jump, setJump] = useState<string | null>(null)
  const selected = useSelectedWords(view === 'text' && signing.mayComment)
  const jumpTo = useCallback(
    ({ itemId }: { readonly itemId: string | null }) => {
      setJump(itemId)
      onView('text')
    },
    [onView],
  )
  return (
    <>
      {view === 'pages' ? <Pages edition={edition} onJump={jumpTo} /> : null}
      {view === 'text' ? (
        <TextView edition={edition} signing={signing} jump={jump} onComment={setAbout} />
      ) : null}
      {view === 'changes' ? <RoundDifference edition={edition} rounds={signing.rounds} /> : null}
      {view === 'comments' ? <CommentList edition={edition} signing={signing} onJump={jumpTo} /> : null}
      {view === 'way' ? (
        <>
          <StepList edition={edition} steps={signing.steps} />
          <Deeds edition={edition} signing={signing} part="rest" />
          <StepHistory steps={edition.steps} />
        </>
      ) : null}
      <SignFoot edition={edition} signing={signing} selected={selected} onComment={setAbout} />
      {about ? <CommentDialog edition={edition} about={about} onClose={() => setAbout(null)} /> : null}
    </>
  )
}

type PagesProps = {
  readonly edition: Edition
  readonly onJump: (place: { readonly itemId: string | null }) => void
}

function Pages({ edition, onJump }: PagesProps) {
  const preview = usePreview(edition.id, edition.version)
  return (
    <div className={styles['sheets']}>
      <PagesView preview={preview} empty={edition.content.length === 0} onJump={onJump} />
    </div>
  )
}
