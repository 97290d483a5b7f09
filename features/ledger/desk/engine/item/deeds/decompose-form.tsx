import { PlusOutlined } from '@ant-design/icons'
import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { useSending } from '@jianbao/ui'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import styles from '../item.module.css'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import type { DeedProps } from './deed-props.ts'
import { type DraftPart, PartFields } from './part-fields.tsx'

/** 分解: for subordinate units, or people of the own one, each with its own deadline. */
export function DecomposeForm({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const { act, overtaken } = useDeed(item)
  const sending = useSending(onClose)
  const [parts, setParts] = useState<readonly DraftPart[]>([])
  const [tried, setTried] = useState(false)
  const add = (kind: DraftPart['kind']) =>
    setParts([
      ...parts,
      {
        key: (parts.at(-1)?.key ?? 0) + 1,
        kind,
        unit: null,
        owner: null,
        title: item.title,
        measure: '',
        dueDay: item.dueDay,
        value: null,
      },
    ])
  const whole = ({ kind, unit, owner, title, dueDay }: DraftPart) =>
    (kind === 'unit' ? unit !== null : owner !== null) &&
    title.trim().length >= 2 &&
    dueDay !== undefined &&
    dueDay <= item.dueDay
  const submit = () =>
    act('decompose', {
      parts: parts.map(({ kind, unit, owner, title, measure, dueDay, value }) => ({
        unitId: kind === 'unit' ? unit!.id : item.unitId,
        title: title.trim(),
        dueDay,
        ...(measure.trim() ? { measure: measure.trim() } : {}),
        ...(owner ? { ownerId: owner.id } : {}),
        ...(item.target && value !== null ? { target: { ...item.target, value } } : {}),
      })),
    })
  return (
    <FormDrawer
      title={action('action.decompose')}
      save={parts.length === 0 ? t('partSendNone') : t('partSend', { count: parts.length })}
      cancel={t('cancel')}
      overtaken={overtaken}
      sending={sending}
      onClose={onClose}
      onSend={() => {
        setTried(true)
        if (parts.length > 0 && parts.every(whole)) void sending.send(submit)
      }}
    >
      <p className={styles['note']}>{t('partsWords')}</p>
      {tried && parts.length === 0 ? <Alert type="warning" showIcon title={t('partsNone')} /> : null}
      {parts.map((part, at) => (
        <PartFields
          key={part.key}
          item={item}
          part={part}
          no={at + 1}
          tried={tried}
          onChange={change =>
            setParts(parts.map(one => (one.key === part.key ? { ...one, ...change } : one)))
          }
          onRemove={() => setParts(parts.filter(one => one.key !== part.key))}
        />
      ))}
      <div className={styles['buttons']}>
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add('unit')}>
          {t('addUnitPart')}
        </Button>
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => add('person')}>
          {t('addPersonPart')}
        </Button>
      </div>
    </FormDrawer>
  )
}
