import { FormField } from '@jianbao/ui'
import { AutoComplete, Checkbox, Select } from 'antd'

import { useEffect, useMemo, useState } from 'react'
import { archiveTexts } from '../archive.texts.ts'
import { unitRoles } from '../choices.ts'
import type { Reading, ReadingEvent } from '../reading.marks.ts'
import styles from './dialog.module.css'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import type { EventPlace } from './mark-place.ts'
import { suggestUnits } from './review.queries.ts'

type UnitDialogProps = DialogProps & {
  readonly at: number
  readonly reading: Reading
  readonly place: EventPlace
  readonly event: ReadingEvent
  /** Null for a unit that is missing. */
  readonly index: number | null
}

const pauseMs = 200

/** Which unit it really was; the short name that stands in the text can be remembered. */
export function UnitDialog({ at, reading, place, event, index, ...frame }: UnitDialogProps) {
  const t = dialogTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const unit = index === null ? undefined : event.units[index]
  const [name, setName] = useState(unit?.name ?? '')
  const [role, setRole] = useState(unit?.role ?? 'organise')
  const [remember, setRemember] = useState(false)
  const [tried, setTried] = useState(false)
  const suggestions = useUnitNames(reading, name)
  const typed = name.trim()
  const ids = { reading: at, column: place.column, article: place.article, event: place.event }
  const mayRemember = unit !== undefined && unit.surface !== '' && typed !== unit.surface
  return (
    <DialogFrame
      {...frame}
      title={t(index === null ? 'title.addUnit' : 'title.unit')}
      build={() => {
        setTried(true)
        if (!typed) return null
        if (index === null) return { act: 'add-unit', ...ids, name: typed, role }
        return { act: 'set-unit', ...ids, unit: index, name: typed, role, remember: remember && mayRemember }
      }}
      others={index === null ? [] : [{ label: t('drop'), edit: { act: 'drop-unit', ...ids, unit: index } }]}
    >
      <p className={styles['sentence']}>{event.text}</p>
      <FormField
        label={t('unitName')}
        hint={unit?.surface ? t('inText', { surface: unit.surface }) : t('unitNameHint')}
        problem={tried && !typed ? t('needed') : null}
      >
        <AutoComplete
          value={name}
          maxLength={100}
          options={suggestions.map(value => ({ value }))}
          defaultActiveFirstOption={false}
          onChange={setName}
        />
      </FormField>
      <FormField label={t('role')}>
        <Select
          value={role}
          onChange={setRole}
          options={unitRoles.map(value => ({ value, label: ta(`role.${value}`) }))}
        />
      </FormField>
      {mayRemember ? (
        <Checkbox checked={remember} onChange={change => setRemember(change.target.checked)}>
          {t('remember', { surface: unit.surface })}
        </Checkbox>
      ) : null}
    </DialogFrame>
  )
}

/** Names of this document at once, those of the archive after a pause in typing. */
function useUnitNames(reading: Reading, typed: string): string[] {
  const [found, setFound] = useState<readonly string[]>([])
  const words = typed.trim()
  useEffect(() => {
    if (!words) return
    let gone = false
    const timer = setTimeout(() => {
      // Without suggestions the name is typed in full.
      suggestUnits(words).then(
        names => gone || setFound(names),
        () => {},
      )
    }, pauseMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [words])
  const here = useMemo(() => {
    const events = reading.columns.flatMap(column => column.articles.flatMap(article => article.events))
    return [...new Set(events.flatMap(event => event.units.map(unit => unit.name)))]
  }, [reading])
  if (!words) return []
  const matching = [...here, ...found].filter(name => name !== words && name.includes(words))
  return [...new Set([...matching, ...found.filter(name => name !== words)])].slice(0, 12)
}
