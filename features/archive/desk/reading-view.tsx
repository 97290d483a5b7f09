import { HighlightedText, type MarkKind, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArchiveDocument } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import type { PlaceSearch } from './document-search.ts'
import { Legend } from './legend.tsx'
import { MarkStatus } from './mark-status.tsx'
import { nextWarning, readingMarks } from './reading.marks.ts'
import styles from './reading.module.css'
import { StructurePanel } from './structure-panel.tsx'
import { TabRow } from './tab-row.tsx'
import { useLit } from './use-lit.ts'
import { WarningList } from './warning-list.tsx'

type Pane = 'original' | 'structure'

type ReadingViewProps = { readonly document: ArchiveDocument; readonly place: PlaceSearch }

/** Original and structure side by side, each lighting the other; on a phone one of them at a time. */
export function ReadingView({ document, place }: ReadingViewProps) {
  const t = archiveTexts.useTexts()
  const phone = usePhone()
  const [at, setAt] = useState(place.reading ?? 0)
  const [off, setOff] = useState<ReadonlySet<MarkKind>>(new Set())
  const [pane, setPane] = useState<Pane>('original')
  const { lit, pinned, point, pin, jump } = useLit()
  const originalBox = useRef<HTMLDivElement>(null)
  const structureBox = useRef<HTMLDivElement>(null)
  const reading = document.readings[at] ?? document.readings[0]!
  const marks = useMemo(
    () => readingMarks(reading, noise => `${t('kind.noise')}：${t(`noise.${noise.reason}`)}`),
    [reading, t],
  )

  const toStructure = useCallback(
    (id: string) => {
      pin(id)
      setPane('structure')
      jump(structureBox, id)
    },
    [pin, jump],
  )
  const toOriginal = useCallback(
    (id: string) => {
      pin(id)
      setPane('original')
      jump(originalBox, id)
    },
    [pin, jump],
  )
  const toWarning = useCallback(() => {
    // From where the reader last was, not from what the mouse happens to lie on.
    const from = marks.find(mark => mark.id === pinned)?.spans[0]?.[0]
    const id = nextWarning(reading, pinned, from)
    if (!id) return
    pin(id)
    jump(originalBox, id)
    jump(structureBox, id)
  }, [reading, marks, pinned, pin, jump])
  useKey('n', toWarning)

  const openReading = (index: number) => {
    setAt(index)
    pin(null)
  }
  // The original shows the bulletin whose tab was opened, not wherever the last one was left.
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    const first = marks.toSorted((a, b) => a.spans[0]![0] - b.spans[0]![0])[0]
    if (first) jump(originalBox, first.id)
  }, [at, marks, jump])

  // A link may name the thing it speaks of.
  useEffect(() => {
    if (!place.at) return
    pin(place.at)
    jump(originalBox, place.at)
    jump(structureBox, place.at)
  }, [place.at, pin, jump])

  const issueId = document.issueIds[at]
  return (
    <div className={styles['view']} data-pane={pane}>
      {document.readings.length > 1 ? (
        <TabRow
          label={t('readings')}
          tabs={document.readings.map((each, index) => ({
            key: String(index),
            text:
              each.issueNo === null
                ? t('readingTab', { number: index + 1 })
                : t(each.special ? 'special' : 'issueNo', { no: each.issueNo }),
          }))}
          chosen={String(at)}
          onChoose={key => openReading(Number(key))}
        />
      ) : null}
      {phone ? (
        <TabRow
          label={t('views')}
          tabs={[
            { key: 'original', text: t('original') },
            { key: 'structure', text: t('structure') },
          ]}
          chosen={pane}
          onChoose={key => setPane(key === 'structure' ? 'structure' : 'original')}
        />
      ) : null}
      <div className={styles['panes']}>
        <div className={styles['original']} hidden={phone && pane !== 'original'}>
          <Legend marks={marks} off={off} onChange={setOff} />
          <div ref={originalBox} className={styles['paper']}>
            <HighlightedText
              text={document.text}
              marks={marks}
              off={off}
              lit={lit}
              label={t('originalOf', { file: document.fileName })}
              describedBy="mark-status"
              onPoint={point}
              onWalk={pin}
              onOpen={toStructure}
            />
          </div>
          <MarkStatus reading={reading} lit={lit} />
        </div>
        <div className={styles['structure']} hidden={phone && pane !== 'structure'}>
          <StructurePanel
            key={at}
            box={structureBox}
            reading={reading}
            lit={lit}
            onPoint={point}
            onOpen={toOriginal}
            doubts={<WarningList reading={reading} lit={lit} onNext={toWarning} />}
            issueLink={
              issueId ? (
                <Link to="/issues/$id" params={{ id: issueId }}>
                  {t('goIssue')}
                </Link>
              ) : null
            }
          />
        </div>
      </div>
    </div>
  )
}

function useKey(key: string, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const field =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]')
      if (event.key !== key || field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [key])
}
