import { ProblemNotice } from '@jianbao/ui'
import type { DrawPreview } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

type PlanPreviewProps = { readonly preview: DrawPreview | undefined; readonly error: unknown }

/** The register a plan would make, and what stands against committing to it. */
export function PlanPreview({ preview, error }: PlanPreviewProps) {
  const t = drawTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="draw-preview">
      <h2 id="draw-preview">{t('preview')}</h2>
      {error ? <ProblemNotice error={error} /> : null}
      {preview ? (
        <>
          <p>
            {t('previewWords', {
              objects: preview.objects,
              inspectors: preview.inspectors,
              own: preview.recusals.own,
              byHand: preview.recusals.byHand,
            })}
          </p>
          {preview.excluded > 0 ? <p>{t('previewExcluded', { count: preview.excluded })}</p> : null}
          {preview.problems.length ? (
            <div className={styles['blocked']} role="status">
              <p>{t('previewBlocked')}</p>
              <ul>
                {preview.problems.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          ) : (
            <p className={styles['ready']} role="status">
              {t('previewReady')}
            </p>
          )}
        </>
      ) : (
        <p className={styles['hint']}>{t('previewWaits')}</p>
      )}
    </section>
  )
}
