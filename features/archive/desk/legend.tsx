import { type MarkKind, markKinds, type TextMark } from '@jianbao/ui'
import { useMemo } from 'react'
import { archiveTexts } from './archive.texts.ts'
import styles from './reading.module.css'

type LegendProps = {
  readonly marks: readonly TextMark[]
  readonly off: ReadonlySet<MarkKind>
  readonly onChange: (off: ReadonlySet<MarkKind>) => void
}

/** What each mark looks like, how many there are, and a switch for each. */
export function Legend({ marks, off, onChange }: LegendProps) {
  const t = archiveTexts.useTexts()
  const counts = useMemo(() => {
    const found = new Map<MarkKind, number>()
    for (const mark of marks) found.set(mark.kind, (found.get(mark.kind) ?? 0) + 1)
    return found
  }, [marks])
  const toggle = (kind: MarkKind) => {
    const next = new Set(off)
    if (!next.delete(kind)) next.add(kind)
    onChange(next)
  }
  return (
    <fieldset className={styles['legend']} aria-label={t('legend')}>
      {markKinds
        .filter(kind => kind !== 'paragraph' && counts.has(kind))
        .map(kind => (
          <button
            key={kind}
            type="button"
            aria-pressed={!off.has(kind)}
            className={styles['switch']}
            onClick={() => toggle(kind)}
          >
            <span data-sample={kind}>{t(`kind.${kind}`)}</span>
            <small>{counts.get(kind)}</small>
          </button>
        ))}
      {off.size > 0 ? (
        <button type="button" className={styles['switch']} onClick={() => onChange(new Set())}>
          {t('showAll')}
        </button>
      ) : null}
    </fieldset>
  )
}
