import { UnitPicker } from '@jianbao/organisation/desk/parts'
import { DayField, FormField } from '@jianbao/ui'
import { Button, Checkbox, Input, Radio, Space } from 'antd'
import { useState } from 'react'
import type { Missive, MissiveCopy, MissiveWords } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveTexts } from './missive.texts.ts'

type FormProps = {
  readonly missive: Missive
  readonly words: MissiveWords
  readonly onWrite: (change: Partial<MissiveWords>) => void
}

/** All that is written by hand; tables and numbers are not. */
export function WordsForm({ missive, words, onWrite }: FormProps) {
  const t = missiveTexts.useTexts()
  const line = (
    key: 'numberWord' | 'title' | 'salutation' | 'remark' | 'signedBy',
    max: number,
    hint?: string,
  ) => (
    <FormField label={t(key)} hint={hint}>
      <Input value={words[key]} maxLength={max} onChange={event => onWrite({ [key]: event.target.value })} />
    </FormField>
  )
  const block = (key: 'opening' | 'closing', hint?: string) => (
    <FormField label={t(key)} hint={hint}>
      <Input.TextArea
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={5000}
        value={words[key]}
        onChange={event => onWrite({ [key]: event.target.value })}
      />
    </FormField>
  )
  return (
    <div className={styles['form']}>
      {line('title', 200)}
      {line('salutation', 200)}
      {block('opening', t('openingHint'))}
      {block('closing', t('openingHint'))}
      {missive.kind === 'supervision' ? (
        <FormField label={t('replyDay')} hint={t('replyHint')}>
          <DayField
            label={t('replyDay')}
            value={words.replyDueDay ?? undefined}
            earliest="2000-01-01"
            onChange={day => onWrite({ replyDueDay: day ?? null })}
          />
        </FormField>
      ) : null}
      {line('numberWord', 20, t('numberHint', { word: words.numberWord, year: missive.date.slice(0, 4) }))}
      <div className={styles['pair']}>
        {line('signedBy', 100)}
        {line('remark', 100, t('remarkHint'))}
      </div>
      <Checkbox checked={words.seal} onChange={event => onWrite({ seal: event.target.checked })}>
        {t('seal')}
      </Checkbox>
      <FormField label={t('tablePlace')}>
        <Radio.Group
          value={words.tablePlace}
          onChange={event => onWrite({ tablePlace: event.target.value as MissiveWords['tablePlace'] })}
          options={(['text', 'attachment'] as const).map(value => ({
            value,
            label: t(`tablePlace.${value}`),
          }))}
        />
      </FormField>
      <Copies copies={words.copies} onChange={copies => onWrite({ copies })} />
    </div>
  )
}

type CopiesProps = {
  readonly copies: readonly MissiveCopy[]
  readonly onChange: (copies: MissiveCopy[]) => void
}

/** 抄送: units of the tree, or names to which paper goes. */
function Copies({ copies, onChange }: CopiesProps) {
  const t = missiveTexts.useTexts()
  const [name, setName] = useState('')
  const [picking, setPicking] = useState(false)
  const add = (copy: MissiveCopy) => {
    if (copy.name === '' || copies.some(each => each.name === copy.name)) return
    onChange([...copies, copy])
    setName('')
  }
  return (
    <fieldset className={styles['copies']}>
      <legend>{t('copies')}</legend>
      {copies.length > 0 ? (
        <ul className={styles['plain']}>
          {copies.map(copy => (
            <li key={copy.name}>
              {copy.name}
              <Button
                type="link"
                size="small"
                aria-label={t('removeCopy', { name: copy.name })}
                onClick={() => onChange(copies.filter(each => each !== copy))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {picking ? (
        <UnitPicker
          label={t('addCopyUnit')}
          value={null}
          onChange={unit => {
            if (unit) add({ unitId: unit.id, name: unit.name })
            setPicking(false)
          }}
        />
      ) : (
        <Button onClick={() => setPicking(true)}>{t('addCopyUnit')}</Button>
      )}
      <Space.Compact block>
        <Input
          aria-label={t('addCopyName')}
          placeholder={t('addCopyName')}
          value={name}
          maxLength={60}
          onChange={event => setName(event.target.value)}
          onPressEnter={() => add({ unitId: null, name: name.trim() })}
        />
        <Button onClick={() => add({ unitId: null, name: name.trim() })}>{t('addCopy')}</Button>
      </Space.Compact>
    </fieldset>
  )
}
