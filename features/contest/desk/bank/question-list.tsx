import { EmptyState, type FilterChange, ListFrame } from '@jianbao/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Bank, Question, QuestionPage } from '../../contract/index.ts'
import { bankTexts } from './bank.texts.ts'
import type { QuestionSearch } from './bank-search.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { QuestionFilters } from './question-filters.tsx'
import { QuestionRows } from './question-rows.tsx'

type QuestionListProps = {
  readonly bank: Bank
  readonly filters: QuestionSearch
  readonly setFilters: (change: FilterChange<QuestionSearch>) => void
  readonly questions: UseQueryResult<QuestionPage>
  readonly onOpen: (question: Question) => void
  readonly onAdd: () => void
}

const noFilters = {
  q: undefined,
  type: undefined,
  category: undefined,
  bare: undefined,
  difficulty: undefined,
  state: undefined,
}
/** As many as one step takes. */
const mostChosen = 500

export function QuestionList({ bank, filters, setFilters, questions, onOpen, onAdd }: QuestionListProps) {
  const t = bankTexts.useTexts()
  const search = useRef<InputRef>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const filtered = Object.keys(noFilters).some(name => name in filters)
  const choose = (id: string) =>
    setChosen(before => {
      const next = new Set(before)
      if (!next.delete(id) && next.size < mostChosen) next.add(id)
      return next
    })
  const keeps = bank.actions.includes('add')
  return (
    <>
      <QuestionFilters filters={filters} page={questions.data} onChange={setFilters} searchRef={search} />
      <ListFrame<Question, QuestionPage>
        list={questions}
        onOpen={onOpen}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noQuestionMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('noQuestions')}
              {...(keeps ? { action: <Button onClick={onAdd}>{t('addQuestion')}</Button> } : {})}
            >
              {t(keeps ? 'noQuestionsKeeper' : 'noQuestionsReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <>
            <ChosenBar
              bank={bank}
              rows={rows}
              chosen={chosen}
              onChoose={ids => setChosen(new Set([...ids].slice(0, mostChosen)))}
            />
            <QuestionRows {...{ rows, selected, chosen, onOpen }} onChoose={choose} />
          </>
        )}
      </ListFrame>
    </>
  )
}
