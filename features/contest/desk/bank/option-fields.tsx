import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio } from 'antd'
import { letterOf, mostOptions } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'
import type { QuestionValues } from './question-values.ts'

type OptionFieldsProps = {
  readonly values: QuestionValues
  readonly onChange: (change: Partial<QuestionValues>) => void
}

/** Options of a choice, ticked where they are right: one of a single choice, several of a multiple. */
export function OptionFields({ values: { type, options, right }, onChange }: OptionFieldsProps) {
  const t = bankTexts.useTexts()
  const Tick = type === 'single' ? Radio : Checkbox
  const tick = (at: number) => {
    if (type === 'single') return onChange({ right: [at] })
    onChange({ right: right.includes(at) ? right.filter(each => each !== at) : [...right, at] })
  }
  const remove = (at: number) =>
    onChange({
      options: options.filter((_, its) => its !== at),
      right: right.filter(each => each !== at).map(each => (each > at ? each - 1 : each)),
    })
  return (
    <fieldset className={styles['options']}>
      <legend className={styles['label']}>{t('options')}</legend>
      <span className={styles['hint']}>{t('optionsHint')}</span>
      {options.map((option, at) => {
        const letter = letterOf(at)
        return (
          <div key={letter} className={styles['option']}>
            <Tick
              aria-label={t('isRight', { letter })}
              checked={right.includes(at)}
              onChange={() => tick(at)}
            >
              {letter}
            </Tick>
            <Input
              aria-label={t('option', { letter })}
              maxLength={300}
              value={option}
              onChange={event =>
                onChange({ options: options.map((each, its) => (its === at ? event.target.value : each)) })
              }
            />
            {options.length > 2 ? (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden="true" />}
                aria-label={t('removeOption', { letter })}
                onClick={() => remove(at)}
              />
            ) : null}
          </div>
        )
      })}
      {options.length < mostOptions ? (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => onChange({ options: [...options, ''] })}
        >
          {t('addOption')}
        </Button>
      ) : null}
    </fieldset>
  )
}
