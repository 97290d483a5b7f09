import {
  type Column,
  DataTable,
  EmptyState,
  ExportButton,
  type FilterChange,
  formatCount,
  ListFrame,
  StateTag,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import {
  type ContestQuestionPage,
  type ContestQuestionRow,
  type QuestionWord,
  questionBounds,
  questionOrders,
  questionWords,
} from '../../contract/index.ts'
import { percentOf } from './percent.ts'
import styles from './statistics.module.css'
import { questionsQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'
import type { StatisticsSearch } from './statistics-search.ts'

type QuestionsProps = {
  readonly id: string
  readonly filters: StatisticsSearch
  readonly onChange: (change: FilterChange<StatisticsSearch>) => void
}

const tones = { easy: 'doubt', hard: 'doubt', weak: 'doubt', reversed: 'bad', few: 'quiet' } as const

/** Every question with how often it was right, how well it parts the better from the others, and what to think of it. */
export function QuestionsView({ id, filters, onChange }: QuestionsProps) {
  const t = statisticsTexts.useTexts()
  const navigate = useNavigate()
  const { word, sort, page } = filters
  const query = { ...(word ? { word } : {}), ...(sort ? { order: sort } : {}) }
  const questions = useQuery(questionsQuery(id, { ...query, ...(page ? { page } : {}) }))
  const counts = new Map(questions.data?.counts.map(its => [its.word, its.questions]))
  const optionOf = (each: QuestionWord) => ({
    value: each,
    label: `${t(`word.${each}`)}（${counts.get(each) ?? 0}）`,
  })
  const open = ({ bankId, questionId }: ContestQuestionRow) => {
    if (bankId && questionId)
      void navigate({ to: '/banks/$id', params: { id: bankId }, search: { question: questionId } })
  }
  return (
    <>
      <div className={styles['tools']}>
        <Select
          aria-label={t('questionFilter')}
          className={styles['select'] ?? ''}
          value={word ?? ''}
          onChange={next => onChange({ word: (next || undefined) as QuestionWord | undefined })}
          options={[{ value: '', label: t('allQuestions') }, ...questionWords.map(optionOf)]}
        />
        <Select
          aria-label={t('questionOrder')}
          className={styles['wideSelect'] ?? ''}
          value={sort ?? 'no'}
          onChange={next => onChange({ sort: next === 'no' ? undefined : next })}
          options={questionOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
        />
        <span className={styles['grow']} />
        <ExportButton
          path={`/api/contests/${id}/statistics/export`}
          order={{ body: { list: 'questions', filters: query } }}
        />
      </div>
      <p className={styles['note']}>
        {t('questionNote', {
          easy: questionBounds.easy * 100,
          hard: questionBounds.hard * 100,
          weak: questionBounds.weak,
          few: questionBounds.few,
        })}
      </p>
      <ListFrame<ContestQuestionRow, ContestQuestionPage>
        list={questions}
        onOpen={open}
        onPage={next => onChange({ page: next })}
        empty={
          <EmptyState
            title={t('questionsEmpty')}
            {...(word
              ? { action: <Button onClick={() => onChange({ word: undefined })}>{t('clear')}</Button> }
              : {})}
          >
            {t('questionsEmptyWords')}
          </EmptyState>
        }
      >
        {(rows, selected) => <QuestionRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function QuestionRows({
  rows,
  selected,
}: {
  readonly rows: readonly ContestQuestionRow[]
  readonly selected: number
}) {
  const t = statisticsTexts.useTexts()
  const value = (number: number | null, words: (found: number) => string) =>
    number === null ? t('noValue') : words(number)
  const columns: readonly Column<ContestQuestionRow>[] = [
    { key: 'no', title: t('colNo'), number: true, cell: ({ no }) => no + 1 },
    { key: 'question', title: t('colQuestion'), fixed: true, cell: row => <Question row={row} /> },
    { key: 'asked', title: t('colAsked'), number: true, cell: ({ asked }) => formatCount(asked) },
    { key: 'rate', title: t('colRight'), number: true, cell: ({ rate }) => value(rate, percentOf) },
    {
      ...{ key: 'discrimination', title: t('colDiscrimination'), number: true },
      cell: ({ discrimination }) => value(discrimination, found => found.toFixed(2)),
    },
    { key: 'words', title: t('colWords'), cell: row => <Words row={row} /> },
  ]
  return (
    <DataTable
      label={t('questionsTable')}
      name="contest.questions"
      rows={rows}
      rowKey={({ no }) => String(no)}
      columns={columns}
      selected={selected}
      card={row => (
        <>
          <Question row={row} />
          <p className={styles['cardLine']}>
            {t('colAsked')} {formatCount(row.asked)} · {t('colRight')} {value(row.rate, percentOf)} ·{' '}
            {t('colDiscrimination')} {value(row.discrimination, found => found.toFixed(2))}
          </p>
          <Words row={row} />
        </>
      )}
    />
  )
}

function Words({ row: { words, withdrawn } }: { readonly row: ContestQuestionRow }) {
  const t = statisticsTexts.useTexts()
  return (
    <span className={styles['tags']}>
      {words.map(word => (
        <StateTag key={word} tone={tones[word]}>
          {t(`word.${word}`)}
        </StateTag>
      ))}
      {withdrawn ? <StateTag tone="bad">{t('withdrawn')}</StateTag> : null}
    </span>
  )
}

function Question({ row }: { readonly row: ContestQuestionRow }) {
  const t = statisticsTexts.useTexts()
  const { type, stem, category, options, bankId, questionId, asked } = row
  const chosen = options.reduce((sum, option) => sum + option.chosen, 0)
  return (
    <div className={styles['question']}>
      <p>{stem}</p>
      <p className={styles['faint']}>
        {[t(`type.${type}`), category].filter(Boolean).join(' · ')}
        {bankId && questionId ? (
          <>
            {' · '}
            <Link to="/banks/$id" params={{ id: bankId }} search={{ question: questionId }}>
              {t('toBank')}
            </Link>
          </>
        ) : null}
      </p>
      {options.length > 0 && asked > 0 ? (
        <details>
          <summary>{t('options')}</summary>
          <ul className={styles['options']}>
            {options.map(({ text, right, chosen: times }) => (
              <li key={text}>
                <span>
                  {text}
                  {right ? <StateTag tone="good">{t('rightOption')}</StateTag> : null}
                </span>
                <span>
                  {t('chosen', { count: formatCount(times) })} · {percentOf(times / Math.max(1, chosen))}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
