import { formatCount, listStyles } from '@jianbao/ui'
import type { Import } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'

/** What is wrong, one line each, in the order of the sheet. */
export function ImportProblems({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const { problems, counts } = sheet
  if (problems.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="import-problems">
      <h2 id="import-problems">{t('problems')}</h2>
      {counts.problems > problems.length ? (
        <p>{t('problemsShown', { shown: problems.length, count: formatCount(counts.problems) })}</p>
      ) : null}
      <table className={`${listStyles['table']} ${styles['lines']}`} aria-labelledby="import-problems">
        <thead>
          <tr>
            <th>{t('place')}</th>
            <th>{t('problem')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, cell, code, message }) => (
            <tr key={`${row} ${cell} ${code} ${message}`}>
              <td className={styles['cell']}>{cell ?? row ?? '—'}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
