import { formatCount, ProgressBar } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { LedgerItem, LedgerItemRow } from '../../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../item-words.tsx'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useDayWords } from './use-item-words.ts'

/** What it is a part of, and its own parts with their lights and how far each is. */
export function ItemTree({ item: { parent, children } }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  if (parent === null && children.length === 0) return null
  return (
    <Card title={t('tree')}>
      {parent ? (
        <p className={styles['parent']}>
          <span className={styles['faint']}>{t('treeParent')}</span>
          <Link to="/ledger-items/$id" params={{ id: parent.id }}>
            {parent.title}
          </Link>
          <span className={styles['faint']}>{parent.unitName}</span>
        </p>
      ) : null}
      <ul className={styles['parts']}>
        {children.map(child => (
          <Part key={child.id} child={child} />
        ))}
      </ul>
    </Card>
  )
}

function Part({ child }: { readonly child: LedgerItemRow }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const { id, title, unitName, ownerName, target, reached, percent } = child
  const words = target
    ? t('childTarget', { reached: formatCount(reached), value: formatCount(target.value), unit: target.unit })
    : t('childProgress', { percent })
  const part = target && target.value > 0 ? Math.min(1, reached / target.value) : percent / 100
  return (
    <li>
      <Link to="/ledger-items/$id" params={{ id }}>
        {unitName}
      </Link>
      <span className={styles['partTitle']}>{[title, ownerName].filter(Boolean).join(' · ')}</span>
      <span className={styles['partState']}>
        <ItemStateTag state={child.state} />
        <ItemLight light={child.light} />
        <span className={styles['faint']}>{t('due', { day: dayWords(child.dueDay) })}</span>
      </span>
      <span className={styles['progress']}>
        <span className={styles['faint']}>{words}</span>
        <ProgressBar part={part} label={words} />
      </span>
    </li>
  )
}
