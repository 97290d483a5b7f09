import { Button, Input, InputNumber, Radio } from 'antd'
import { useId } from 'react'
import type { AnswerValue, Question } from '../../contract/index.ts'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'

type QuestionCardProps = {
  readonly question: Question
  readonly no: number
  readonly of: number
  readonly value: AnswerValue | null
  readonly writes: boolean
  /** The question has its finding. */
  readonly finding: boolean
  readonly onFinding: () => void
  /** `soon`: a tap, which is whole at once. */
  readonly onAnswer: (value: AnswerValue | null, soon: boolean) => void
}

export function QuestionCard(props: QuestionCardProps) {
  const { question, no, of, value, writes, finding, onFinding, onAnswer } = props
  const t = stopTexts.useTexts()
  const title = useId()
  return (
    <section className={styles['card']} aria-labelledby={title} data-question={no}>
      <p className={styles['faint']}>{t('questionNo', { no, of })}</p>
      <h2 id={title}>{question.text}</h2>
      <Answer question={question} value={value} writes={writes} title={title} onAnswer={onAnswer} />
      {question.noIsFinding && value === 'no' && finding ? (
        <p className={styles['found']}>
          {t('isFinding')}
          <Button type="link" size="small" onClick={onFinding}>
            {t('toFinding')}
          </Button>
        </p>
      ) : null}
      {writes && value !== null ? (
        <Button type="link" size="small" onClick={() => onAnswer(null, true)}>
          {t('clear')}
        </Button>
      ) : null}
    </section>
  )
}

type AnswerProps = Pick<QuestionCardProps, 'question' | 'value' | 'writes' | 'onAnswer'> & {
  readonly title: string
}

function Answer({ question, value, writes, title, onAnswer }: AnswerProps) {
  const t = stopTexts.useTexts()
  switch (question.kind) {
    case 'yes-no':
    case 'choice': {
      const options =
        question.kind === 'choice'
          ? question.options.map(option => ({ value: option, label: option }))
          : (['yes', 'no'] as const).map(option => ({ value: option, label: t(option) }))
      return (
        <Radio.Group
          className={styles['choices'] ?? ''}
          aria-labelledby={title}
          optionType="button"
          buttonStyle="solid"
          size="large"
          disabled={!writes}
          value={value}
          onChange={event => onAnswer(event.target.value as string, true)}
          options={options}
        />
      )
    }
    case 'figure':
      return (
        <InputNumber
          className={styles['figure'] ?? ''}
          size="large"
          inputMode="decimal"
          aria-labelledby={title}
          placeholder={t('figure')}
          {...(question.measure ? { suffix: question.measure } : {})}
          disabled={!writes}
          value={typeof value === 'number' ? value : null}
          onChange={figure => onAnswer(figure, false)}
        />
      )
    case 'words':
      return (
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 12 }}
          aria-labelledby={title}
          placeholder={t('words')}
          maxLength={2000}
          disabled={!writes}
          value={value === null ? '' : String(value)}
          onChange={event => onAnswer(event.target.value || null, false)}
        />
      )
  }
}
