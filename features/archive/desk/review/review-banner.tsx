import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Review } from '../../contract/index.ts'
import styles from './review.module.css'
import { reviewTexts } from './review.texts.ts'

type ReviewBannerProps = {
  readonly review: Review
  /** It was in hand here until somebody took it over. */
  readonly wasMine: boolean
  readonly onTakeOver: () => void
  readonly onReopen: () => void
  readonly onNext: () => void
}

/** Why the document cannot be changed now, or should perhaps not be accepted, and what can be done about it. */
export function ReviewBanner({ review, wasMine, onTakeOver, onReopen, onNext }: ReviewBannerProps) {
  const t = reviewTexts.useTexts()
  const { claim, document, may } = review
  const session = useQueryClient().getQueryData<{ user: { name: string } | null }>(['session'])
  if (document.state === 'accepted')
    return (
      <Banner tone="good" words={t('accepted')}>
        {document.issueIds[0] ? (
          <Link to="/issues/$id" params={{ id: document.issueIds[0] }}>
            {t('goIssue')}
          </Link>
        ) : null}
        {may.includes('reopen') ? <Button onClick={onReopen}>{t('reopen')}</Button> : null}
        <Button type="primary" onClick={onNext}>
          {t('nextDocument')}
        </Button>
      </Banner>
    )
  if (!claim || claim.mine) {
    const [same] = review.sameIssues
    if (!same) return null
    return (
      <Banner tone="doubt" words={t('sameIssue')}>
        <Link to="/issues/$id" params={{ id: same }}>
          {t('goSameIssue')}
        </Link>
      </Banner>
    )
  }
  const words = wasMine ? 'taken' : claim.by === session?.user?.name ? 'heldElsewhere' : 'held'
  return (
    <Banner tone="doubt" words={t(words, { name: claim.by })}>
      {may.includes('take-over') ? <Button onClick={onTakeOver}>{t('takeOver')}</Button> : null}
    </Banner>
  )
}

type BannerProps = { readonly tone: 'good' | 'doubt'; readonly words: string; readonly children: ReactNode }

function Banner({ tone, words, children }: BannerProps) {
  return (
    <div className={styles['banner']} data-tone={tone} role={tone === 'doubt' ? 'alert' : 'status'}>
      <p>{words}</p>
      <div className={styles['bannerActs']}>{children}</div>
    </div>
  )
}
