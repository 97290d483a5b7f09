import { FormField } from '@jianbao/ui'
import { AutoComplete, Input, Radio, Segmented, Select } from 'antd'
import { useId } from 'react'
import { blanksOf, difficulties, mostWordings, questionTypes } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'
import { OptionFields } from './option-fields.tsx'
import type { QuestionValues } from './question-values.ts'

type QuestionFieldsProps = {
  readonly values: QuestionValues
  readonly categories: readonly string[]
  readonly tried: boolean
  readonly onChange: (change: Partial<QuestionValues>) => void
}

/** The words of a question; which fields there are goes by its type. */
export function QuestionFields({ values, categories, tried, onChange }: QuestionFieldsProps) {
  const t = bankTexts.useTexts()
  return (
    <>
      <FormField label={t('type')}>
        <Segmented
          block
          value={values.type}
          onChange={type => onChange({ type, right: type === values.type ? values.right : [] })}
          options={questionTypes.map(type => ({ value: type, label: t(`type.${type}`) }))}
        />
      </FormField>
      <FormField
        label={t('stem')}
        hint={values.type === 'fill-in' ? t('stemHint') : undefined}
        problem={tried && !values.stem.trim() ? t('must') : null}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={values.stem}
          onChange={event => onChange({ stem: event.target.value })}
        />
      </FormField>
      <RightFields {...{ values, onChange }} />
      <div className={styles['pair']}>
        <FormField label={t('category')} hint={t('categoryHint')}>
          <AutoComplete
            value={values.category}
            maxLength={40}
            options={categories.map(value => ({ value }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(category: string) => onChange({ category: category ?? '' })}
          />
        </FormField>
        <FormField label={t('difficulty')}>
          <Select
            value={values.difficulty}
            onChange={difficulty => onChange({ difficulty })}
            options={difficulties.map(value => ({ value, label: t(`difficulty.${value}`) }))}
          />
        </FormField>
      </div>
      <FormField label={t('explanation')} hint={t('explanationHint')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={values.explanation}
          onChange={event => onChange({ explanation: event.target.value })}
        />
      </FormField>
      <FormField label={t('source')} hint={t('sourceHint')}>
        <Input
          maxLength={200}
          value={values.source}
          onChange={event => onChange({ source: event.target.value })}
        />
      </FormField>
    </>
  )
}

function RightFields({ values, onChange }: Pick<QuestionFieldsProps, 'values' | 'onChange'>) {
  const t = bankTexts.useTexts()
  const truth = useId()
  if (values.type === 'true-false')
    return (
      <div>
        <span id={truth} className={styles['label']}>
          {t('truth')}
        </span>
        <Radio.Group
          aria-labelledby={truth}
          value={values.right[0] ?? null}
          onChange={event => onChange({ right: [event.target.value as number] })}
          options={[0, 1].map(value => ({ value, label: t(`truth.${value as 0 | 1}`) }))}
        />
      </div>
    )
  if (values.type === 'fill-in') return <BlankFields {...{ values, onChange }} />
  return <OptionFields {...{ values, onChange }} />
}

function BlankFields({ values, onChange }: Pick<QuestionFieldsProps, 'values' | 'onChange'>) {
  const t = bankTexts.useTexts()
  const blanks = Math.min(5, Math.max(1, blanksOf(values.stem)))
  return Array.from({ length: blanks }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blanks are known by their places
    <FormField key={at} label={t('blank', { no: at + 1 })} hint={at === 0 ? t('blankHint') : undefined}>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={mostWordings}
        tokenSeparators={[';', '；', '|', '｜']}
        value={[...(values.blanks[at] ?? [])]}
        onChange={(wordings: string[]) => {
          const filled = Array.from({ length: blanks }, (_none, its) => values.blanks[its] ?? [])
          onChange({ blanks: filled.map((blank, its) => (its === at ? wordings : blank)) })
        }}
      />
    </FormField>
  ))
}
