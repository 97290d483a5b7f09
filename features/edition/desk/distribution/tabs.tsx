import { formatCount } from '@jianbao/ui'
import styles from './distribution.module.css'

type TabsProps<Tab extends string> = {
  readonly label: string
  readonly tabs: readonly { readonly tab: Tab; readonly words: string; readonly count: number | undefined }[]
  readonly chosen: Tab
  readonly onChoose: (tab: Tab) => void
}

/** Parts of a list with how many rows each has. */
export function Tabs<Tab extends string>({ label, tabs, chosen, onChoose }: TabsProps<Tab>) {
  return (
    <fieldset className={styles['tabs']} aria-label={label}>
      {tabs.map(({ tab, words, count }) => (
        <button key={tab} type="button" aria-pressed={tab === chosen} onClick={() => onChoose(tab)}>
          {words} <span className={styles['count']}>{count === undefined ? '' : formatCount(count)}</span>
        </button>
      ))}
    </fieldset>
  )
}
