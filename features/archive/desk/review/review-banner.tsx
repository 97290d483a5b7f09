import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
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

/** Why the document cannot be changed now, and what can be done about it. */
export function ReviewBanner({ review, wasMine, onTakeOver, onReopen, onNext }: ReviewBannerProps) {
  const t = reviewTexts.useTexts()
  const { claim, document, may } = review
  const session = useQueryClient().getQueryData<{ user: { name: string } | null }>(['session'])
  const myName = session?.user?.name
  if (document.state === 'accepted')
    return (
      <Alert
        type="success"
        showIcon
        title={t('accepted')}
        action={
          <div className={styles['bannerActs']}>
            {document.issueIds[0] ? (
              <Link to="/issues/$id" params={{ id: document.issueIds[0] }}>
                {t('goIssue')}
              </Link>
            ) : null}
            {may.includes('reopen') ? (
              <Button size="small" onClick={onReopen}>
                {t('reopen')}
              </Button>
            ) : null}
            <Button size="small" type="primary" onClick={onNext}>
              {t('nextDocument')}
            </Button>
          </div>
        }
      />
    )
  if (!claim || claim.mine) return null
  const words = wasMine ? 'taken' : claim.by === myName ? 'heldElsewhere' : 'held'
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t(words, { name: claim.by })}
      action={
        may.includes('take-over') ? (
          <Button size="small" onClick={onTakeOver}>
            {t('takeOver')}
          </Button>
        ) : null
      }
    />
  )
}
