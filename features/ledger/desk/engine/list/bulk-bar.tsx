import { formatCount } from '@jianbao/ui'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type BulkDeed, bulkDeeds, type ItemFilter, type LedgerItemRow } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { SendCircular, SendDocuments, useSends } from '../send/send-documents.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'
import type { Choosing } from './use-choosing.ts'

type BulkBarProps = {
  readonly choosing: Choosing
  readonly rows: readonly LedgerItemRow[]
  readonly filter: ItemFilter
  readonly total: number
  readonly totalIsFloor: boolean
}

/** What is done with all that are chosen: some rows of however many pages, or all that the filters find. */
export function BulkBar({ choosing, rows, filter, total, totalIsFloor }: BulkBarProps) {
  const t = listTexts.useTexts()
  const engine = engineTexts.useTexts()
  const [deed, setDeed] = useState<BulkDeed | null>(null)
  const sends = useSends()
  const { chosen, all } = choosing
  const from = all ? rows : [...chosen.values()]
  const deeds = bulkDeeds.filter(each => from.some(row => row.actions.includes(each)))
  const mayAny = rows.some(row => bulkDeeds.some(each => row.actions.includes(each)))
  // While a dialogue is open it says what came of it, whatever is left in the list.
  if (rows.length === 0 && deed === null && chosen.size === 0) return null
  if (deed === null && !mayAny && !sends && chosen.size === 0) return null
  const whole = rows.length > 0 && rows.every(row => chosen.has(row.id))
  const count = `${formatCount(total)}${totalIsFloor ? '+' : ''}`
  return (
    <fieldset className={styles['bar']} aria-label={t('colChoose')}>
      <Checkbox
        checked={whole || all}
        indeterminate={!whole && !all && chosen.size > 0}
        onChange={() => choosing.togglePage(rows)}
      >
        {t('choosePage')}
      </Checkbox>
      <span aria-live="polite">
        {all ? t('chosenAll', { count }) : chosen.size > 0 ? t('chosen', { count: chosen.size }) : null}
      </span>
      {whole && !all && total > rows.length ? (
        <Button type="link" onClick={choosing.chooseAll}>
          {t('chooseAll', { count })}
        </Button>
      ) : null}
      {all || chosen.size > 0 ? (
        <>
          {deeds.map(each => (
            <Button key={each} onClick={() => setDeed(each)}>
              {engine(`action.${each}`)}
            </Button>
          ))}
          {sends ? <SendDocuments source={all ? { filter } : { items: [...chosen.keys()] }} /> : null}
          <Button type="link" onClick={choosing.clear}>
            {t('clearChosen')}
          </Button>
        </>
      ) : null}
      {sends && !all && chosen.size === 0 && filter.group === 'overdue' ? (
        <SendCircular filter={filter} />
      ) : null}
      {deed ? (
        <BulkDialog
          deed={deed}
          count={all ? count : String(chosen.size)}
          what={all ? { filter } : { items: [...chosen.values()].map(asSeen(rows)) }}
          onClose={() => setDeed(null)}
          onDone={choosing.clear}
        />
      ) : null}
    </fieldset>
  )
}

/** By the version that stands in the list now, where the row is on this page. */
const asSeen = (rows: readonly LedgerItemRow[]) => {
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return ({ id, version }: LedgerItemRow) => ({ id, version: versions.get(id) ?? version })
}
