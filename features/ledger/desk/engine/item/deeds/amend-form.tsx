import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { DayField, FormField, useSending } from '@jianbao/ui'
import { Alert, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import styles from '../item.module.css'
import { itemTexts } from '../item.texts.ts'
import { PersonField, type PickedPerson } from '../person-field.tsx'
import { useDeed } from '../use-deed.ts'
import { useDayWords } from '../use-item-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 调整: what a dispatched item says, with a reason. Only what was changed is sent. */
export function AmendForm({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const dayWords = useDayWords()
  const { act, overtaken } = useDeed(item)
  const sending = useSending(onClose)
  const [measure, setMeasure] = useState(item.measure)
  const [leaderName, setLeader] = useState(item.leaderName)
  const [dueDay, setDueDay] = useState<string | undefined>(item.dueDay)
  const [value, setValue] = useState(item.target?.value ?? null)
  const [owner, setOwner] = useState<PickedPerson | null>(
    item.ownerId ? { id: item.ownerId, name: item.ownerName } : null,
  )
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const facts = {
    ...(measure === item.measure ? {} : { measure }),
    ...(leaderName === item.leaderName ? {} : { leaderName }),
    ...(dueDay === item.dueDay ? {} : { dueDay }),
    ...(item.target && value !== null && value !== item.target.value
      ? { target: { ...item.target, value } }
      : {}),
    ...((owner?.id ?? null) === item.ownerId ? {} : { ownerId: owner?.id ?? null }),
  }
  const behind = dueDay !== undefined && dueDay < item.startDay
  const same = Object.keys(facts).length === 0
  return (
    <FormDrawer
      title={action('action.amend')}
      save={action('action.amend')}
      cancel={t('cancel')}
      overtaken={overtaken}
      sending={sending}
      onClose={onClose}
      onSend={() => {
        setTried(true)
        if (same || behind || !dueDay || !isSaid(words)) return
        void sending.send(() => act('amend', { words: words.trim(), facts }))
      }}
    >
      <p className={styles['note']}>{t('amendWords', { unit: item.unitName })}</p>
      {tried && same ? <Alert type="warning" showIcon title={t('amendNothing')} /> : null}
      <FormField label={t('measureField')}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={4000}
          value={measure}
          onChange={event => setMeasure(event.target.value)}
        />
      </FormField>
      <FormField
        label={t('dueField')}
        problem={
          dueDay === undefined
            ? t('dueMust')
            : behind
              ? t('dueBehindStart', { day: dayWords(item.startDay) })
              : null
        }
      >
        <DayField label={t('dueField')} value={dueDay} earliest={item.startDay} onChange={setDueDay} />
      </FormField>
      {item.target ? (
        <FormField label={t('partTargetUnit', { unit: item.target.unit })}>
          <InputNumber
            min={0}
            max={1e12}
            value={value}
            onChange={next => setValue(next)}
            style={{ width: '100%' }}
          />
        </FormField>
      ) : null}
      <PersonField
        label={t('owner')}
        unitId={item.unitId}
        unitName={item.unitName}
        value={owner}
        onChange={setOwner}
      />
      <FormField label={t('leader')}>
        <Input maxLength={40} value={leaderName} onChange={event => setLeader(event.target.value)} />
      </FormField>
      <WordsField
        label={t('reason')}
        hint={t('reasonMust')}
        problem={tried && !isSaid(words) ? t('reasonMust') : null}
        value={words}
        onChange={setWords}
      />
    </FormDrawer>
  )
}
