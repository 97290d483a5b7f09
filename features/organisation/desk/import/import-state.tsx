import { formatCount, StateTag, type Tone } from '@jianbao/ui'
import type { ImportState, ImportSummary } from '../../contract/index.ts'
import { importTexts } from './import.texts.ts'

const tones: Readonly<Record<ImportState, Tone>> = {
  waiting: 'busy',
  checking: 'busy',
  checked: 'doubt',
  confirmed: 'busy',
  writing: 'busy',
  done: 'good',
  refused: 'bad',
  failed: 'bad',
  withdrawn: 'quiet',
}

export function ImportStateTag({ state }: { state: ImportState }) {
  const t = importTexts.useTexts()
  return <StateTag tone={tones[state]}>{t(`state.${state}`)}</StateTag>
}

/** What came of a sheet in numbers, once it was checked. */
export function useCountWords(): (sheet: Pick<ImportSummary, 'counts' | 'state'>) => string {
  const t = importTexts.useTexts()
  return ({ counts, state }) => {
    const count = (number: number) => ({ count: formatCount(number) })
    if (counts.problems > 0) return t('countProblems', count(counts.problems))
    if (state === 'done' && counts.new + counts.changed === 0 && counts.unchanged > 0)
      return t('nothingChanged')
    const words = [
      counts.new ? t('countNew', count(counts.new)) : null,
      counts.changed ? t('countChanged', count(counts.changed)) : null,
      counts.unchanged ? t('countUnchanged', count(counts.unchanged)) : null,
    ]
    return words.filter(Boolean).join(' · ') || '—'
  }
}
