import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { originLink } from './origin-link.ts'
import { useDayWords } from './use-item-words.ts'

const subjects = { work: 'content', rectification: 'problem', service: 'need' } as const

/** What is to be done, by whom, on what ground, and with what money. */
export function ItemFacts({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t(subjects[item.kind]), item.problem],
    [t('measure'), item.measure],
    [t('basis'), item.basis],
    [t('unit'), item.unitName],
    [t('owner'), <Owner key="owner" item={item} />],
    [t('leader'), item.leaderName],
    [t('keeper'), item.keeperName],
    [t('lead'), item.leadName],
    [t('assists'), item.assists.map(({ name }) => name).join(t('comma'))],
    [t('money'), <Money key="money" item={item} />],
    [t('period'), t('periodWords', { from: dayWords(item.startDay), to: dayWords(item.dueDay) })],
    [t('origin'), <Origin key="origin" item={item} />],
  ]
  const empty = {
    [t('money')]: item.budget === null && item.spent === null,
    [t('origin')]: !originLink(item),
  }
  return (
    <Card title={t('facts')}>
      <dl className={styles['facts']}>
        {rows
          .filter(([name, words]) => words && !empty[name])
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

function Owner({ item: { ownerName, ownerLeft } }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  if (!ownerName) return <span className={styles['faint']}>{t('noOwner')}</span>
  return (
    <>
      {ownerName}
      {ownerLeft ? <span className={styles['left']}>{t('ownerLeft')}</span> : null}
    </>
  )
}

function Money({ item: { budget, spent } }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const values = { budget: formatCount(budget ?? 0), spent: formatCount(spent ?? 0) }
  if (budget === null) return spent === null ? null : t('spentOnly', { spent: values.spent })
  return spent === null ? t('budgetOnly', { budget: values.budget }) : t('moneyWords', values)
}

function Origin({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const from = originLink(item)
  if (!from) return null
  const { words, ...link } = from
  return <Link {...link}>{t(`origin.${words}`)}</Link>
}
