import { EmptyState, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Question } from '../../contract/index.ts'
import styles from './bank.module.css'
import { nearPairsQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { QuestionAnswers, QuestionMeta, QuestionTag } from './question-words.tsx'

type NearListProps = { readonly bankId: string; readonly onOpen: (question: Question) => void }

/** 疑似重复: questions two by two, so that one of them can be retired. */
export function NearList({ bankId, onOpen }: NearListProps) {
  const t = bankTexts.useTexts()
  const near = useQuery(nearPairsQuery(bankId))
  const [retired, setRetired] = useState<Question | null>(null)
  if (near.error) return <ProblemNotice error={near.error} onRetry={() => void near.refetch()} />
  if (!near.data) return <ListSkeleton />
  const { pairs, total } = near.data
  if (total === 0) return <EmptyState title={t('nearNone')}>{t('nearNoneWords')}</EmptyState>
  return (
    <>
      <p className={styles['note']}>
        {t('nearNote')} {total > pairs.length ? t('nearMore', { total, count: pairs.length }) : null}
      </p>
      <ul className={styles['pairs']} aria-label={t('nearList')}>
        {pairs.map(({ one, other, share }) => (
          <li key={one.id + other.id} className={styles['pairCard']}>
            <p className={styles['label']}>{t('share', { percent: Math.round(share * 100) })}</p>
            <div className={styles['two']}>
              {[one, other].map(question => (
                <div key={question.id} className={styles['half']}>
                  <button type="button" className={styles['stem']} onClick={() => onOpen(question)}>
                    {question.stem}
                  </button>
                  <QuestionAnswers question={question} />
                  <QuestionMeta question={question} />
                  <div className={styles['buttons']}>
                    <QuestionTag state={question.state} />
                    {question.actions.includes('retire') ? (
                      <Button size="small" onClick={() => setRetired(question)}>
                        {t('retire')}
                      </Button>
                    ) : null}
                  </div>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {retired ? (
        <DeedDialog
          bankId={bankId}
          deed="retire"
          ids={[retired.id]}
          onDone={() => undefined}
          onClose={() => setRetired(null)}
        />
      ) : null}
    </>
  )
}
