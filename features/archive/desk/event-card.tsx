import { formatFigure, useConfidence } from '@jianbao/ui'
import type { ReactNode } from 'react'
import { archiveTexts } from './archive.texts.ts'
import { printedValue } from './printed-value.ts'
import { type FactKind, markId, type ReadingEvent } from './reading.marks.ts'
import styles from './structure.module.css'
import { useDateWords, useFigureWords } from './use-fact-words.ts'

/** One activity as facts: what, who, when, where, how many. */
export function EventCard({ id, event }: { id: string; event: ReadingEvent }) {
  const t = archiveTexts.useTexts()
  const confidence = useConfidence()
  const dateWords = useDateWords()
  const figureWords = useFigureWords()
  const sure = confidence(event.confidence)
  const facts = event.units.length + event.dates.length + event.places.length + event.figures.length
  return (
    <div className={styles['event']}>
      <p className={styles['eventHead']}>
        <span className={styles['type']}>{t(`event.${event.type}`)}</span>
        <button type="button" className={styles['act']} data-marks={id}>
          {/* The reader may find an event without its words; a button must still have some. */}
          {event.act || event.text.trim().slice(0, 24) || t(`event.${event.type}`)}
        </button>
        {event.modality === 'done' ? null : (
          <span className={styles['small']}>{t(`modality.${event.modality}`)}</span>
        )}
        <span className={styles['sure']} data-word={sure.word} title={sure.number}>
          {sure.text}
        </span>
      </p>
      {facts > 0 ? (
        <div className={styles['chips']}>
          {event.units.map((unit, at) => (
            <Chip
              key={markId.fact(id, 'unit', at)}
              id={markId.fact(id, 'unit', at)}
              kind="unit"
              fact={unit}
              note={[
                t(`role.${unit.role}`),
                unit.inherited ? t('inherited') : null,
                unit.embedded ? t('embedded') : null,
              ]}
            >
              {unit.name}
            </Chip>
          ))}
          {event.dates.map((date, at) => (
            <Chip
              key={markId.fact(id, 'date', at)}
              id={markId.fact(id, 'date', at)}
              kind="date"
              fact={date}
              note={[date.inherited ? t('inherited') : null]}
            >
              {dateWords(date)}
            </Chip>
          ))}
          {event.places.map((place, at) => (
            <Chip
              key={markId.fact(id, 'place', at)}
              id={markId.fact(id, 'place', at)}
              kind="place"
              fact={place}
              note={[t(`place.${place.kind}`)]}
            >
              {place.name}
            </Chip>
          ))}
          {event.figures.map((figure, at) => (
            <Chip
              key={markId.fact(id, 'figure', at)}
              id={markId.fact(id, 'figure', at)}
              kind="figure"
              fact={figure}
              readAs={figureWords(figure)}
              note={[
                figure.of ?? measureNote(figure.surface, t(`measure.${figure.measure}`)),
                isCorrected(figure) ? t('printedAs', { surface: figure.surface }) : null,
              ]}
            >
              {isCorrected(figure) ? figureWords(figure) : formatFigure(figure)}
            </Chip>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** A person has put another number than the one that is printed. */
function isCorrected({ surface, value }: ReadingEvent['figures'][number]): boolean {
  const printed = printedValue(surface)
  return printed !== null && printed !== value
}

/** “1.5万人次” says itself that attendances were counted. */
function measureNote(surface: string, measure: string): string | null {
  return surface.includes(measure) ? null : measure
}

type ChipProps = {
  readonly id: string
  readonly kind: FactKind
  readonly fact: { readonly surface: string; readonly confidence: number }
  readonly note: readonly (string | null)[]
  /** Said beside the words of the original, where the chip shows these themselves. */
  readonly readAs?: string
  readonly children: ReactNode
}

/** A fact; its underline is the one it has in the original. A doubtful one says so. */
function Chip({ id, kind, fact, note, readAs, children }: ChipProps) {
  const t = archiveTexts.useTexts()
  const confidence = useConfidence()
  const sure = confidence(fact.confidence)
  const notes = note.filter(Boolean)
  return (
    <button
      type="button"
      className={styles['chip']}
      data-kind={kind}
      data-doubt={sure.word === 'doubtful'}
      title={`${t(`kind.${kind}`)}：${readAs ?? fact.surface} · ${sure.text}（${sure.number}）`}
      // Also what the text does not print (carried over, added by a person) can be taken in hand.
      data-marks={id}
    >
      <span>{children}</span>
      {notes.length > 0 ? <small>{notes.join(' · ')}</small> : null}
      {sure.word === 'doubtful' ? <em>{sure.text}</em> : null}
    </button>
  )
}
