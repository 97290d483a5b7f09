import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import type { ProposedFigure, ReportFigure } from '../../contract/index.ts'
import { accept, dismiss } from './accept-proposal.ts'
import { PendingLine } from './field-frame.tsx'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { useFaultWords } from './use-fault-words.ts'
import { type FormTools, newId } from './use-form.ts'

const qualifiers = ['exact', 'about', 'over', 'under', 'atleast'] as const

/** Figures as rows, each of one measure: 人数 and 人次 are never put together. */
export function FigureRows({ tools }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const problem = useFaultWords()(tools, 'figures')
  const { draft, change, campaign } = tools
  const add = () => {
    const measure = campaign?.measures[0]
    if (!measure) return
    const figure: ReportFigure = {
      ...{ id: newId(), measure: measure.id, value: 0, unit: measure.units[0]! },
      ...{ qualifier: 'exact', of: null, surface: null },
    }
    change(now => ({ ...now, figures: [...now.figures, figure] }))
  }
  return (
    <fieldset className={styles['group']} data-field="figures">
      <legend className={styles['label']}>{t('figures')}</legend>
      {draft.proposal?.figures.map((figure, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a proposal is known by its place
        <ProposedRow key={`${at} ${figure.surface}`} tools={tools} figure={figure} at={at} />
      ))}
      {draft.figures.map(figure => (
        <FigureRow key={figure.id} tools={tools} figure={figure} />
      ))}
      {problem ? (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      ) : null}
      <Button type="dashed" icon={<PlusOutlined aria-hidden="true" />} onClick={add} disabled={!campaign}>
        {t('addFigure')}
      </Button>
    </fieldset>
  )
}

type ProposedRowProps = { readonly tools: FormTools; readonly figure: ProposedFigure; readonly at: number }

function ProposedRow({ tools, figure, at }: ProposedRowProps) {
  const t = formTexts.useTexts()
  const { change, campaign, lit, onLight } = tools
  const id = `figure?${at}`
  const name = campaign?.measures.find(measure => measure.id === figure.measure)?.name
  const counted = figure.of ? `${figure.of} ` : ''
  const words = `${counted}${t(`say.${figure.qualifier}`, { value: figure.value })} ${figure.unit}`
  const settle = (measure: string) =>
    change(now => {
      const proposal = now.proposal && {
        ...now.proposal,
        figures: now.proposal.figures.with(at, { ...figure, measure }),
      }
      return accept({ ...now, proposal }, `figure:${at}`, newId)
    })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights its words beside; the controls inside take keys
    <div
      className={styles['field']}
      data-field={id}
      data-pending
      data-lit={lit === id ? true : undefined}
      onFocus={() => onLight(id)}
      onPointerDown={() => onLight(id)}
    >
      <div className={styles['fieldHead']}>
        <span>
          <strong>{words}</strong>
          {name ? ` · ${name}` : null}
        </span>
        <span className={styles['waits']}>{t('pending')}</span>
      </div>
      {figure.measure ? null : (
        <Select
          aria-label={t('measureOf', { what: words })}
          placeholder={t('chooseMeasure')}
          options={(campaign?.measures ?? []).map(measure => ({ value: measure.id, label: measure.name }))}
          onChange={settle}
        />
      )}
      <PendingLine
        label={words}
        pending={{
          surface: figure.surface,
          onAccept: () => (figure.measure ? change(now => accept(now, `figure:${at}`, newId)) : onLight(id)),
          onDismiss: () => change(now => dismiss(now, `figure:${at}`)),
        }}
      />
    </div>
  )
}

function FigureRow({ tools, figure }: { readonly tools: FormTools; readonly figure: ReportFigure }) {
  const t = formTexts.useTexts()
  const { change, campaign, lit, onLight } = tools
  const id = `figure:${figure.id}`
  const measure = campaign?.measures.find(known => known.id === figure.measure)
  const set = (part: Partial<ReportFigure>) =>
    change(now => ({
      ...now,
      figures: now.figures.map(other => (other.id === figure.id ? { ...other, ...part } : other)),
    }))
  const units = [...new Set([...(measure?.units ?? []), figure.unit])]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: lights its words beside; the controls inside take keys
    <div
      className={styles['figure']}
      data-field={id}
      data-lit={lit === id ? true : undefined}
      onFocus={() => onLight(id)}
      onPointerDown={() => onLight(id)}
    >
      <Select
        aria-label={t('measure')}
        value={figure.measure}
        options={(campaign?.measures ?? []).map(known => ({ value: known.id, label: known.name }))}
        onChange={key => {
          const next = campaign?.measures.find(known => known.id === key)
          set({
            measure: key,
            unit: next?.units.includes(figure.unit) ? figure.unit : (next?.units[0] ?? ''),
          })
        }}
      />
      <Select
        aria-label={t('qualifier')}
        value={figure.qualifier}
        options={qualifiers.map(value => ({ value, label: t(`qualifier.${value}`) }))}
        onChange={qualifier => set({ qualifier })}
      />
      <InputNumber<number>
        aria-label={t('value')}
        value={figure.value}
        min={0}
        max={1e12}
        controls={false}
        inputMode="decimal"
        onChange={value => set({ value: value ?? 0 })}
      />
      <Select
        aria-label={t('unit')}
        value={figure.unit}
        options={units.map(unit => ({ value: unit, label: unit }))}
        onChange={unit => set({ unit })}
      />
      <Input
        aria-label={t('counted')}
        placeholder={t('countedHint')}
        value={figure.of ?? ''}
        maxLength={60}
        onChange={event => set({ of: event.target.value || null })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t('removeFigure', { what: `${figure.value} ${figure.unit}` })}
        onClick={() =>
          change(now => ({ ...now, figures: now.figures.filter(other => other.id !== figure.id) }))
        }
      />
    </div>
  )
}
