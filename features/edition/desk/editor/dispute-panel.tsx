import { DisputedPlace, DisputeFrame, formatInstant } from '@jianbao/ui'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type BlockNode, blockLines } from '../../contract/index.ts'
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
  const place = (key: string, label: string, choices: readonly Side[], here: string, there: string) => (
    <DisputedPlace
      key={key}
      label={label}
      sides={[
        { head: t('sideMine'), words: here || t('sideEmpty') },
        { head: t('sideTheirs', { name: theirs.editedName }), words: there || t('sideEmpty') },
      ]}
    >
      <Radio.Group value={side(key)} onChange={event => setChosen({ ...chosen, [key]: event.target.value })}>
        {choices.map(each => (
          <Radio key={each} value={each}>
            {t(takes[each])}
          </Radio>
        ))}
      </Radio.Group>
    </DisputedPlace>
  )
  return (
    <DisputeFrame
      title={t('disputeTitle', { name: theirs.editedName, time: formatInstant(theirs.editedAt).slice(11) })}
      note={t('disputeNote')}
      foot={
        <>
          <Button type="primary" onClick={() => done()}>
            {t('disputeDone')}
          </Button>
          <Button onClick={() => done('mine')}>{t('takeAllMine')}</Button>
          <Button onClick={() => done('theirs')}>{t('takeAllTheirs')}</Button>
        </>
      }
    >
      {disputed.map(key =>
        place(key, t(labels[key]), ['mine', 'theirs'], words(mine[key]), words(theirs[key])),
      )}
      {places.map(({ part, place: at }, no) =>
        place(
          `place-${at}`,
          t('disputePlace', { no: no + 1 }),
          ['mine', 'theirs', 'both'],
          blocks(part.mine),
          blocks(part.theirs),
        ),
      )}
    </DisputeFrame>
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
