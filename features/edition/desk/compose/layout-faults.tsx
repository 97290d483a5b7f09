import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { LayoutFault } from '../../contract/index.ts'
import { composeTexts } from './compose.texts.ts'
import type { zh } from './compose.texts.zh.ts'
import type { Jump } from './item-writer.tsx'
import styles from './pages.module.css'
import type { Pages } from './preview-keeper.ts'

type FaultsProps = {
  readonly shown: Pages
  readonly onJump: (place: Jump) => void
  readonly onPage: (page: number) => void
}

/** What the pages themselves say against being printed so; each leads to its item and its page. */
export function LayoutFaults({ shown, onJump, onPage }: FaultsProps) {
  const t = composeTexts.useTexts()
  const say = useFaultWords()
  const [open, setOpen] = useState(false)
  const { faults, missing } = shown
  const count = faults.length + (missing.length > 0 ? 1 : 0)
  if (count === 0) return <span className={styles['good']}>{t('noFaults')}</span>
  const go = ({ itemId, page }: LayoutFault) => {
    setOpen(false)
    if (page !== null) onPage(page - 1)
    if (itemId) onJump({ itemId })
  }
  const list = (
    <ul className={styles['faults']}>
      {missing.length > 0 ? <li>{t('missingGlyphs', { characters: missing.join(' ') })}</li> : null}
      {faults.map(fault => (
        <li key={JSON.stringify(fault)}>
          <button type="button" disabled={!fault.itemId && fault.page === null} onClick={() => go(fault)}>
            {fault.page === null ? null : <em>{t('faultPage', { page: fault.page })}</em>} {say(fault)}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover content={list} trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight">
      <Button size="small" className={styles['doubtful'] ?? ''}>
        {t('faults', { count })}
      </Button>
    </Popover>
  )
}

type FaultKey = Extract<keyof typeof zh, `fault.${string}`>

function useFaultWords(): (fault: LayoutFault) => string {
  const t = composeTexts.useTexts()
  return ({ rule, details }) => {
    const key = `fault.${rule}` as FaultKey
    const said = t(key, details)
    // A rule that came later than these words.
    return said === key ? t('fault.other') : said
  }
}
