import { useCallback, useEffect, useRef, useState } from 'react'
import type { EditionPreview, PreviewWords } from '../../contract/index.ts'
import { previewEdition } from './compose.queries.ts'

/** Together with what the eye takes for one keystroke. */
const pauseMs = 15
const retryMs = 5_000

type Page = { readonly hash: string; readonly svg: string }
export type Pages = Omit<EditionPreview, 'pages'> & {
  readonly pages: readonly Page[]
  /** The first page that differs from what was shown before, because of what was typed; null otherwise. */
  readonly touched: number | null
}
export type Preview = {
  readonly shown: Pages | null
  readonly error: unknown
  /** Words of an item that are being written. */
  readonly write: (item: { readonly id: string; readonly words: PreviewWords } | null) => void
  readonly retry: () => void
}

/** The name under which the browser keeps how long a page took from the keystroke on. */
export const keystrokeMeasure = 'jianbao.keystroke-to-page'

/**
 * The pages of an issue, set anew whenever it changes or somebody types. One order is under way at a time; what was typed
 * meanwhile goes with the next. Pages stay until their successors are there.
 */
export function usePreview(editionId: string, version: number): Preview {
  const [shown, setShown] = useState<Pages | null>(null)
  const [error, setError] = useState<unknown>(null)
  const held = useRef({
    item: null as { readonly id: string; readonly words: PreviewWords } | null,
    pages: [] as readonly Page[],
    typedAt: null as number | null,
    underWay: null as AbortController | null,
    wanted: false,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  const ask = useCallback(async () => {
    const now = held.current
    if (now.underWay) {
      now.wanted = true
      return
    }
    const controller = new AbortController()
    const typedAt = now.typedAt
    now.underWay = controller
    now.wanted = false
    now.typedAt = null
    try {
      const known = now.pages.map(({ hash }) => hash)
      const item = now.item ? { item: now.item } : {}
      const answer = await previewEdition(editionId, { ...item, known }, controller.signal)
      const had = new Map(now.pages.map(page => [page.hash, page]))
      const pages = answer.pages.map(({ hash, svg }) =>
        svg === null ? (had.get(hash) ?? { hash, svg: '' }) : { hash, svg },
      )
      const changed = pages.findIndex((page, at) => page.hash !== now.pages[at]?.hash)
      const touched = typedAt === null || now.pages.length === 0 || changed === -1 ? null : changed
      now.pages = pages
      setShown({ ...answer, pages, touched })
      setError(null)
      if (typedAt !== null) measure(typedAt)
    } catch (thrown) {
      if (!controller.signal.aborted) {
        setError(thrown)
        clearTimeout(now.timer)
        now.timer = setTimeout(() => void ask(), retryMs)
      }
    }
    if (controller.signal.aborted) return
    now.underWay = null
    if (now.wanted) void ask()
  }, [editionId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what pages are asked for anew
  useEffect(() => void ask(), [ask, version])
  useEffect(() => {
    const now = held.current
    return () => {
      clearTimeout(now.timer)
      now.underWay?.abort()
      now.underWay = null
    }
  }, [])
  const write = useCallback<Preview['write']>(
    item => {
      const now = held.current
      if (item === null && now.item === null) return
      now.item = item
      now.typedAt ??= performance.now()
      clearTimeout(now.timer)
      now.timer = setTimeout(() => void ask(), pauseMs)
    },
    [ask],
  )
  return { shown, error, write, retry: () => void ask() }
}

/** Until the frame in which the page stands. */
function measure(start: number): void {
  requestAnimationFrame(() => {
    performance.measure(keystrokeMeasure, { start, end: performance.now() })
    const all = performance.getEntriesByName(keystrokeMeasure)
    if (all.length > 500) performance.clearMeasures(keystrokeMeasure)
  })
}
