import { Link } from '@tanstack/react-router'
import { type FigureOrigin, printFigure } from '../../contract/index.ts'
import styles from './figure.module.css'
import { figureTexts } from './figure.texts.ts'
import { originWords } from './figure-words.ts'

/** The reports behind a number, each with what it adds; every one leads to the report. */
export function OriginList({ origins }: { readonly origins: readonly FigureOrigin[] }) {
  const t = figureTexts.useTexts()
  return (
    <ul className={styles['origins']} aria-label={t('sources')}>
      {origins.map(origin => {
        const { reportId, figureId, value, unit, qualifier, gone } = origin
        const printed = value !== null && unit && qualifier ? printFigure({ value, unit, qualifier }) : null
        return (
          <li key={`${reportId} ${figureId}`} data-gone={gone || undefined}>
            <Link to={'/reports/$id' as never} params={{ id: reportId } as never}>
              {originWords(t, origin)}
            </Link>
            {printed ? <span>{origin.of ? `${origin.of} ${printed}` : printed}</span> : null}
            {gone ? <span className={styles['gone']}>{t('goneSource')}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
