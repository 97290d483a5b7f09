import { findMark, useLitMark } from '@jianbao/ui'
import { type MouseEvent, memo, type ReactNode, type RefObject, useRef } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { IssueCard } from './issue-card.tsx'
import { NoiseList } from './noise-list.tsx'
import type { Reading } from './reading.marks.ts'
import styles from './structure.module.css'
import { StructureColumns } from './structure-columns.tsx'
import { useGradual } from './use-gradual.ts'

type StructurePanelProps = {
  readonly box: RefObject<HTMLDivElement | null>
  readonly reading: Reading
  readonly lit: string | null
  readonly onPoint: (id: string | null) => void
  readonly onOpen: (id: string, event: MouseEvent) => void
  /** The keyboard went on to a thing. */
  readonly onWalk?: (id: string) => void
  /** The list of what a clerk should look at first. */
  readonly doubts: ReactNode
  readonly issueLink: ReactNode
}

/** What was read, from the issue down to the figure; whatever has a place in the original lights it. */
export function StructurePanel(props: StructurePanelProps) {
  const { box, reading, lit, onPoint, onOpen, onWalk, doubts, issueLink } = props
  const t = archiveTexts.useTexts()
  const articles = reading.columns.reduce((sum, column) => sum + column.articles.length, 0)
  const shown = useGradual(articles)
  useLitMark(box, lit, lit?.startsWith('p') ? 'wide' : '', shown)
  const touch = useRef(false)

  const markOf = (target: EventTarget) => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-marks]') : null
    return box.current?.contains(element) ? (element?.dataset['marks'] ?? null) : null
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the things inside are buttons, the panel only listens for them
    <section
      ref={box}
      className={styles['panel']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('structureOf')}
      onPointerDown={event => {
        touch.current = event.pointerType !== 'mouse'
      }}
      onPointerOver={event => event.pointerType === 'mouse' && onPoint(markOf(event.target))}
      onPointerLeave={event => event.pointerType === 'mouse' && onPoint(null)}
      onFocus={event => {
        const id = markOf(event.target)
        if (!id || touch.current) return
        if (onWalk && event.target.matches(':focus-visible')) onWalk(id)
        else onPoint(id)
      }}
      onClick={event => {
        const id = markOf(event.target)
        if (id && findMark(box.current, id)) onOpen(id, event)
      }}
    >
      {doubts}
      <IssueCard reading={reading} issueLink={issueLink} />
      <Body reading={reading} shown={shown} />
    </section>
  )
}

const Body = memo(function Body({ reading, shown }: { reading: Reading; shown: number }) {
  return (
    <>
      <StructureColumns reading={reading} shown={shown} />
      <NoiseList reading={reading} />
    </>
  )
})
