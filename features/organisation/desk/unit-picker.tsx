import { ProblemNotice } from '@jianbao/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { UnitKind } from '../contract/index.ts'
import styles from './unit-picker.module.css'
import { PickerRow } from './unit-picker-row.tsx'
import { unitListQuery, unitTreeQuery } from './units/unit.queries.ts'
import { unitTexts } from './units/unit.texts.ts'

export type PickedUnit = { readonly id: string; readonly name: string; readonly kind: UnitKind }

type UnitPickerProps = {
  readonly label: string
  readonly value: PickedUnit | null
  readonly onChange: (unit: PickedUnit | null) => void
  /** A unit that may not be chosen, nor anything below it. */
  readonly exceptId?: string | undefined
  readonly problem?: string | null | undefined
}

const pauseMs = 200

/** One unit, found by its names or by walking down the tree; units in use alone. */
export function UnitPicker({ label, value, onChange, exceptId, problem }: UnitPickerProps) {
  const t = unitTexts.useTexts()
  const title = useId()
  return (
    <fieldset className={styles['picker']} aria-labelledby={title}>
      <legend id={title} className={styles['label']}>
        {label}
      </legend>
      {value ? (
        <p className={styles['picked']}>
          <strong>{value.name}</strong>
          <span className={styles['kind']}>{t(`kind.${value.kind}`)}</span>
          <Button size="small" onClick={() => onChange(null)}>
            {t('pickOther')}
          </Button>
        </p>
      ) : (
        <Panel exceptId={exceptId} onPick={onChange} />
      )}
      {problem ? (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}

type PanelProps = { readonly exceptId?: string | undefined; readonly onPick: (unit: PickedUnit) => void }
type Place = { readonly id: string; readonly name: string }

function Panel({ exceptId, onPick }: PanelProps) {
  const t = unitTexts.useTexts()
  const [typed, setTyped] = useState('')
  const [line, setLine] = useState<readonly Place[]>([])
  const words = usePaused(typed.trim(), pauseMs)
  const found = useQuery({
    ...unitListQuery({ q: words, pageSize: 20 }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const below = useQuery({ ...unitTreeQuery(line.at(-1)?.id ?? null, false), enabled: words === '' })
  // A single top stands above those below it: nobody wants to look at one row.
  const top = line.length === 0 && below.data?.rows.length === 1 ? below.data.rows[0]! : null
  const first = useQuery({ ...unitTreeQuery(top?.id ?? null, false), enabled: top !== null })
  const places = [...(below.data?.rows ?? []), ...(top ? (first.data?.rows ?? []) : [])]
  const shown = words === '' ? below : found
  const more = words !== '' && found.data ? found.data.total - found.data.rows.length : 0
  return (
    <div className={styles['panel']}>
      <Input
        type="search"
        value={typed}
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        allowClear
        autoComplete="off"
        onChange={event => setTyped(event.target.value)}
        // Enter belongs to the search here, not to the form around it.
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
      />
      {words === '' && line.length > 0 ? (
        <nav className={styles['line']} aria-label={t('place')}>
          <button type="button" onClick={() => setLine([])}>
            {t('top')}
          </button>
          {line.map((place, at) => (
            <button key={place.id} type="button" onClick={() => setLine(line.slice(0, at + 1))}>
              {place.name}
            </button>
          ))}
        </nav>
      ) : null}
      {shown.error ? <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} /> : null}
      {shown.isPending ? <p className={styles['quiet']}>{t('loading')}</p> : null}
      <ul className={styles['rows']}>
        {(words === '' ? places : (found.data?.rows ?? [])).map(unit => (
          <PickerRow
            key={unit.id}
            unit={unit}
            barred={unit.id === exceptId}
            open={words === '' && unit === top}
            onPick={() => onPick({ id: unit.id, name: unit.name, kind: unit.kind })}
            onEnter={() => {
              setTyped('')
              setLine(words === '' ? [...line, unit] : [unit])
            }}
          />
        ))}
      </ul>
      {shown.data?.rows.length === 0 ? <p className={styles['quiet']}>{t('noResults')}</p> : null}
      {more > 0 ? <p className={styles['quiet']}>{t('pickMore', { count: more })}</p> : null}
    </div>
  )
}

/** The value as it was when typing last paused. */
function usePaused(value: string, pause: number): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return value === '' ? '' : paused
}
