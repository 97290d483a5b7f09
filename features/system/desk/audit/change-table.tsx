import { listStyles, usePhone } from '@jianbao/ui'
import type { AuditDetail } from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditTexts } from './audit.texts.ts'
import { changeLines } from './change-lines.ts'
import { useFieldWords } from './use-field-words.ts'
import { useValueWords } from './use-value-words.ts'

type ChangeTableProps = Pick<AuditDetail, 'before' | 'after'>

/** What changed, field by field: both sides beside each other, or the one there is. */
export function ChangeTable({ before, after }: ChangeTableProps) {
  const t = auditTexts.useTexts()
  const fieldWords = useFieldWords()
  const valueWords = useValueWords()
  const phone = usePhone()
  const lines = changeLines(before, after)
  if (lines.length === 0) return <p className={styles['quiet']}>{t('noChange')}</p>
  const both = before !== null && after !== null
  const side = (line: (typeof lines)[number], name: 'before' | 'after') =>
    line[name] === undefined ? t('absent') : valueWords(line.field, line[name])
  const heads = both ? [t('colBefore'), t('colAfter')] : [before ? t('colBefore') : t('colValue')]
  const sides = both ? (['before', 'after'] as const) : before ? (['before'] as const) : (['after'] as const)
  return (
    <section aria-label={t('changeTitle')} className={styles['changes']}>
      <h2>{t('changeTitle')}</h2>
      <table className={listStyles['table']} data-phone={phone || undefined}>
        <thead>
          <tr>
            <th>{t('colField')}</th>
            {heads.map(head => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.field}>
              <th scope="row">{fieldWords(line.field)}</th>
              {sides.map(name => (
                <td key={name} className={both ? styles[name] : undefined}>
                  {side(line, name)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
