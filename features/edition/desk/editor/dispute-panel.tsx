import { formatInstant } from '@jianbao/ui'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type BlockNode, blockLines } from '../../contract/index.ts'
import styles from './dispute.module.css'
import { editorTexts } from './editor.texts.ts'
import type { ItemKeeper, ItemState } from './item-keeper.ts'
import { joinParts, type MergedField } from './merge-items.ts'

type Side = 'mine' | 'theirs' | 'both'
type Dispute = NonNullable<ItemState['dispute']>

/** What two people made of the same places, side by side, to choose; until then neither is lost. */
export function DisputePanel({
  dispute,
  keeper,
}: {
  readonly dispute: Dispute
  readonly keeper: ItemKeeper
}) {
  const t = editorTexts.useTexts()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const { theirs, disputed, parts } = dispute
  const mine = keeper.snapshot().words
  const side = (key: string): Side => chosen[key] ?? 'mine'
  const places = parts.flatMap((part, place) => ('mine' in part ? [{ part, place }] : []))
  const done = (all?: 'mine' | 'theirs') => {
    const of = (key: string) => all ?? side(key)
    const joined = joinParts(dispute, (part, place) => {
      const choice = of(`place-${place}`)
      return choice === 'both' ? [...part.mine, ...part.theirs] : part[choice]
    })
    const fields = disputed.map(key => [key, of(key) === 'theirs' ? theirs[key] : mine[key]])
    keeper.settle({ ...joined, ...Object.fromEntries(fields) })
  }
  const words = (value: unknown): string =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)
  const blocks = (held: readonly BlockNode[]): string => held.map(block => linesOf(block, t)).join('\n')
  const choice = (key: string, sides: readonly Side[], here: string, there: string) => (
    <>
      <div className={styles['sides']}>
        {[
          { head: t('sideMine'), body: here },
          { head: t('sideTheirs', { name: theirs.editedName }), body: there },
        ].map(({ head, body }) => (
          <div key={head} className={styles['side']}>
            <h4>{head}</h4>
            <p>{body || t('sideEmpty')}</p>
          </div>
        ))}
      </div>
      <Radio.Group value={side(key)} onChange={event => setChosen({ ...chosen, [key]: event.target.value })}>
        {sides.map(each => (
          <Radio key={each} value={each}>
            {t(takes[each])}
          </Radio>
        ))}
      </Radio.Group>
    </>
  )
  return (
    <section className={styles['panel']} aria-labelledby="dispute">
      <h2 id="dispute">
        {t('disputeTitle', { name: theirs.editedName, time: formatInstant(theirs.editedAt).slice(11) })}
      </h2>
      <p>{t('disputeNote')}</p>
      {disputed.map(key => (
        <article key={key} aria-label={t(labels[key])}>
          <h3>{t(labels[key])}</h3>
          {choice(key, ['mine', 'theirs'], words(mine[key]), words(theirs[key]))}
        </article>
      ))}
      {places.map(({ part, place }, no) => (
        <article key={place} aria-label={t('disputePlace', { no: no + 1 })}>
          <h3>{t('disputePlace', { no: no + 1 })}</h3>
          {choice(`place-${place}`, ['mine', 'theirs', 'both'], blocks(part.mine), blocks(part.theirs))}
        </article>
      ))}
      <div className={styles['acts']}>
        <Button type="primary" onClick={() => done()}>
          {t('disputeDone')}
        </Button>
        <Button onClick={() => done('mine')}>{t('takeAllMine')}</Button>
        <Button onClick={() => done('theirs')}>{t('takeAllTheirs')}</Button>
      </div>
    </section>
  )
}

const takes = { mine: 'takeMine', theirs: 'takeTheirs', both: 'takeBoth' } as const
const labels = {
  headline: 'headline',
  subtitle: 'subtitle',
  contributor: 'contributor',
  kind: 'kind',
  withheld: 'withheld',
} as const satisfies Record<MergedField, string>

function linesOf(block: BlockNode, t: ReturnType<typeof editorTexts.useTexts>): string {
  const lines = blockLines(block).join('\n')
  if (block.type === 'picture') return `${t('pictureBlock')}${lines}`
  return block.type === 'table' ? `${t('tableBlock')}\n${lines}` : lines
}
