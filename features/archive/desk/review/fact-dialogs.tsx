import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { archiveTexts } from '../archive.texts.ts'
import { activityTypes, figureMeasures } from '../choices.ts'
import type { ReadingEvent } from '../reading.marks.ts'
import styles from './dialog.module.css'
import { dialogTexts } from './dialog.texts.ts'
import { DialogFrame, type DialogProps } from './dialog-frame.tsx'
import type { EventPlace } from './mark-place.ts'

type FactProps = DialogProps & {
  readonly at: number
  readonly place: EventPlace
  readonly event: ReadingEvent
}

export function FigureDialog({ at, place, event, index, ...frame }: FactProps & { readonly index: number }) {
  const t = dialogTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const figure = event.figures[index]!
  const [value, setValue] = useState(String(figure.value))
  const [unit, setUnit] = useState(figure.unit)
  const [measure, setMeasure] = useState(figure.measure)
  const number = Number(value.normalize('NFKC').replace(/[,，\s]/g, ''))
  const readable = value.trim() !== '' && Number.isFinite(number)
  const ids = { reading: at, column: place.column, article: place.article, event: place.event, figure: index }
  return (
    <DialogFrame
      {...frame}
      title={t('title.figure')}
      build={() =>
        readable && unit.trim()
          ? { act: 'set-figure', ...ids, value: number, unit: unit.trim(), measure }
          : null
      }
      others={[{ label: t('drop'), edit: { act: 'drop-figure', ...ids } }]}
    >
      <p className={styles['sentence']}>{event.text}</p>
      <div className={styles['pair']}>
        <FormField
          label={t('value')}
          hint={t('inText', { surface: figure.surface })}
          problem={readable ? null : t('valueUnread')}
        >
          <Input type="text" inputMode="decimal" value={value} onChange={e => setValue(e.target.value)} />
        </FormField>
        <FormField label={t('measureWord')} problem={unit.trim() ? null : t('needed')}>
          <Input type="text" value={unit} maxLength={40} onChange={e => setUnit(e.target.value)} />
        </FormField>
      </div>
      <FormField label={t('measure')}>
        <Select
          value={measure}
          onChange={setMeasure}
          options={figureMeasures.map(each => ({ value: each, label: ta(`measure.${each}`) }))}
        />
      </FormField>
    </DialogFrame>
  )
}

export function EventDialog({ at, place, event, ...frame }: FactProps) {
  const t = dialogTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const [type, setType] = useState(event.type)
  const ids = { reading: at, column: place.column, article: place.article, event: place.event }
  return (
    <DialogFrame
      {...frame}
      title={t('title.event')}
      build={() => ({ act: 'set-type', ...ids, type })}
      others={[{ label: t('dropEvent'), edit: { act: 'drop-event', ...ids } }]}
    >
      <p className={styles['sentence']}>{event.text}</p>
      <FormField label={t('type')}>
        <Select
          value={type}
          onChange={setType}
          options={activityTypes.map(each => ({ value: each, label: ta(`event.${each}`) }))}
        />
      </FormField>
    </DialogFrame>
  )
}
