import { ListSkeleton, ProblemNotice, usePaused, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { IssueMatch } from '../../../contract/index.ts'
import inbox from '../dialog.module.css'
import { DialogFrame } from '../dialog-frame.tsx'
import styles from './adopted.module.css'
import { adoptionQuery, matchesQuery, useAdoptedActs } from './adopted.queries.ts'
import { adoptedTexts } from './adopted.texts.ts'

type RegisterDialogProps = {
  readonly id: string
  readonly onClose: () => void
  readonly onDone: (issue: string) => void
}

/** The issue an adopted text ran in: those with an article alike come first, any other is found by its name. */
export function RegisterDialog({ id, onClose, onDone }: RegisterDialogProps) {
  const t = adoptedTexts.useTexts()
  const { register } = useAdoptedActs()
  const [typed, setTyped] = useState('')
  const q = usePaused(typed.trim(), 250)
  const adoption = useQuery(adoptionQuery(id)).data
  const matches = useQuery(matchesQuery(id, q))
  const { busy, error, send } = useSending(onClose)
  const choose = ({ issueId, articleId }: Pick<IssueMatch, 'issueId' | 'articleId'>) =>
    void send(async () => {
      const done = await register(id, { version: adoption!.version, issueId, articleId })
      onDone(done.issue?.name ?? '')
    })
  return (
    <DialogFrame title={t('registerTitle')} width={640} onClose={onClose}>
      {adoption ? <strong>{adoption.title}</strong> : null}
      <p className={inbox['soft']}>{t('registerNote')}</p>
      <Input
        type="search"
        value={typed}
        aria-label={t('findIssue')}
        placeholder={t('findIssue')}
        maxLength={60}
        allowClear
        onChange={event => setTyped(event.target.value)}
        // Enter belongs to the search here.
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
      />
      {error ? <ProblemNotice error={error} /> : null}
      {matches.error ? <ProblemNotice error={matches.error} onRetry={() => void matches.refetch()} /> : null}
      {matches.isPending ? <ListSkeleton /> : null}
      {matches.data?.matches.length === 0 ? <p>{t('noIssues')}</p> : null}
      <ul className={styles['issues']} aria-label={t('colIssue')}>
        {matches.data?.matches.map(match => (
          <li key={match.issueId}>
            <span>
              <strong>{match.issueName}</strong>
              <span className={styles['soft']}>{match.date}</span>
              {match.articleId ? (
                <span className={styles['soft']}>
                  {t('article', { headline: match.headline ?? t('noHeadline') })} ·{' '}
                  {t('likeness', { percent: Math.round(match.likeness * 100) })}
                </span>
              ) : null}
            </span>
            <Button
              size="small"
              type={match.articleId ? 'primary' : 'default'}
              disabled={busy || !adoption}
              onClick={() => choose(match)}
            >
              {t(match.articleId ? 'registerThis' : 'issueOnly')}
            </Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}

export function UnregisterDialog({
  id,
  onClose,
  onDone,
}: Omit<RegisterDialogProps, 'onDone'> & { onDone: () => void }) {
  const t = adoptedTexts.useTexts()
  const { unregister } = useAdoptedActs()
  const adoption = useQuery(adoptionQuery(id)).data
  const { busy, error, send } = useSending(() => {
    onDone()
    onClose()
  })
  return (
    <DialogFrame
      title={t('unregister')}
      confirm={t('unregister')}
      busy={busy}
      danger
      blocked={!adoption}
      onConfirm={() => void send(() => unregister(id, adoption!.version))}
      onClose={onClose}
    >
      <p>{t('unregisterNote', { title: adoption?.title ?? '', issue: adoption?.issue?.name ?? '' })}</p>
      {error ? <ProblemNotice error={error} /> : null}
    </DialogFrame>
  )
}
