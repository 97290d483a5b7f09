import {
  AbsentRecord,
  BackToList,
  EmptyState,
  listPlace,
  PageHeader,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Review } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { useIssueWords } from '../document-words.tsx'
import readingStyles from '../reading.module.css'
import styles from './review.module.css'
import { findNext } from './review.queries.ts'
import { reviewTexts } from './review.texts.ts'
import { ReviewBanner } from './review-banner.tsx'
import { ReviewDesk } from './review-desk.tsx'
import { Overtaken, type ReviewLine } from './review-line.ts'
import { useReview } from './use-review.ts'

export default function ReviewPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <OneReview key={id} id={id} />
}

function OneReview({ id }: { id: string }) {
  const t = reviewTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const { review, line, claim } = useReview(id)
  if (review.data) return <OpenReview review={review.data} line={line} onClaim={claim} />
  return (
    <AbsentRecord
      query={review}
      list="/documents"
      title={t('review')}
      back={t('backToList')}
      missing={ta('missing')}
      goList={ta('goList')}
    />
  )
}

type OpenReviewProps = {
  readonly review: Review
  readonly line: ReviewLine
  readonly onClaim: (takeOver: boolean) => Promise<Review>
}

function OpenReview({ review, line, onClaim }: OpenReviewProps) {
  const t = reviewTexts.useTexts()
  const issue = useIssueWords()
  const phone = usePhone()
  const text = useProblemText()
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const wasMine = useWasMine(review)
  const { document, may, claim } = review
  const file = document.fileName

  const fail = (error: unknown) =>
    void message.error(error instanceof Overtaken ? t('overtaken', { reason: error.detail }) : text(error))
  const openNext = async (accepted: boolean) => {
    const next = await findNext(document.id)
    if (accepted) void message.success(t(next ? 'acceptedNext' : 'acceptedLast', { file }))
    if (next) await navigate({ to: '/documents/$id/review', params: { id: next } })
    else await navigate({ to: '/documents', search: listPlace('/documents') })
  }
  const working = async (work: () => Promise<unknown>) => {
    setBusy(true)
    await work().catch(fail)
    setBusy(false)
  }
  const accept = () => working(async () => (await line.run(() => ({ kind: 'accept' }))) && openNext(true))
  const onAccept = (openDoubts: number) => {
    if (busy) return
    if (may.includes('reopen')) return void working(() => openNext(false))
    const same = review.sameIssues.length > 0
    if (openDoubts === 0 && !same) return void accept()
    modal.confirm({
      title: same ? t('acceptSameTitle') : t('acceptTitle', { count: openDoubts }),
      content: (
        <>
          {same ? <p>{t('acceptSameWords')}</p> : null}
          {same && openDoubts > 0 ? <p>{t('acceptTitle', { count: openDoubts })}</p> : null}
          {openDoubts > 0 ? <p>{t('acceptWords')}</p> : null}
        </>
      ),
      okText: t('acceptAnyway'),
      cancelText: t('keepReviewing'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: accept,
    })
  }
  const reopen = () =>
    working(async () => {
      await line.run(() => ({ kind: 'reopen' }))
      await onClaim(false)
      void message.info(t('reopened'))
    })
  const onTakeOver = () =>
    modal.confirm({
      title: t('takeOverTitle', { name: claim?.by ?? '' }),
      content: t('takeOverWords'),
      okText: t('takeOver'),
      cancelText: t('cancel'),
      onOk: () => onClaim(true).catch(fail),
    })

  const open = review.doubts.filter(doubt => !doubt.settled).length
  const facts = [
    document.series,
    issue(document),
    open > 0 ? t('doubtsLeft', { count: open }) : t('noDoubts'),
  ]
  const readable = review.readings.length > 0
  return (
    <div className={readable ? readingStyles['page'] : undefined}>
      <PageHeader
        title={file}
        back={<BackToList to="/documents">{t('backToList')}</BackToList>}
        note={readable && !phone ? facts.filter(Boolean).join(' · ') : null}
        actions={
          may.includes('accept') ? (
            <Button
              type="primary"
              loading={busy}
              aria-keyshortcuts="Control+Enter"
              onClick={() => onAccept(open)}
            >
              {t('act.accept')}
              {phone ? null : <kbd className={styles['onPrimary']}>Ctrl+Enter</kbd>}
            </Button>
          ) : null
        }
      />
      <ReviewBanner
        review={review}
        wasMine={wasMine}
        onTakeOver={onTakeOver}
        onReopen={() => void reopen()}
        onNext={() => void working(() => openNext(false))}
      />
      {readable ? (
        <ReviewDesk review={review} line={line} onAccept={onAccept} />
      ) : (
        <EmptyState
          title={t('notRead')}
          action={
            <Link to="/documents/$id" params={{ id: document.id }}>
              {t('goDocument')}
            </Link>
          }
        />
      )}
    </div>
  )
}

/** Whether this page has held the document at some time: then losing it is said in other words. */
function useWasMine({ claim }: Review): boolean {
  const was = useRef(false)
  const mine = claim?.mine === true
  useEffect(() => {
    if (mine) was.current = true
  }, [mine])
  return was.current
}
