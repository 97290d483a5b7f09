import { usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { NearQuery, Question } from '../../contract/index.ts'
import styles from './bank.module.css'
import { nearQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { QuestionAnswers } from './question-words.tsx'

/** What the bank has that says the same, or nearly, as what is being written; told while one still types. */
export function NearNotice({ bankId, words }: { readonly bankId: string; readonly words: NearQuery }) {
  const t = bankTexts.useTexts()
  const { data } = useQuery(nearQuery(bankId, usePaused(words, 600)))
  if (!data || words.stem.trim().length < 4 || (!data.same && data.near.length === 0)) return null
  return (
    <Alert
      type={data.same ? 'error' : 'warning'}
      role="status"
      title={data.same ? t('sameFound', { state: t(`state.${data.same.state}`) }) : t('nearFound')}
      description={
        <ul className={styles['near']}>
          {data.same ? <NearLine question={data.same} words="" /> : null}
          {data.near.map(({ question, share }) => (
            <NearLine
              key={question.id}
              question={question}
              words={t('share', { percent: Math.round(share * 100) })}
            />
          ))}
        </ul>
      }
    />
  )
}

function NearLine({ question, words }: { readonly question: Question; readonly words: string }) {
  return (
    <li>
      {question.stem} {words ? <span className={styles['faintInline']}>{words}</span> : null}
      <QuestionAnswers question={question} />
    </li>
  )
}
