import { FormField } from '@jianbao/ui'
import { Select } from 'antd'
import {
  availableFor,
  type ContestChoices,
  type Difficulty,
  type DrawableKind,
  type DrawPart,
  difficulties,
  fullScore,
  type QuestionType,
  questionsOf,
  questionTypes,
} from '../../contract/index.ts'
import { type ContestValues, replaced, type SetRules, type SetValues, without } from './contest-values.ts'
import { EntryList } from './entry-list.tsx'
import { FaultLines } from './fault-lines.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type StepDrawProps = {
  readonly values: ContestValues
  readonly choices: ContestChoices
  readonly kinds: readonly DrawableKind[]
  readonly onChange: SetValues
  readonly onRules: SetRules
}

export function StepDraw({ values, choices, kinds, onChange, onRules }: StepDrawProps) {
  const t = setupTexts.useTexts()
  const { rules } = values
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  const setDraw = (draw: DrawPart[]) => onRules({ draw })
  return (
    <>
      <FormField label={t('banks')} hint={t(choices.banks.length ? 'banksHint' : 'banksNone')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          value={[...values.bankIds]}
          onChange={bankIds => onChange({ bankIds })}
          options={choices.banks.map(({ id, name, approved }) => ({
            value: id,
            label: t('bankOption', { name, count: approved }),
          }))}
        />
      </FormField>
      {values.bankIds.length ? (
        <p className={styles['note']} role="status">
          {t('approvedTotal', { count: total })}
        </p>
      ) : null}
      <FaultLines at="banks" />
      <EntryList
        label={t('parts')}
        hint={t('partsHint')}
        entries={rules.draw}
        keyOf={(_, at) => String(at)}
        nameOf={(_, at) => t('part', { no: at + 1 })}
        add={t('addPart')}
        most={20}
        least={1}
        onAdd={() =>
          setDraw([...rules.draw, { ...rules.draw.at(-1)!, type: null, category: null, difficulty: null }])
        }
        onRemove={at => setDraw(without(rules.draw, at))}
      >
        {(part, at) => (
          <Part
            part={part}
            at={at}
            kinds={kinds}
            onChange={change => setDraw(replaced(rules.draw, at, change))}
          />
        )}
      </EntryList>
      <p className={styles['note']}>
        {t('paperTotal', { count: questionsOf(rules), score: fullScore(rules) })}
      </p>
      <FaultLines at="draw" />
      <FormField label={t('partly')}>
        <Select
          value={rules.partly}
          onChange={partly => onRules({ partly })}
          options={(['none', 'half'] as const).map(value => ({ value, label: t(`partly.${value}`) }))}
        />
      </FormField>
      <FaultLines at="partly" />
    </>
  )
}

type PartProps = {
  readonly part: DrawPart
  readonly at: number
  readonly kinds: readonly DrawableKind[]
  readonly onChange: (change: Partial<DrawPart>) => void
}

function Part({ part, at, kinds, onChange }: PartProps) {
  const t = setupTexts.useTexts()
  const named = kinds.map(({ category }) => category).filter(Boolean)
  const categories = [...new Set([...named, ...(part.category ? [part.category] : [])])].sort()
  return (
    <>
      <div className={styles['quad']}>
        <NumberField
          label={t('count')}
          min={1}
          max={200}
          value={part.count}
          onChange={count => onChange({ count })}
        />
        <FormField label={t('type')}>
          <Select<QuestionType | ''>
            value={part.type ?? ''}
            onChange={type => onChange({ type: type || null })}
            options={[
              { value: '', label: t('anyType') },
              ...questionTypes.map(value => ({ value, label: t(`type.${value}`) })),
            ]}
          />
        </FormField>
        <FormField label={t('category')}>
          <Select
            showSearch
            value={part.category ?? ''}
            onChange={category => onChange({ category: category || null })}
            options={[
              { value: '', label: t('anyCategory') },
              ...categories.map(value => ({ value, label: value })),
            ]}
          />
        </FormField>
        <FormField label={t('difficulty')}>
          <Select<Difficulty | ''>
            value={part.difficulty ?? ''}
            onChange={difficulty => onChange({ difficulty: difficulty || null })}
            options={[
              { value: '', label: t('anyDifficulty') },
              ...difficulties.map(value => ({ value, label: t(`difficulty.${value}`) })),
            ]}
          />
        </FormField>
        <NumberField
          label={t('points')}
          min={1}
          max={100}
          value={part.points}
          onChange={points => onChange({ points })}
        />
      </div>
      <p className={styles['quiet']}>{t('available', { count: availableFor(part, kinds) })}</p>
      <FaultLines at={`draw.${at}`} />
    </>
  )
}
