import { ProblemError } from '@jianbao/client'
import { ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import styles from './dialog.module.css'
import { inboxTexts } from './inbox.texts.ts'
import { TextDifference } from './text-difference.tsx'

type Shown = Pick<Report, 'id' | 'version' | 'title' | 'body' | 'state' | 'figures'>
type RefusedProps = {
  readonly error: unknown
  /** The report as the page showed it when the deed was tried. */
  readonly shown: Shown
  readonly onRetry: (newest: Report) => void
  readonly onTakeOver: () => void
}

export const isCode = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.code === code

/** Why a deed was not done; of what somebody changed meanwhile the difference, before it is tried again. */
export function Refused({ error, shown, onRetry, onTakeOver }: RefusedProps) {
  const t = inboxTexts.useTexts()
  if (!error) return null
  if (isCode(error, 'report-stale'))
    return <Difference detail={error.detail} shown={shown} onRetry={onRetry} />
  if (isCode(error, 'report-held'))
    return (
      <div className={styles['refused']}>
        <ProblemNotice error={error} />
        <Button onClick={onTakeOver}>{t('takeOver')}</Button>
      </div>
    )
  return <ProblemNotice error={error} />
}

type DifferenceProps = Pick<RefusedProps, 'shown' | 'onRetry'> & { readonly detail: string }

function Difference({ detail, shown, onRetry }: DifferenceProps) {
  const t = inboxTexts.useTexts()
  const { data: newest, error, isFetching } = useQuery({ ...reportQuery(shown.id), staleTime: 0 })
  if (error) return <ProblemNotice error={error} />
  if (!newest || (newest.version === shown.version && isFetching)) return null
  const figuresDiffer = JSON.stringify(newest.figures) !== JSON.stringify(shown.figures)
  const textDiffers = newest.title !== shown.title || newest.body !== shown.body
  return (
    <section className={styles['refused']} role="alert">
      <p>{t('conflictNote', { detail })}</p>
      {newest.state !== shown.state ? (
        <p>
          {t('conflictState', {
            before: t(`state.${shown.state}`),
            after: t(`state.${newest.state}`),
          })}
        </p>
      ) : null}
      {figuresDiffer ? <p>{t('conflictFigures')}</p> : null}
      {textDiffers ? (
        <div className={styles['compare']}>
          <TextDifference before={shown.title} after={newest.title} />
          <TextDifference before={shown.body} after={newest.body} />
        </div>
      ) : (
        <p>{t('conflictSame')}</p>
      )}
      <Button onClick={() => onRetry(newest)}>{t('conflictRetry')}</Button>
    </section>
  )
}
