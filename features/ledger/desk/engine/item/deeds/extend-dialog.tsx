import { ActDialog } from '@jianbao/organisation/desk/parts'
import { DayField, FormField, useFocusBack } from '@jianbao/ui'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { engineTexts } from '../../engine.texts.ts'
import { addDays } from '../item.lights.ts'
import { itemTexts } from '../item.texts.ts'
import { useDeed } from '../use-deed.ts'
import { useDayWords } from '../use-item-words.ts'
import type { DeedProps } from './deed-props.ts'
import { isSaid, WordsField } from './words-field.tsx'

/** 申请延期: a later day and why. */
export function ExtendDialog({ item, onClose }: DeedProps) {
  const t = itemTexts.useTexts()
  const action = engineTexts.useTexts()
  const dayWords = useDayWords()
  const { act, overtaken } = useDeed(item)
  const [toDay, setToDay] = useState<string>()
  const [words, setWords] = useState('')
  const early = toDay !== undefined && toDay <= item.dueDay
  const why = item.hindered.find(one => one.action === 'extend')?.why
  if (why)
    return (
      <ClosedForm
        words={t(why === 'late' ? 'hinder.extendLate' : 'hinder.extendWaiting', {
          day: dayWords(item.dueDay),
          keeper: item.keeperName,
        })}
        onClose={onClose}
      />
    )
  return (
    <ActDialog
      title={action('action.extend')}
      confirm={action('action.extend')}
      cancel={t('cancel')}
      blocked={toDay === undefined || early || !isSaid(words)}
      overtaken={overtaken}
      onConfirm={() => act('extend', { toDay, words: words.trim() })}
      onClose={onClose}
    >
      <p>{t('extendFrom', { day: dayWords(item.dueDay) })}</p>
      <FormField label={t('extendTo')} problem={early ? t('extendAfter') : null}>
        <DayField
          label={t('extendTo')}
          value={toDay}
          earliest={addDays(item.dueDay, 1)}
          onChange={setToDay}
        />
      </FormField>
      <WordsField label={t('extendReason')} hint={t('reasonMust')} value={words} onChange={setWords} />
    </ActDialog>
  )
}

/** Why more time cannot be asked for. */
function ClosedForm({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
  const t = itemTexts.useTexts()
  useFocusBack()
  return (
    <Modal
      open
      title={t('extendClosed')}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <Alert type="warning" showIcon title={words} />
    </Modal>
  )
}
