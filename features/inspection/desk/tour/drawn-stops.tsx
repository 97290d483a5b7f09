import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { DrawnUnits } from '../../contract/index.ts'
import styles from './tour.module.css'
import { tourTexts } from './tour.texts.ts'

/** What was drawn and becomes the stops of the tour; a draw that was declared void becomes none. */
export function DrawnStops({ drawn }: { readonly drawn: DrawnUnits }) {
  const t = tourTexts.useTexts()
  const link = (
    <Link to="/draws/$id" params={{ id: drawn.id }}>
      {t('toDraw')}
    </Link>
  )
  if (drawn.void)
    return (
      <Alert type="error" showIcon role="alert" title={t('drawVoid', { name: drawn.name })} action={link} />
    )
  const typed = typedNames(drawn)
  return (
    <section className={styles['card']} aria-labelledby="tour-drawn">
      <h2 id="tour-drawn">{t('drawnTitle')}</h2>
      <p className={styles['note']}>{t('drawnStops', { name: drawn.name, count: drawn.rows.length })}</p>
      <p>{drawn.rows.map(({ name }) => name).join('、')}</p>
      {typed.length > 0 ? (
        <p className={styles['note']}>{t('drawnTyped', { names: typed.join('、') })}</p>
      ) : null}
      {link}
    </section>
  )
}

/** Inspectors of the draw who have an account, each once; the first leads until somebody else is named. */
export function teamOf({ rows }: DrawnUnits) {
  const people = new Map(rows.flatMap(row => row.inspectors).map(each => [each.personId, each.name]))
  people.delete(null)
  return [...people].map(([personId, name], at) => ({ personId: personId!, name, leader: at === 0 }))
}

function typedNames({ rows }: DrawnUnits): string[] {
  const typed = rows.flatMap(({ inspectors }) => inspectors).filter(({ personId }) => personId === null)
  return [...new Set(typed.map(({ name }) => name))]
}
