import { formatCount, formatInstant } from '@jianbao/ui'
import type { InboxWords, Report } from '../../contract/index.ts'
import { inboxTexts } from './inbox.texts.ts'
import { columnName, measureName } from './inbox-words.ts'
import styles from './preview.module.css'

type PreviewPartsProps = { readonly report: Report; readonly words: InboxWords | undefined }
const steps = [
  'begin',
  'send',
  'approve',
  'decline',
  'withdraw',
  'accept',
  'forward',
  'adopt',
  'keep',
  'reopen',
  'return',
  'revoke',
  'take-over',
  'edit-adoption',
  'register',
  'unregister',
] as const

/** Figures, photos, adoptions and history of a report. */
export function PreviewParts({ report, words }: PreviewPartsProps) {
  const t = inboxTexts.useTexts()
  const standing = report.adoptions.filter(adoption => adoption.revokedAt === null)
  return (
    <>
      {report.figures.length ? (
        <section>
          <h3>{t('figures')}</h3>
          <ul className={styles['figures']}>
            {report.figures.map(figure => (
              <li key={figure.id}>
                <span>{figure.of ?? measureName(words, report, figure.measure)}</span>
                <strong>
                  {figure.qualifier === 'exact' ? '' : t(`qualifier.${figure.qualifier}`)}
                  {formatCount(figure.value)} {figure.unit}
                </strong>
                {figure.of ? <small>{measureName(words, report, figure.measure)}</small> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.photos.length ? (
        <section>
          <h3>{t('photos')}</h3>
          <ul className={styles['photos']}>
            {report.photos.map(photo => (
              <li key={photo.id}>
                <a href={photo.url} target="_blank" rel="noreferrer">
                  <img
                    src={`${photo.url}?size=thumb`}
                    alt={photo.caption || t('photos')}
                    width={photo.width}
                    height={photo.height}
                    loading="lazy"
                  />
                </a>
                {photo.caption ? <span>{photo.caption}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {standing.length ? (
        <section>
          <h3>{t('adoptions')}</h3>
          <ul className={styles['plain']}>
            {standing.map(adoption => (
              <li key={adoption.id}>
                {adoption.unitName} · {columnName(words, report, adoption.columnKey)}
                {adoption.issue ? ` · ${adoption.issue.name}` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <details className={styles['history']}>
        <summary>{t('history')}</summary>
        <ol>
          {report.steps.map(step => (
            <li key={step.seq}>
              <time dateTime={step.at}>{formatInstant(step.at)}</time>{' '}
              {(steps as readonly string[]).includes(step.action)
                ? t(`step.${step.action as (typeof steps)[number]}`)
                : step.action}{' '}
              · {step.byName}
              {step.unitName ? `（${step.unitName}）` : ''}
              {step.reason ? <em>{step.reason}</em> : null}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
