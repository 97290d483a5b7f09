import type { Report, ReportFigure } from '../../contract/index.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'

/** The text in its paragraphs, with the words figures were read from marked. */
export function ReportText({ report: { body, figures } }: { report: Report }) {
  const t = reportTexts.useTexts()
  let at = 0
  return (
    <section className={styles['paper']} aria-label={t('text')}>
      {body.split('\n').map(paragraph => {
        const key = at
        at += paragraph.length + 1
        return <p key={key}>{markFigures(paragraph, figures)}</p>
      })}
    </section>
  )
}

function markFigures(paragraph: string, figures: readonly ReportFigure[]) {
  // The longest first: 120人次 is not 120人 and a rest.
  const surfaces = [...new Set(figures.flatMap(({ surface }) => surface || []))].sort(
    (a, b) => b.length - a.length,
  )
  if (surfaces.length === 0) return paragraph
  const pattern = new RegExp(
    `(${surfaces.map(words => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  )
  let at = 0
  return paragraph.split(pattern).map(part => {
    const key = at
    at += part.length
    return surfaces.includes(part) ? <mark key={key}>{part}</mark> : part
  })
}
