import { formatInstant } from '@jianbao/ui'
import type { LedgerItem } from '../../../contract/index.ts'
import { ItemStateTag } from '../item-words.tsx'
import styles from './item.module.css'
import { againOf, wayOf } from './item.steps.ts'
import { itemTexts } from './item.texts.ts'
import { localDayOf } from './local-day.ts'
import { useDayWords } from './use-item-words.ts'

/** The steps of the ledger's flow, with the time of each that was taken. */
export function ItemWay({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const again = againOf(item)
  const shown = (at: string) =>
    at.length === 10 ? t('recheckFrom', { day: dayWords(at) }) : formatInstant(at)
  const stateWords = { done: t('doneStep'), here: t('here'), ahead: t('aheadStep') }
  return (
    <section className={styles['card']} aria-labelledby="item-way">
      <h2 id="item-way">
        {t('way')}
        {again === 'return' ? <span className={styles['again']}>{t('againReturn')}</span> : null}
        {again !== 'return' && item.reopened > 0 ? (
          <span className={styles['again']}>{t('againReopen', { count: item.reopened })}</span>
        ) : null}
        {item.state === 'cancelled' ? <ItemStateTag state="cancelled" /> : null}
      </h2>
      <ol className={styles['way']}>
        {wayOf(item).map(({ stop, state, at }) => (
          <li key={stop} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
            <i aria-hidden="true" className={styles['dot']} />
            <strong>{t(`stop.${stop}`)}</strong>
            <span className={styles['hidden']}>{stateWords[state]}</span>
            {at ? (
              <>
                <span className={styles['faint']}>{shown(at)}</span>
                <span aria-hidden="true" className={styles['short']}>
                  {localDayOf(at).slice(5)}
                </span>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
