import { FormField, formatDay, useLanguage } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import type { Reading, ReadingEvent } from '../reading.marks.ts'
import styles from './dialog.module.css'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import type { EventPlace } from './mark-place.ts'
import { readDays } from './read-days.ts'

type DateDialogProps = DialogProps & {
  readonly at: number
  readonly reading: Reading
  readonly place: EventPlace
  readonly event: ReadingEvent
  /** Null for a date that is missing. */
  readonly index: number | null
}

/** When it really was, typed as one writes days; what was understood stands below before it is saved. */
export function DateDialog({ at, reading, place, event, index, ...frame }: DateDialogProps) {
  const t = dialogTexts.useTexts()
  const date = index === null ? undefined : event.dates[index]
  const [typed, setTyped] = useState(
    [date?.start, date?.end === date?.start ? null : date?.end].filter(Boolean).join(' 至 '),
  )
  const [tried, setTried] = useState(false)
  const year = Number((date?.start ?? date?.end ?? reading.date ?? '').slice(0, 4)) || null
  const days = readDays(typed, year)
  const ids = { reading: at, column: place.column, article: place.article, event: place.event }
  return (
    <DialogFrame
      {...frame}
      title={t(index === null ? 'title.addDate' : 'title.date')}
      build={() => {
        setTried(true)
        if (!days) return null
        return index === null
          ? { act: 'add-date', ...ids, ...days }
          : { act: 'set-date', ...ids, date: index, ...days }
      }}
      others={index === null ? [] : [{ label: t('drop'), edit: { act: 'drop-date', ...ids, date: index } }]}
    >
      <p className={styles['sentence']}>{event.text}</p>
      <FormField
        label={t('days')}
        hint={date?.surface ? t('inText', { surface: date.surface }) : t('daysHint')}
        problem={!days && (tried || typed.length > 5) ? t('daysUnread') : null}
      >
        <Input type="text" value={typed} maxLength={40} onChange={change => setTyped(change.target.value)} />
      </FormField>
      <DaysRead days={days} />
    </DialogFrame>
  )
}

export function DaysRead({ days }: { days: ReturnType<typeof readDays> }) {
  const t = dialogTexts.useTexts()
  const language = useLanguage()
  if (!days) return null
  const [start, end] = [formatDay(days.start, language), formatDay(days.end, language)]
  return (
    <output className={styles['read']}>
      {start === end ? t('dayRead', { day: start }) : t('daysRead', { start, end })}
    </output>
  )
}
