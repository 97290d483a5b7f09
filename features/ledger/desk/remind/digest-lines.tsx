import { addressOf } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { RemindLine } from '../../contract/index.ts'
import styles from './remind.module.css'
import { remindTexts } from './remind.texts.ts'

type DigestLinesProps = { readonly label: string; readonly lines: readonly RemindLine[] }

/** Each line opens the list it counts; the unit is named where several are spoken of. */
export function DigestLines({ label, lines }: DigestLinesProps) {
  const t = remindTexts.useTexts()
  const several = new Set(lines.map(line => line.unitId)).size > 1
  return (
    <ul className={styles['lines']} aria-label={label}>
      {lines.map(({ kind, unitId, campaignId, unitName, count, titles, link }) => (
        <li
          key={`${kind}${unitId}${campaignId}`}
          data-late={kind === 'overdue' || kind === 'commission-missed'}
        >
          <Link {...addressOf(link)}>
            {several ? `${unitName} ` : ''}
            {t(`line.${kind}`, { count })}
          </Link>
          <p className={styles['titles']}>
            {titles.join('、')}
            {count > titles.length ? t('andMore') : ''}
          </p>
        </li>
      ))}
    </ul>
  )
}
