import { ProblemNotice, useFocusBack, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { type Question, type QuestionDeed, questionDeeds } from '../../contract/index.ts'
import styles from './bank.module.css'
import { questionQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionAnswers, QuestionMeta, QuestionTag } from './question-words.tsx'

type QuestionDrawerProps = {
  readonly id: string
  readonly bankId: string
  readonly categories: readonly string[]
  readonly onClose: () => void
}

/** One question beside the list: read, reviewed, or opened to be changed. */
export function QuestionDrawer({ id, bankId, categories, onClose }: QuestionDrawerProps) {
  const t = bankTexts.useTexts()
  const phone = usePhone()
  const question = useQuery(questionQuery(id))
  const [editing, setEditing] = useState(false)
  const [deed, setDeed] = useState<QuestionDeed | null>(null)
  useFocusBack()
  if (editing && question.data)
    return (
      <QuestionForm
        bankId={bankId}
        question={question.data}
        categories={categories}
        onClose={() => setEditing(false)}
      />
    )
  const may = question.data?.actions ?? []
  return (
    <Drawer
      open
      size={phone ? '100%' : 520}
      title={t('seeQuestion')}
      onClose={onClose}
      footer={
        <div className={styles['foot']}>
          {questionDeeds
            .filter(each => may.includes(each))
            .map(each => (
              <Button
                key={each}
                danger={each === 'remove'}
                type={each === 'approve' ? 'primary' : 'default'}
                onClick={() => setDeed(each)}
              >
                {t(each === 'remove' ? 'remove1' : each)}
              </Button>
            ))}
          {may.includes('edit') ? (
            <Button onClick={() => setEditing(true)}>{t('editQuestion')}</Button>
          ) : null}
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      }
    >
      {question.error ? (
        <ProblemNotice error={question.error} onRetry={() => void question.refetch()} />
      ) : null}
      {question.isPending ? <Skeleton active title={false} paragraph={{ rows: 6 }} /> : null}
      {question.data ? <Reading question={question.data} /> : null}
      {deed && question.data ? (
        <DeedDialog
          bankId={bankId}
          deed={deed}
          ids={[question.data.id]}
          onDone={() => {
            if (deed === 'remove') onClose()
          }}
          onClose={() => setDeed(null)}
        />
      ) : null}
    </Drawer>
  )
}

function Reading({ question }: { readonly question: Question }) {
  const t = bankTexts.useTexts()
  const own =
    question.state === 'draft' && question.actions.includes('edit') && !question.actions.includes('approve')
  return (
    <article className={styles['reading']}>
      <QuestionTag state={question.state} />
      <p className={styles['big']}>{question.stem}</p>
      {question.pictureId ? (
        <img
          className={styles['picture']}
          src={`/api/questions/${question.id}/picture?v=${question.version}`}
          alt={t('pictureOf')}
        />
      ) : null}
      <QuestionAnswers question={question} />
      {question.explanation ? (
        <p>
          {t('explanation')}：{question.explanation}
        </p>
      ) : null}
      {question.source ? (
        <p className={styles['note']}>
          {t('source')}：{question.source}
        </p>
      ) : null}
      <QuestionMeta question={question} />
      {own ? <p className={styles['note']}>{t('ownQuestion')}</p> : null}
    </article>
  )
}
