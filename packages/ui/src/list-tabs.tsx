import { formatCount } from './format.ts'
import styles from './list-tabs.module.css'

type ListTab<Tab extends string> = {
  readonly tab: Tab
  readonly words: string
  /** How many rows; a text where they were not counted to the end. Absent while nothing is known. */
  readonly count: number | string | undefined
  /** These rows wait for the person who looks. */
  readonly wanted?: boolean
}

type ListTabsProps<Tab extends string> = {
  readonly label: string
  readonly tabs: readonly ListTab<Tab>[]
  readonly chosen: Tab
  readonly onChoose: (tab: Tab) => void
}

/** Parts of a list with how many rows each has. */
export function ListTabs<Tab extends string>({ label, tabs, chosen, onChoose }: ListTabsProps<Tab>) {
  return (
    <fieldset className={styles['tabs']} aria-label={label}>
      {tabs.map(({ tab, words, count, wanted = false }) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === chosen}
          data-wanted={wanted}
          onClick={() => onChoose(tab)}
        >
          {words} <span>{typeof count === 'number' ? formatCount(count) : count}</span>
        </button>
      ))}
    </fieldset>
  )
}
