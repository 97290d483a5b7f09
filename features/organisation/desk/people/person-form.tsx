import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Person } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { unitQuery } from '../units/unit.queries.ts'
import { personQuery, usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'
import { changeOf, draftOf, type PersonFields } from './person-form.values.ts'

type PersonFormProps = {
  /** Null for a new one. */
  readonly person: Person | null
  readonly onDone: (person: Person) => void
  readonly onClose: () => void
}

/** Name, unit, title and number; a refusal keeps what was typed. */
export function PersonForm({ person, onDone, onClose }: PersonFormProps) {
  const t = personTexts.useTexts()
  const acts = usePeopleActs()
  const [before] = useState(person)
  const own = useQuery({ ...unitQuery(person?.unitId ?? ''), enabled: person !== null }).data
  // After somebody else's change the newest version is here; what is typed is kept beside it.
  const now = useQuery({ ...personQuery(person?.id ?? ''), enabled: person !== null }).data ?? person
  const [chosen, setChosen] = useState<PickedUnit | null | undefined>(undefined)
  const [typed, setTyped] = useState<PersonFields>({
    name: before?.name ?? '',
    title: before?.title ?? '',
    phone: '',
    withoutPhone: false,
  })
  const unit = chosen === undefined ? (own ?? null) : chosen
  const change = (fields: Partial<PersonFields>) => setTyped({ ...typed, ...fields })
  const send = async (): Promise<void> => {
    if (before && now) {
      const body = changeOf(before, typed, unit?.id ?? before.unitId)
      onDone(await acts.edit(before.id, { ...body, version: now.version }))
    } else if (unit) onDone(await acts.create(draftOf(typed, unit.id)))
  }
  return (
    <ActDialog
      title={before ? t('editTitle', { name: before.name }) : t('createTitle')}
      confirm={t('save')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      blocked={!typed.name.trim() || !unit}
      onClose={onClose}
      onConfirm={send}
    >
      <FormField label={t('name')}>
        <Input
          value={typed.name}
          maxLength={50}
          autoFocus
          autoComplete="off"
          aria-required="true"
          onChange={event => change({ name: event.target.value })}
        />
      </FormField>
      <UnitPicker label={t('unit')} value={unit} onChange={setChosen} />
      <FormField label={t('title')} hint={t('titleHint')}>
        <Input
          value={typed.title}
          maxLength={50}
          autoComplete="off"
          onChange={event => change({ title: event.target.value })}
        />
      </FormField>
      <FormField
        label={t('phone')}
        hint={before?.phone ? t('phoneKeep', { phone: before.phone }) : t('phoneHint')}
      >
        <Input
          value={typed.phone}
          maxLength={30}
          type="tel"
          autoComplete="off"
          disabled={typed.withoutPhone}
          onChange={event => change({ phone: event.target.value })}
        />
      </FormField>
      {before?.phone ? (
        <Checkbox
          checked={typed.withoutPhone}
          onChange={event => change({ withoutPhone: event.target.checked, phone: '' })}
        >
          {t('phoneRemove')}
        </Checkbox>
      ) : null}
    </ActDialog>
  )
}
