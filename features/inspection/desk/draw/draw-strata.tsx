import type { Draw } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

/** The strata of the frozen register, and how many of each were drawn. */
export function DrawStrata({ draw: { strata, objects, count, drawnAt } }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="draw-strata">
      <h2 id="draw-strata">{t('strata')}</h2>
      <table className={styles['table']} aria-labelledby="draw-strata">
        <thead>
          <tr>
            <th scope="col">{t('stratum')}</th>
            <th scope="col">{t('objects')}</th>
            <th scope="col">{t('least')}</th>
            {drawnAt === null ? null : <th scope="col">{t('drawnOf')}</th>}
          </tr>
        </thead>
        <tbody>
          {strata.map(each => (
            <tr key={each.key}>
              <th scope="row">{each.name}</th>
              <td>{each.objects}</td>
              <td>{each.least}</td>
              {drawnAt === null ? null : <td>{each.drawn}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td>{objects}</td>
            <td>{strata.reduce((sum, each) => sum + each.least, 0)}</td>
            {drawnAt === null ? null : <td>{count}</td>}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
