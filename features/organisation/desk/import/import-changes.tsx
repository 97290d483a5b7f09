import { formatCount, listStyles } from '@jianbao/ui'
import type { Import } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'

/** The rows that would be, or were, written. */
export function ImportChanges({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const { changes, counts } = sheet
  const all = counts.new + counts.changed
  if (changes.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="import-changes">
      <h2 id="import-changes">{t('changes')}</h2>
      {all > changes.length ? (
        <p>{t('changesShown', { shown: changes.length, count: formatCount(all) })}</p>
      ) : null}
      <table className={`${listStyles['table']} ${styles['lines']}`} aria-labelledby="import-changes">
        <thead>
          <tr>
            <th className={listStyles['number']}>{t('row')}</th>
            <th>{t('name')}</th>
            <th>{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ row, kind, name, columns }) => (
            <tr key={row}>
              <td className={`${listStyles['number']} ${styles['cell']}`}>{row}</td>
              <td>{name}</td>
              <td className={styles['change']}>
                {kind === 'new' ? t('change.new') : t('changedColumns', { columns: columns.join('、') })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
