import { formatFigure, StateTag } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FoundEvent } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import factStyles from './fact.module.css'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'
import { PlaceLine } from './place-line.tsx'
import { useWhenWords } from './place-words.ts'
import { withoutBullet } from './without-bullet.ts'

type EventItemProps = {
  readonly event: FoundEvent
  /** On the page of its own article it need not say where it stands. */
  readonly inArticle?: boolean
  /** The way to its place in the original. */
  readonly source?: ReactNode
}

/** One event: what, when, the sentence, who, where, how many. */
export function EventItem({ event, inArticle = false, source }: EventItemProps) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  const when = useWhenWords()
  const { text } = withoutBullet({ text: event.text, marks: [] })
  return (
    <article className={factStyles['event']}>
      <p className={factStyles['eventHead']}>
        <strong>{facts(`event.${event.type}`)}</strong>
        <span>{when(event)}</span>
        {event.modality === 'done' ? null : (
          <StateTag tone="quiet">{facts(`modality.${event.modality}`)}</StateTag>
        )}
        {source}
      </p>
      <p className={factStyles['sentence']}>
        {inArticle ? (
          text
        ) : (
          <Link to="/articles/$id" params={{ id: event.articleId }}>
            {text}
          </Link>
        )}
      </p>
      {event.units.length > 0 || event.places.length > 0 ? (
        <p className={factStyles['who']}>
          {event.units.map(unit => (
            <span key={`${unit.name} ${unit.role}`}>
              <Link to="/archive-units/$name" params={{ name: unit.name }}>
                {unit.name}
              </Link>
              <span className={styles['faint']}> {facts(`role.${unit.role}`)}</span>
            </span>
          ))}
          {event.places.length > 0 ? (
            <span className={styles['faint']}>{t('at', { places: event.places.join(t('comma')) })}</span>
          ) : null}
        </p>
      ) : null}
      <FigureList figures={event.figures} />
      {inArticle ? null : <PlaceLine place={event} issueId={event.issueId} />}
    </article>
  )
}

/** Figures as printed, each with its measure. */
export function FigureList({ figures }: Pick<FoundEvent, 'figures'>) {
  const facts = archiveTexts.useTexts()
  if (figures.length === 0) return null
  return (
    <ul className={factStyles['figures']}>
      {figures.map(figure => (
        <li key={figure.id}>
          <b>{formatFigure(figure)}</b> {facts(`measure.${figure.measure}`)}
          {figure.of ? <span className={styles['faint']}> {figure.of}</span> : null}
        </li>
      ))}
    </ul>
  )
}
