import { ActDialog } from '@jianbao/organisation/desk/parts'
import {
  FormField,
  ListSkeleton,
  PageTurner,
  ProblemNotice,
  SearchField,
  useFocusBack,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { ContestRecord, FrozenQuestion } from '../../contract/index.ts'
import { frozenQuery, useContestDeed } from './contest.queries.ts'
import { momentWords } from './contest-values.ts'
import { PaperQuestion } from './paper-question.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type QuestionsDrawerProps = { readonly contest: ContestRecord; readonly onClose: () => void }

/** The frozen questions; a wrong one is withdrawn here. */
export function QuestionsDrawer({ contest, onClose }: QuestionsDrawerProps) {
  const t = setupTexts.useTexts()
  const phone = usePhone()
  const [q, setWords] = useState('')
  const [page, setPage] = useState(1)
  const [asked, setAsked] = useState<FrozenQuestion | null>(null)
  const questions = useQuery(frozenQuery(contest.id, { ...(q ? { q } : {}), page }))
  useFocusBack()
  return (
    <Drawer open size={phone ? '100%' : 640} title={t('questionsTitle')} onClose={onClose}>
      <p className={styles['note']}>{t('questionsNote')}</p>
      <SearchField
        value={q}
        label={t('questionSearch')}
        onSearch={words => {
          setWords(words)
          setPage(1)
        }}
      />
      {questions.error ? (
        <ProblemNotice error={questions.error} onRetry={() => void questions.refetch()} />
      ) : null}
      {questions.isPending ? <ListSkeleton /> : null}
      {questions.data?.total === 0 ? <p>{t('noQuestions')}</p> : null}
      {questions.data ? (
        <>
          <ul className={styles['paper']}>
            {questions.data.rows.map(question => (
              <li key={question.no}>
                <PaperQuestion question={question} />
                <Standing question={question} onWithdraw={() => setAsked(question)} />
              </li>
            ))}
          </ul>
          <PageTurner {...questions.data} onTurn={next => setPage(next ?? 1)} />
        </>
      ) : null}
      {asked ? <WithdrawDialog contest={contest} question={asked} onClose={() => setAsked(null)} /> : null}
    </Drawer>
  )
}

type StandingProps = { readonly question: FrozenQuestion; readonly onWithdraw: () => void }

function Standing({ question, onWithdraw }: StandingProps) {
  const t = setupTexts.useTexts()
  const { asked, correct, withdrawnAt, withdrawnReason } = question
  if (withdrawnAt)
    return (
      <p className={styles['warned']}>
        {t('withdrawnAt', { at: momentWords(withdrawnAt), reason: withdrawnReason ?? '' })}
      </p>
    )
  return (
    <p className={styles['line']}>
      <span className={styles['quiet']}>{asked > 0 ? t('asked', { asked, correct }) : t('neverAsked')}</span>
      <Button size="small" danger onClick={onWithdraw}>
        {t('withdrawQuestion')}
      </Button>
    </p>
  )
}

type WithdrawDialogProps = {
  readonly contest: ContestRecord
  readonly question: FrozenQuestion
  readonly onClose: () => void
}

function WithdrawDialog({ contest, question, onClose }: WithdrawDialogProps) {
  const t = setupTexts.useTexts()
  const { message } = App.useApp()
  const deed = useContestDeed(contest)
  const [reason, setReason] = useState('')
  const act = async () => {
    await deed.mutateAsync({ act: 'withdraw-question', no: question.no, reason: reason.trim() })
    void message.success(t('done.question'))
  }
  return (
    <ActDialog
      title={t('withdrawQuestionTitle')}
      confirm={t('withdrawQuestion')}
      cancel={t('cancel')}
      danger
      blocked={reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={act}
      onClose={onClose}
    >
      <p className={styles['stem']}>{question.stem}</p>
      <p>{t(`withdrawQuestionWords.${contest.rules.withdrawn}`)}</p>
      <FormField label={t('closeReason')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}
