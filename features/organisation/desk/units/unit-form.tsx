import { FormField, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { type Unit, unitKinds } from '../../contract/index.ts'
import { FormDrawer } from '../form-drawer.tsx'
import { type UnitStep, unitQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { changeOf, draftOf, type FormValues, formOf, wrongFields } from './unit-form.values.ts'

type UnitFormProps = {
  /** The unit that is edited, or the one below which a new one is made. */
  readonly unit: Unit
  readonly act: 'add' | 'edit'
  readonly onSend: (step: UnitStep) => Promise<unknown>
  readonly onClose: () => void
}

/** Names, kind and codes of a unit in a drawer; what was typed outlives a refusal. */
export function UnitForm({ unit, act, onSend, onClose }: UnitFormProps) {
  const t = unitTexts.useTexts()
  const [before] = useState(() => formOf(act === 'edit' ? unit : null))
  const [values, setValues] = useState(before)
  const [tried, setTried] = useState(false)
  const sending = useSending(onClose)
  // After somebody else's change the newest version is here, and says what they wrote.
  const now = useQuery({ ...unitQuery(unit.id), enabled: act === 'edit' }).data ?? unit
  const wrong = wrongFields(values, act)
  const step = (): UnitStep =>
    act === 'add'
      ? { act, draft: draftOf(values, unit.id) }
      : { act, id: unit.id, change: { ...changeOf(before, values), version: now.version } }
  const send = () => {
    setTried(true)
    if (Object.keys(wrong).length === 0) void sending.send(() => onSend(step()))
  }
  return (
    <FormDrawer
      title={act === 'add' ? t('addTitle', { parent: unit.name }) : t('editTitle', { name: unit.name })}
      save={t('save')}
      cancel={t('cancel')}
      overtaken={t('formOvertaken')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      <Fields
        act={act}
        before={before}
        values={values}
        theirs={act === 'edit' ? changeOf(before, formOf(now)) : {}}
        wrong={tried ? wrong : {}}
        onChange={change => setValues({ ...values, ...change })}
      />
    </FormDrawer>
  )
}

type FieldsProps = {
  readonly act: 'add' | 'edit'
  readonly before: FormValues
  readonly values: FormValues
  /** What somebody else wrote since the form was opened. */
  readonly theirs: ReturnType<typeof changeOf>
  readonly wrong: ReturnType<typeof wrongFields>
  readonly onChange: (change: Partial<FormValues>) => void
}

const separators = ['、', '，', ',', '；', ';']

function Fields({ act, before, values, theirs, wrong, onChange }: FieldsProps) {
  const t = unitTexts.useTexts()
  const problem = (field: keyof FormValues) => {
    const found = wrong[field]
    return found ? t(found.text, found.values) : undefined
  }
  const hint = (field: keyof FormValues, usual?: string) => {
    const other = theirs[field]
    if (other === undefined) return usual
    const words = Array.isArray(other)
      ? other.join('、')
      : field === 'kind'
        ? t(`kind.${theirs.kind!}`)
        : other
    return t('theirs', { words: String(words || t('noNames')) })
  }
  const renamed = act === 'edit' && values.name.trim() !== before.name
  return (
    <>
      <FormField
        label={t('name')}
        hint={hint('name', renamed ? t('renameHint', { name: before.name }) : t('nameHint'))}
        problem={problem('name')}
      >
        <Input
          value={values.name}
          maxLength={60}
          autoFocus
          aria-required="true"
          onChange={event => onChange({ name: event.target.value })}
        />
      </FormField>
      <FormField label={t('kind')} hint={hint('kind')} problem={problem('kind')}>
        <Select
          value={values.kind}
          aria-required="true"
          onChange={kind => onChange({ kind })}
          options={unitKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </FormField>
      {(['shortNames', 'formerNames'] as const).map(field => (
        <FormField
          key={field}
          label={t(field)}
          hint={hint(field, t(field === 'shortNames' ? 'namesHint' : 'formerHint'))}
          problem={problem(field)}
        >
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            maxCount={30}
            tokenSeparators={separators}
            value={[...values[field]]}
            onChange={names => onChange({ [field]: names })}
          />
        </FormField>
      ))}
      <FormField
        label={t('code')}
        hint={hint('code', act === 'add' ? t('codeHint') : undefined)}
        problem={problem('code')}
      >
        <Input
          value={values.code}
          maxLength={32}
          onChange={event => onChange({ code: event.target.value })}
        />
      </FormField>
      <FormField
        label={t('division')}
        hint={hint('division', t('divisionHint'))}
        problem={problem('division')}
      >
        <Input
          value={values.division}
          maxLength={6}
          inputMode="numeric"
          onChange={event => onChange({ division: event.target.value })}
        />
      </FormField>
    </>
  )
}
