import { type FilterChange, ListTabs } from '@jianbao/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { type Bank, type Question, type QuestionPage, questionStates } from '../../contract/index.ts'
import { bankTexts } from './bank.texts.ts'
import { BankHeader } from './bank-header.tsx'
import type { QuestionSearch } from './bank-search.ts'
import { KindsCard } from './kinds-card.tsx'
import { NearList } from './near-list.tsx'
import { QuestionDrawer } from './question-drawer.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionList } from './question-list.tsx'

type OpenBankProps = {
  readonly bank: Bank
  readonly filters: QuestionSearch
  readonly setFilters: (change: FilterChange<QuestionSearch>) => void
  readonly questions: UseQueryResult<QuestionPage>
}

export function OpenBank({ bank, filters, setFilters, questions }: OpenBankProps) {
  const t = bankTexts.useTexts()
  const [adding, setAdding] = useState(false)
  const categories = (questions.data?.categories ?? []).map(({ category }) => category).filter(Boolean)
  // What is open beside the list does not turn its pages.
  const show = (question: string | undefined) => setFilters({ question, page: filters.page })
  const open = ({ id }: Question) => show(id)
  const counts = questions.data?.counts
  const tab = filters.view ?? filters.state ?? 'all'
  return (
    <>
      <BankHeader bank={bank} filters={filters} onAdd={() => setAdding(true)} />
      <KindsCard bankId={bank.id} />
      <ListTabs
        label={t('states')}
        chosen={tab}
        onChoose={next =>
          setFilters({
            view: next === 'near' ? 'near' : undefined,
            state: next === 'near' || next === 'all' ? undefined : next,
          })
        }
        tabs={(['all', ...questionStates, 'near'] as const).map(its => ({
          tab: its,
          words: its === 'all' || its === 'near' ? t(`tab.${its}`) : t(`state.${its}`),
          count: its === 'near' || !counts ? undefined : countOf(counts, its),
        }))}
      />
      {filters.view === 'near' ? (
        <NearList bankId={bank.id} onOpen={open} />
      ) : (
        <QuestionList
          {...{ bank, filters, setFilters, questions, onOpen: open }}
          onAdd={() => setAdding(true)}
        />
      )}
      {filters.question ? (
        <QuestionDrawer
          key={filters.question}
          id={filters.question}
          bankId={bank.id}
          categories={categories}
          onClose={() => show(undefined)}
        />
      ) : null}
      {adding ? (
        <QuestionForm
          bankId={bank.id}
          question={null}
          categories={categories}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  )
}

const countOf = (counts: QuestionPage['counts'], tab: keyof QuestionPage['counts'] | 'all'): number =>
  tab === 'all' ? counts.draft + counts.approved + counts.retired : counts[tab]
