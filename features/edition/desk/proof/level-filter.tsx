import { type Level, levels } from '@jianbao/proofreading/contract'
import type { EditionProof } from '../../contract/index.ts'
import styles from './proof.module.css'
import { proofTexts } from './proof.texts.ts'

export type LevelWish = Level | 'all'

type LevelFilterProps = {
  readonly counts: EditionProof['counts']
  readonly value: LevelWish
  readonly onChange: (level: LevelWish) => void
}

export function LevelFilter({ counts, value, onChange }: LevelFilterProps) {
  const t = proofTexts.useTexts()
  const all = counts.error + counts.warn + counts.hint
  return (
    <fieldset className={styles['levels']} aria-label={t('levels')}>
      {(['all', ...levels] as const).map(level => (
        <button key={level} type="button" aria-pressed={value === level} onClick={() => onChange(level)}>
          {t(`level.${level}`, { count: level === 'all' ? all : counts[level] })}
        </button>
      ))}
    </fieldset>
  )
}
