import { type FoundGroup, type FoundOption, optionsOf } from './found-groups.ts'
import styles from './search-all.module.css'
import { searchAllTexts } from './search-all.texts.ts'

type FoundListProps = {
  readonly id: string
  readonly groups: readonly FoundGroup[]
  /** Index of the chosen option among those of all groups. */
  readonly current: number
  readonly onChoose: (option: FoundOption) => void
}

/** What was found, group by group; the field keeps the cursor and says which option is meant. */
export function FoundList({ id, groups, current, onChoose }: FoundListProps) {
  const t = searchAllTexts.useTexts()
  let at = -1
  return (
    <div id={id} role="listbox" aria-label={t('found')}>
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, not by a fieldset
        <div
          key={group.label}
          role="group"
          aria-labelledby={`${id}-group-${index}`}
          className={styles['group']}
        >
          <p id={`${id}-group-${index}`}>{group.label}</p>
          {optionsOf(group).map(option => {
            at += 1
            const place = at
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which says which row they mean
              <div
                key={option.kind === 'all' ? 'all' : option.link}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === current}
                data-all={option.kind === 'all'}
                // The field would lose the cursor, and the list close, before the click arrives.
                onMouseDown={event => event.preventDefault()}
                onClick={() => onChoose(option)}
              >
                <OptionWords option={option} />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function OptionWords({ option }: { option: FoundOption }) {
  const t = searchAllTexts.useTexts()
  if (option.kind === 'all') return t('all')
  const { title, note } = option.finding
  return (
    <>
      <span className={styles['title']}>{title}</span>
      {note ? <span className={styles['note']}>{note}</span> : null}
    </>
  )
}
