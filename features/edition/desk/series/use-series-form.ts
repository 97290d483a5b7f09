import { useState } from 'react'
import type { Series } from '../../contract/index.ts'
import { useSeriesStep } from './series.queries.ts'
import { faultsOf, type SeriesFault, type SeriesWords, sameWords, wordsOf } from './series-form.ts'

export type SeriesForm = {
  readonly series: Series
  readonly words: SeriesWords
  readonly change: (change: Partial<SeriesWords>) => void
  readonly editable: boolean
  readonly isChanged: boolean
  readonly faults: readonly SeriesFault[]
  readonly busy: boolean
  readonly error: unknown
  readonly isSaved: boolean
  readonly save: () => void
  /** Back to what is kept; also to what somebody else kept meanwhile. */
  readonly discard: () => void
}

/** What is typed stays, whatever comes from the server, until it is saved or discarded. */
export function useSeriesForm(series: Series): SeriesForm {
  const kept = wordsOf(series)
  // The version somebody began to type over: another one's save in between must not be lost.
  const [typed, setTyped] = useState<{ words: SeriesWords; version: number } | null>(null)
  const step = useSeriesStep({ id: series.id, version: typed?.version ?? series.version })
  const words = typed?.words ?? kept
  const isChanged = typed !== null && !sameWords(typed.words, kept)
  return {
    series,
    words,
    isChanged,
    editable: series.actions.includes('edit'),
    faults: isChanged ? faultsOf(words) : [],
    busy: step.isPending,
    error: step.error,
    isSaved: step.isSuccess && !isChanged,
    change: change =>
      setTyped(before => ({
        words: { ...(before?.words ?? kept), ...change },
        version: before?.version ?? series.version,
      })),
    save: () => step.mutate({ act: 'save', change: words }, { onSuccess: () => setTyped(null) }),
    discard: () => {
      setTyped(null)
      step.reset()
    },
  }
}
