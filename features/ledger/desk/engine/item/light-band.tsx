import type { LedgerItem } from '../../../contract/index.ts'
import { ItemLight } from '../item-words.tsx'
import { Card } from './card.tsx'
import { spansOf } from './item.lights.ts'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useDayWords } from './use-item-words.ts'

/** Which light it had when: a band as long as the time, and the same as a table. */
export function LightBand({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const spans = spansOf(item)
  if (spans.length === 0) return null
  const [from, to] = [dayWords(spans[0]!.from), dayWords(spans.at(-1)!.to)]
  return (
    <Card title={t('lights')}>
      <div className={styles['band']} role="img" aria-label={t('lightBand', { from, to })}>
        {spans.map(({ light, from: day, days }) => (
          <i key={day} data-light={light} style={{ flexGrow: days }} />
        ))}
      </div>
      <div className={styles['ends']} aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <details className={styles['details']} open={spans.length <= 4}>
        <summary>{t('lightTable')}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              {(['lightCol', 'fromCol', 'toCol', 'daysCol'] as const).map(name => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spans.toReversed().map(({ light, from: day, to: end, days }) => (
              <tr key={day}>
                <td>
                  <ItemLight light={light} />
                </td>
                <td>{day}</td>
                <td>{end}</td>
                <td>{t('days', { count: days })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  )
}
