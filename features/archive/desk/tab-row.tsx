import styles from './reading.module.css'

type TabRowProps = {
  readonly label: string
  readonly tabs: readonly { readonly key: string; readonly text: string }[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** A row of views to choose from, one at a time. */
export function TabRow({ label, tabs, chosen, onChoose }: TabRowProps) {
  return (
    <fieldset className={styles['tabs']} aria-label={label}>
      {tabs.map(tab => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.key === chosen}
          onClick={() => onChoose(tab.key)}
        >
          {tab.text}
        </button>
      ))}
    </fieldset>
  )
}
