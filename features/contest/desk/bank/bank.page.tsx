import { AbsentRecord, isMissing, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { questionsQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { type QuestionSearch, queryOf } from './bank-search.ts'
import { OpenBank } from './open-bank.tsx'

/** The questions of one bank. */
export default function BankPage() {
  const t = bankTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [filters, setFilters] = useFilters<QuestionSearch>()
  const questions = useQuery(questionsQuery(id, queryOf(filters)))
  if (questions.data && !isMissing(questions.error))
    return <OpenBank key={id} bank={questions.data.bank} {...{ filters, setFilters, questions }} />
  return (
    <AbsentRecord
      query={questions}
      list="/banks"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}
