import { formatInstant, useProblemText } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { Edition, EditionSigning } from '../../contract/index.ts'
import styles from './sign.module.css'
import { useRetryFreeze } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'

type FreezeStateProps = { readonly edition: Edition; readonly signing: EditionSigning }

/** What becomes of a signed issue: its forms are being made, could not be made, or are there. */
export function FreezeState({ edition, signing }: FreezeStateProps) {
  const t = signTexts.useTexts()
  const text = useProblemText()
  const retry = useRetryFreeze(edition)
  const { state, signedName, signedAt, forceReason, chainHead } = edition
  if (state !== 'signed' && state !== 'issued') return null
  const { freeze } = signing
  const signed =
    signedName && signedAt ? t('signedBy', { name: signedName, at: formatInstant(signedAt) }) : ''
  const failed = state === 'signed' && freeze?.problem != null
  const about = (
    <div className={styles['about']}>
      <span>{signed}</span>
      {forceReason ? <span>{t('forced', { reason: forceReason })}</span> : null}
      {chainHead ? (
        <span className={styles['seal']}>
          {t('chainHead')} <code>{chainHead.slice(0, 16)}</code>
        </span>
      ) : null}
      {failed ? <span>{freeze.problem}</span> : null}
      {retry.error ? <span role="alert">{text(retry.error)}</span> : null}
    </div>
  )
  if (state === 'issued')
    return (
      <Alert
        type="success"
        showIcon
        title={t('issued')}
        description={about}
        action={
          <Link to="/issues/$id" params={{ id: edition.id }}>
            {t('seeIssue')}
          </Link>
        }
      />
    )
  return (
    <Alert
      type={failed ? 'error' : 'info'}
      showIcon
      role="status"
      title={t(failed ? 'freezeFailed' : 'freezing')}
      description={about}
      action={
        freeze?.mayRetry ? (
          <Button size="small" danger loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('retry')}
          </Button>
        ) : null
      }
    />
  )
}
