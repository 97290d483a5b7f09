import { type Column, DataTable } from '@jianbao/ui'
import { Checkbox } from 'antd'
import type { Question } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'
import { QuestionAnswers, QuestionMeta, QuestionTag } from './question-words.tsx'

export const columnsName = 'contest.questions'

type Choosing = {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
  readonly onOpen: (question: Question) => void
}

export function useQuestionColumns({ chosen, onChoose, onOpen }: Choosing): readonly Column<Question>[] {
  const t = bankTexts.useTexts()
  return [
    {
      key: 'stem',
      title: t('colStem'),
      fixed: true,
      cell: question => (
        <span className={styles['stemCell']}>
          <Choose {...{ question, chosen, onChoose }} />
          <span>
            <Stem question={question} onOpen={onOpen} />
            <QuestionAnswers question={question} />
          </span>
        </span>
      ),
    },
    {
      key: 'type',
      title: t('colType'),
      cell: ({ type }) => t(`type.${type}`),
      className: styles['tight'] ?? '',
    },
    { key: 'category', title: t('colCategory'), cell: ({ category }) => category },
    { key: 'difficulty', title: t('colDifficulty'), cell: ({ difficulty }) => t(`difficulty.${difficulty}`) },
    { key: 'state', title: t('colState'), cell: ({ state }) => <QuestionTag state={state} /> },
    { key: 'written', title: t('colWritten'), cell: ({ writtenName }) => writtenName },
    { key: 'reviewed', title: t('colReviewed'), cell: ({ reviewedName }) => reviewedName ?? '' },
  ]
}

type QuestionRowsProps = Choosing & { readonly rows: readonly Question[]; readonly selected: number }

export function QuestionRows({ rows, selected, ...choosing }: QuestionRowsProps) {
  const t = bankTexts.useTexts()
  const columns = useQuestionColumns(choosing)
  return (
    <DataTable
      rows={rows}
      selected={selected}
      label={t('questionList')}
      name={columnsName}
      rowKey={({ id }) => id}
      columns={columns}
      card={question => (
        <>
          <div className={styles['cardHead']}>
            <Choose question={question} {...choosing} />
            <Stem question={question} onOpen={choosing.onOpen} />
            <QuestionTag state={question.state} />
          </div>
          <QuestionAnswers question={question} />
          <QuestionMeta question={question} />
        </>
      )}
    />
  )
}

function Choose({ question, chosen, onChoose }: Omit<Choosing, 'onOpen'> & { readonly question: Question }) {
  const t = bankTexts.useTexts()
  return (
    <Checkbox
      aria-label={t('chooseOne', { stem: question.stem })}
      checked={chosen.has(question.id)}
      onChange={() => onChoose(question.id)}
    />
  )
}

function Stem({ question, onOpen }: Pick<Choosing, 'onOpen'> & { readonly question: Question }) {
  const t = bankTexts.useTexts()
  return (
    <button type="button" className={styles['stem']} onClick={() => onOpen(question)}>
      {question.stem}
      {question.pictureId ? <span className={styles['badge']}>{t('picture')}</span> : null}
    </button>
  )
}
