/** A raw text exactly as it is, with marks drawn into it; long texts are drawn in chunks the browser may skip. */
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import styles from './highlighted-text.module.css'
import { type Chunk, chunkRuns, type Mark, segmentText } from './segment-text.ts'

export const markKinds = [
  'unit',
  'date',
  'place',
  'figure',
  'warning',
  'masthead',
  'column',
  'headline',
  'contributor',
  'distribution',
  'noise',
  'event',
  'paragraph',
] as const
export type MarkKind = (typeof markKinds)[number]

export type TextMark = Mark & { readonly id: string; readonly kind: MarkKind; readonly title?: string }

type HighlightedTextProps = {
  readonly text: string
  readonly marks: readonly TextMark[]
  /** Kinds that are switched off. */
  readonly off: ReadonlySet<MarkKind>
  readonly lit: string | null
  readonly label: string
  readonly describedBy?: string
  /** The pointer is on a mark, or has left all of them. */
  readonly onPoint: (id: string | null) => void
  /** An arrow key went on to a mark. */
  readonly onWalk: (id: string) => void
  /** A mark was clicked, or Enter pressed on it. */
  readonly onOpen: (id: string) => void
}

const chunkLines = 40

export function HighlightedText(props: HighlightedTextProps) {
  const { text, marks, off, lit, label, describedBy, onPoint, onWalk, onOpen } = props
  const box = useRef<HTMLElement>(null)
  const chunks = useMemo(() => chunkRuns(text, segmentText(text.length, marks), chunkLines), [text, marks])
  useLitMark(box, lit, litLook(marks.find(mark => mark.id === lit)?.kind), chunks)

  const markUnder = (target: EventTarget): string | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-marks]') : null
    const ids = element?.dataset['marks']?.split(' ') ?? []
    const kinds = element?.dataset['kinds']?.split(' ') ?? []
    return ids.find((_, at) => !off.has(kinds[at] as MarkKind)) ?? null
  }
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') onPoint(markUnder(event.target))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && lit) onOpen(lit)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = neighbour(marks, off, lit, step)
    if (!next) return
    onWalk(next)
    findMark(box.current, next)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <section
      ref={box}
      className={styles['text']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for thousands of marks, walked with the arrow keys
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      data-off={[...off].join(' ')}
      onPointerOver={onPointerOver}
      onPointerLeave={event => event.pointerType === 'mouse' && onPoint(null)}
      onClick={event => {
        const id = markUnder(event.target)
        if (id) onOpen(id)
      }}
      onKeyDown={onKeyDown}
    >
      {chunks.map(chunk => (
        <TextChunk key={chunk.start} text={text} chunk={chunk} marks={marks} />
      ))}
    </section>
  )
}

type TextChunkProps = {
  readonly text: string
  readonly chunk: Chunk
  readonly marks: readonly TextMark[]
}

const TextChunk = memo(function TextChunk({ text, chunk, marks }: TextChunkProps) {
  const lines = text.slice(chunk.start, chunk.end).split('\n').length
  return (
    <div className={styles['chunk']} style={{ containIntrinsicSize: `auto ${lines * 27}px` }}>
      {chunk.runs.map(run => {
        const words = text.slice(run.start, run.end)
        if (run.marks.length === 0) return words
        const over = run.marks.map(index => marks[index]!)
        return (
          <span
            key={run.start}
            data-marks={over.map(mark => mark.id).join(' ')}
            data-kinds={over.map(mark => mark.kind).join(' ')}
            title={over.find(mark => mark.title)?.title}
          >
            {words}
          </span>
        )
      })}
    </div>
  )
})

/** @returns the first piece of a mark, or null when it is not drawn. */
export function findMark(root: ParentNode | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-marks~="${CSS.escape(id)}"]`) ?? null
}

/** Wide for a paragraph, long for an event, which is cut by its facts: a frame round each piece would be restless. */
export type LitLook = '' | 'wide' | 'long'

function litLook(kind: MarkKind | undefined): LitLook {
  return kind === 'paragraph' ? 'wide' : kind === 'event' ? 'long' : ''
}

/** Sets `data-lit` on all pieces of the lit mark; `drawn` changes whenever pieces were drawn anew. */
// Lighting touches a few elements directly: drawing thousands of spans anew for every move of the mouse would be slow.
export function useLitMark(
  box: { current: HTMLElement | null },
  lit: string | null,
  look: LitLook,
  drawn: unknown,
): void {
  useEffect(() => {
    if (!lit || !drawn) return
    const pieces = box.current?.querySelectorAll(`[data-marks~="${CSS.escape(lit)}"]`) ?? []
    for (const piece of pieces) piece.setAttribute('data-lit', look)
    return () => {
      for (const piece of pieces) piece.removeAttribute('data-lit')
    }
  }, [box, lit, look, drawn])
}

function neighbour(
  marks: readonly TextMark[],
  off: ReadonlySet<MarkKind>,
  lit: string | null,
  step: 1 | -1,
): string | null {
  const shown = marks
    .filter(mark => !off.has(mark.kind) && mark.spans.length > 0)
    .sort((a, b) => a.spans[0]![0] - b.spans[0]![0] || b.rank - a.rank)
  const at = shown.findIndex(mark => mark.id === lit)
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step
  return shown[next]?.id ?? null
}
