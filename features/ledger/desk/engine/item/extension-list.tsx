import { formatInstant, StateTag } from '@jianbao/ui'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'

const tones = { granted: 'good', refused: 'bad', waiting: 'doubt' } as const

/** Wishes for more time and what was decided, the newest first. */
export function ExtensionList({ item: { extensions } }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  if (extensions.length === 0) return null
  return (
    <Card title={t('extensions')}>
      <ul className={styles['extensions']}>
        {extensions.toReversed().map(one => {
          const state = one.decision ?? 'waiting'
          return (
            <li key={one.id}>
              <span>
                {t('extensionWords', { name: one.askedName, from: one.fromDay, to: one.toDay })}{' '}
                <StateTag tone={tones[state]}>{t(`extension.${state}`)}</StateTag>
              </span>
              <q>{one.reason}</q>
              {one.decidedAt ? (
                <span className={styles['faint']}>
                  {t('extensionDecided', { name: one.decidedName ?? '', at: formatInstant(one.decidedAt) })}
                  {one.answer ? `：${one.answer}` : ''}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
