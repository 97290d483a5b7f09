import { formatCount } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { type ApprovedKinds, difficulties, questionTypes } from '../../contract/index.ts'
import styles from './bank.module.css'
import { kindsQuery } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'

/** Approved questions by category and type, with how many are easy, medium and hard: what a draw can ask for. */
export function KindsCard({ bankId }: { readonly bankId: string }) {
  const t = bankTexts.useTexts()
  const { data } = useQuery(kindsQuery(bankId))
  if (!data) return null
  const categories = [...new Set(data.rows.map(({ category }) => category))]
  return (
    <details className={styles['kinds']}>
      <summary>
        <strong>{t('kinds')}</strong> {formatCount(data.total)}{' '}
        <span className={styles['hint']}>{t('kindsNote')}</span>
      </summary>
      {data.total === 0 ? (
        <p className={styles['note']}>{t('kindsEmpty')}</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['grid']} aria-label={t('kinds')}>
            <thead>
              <tr>
                <th>{t('colCategory')}</th>
                {questionTypes.map(type => (
                  <th key={type}>{t(`type.${type}`)}</th>
                ))}
                <th>{t('kindsAll')}</th>
              </tr>
            </thead>
            <tbody>
              {categories.map(category => (
                <tr key={category}>
                  <th scope="row">{category || t('noCategory')}</th>
                  {[...questionTypes, null].map(type => (
                    <Cell
                      key={type ?? 'all'}
                      rows={data.rows.filter(
                        row => row.category === category && (type === null || row.type === type),
                      )}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

function Cell({ rows }: Pick<ApprovedKinds, 'rows'>) {
  const t = bankTexts.useTexts()
  const sum = (some: ApprovedKinds['rows']): number => some.reduce((all, { questions }) => all + questions, 0)
  const parts = difficulties
    .map(difficulty => ({ difficulty, count: sum(rows.filter(row => row.difficulty === difficulty)) }))
    .filter(({ count }) => count > 0)
  return (
    <td>
      {sum(rows) || '–'}
      {parts.length ? (
        <span className={styles['faint']}>
          {parts.map(({ difficulty, count }) => `${t(`difficulty.${difficulty}`)} ${count}`).join(' ')}
        </span>
      ) : null}
    </td>
  )
}
