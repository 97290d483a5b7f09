import { usePhone } from '@jianbao/ui'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { findingIdOf, type Question } from '../../contract/index.ts'
import { QuestionCard } from './question-card.tsx'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopParts } from './stop-parts.types.ts'

type StopQuestionsProps = StopParts & { readonly onFinding: () => void }

/** One question after the other, as on a phone, or all in a list. */
export function StopQuestions({ keeper, kept, shown, writes, onFinding }: StopQuestionsProps) {
  const t = stopTexts.useTexts()
  const phone = usePhone()
  const [view, setView] = useState<'one' | 'list' | null>(null)
  const { checklist, id: stopId } = kept.stop
  const first = checklist.findIndex(({ id }) => !shown.answers.has(id))
  const [at, setAt] = useState(first === -1 ? 0 : first)
  if (checklist.length === 0) return <p className={styles['note']}>{t('noQuestions')}</p>
  const single = (view ?? (phone ? 'one' : 'list')) === 'one'
  const draw = (question: Question, no: number) => (
    <QuestionCard
      key={question.id}
      question={question}
      no={no}
      of={checklist.length}
      value={shown.answers.get(question.id) ?? null}
      writes={writes}
      finding={shown.findings.some(({ questionId }) => questionId === question.id)}
      onFinding={onFinding}
      onAnswer={(words, soon) => {
        keeper.write({ kind: 'answer', id: question.id, words }, soon)
        followAnswer(question, words)
      }}
    />
  )
  /** A no that is a finding begins one; a yes takes it back where nothing was added to it. */
  const followAnswer = (question: Question, words: unknown) => {
    if (!question.noIsFinding) return
    const id = findingIdOf(stopId, question.id)
    const problem = t('findingBegin', { question: question.text })
    const there = shown.findings.find(finding => finding.questionId === question.id)
    const begun = { questionId: question.id, problem, basis: '', measure: '', dueDay: null } as const
    if (words === 'no' && !there)
      keeper.write({ kind: 'finding', id, words: { ...begun, seriousness: 'minor' } }, true)
    const untouched =
      there?.id === id &&
      there.state === 'open' &&
      there.problem === problem &&
      !there.basis &&
      !there.measure &&
      !there.dueDay
    if (words !== 'no' && untouched) keeper.write({ kind: 'finding', id, words: null }, true)
  }
  return (
    <>
      <Segmented
        className={styles['view'] ?? ''}
        aria-label={t('view')}
        value={single ? 'one' : 'list'}
        onChange={next => setView(next as 'one' | 'list')}
        options={[
          { value: 'one', label: t('oneByOne') },
          { value: 'list', label: t('asList') },
        ]}
      />
      {single ? (
        <>
          {draw(checklist[at]!, at + 1)}
          <div className={styles['turn']}>
            <Button size="large" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {t('previous')}
            </Button>
            <Button size="large" disabled={at === checklist.length - 1} onClick={() => setAt(at + 1)}>
              {t('next')}
            </Button>
          </div>
        </>
      ) : (
        checklist.map((question, no) => draw(question, no + 1))
      )}
    </>
  )
}
