import type { BankImport, ImportVerdict } from '../../contract/index.ts'
import styles from './bank.module.css'
import { bankTexts } from './bank.texts.ts'

/** What a file holds: what is to be mended first, then what would be written. */
export function ImportReport({ report }: { readonly report: BankImport }) {
  const t = bankTexts.useTexts()
  const { counts, problems, rows } = report
  const { new: fresh, known, faulty, near } = counts
  const of = (verdict: ImportVerdict) => rows.filter(row => row.verdict === verdict)
  return (
    <section className={styles['form']} aria-label={report.fileName}>
      <strong aria-live="polite">
        {report.fileName}：{t('importCounts', { fresh, known, faulty })}
      </strong>
      {near > 0 ? <p className={styles['warn']}>{t('importNear', { near })}</p> : null}
      {problems.length > 0 ? (
        <Lines title={t('importProblems')} lines={problems.map(problem => [problem, ''] as const)} />
      ) : null}
      {faulty > 0 ? (
        <Lines
          title={t('importFaulty')}
          lines={of('faulty').map(row => [`${row.label}：${row.faults.join('；')}`, row.stem] as const)}
        />
      ) : null}
      {fresh > 0 ? (
        <Lines
          title={t('importFresh')}
          lines={of('new').map(row => {
            const like = row.near ? t('importLike', { near: row.near }) : ''
            return [
              `${row.label} ${row.type ? t(`type.${row.type}`) : ''}：${row.stem}　${row.answer}`,
              like,
            ] as const
          })}
        />
      ) : null}
      {fresh === 0 && faulty === 0 && problems.length === 0 ? <p>{t('importNothing')}</p> : null}
      {rows.length < fresh + known + faulty ? <p>{t('importCut', { count: rows.length })}</p> : null}
    </section>
  )
}

type LinesProps = { readonly title: string; readonly lines: readonly (readonly [string, string])[] }

function Lines({ title, lines }: LinesProps) {
  return (
    <div>
      <p className={styles['label']}>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <ul className={styles['lines']} tabIndex={0} aria-label={title}>
        {lines.map(([line, more]) => (
          <li key={line}>
            {line}
            {more ? <span className={styles['faint']}>{more}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
