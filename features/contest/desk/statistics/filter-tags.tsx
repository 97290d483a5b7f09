import type { FilterChange } from '@jianbao/ui'
import { Button } from 'antd'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

type Narrowed = {
  readonly day?: string
  readonly hour?: number
  readonly group?: number
  readonly from?: number
  readonly to?: number
  readonly player?: number
}

type TagsProps = { readonly filters: Narrowed; readonly onClear: (change: FilterChange<Narrowed>) => void }

/** What a list is narrowed to by the number that opened it; each can be taken away. */
export function FilterTags({ filters, onClear }: TagsProps) {
  const t = statisticsTexts.useTexts()
  const { day, hour, group, from, to, player } = filters
  const tags: { words: string; away: FilterChange<Narrowed> }[] = []
  if (day !== undefined)
    tags.push({
      words: hour === undefined ? t('filter.day', { day }) : t('filter.hour', { day, hour }),
      away: { day: undefined, hour: undefined },
    })
  if (group !== undefined) tags.push({ words: t('filter.group'), away: { group: undefined } })
  if (from !== undefined || to !== undefined)
    tags.push({
      words: t('filter.score', { from: from ?? 0, to: to ?? '' }),
      away: { from: undefined, to: undefined },
    })
  if (player !== undefined) tags.push({ words: t('filter.player'), away: { player: undefined } })
  return (
    <>
      {tags.map(({ words, away }) => (
        <Button key={words} className={styles['filterTag'] ?? ''} onClick={() => onClear(away)}>
          {words}
          <span aria-hidden="true">×</span>
          <span className={styles['hidden']}>{t('clear')}</span>
        </Button>
      ))}
    </>
  )
}
