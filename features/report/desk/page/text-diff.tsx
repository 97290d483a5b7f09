import { reportTexts } from '../report.texts.ts'
import { type DiffPart, differ } from './differ.ts'
import styles from './report.module.css'

type TextDiffProps = {
  readonly before: { readonly title: string; readonly body: string }
  readonly after: { readonly title: string; readonly body: string }
  /** What the second one is: as edited, as printed. */
  readonly label: string
}

/** Two texts side by side, on a phone one below the other; what went and what came bears a line besides its colour. */
export function TextDiff({ before, after, label }: TextDiffProps) {
  const t = reportTexts.useTexts()
  const title = differ(before.title, after.title)
  const body = differ(before.body, after.body)
  return (
    <div className={styles['diff']}>
      <section aria-label={t('asReported')}>
        <h3>{t('asReported')}</h3>
        <p className={styles['diffTitle']}>
          <Side parts={title} without="added" />
        </p>
        <p>
          <Side parts={body} without="added" />
        </p>
      </section>
      <section aria-label={label}>
        <h3>{label}</h3>
        <p className={styles['diffTitle']}>
          <Side parts={title} without="removed" />
        </p>
        <p>
          <Side parts={body} without="removed" />
        </p>
      </section>
    </div>
  )
}

function Side({ parts, without }: { parts: readonly DiffPart[]; without: 'added' | 'removed' }) {
  let at = 0
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ kind, text }) => {
      const key = at
      at += text.length
      if (kind === 'added') return <ins key={key}>{text}</ins>
      if (kind === 'removed') return <del key={key}>{text}</del>
      return <span key={key}>{text}</span>
    })
}
