import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { FormField } from '@jianbao/ui'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId } from 'react'
import { mostQuestions, type Question, questionKinds } from '../../contract/index.ts'
import { randomId } from '../stop/device-stops.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

type ChecklistFieldsProps = {
  readonly questions: readonly Question[]
  readonly tried: boolean
  readonly onChange: (questions: readonly Question[]) => void
}

/** The questions asked at every stop, in their order. */
export function ChecklistFields({ questions, tried, onChange }: ChecklistFieldsProps) {
  const t = tourTexts.useTexts()
  const title = useId()
  const put = (at: number, part: Partial<Question>) =>
    onChange(questions.map((question, no) => (no === at ? { ...question, ...part } : question)))
  const move = (at: number, to: number) => {
    const others = questions.toSpliced(at, 1)
    onChange(others.toSpliced(to, 0, questions[at]!))
  }
  const add = () =>
    onChange([
      ...questions,
      { id: randomId(), kind: 'yes-no', text: '', options: [], measure: '', noIsFinding: true },
    ])
  return (
    <section className={styles['card']} aria-labelledby={title}>
      <h2 id={title}>{t('checklist')}</h2>
      <p className={styles['faint']}>{t('checklistHint')}</p>
      {questions.length === 0 ? <p className={styles['note']}>{t('noQuestions')}</p> : null}
      {questions.map((question, at) => (
        <QuestionFields
          key={question.id}
          question={question}
          no={at + 1}
          last={at === questions.length - 1}
          tried={tried}
          onChange={part => put(at, part)}
          onMove={by => move(at, at + by)}
          onRemove={() => onChange(questions.toSpliced(at, 1))}
        />
      ))}
      <Button type="dashed" disabled={questions.length >= mostQuestions} onClick={add}>
        {t('addQuestion')}
      </Button>
    </section>
  )
}

type QuestionFieldsProps = {
  readonly question: Question
  readonly no: number
  readonly last: boolean
  readonly tried: boolean
  readonly onChange: (part: Partial<Question>) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

function QuestionFields({ question, no, last, tried, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const t = tourTexts.useTexts()
  const { kind, text, options, measure, noIsFinding } = question
  return (
    <fieldset className={styles['question']}>
      <legend>{t('question', { no })}</legend>
      <FormField label={t('questionText')} problem={tried && text.trim().length < 2 ? t('must') : null}>
        <Input value={text} maxLength={300} onChange={event => onChange({ text: event.target.value })} />
      </FormField>
      <div className={styles['days']}>
        <FormField label={t('questionKind')}>
          <Select
            aria-label={t('questionKind')}
            value={kind}
            onChange={next => onChange({ kind: next })}
            options={questionKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
          />
        </FormField>
        {kind === 'choice' ? (
          <FormField
            label={t('options')}
            hint={t('optionsHint')}
            problem={tried && options.length < 2 ? t('mustTwo') : null}
          >
            <Select
              mode="tags"
              aria-label={t('options')}
              open={false}
              suffixIcon={null}
              tokenSeparators={['，', ',', '、']}
              value={options}
              onChange={(next: string[]) =>
                onChange({
                  options: [...new Set(next.map(each => each.trim()).filter(Boolean))].slice(0, 12),
                })
              }
            />
          </FormField>
        ) : null}
        {kind === 'figure' ? (
          <FormField label={t('measure')}>
            <Input
              value={measure}
              maxLength={20}
              onChange={event => onChange({ measure: event.target.value })}
            />
          </FormField>
        ) : null}
      </div>
      <div className={styles['questionFoot']}>
        {kind === 'yes-no' ? (
          <Checkbox checked={noIsFinding} onChange={event => onChange({ noIsFinding: event.target.checked })}>
            {t('noIsFinding')}
          </Checkbox>
        ) : (
          <span />
        )}
        <span>
          <Button
            type="text"
            disabled={no === 1}
            icon={<ArrowUpOutlined aria-hidden="true" />}
            aria-label={t('questionUp', { no })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            disabled={last}
            icon={<ArrowDownOutlined aria-hidden="true" />}
            aria-label={t('questionDown', { no })}
            onClick={() => onMove(1)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={t('questionRemove', { no })}
            onClick={onRemove}
          />
        </span>
      </div>
    </fieldset>
  )
}
