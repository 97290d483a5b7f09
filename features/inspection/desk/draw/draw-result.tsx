import { ExportButton, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { Draw } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

type DrawResultProps = { readonly draw: Draw; readonly reveal: NonNullable<Draw['reveal']> }

/** What was drawn, in the order it was drawn, with who inspects. */
export function DrawResult({ draw, reveal }: DrawResultProps) {
  const t = drawTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="draw-result">
      <h2 id="draw-result">{t('result')}</h2>
      <p className={styles['note']} role="status">
        {t('resultNote', { at: formatInstant(draw.drawnAt ?? ''), count: draw.result.length })}
      </p>
      <dl className={styles['hashes']}>
        <dt>{t('contribution')}</dt>
        <dd>
          <code>{reveal.contribution}</code>
        </dd>
        <dt>{t('seed')}</dt>
        <dd>
          <code>{reveal.seed}</code>
        </dd>
      </dl>
      <div className={styles['wide']}>
        <table className={styles['table']} aria-label={t('resultList')}>
          <thead>
            <tr>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('stratum')}</th>
              <th scope="col">{t('team')}</th>
            </tr>
          </thead>
          <tbody>
            {draw.result.map(({ place, unitId, name, stratum, inspectors }) => (
              <tr key={unitId}>
                <td>{place}</td>
                <th scope="row">{name}</th>
                <td>{stratum}</td>
                <td>{inspectors.map(each => each.name).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={`${styles['buttons']} ${styles['unprinted']}`}>
        <ExportButton path={`/api/draws/${draw.id}/export`} order={{ body: {} }} label={t('export')} />
        {draw.state === 'drawn' ? (
          <Link to="/tours/new" search={{ draw: draw.id }}>
            {t('toTour')}
          </Link>
        ) : null}
      </div>
      <p className={styles['note']}>
        <strong>{t('verify')}</strong> {t('verifyWords')}
      </p>
    </section>
  )
}
