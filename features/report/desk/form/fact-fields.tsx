import { DayField } from '@jianbao/ui'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { accept, dismiss, type PendingKey } from './accept-proposal.ts'
import { FieldFrame, type Pending } from './field-frame.tsx'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { useFaultWords } from './use-fault-words.ts'
import { type FormTools, newId } from './use-form.ts'

/** Title, type, days and place: what is proposed stands in the field until it is accepted or written over. */
export function FactFields({ tools }: { tools: FormTools }) {
  return (
    <>
      <TitleField tools={tools} />
      <TypeField tools={tools} />
      <DaysField tools={tools} />
      <PlaceField tools={tools} />
    </>
  )
}

/** What waits at a field; null once it is settled. */
export function usePending({ draft, change }: FormTools) {
  return (key: PendingKey, surface: string | null): Pending => ({
    surface,
    onAccept: () => change(() => accept(draft, key, newId)),
    onDismiss: () => change(() => dismiss(draft, key)),
  })
}

function useFrame(tools: FormTools, id: string) {
  const words = useFaultWords()
  return { id, lit: tools.lit === id, onLight: tools.onLight, problem: words(tools, id) }
}

function TitleField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const pending = usePending(tools)
  const { draft, change } = tools
  const proposed = draft.proposal?.title ?? null
  return (
    <FieldFrame
      {...useFrame(tools, 'title')}
      label={t('title')}
      pending={proposed && pending('title', proposed.printed ? proposed.text : null)}
    >
      {control => (
        <Input.TextArea
          id={control}
          value={draft.title || (proposed?.text ?? '')}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={120}
          onChange={event => {
            const title = event.target.value.replace(/\n/g, '')
            change(now => ({ ...dismiss(now, 'title'), title }))
          }}
        />
      )}
    </FieldFrame>
  )
}

function TypeField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const pending = usePending(tools)
  const { draft, change, campaign } = tools
  const proposed = draft.proposal?.type ?? null
  const task = campaign?.tasks.find(({ id }) => id === draft.taskId)
  const named = (key: string) => campaign?.types.find(({ id }) => id === key)?.name ?? key
  const others = task?.types.length && draft.type !== null && !task.types.includes(draft.type)
  return (
    <FieldFrame
      {...useFrame(tools, 'type')}
      label={t('type')}
      pending={proposed && pending('type', null)}
      hint={others ? t('typeOther', { types: task.types.map(named).join('、') }) : null}
    >
      {control => (
        <Select
          id={control}
          aria-label={t('type')}
          virtual={false}
          value={draft.type ?? proposed?.key ?? null}
          placeholder={t('choose')}
          options={(campaign?.types ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={type => change(now => ({ ...dismiss(now, 'type'), type }))}
        />
      )}
    </FieldFrame>
  )
}

function DaysField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const pending = usePending(tools)
  const { draft, change } = tools
  const proposed = draft.proposal?.days ?? null
  const start = draft.startDay ?? proposed?.start ?? null
  const proposedEnd = proposed && proposed.end !== proposed.start ? proposed.end : null
  const end = draft.startDay ? draft.endDay : proposedEnd
  const [several, setSeveral] = useState(false)
  const set = (startDay: string | null, endDay: string | null) =>
    change(now => ({ ...dismiss(now, 'days'), startDay, endDay }))
  const remarks = proposed
    ? [
        proposed.assumed ? t(`assumed.${proposed.assumed}`) : null,
        proposed.about ? t('aboutDay') : null,
        proposed.planned ? t('plannedDay') : null,
      ].filter(Boolean)
    : []
  return (
    <FieldFrame
      {...useFrame(tools, 'days')}
      label={t('days')}
      pending={proposed && pending('days', proposed.surface)}
      hint={remarks.length ? remarks.join('；') : null}
    >
      {control => (
        <div className={styles['days']} id={control}>
          <DayField
            label={t('startDay')}
            value={start ?? undefined}
            earliest="2000-01-01"
            onChange={day => set(day ?? null, end)}
          />
          {several || end ? (
            <>
              <span aria-hidden="true">{t('until')}</span>
              <DayField
                label={t('endDay')}
                value={end ?? undefined}
                earliest="2000-01-01"
                onChange={day => set(start, day ?? null)}
              />
            </>
          ) : (
            <Button type="text" size="small" onClick={() => setSeveral(true)}>
              {t('severalDays')}
            </Button>
          )}
        </div>
      )}
    </FieldFrame>
  )
}

function PlaceField({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const pending = usePending(tools)
  const { draft, change } = tools
  const proposed = draft.proposal?.place ?? null
  return (
    <FieldFrame
      {...useFrame(tools, 'place')}
      label={t('place')}
      pending={proposed && pending('place', proposed.text)}
    >
      {control => (
        <Input
          id={control}
          value={draft.place ?? proposed?.text ?? ''}
          maxLength={120}
          placeholder={t('placeHint')}
          onChange={event => {
            const place = event.target.value || null
            change(now => ({ ...dismiss(now, 'place'), place }))
          }}
        />
      )}
    </FieldFrame>
  )
}
