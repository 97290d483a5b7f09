import { useEffect, useState } from 'react'
import { previewEdition } from './compose.queries.ts'
import { PreviewKeeper } from './preview-keeper.ts'

/** The name under which the browser keeps how long a page took from the keystroke on. */
export const keystrokeMeasure = 'jianbao.keystroke-to-page'
const mostMeasured = 500

/** The pages of an issue; who draws them listens to the keeper, so that a keystroke draws nothing else anew. */
export function usePreview(editionId: string, version: number): PreviewKeeper {
  const [keeper] = useState(
    () =>
      new PreviewKeeper({
        ask: (wish, signal) => previewEdition(editionId, wish, signal),
        now: () => performance.now(),
        onPage: measure,
      }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what pages are asked for anew
  useEffect(() => void keeper.ask(), [keeper, version])
  useEffect(() => () => keeper.close(), [keeper])
  return keeper
}

/** Until the frame in which the page stands. */
function measure(start: number): void {
  requestAnimationFrame(() => {
    performance.measure(keystrokeMeasure, { start, end: performance.now() })
    if (performance.getEntriesByName(keystrokeMeasure).length > mostMeasured)
      performance.clearMeasures(keystrokeMeasure)
  })
}
