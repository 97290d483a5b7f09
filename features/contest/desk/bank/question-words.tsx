import { StateTag } from '@jianbao/ui'
import { letterOf, type Question, type QuestionState } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'

const tones = { draft: 'busy', approved: 'good', retired: 'quiet' } as const

export function QuestionTag({ state }: { readonly state: QuestionState }) {
  const t = bankTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

type Asked = Pick<Question, 'type' | 'stem' | 'options' | 'answer'>

/** The options of a choice on one line each, what is right in bold with a tick; the wordings of blanks. */
export function QuestionAnswers({ question }: { readonly question: Asked }) {
  const { type, options, answer } = question
  if (type === 'fill-in')
    return (
      <span className={styles['right']}>
        {answer.map(wordings => (Array.isArray(wordings) ? wordings.join(' / ') : '')).join(' ｜ ')}
      </span>
    )
  if (type === 'true-false')
    return <span className={styles['right']}>{answer.map(place => options[Number(place)]).join('')}</span>
  const right = new Set(answer.map(Number))
  return (
    <ol className={styles['answers']}>
      {options.map((option, at) => (
        <li key={letterOf(at)} {...(right.has(at) ? { 'data-right': '' } : {})}>
          {letterOf(at)}. {option}
          {right.has(at) ? ' ✓' : ''}
        </li>
      ))}
    </ol>
  )
}

export function QuestionMeta({ question }: { readonly question: Question }) {
  const t = bankTexts.useTexts()
  const { type, category, difficulty, writtenName, reviewedName } = question
  const parts = [
    t(`type.${type}`),
    category,
    t(`difficulty.${difficulty}`),
    t('written', { name: writtenName }),
    reviewedName ? t('reviewed', { name: reviewedName }) : '',
  ]
  return <p className={styles['note']}>{parts.filter(Boolean).join(' · ')}</p>
}
