import type { ProofBlock, ProofColumn, ProofItem } from '../issue.contract.ts'
import { placeOf } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const mmPerInch = 25.4
/** Below the first print shows it, below the second it may. */
const coarseDpi = 150
const fineDpi = 200

/** Captions, descriptions and resolution of the pictures. */
export const checkPictures: Check = ({ issue, passages }, report) => {
  for (const column of issue.columns)
    for (const item of column.items)
      for (const [index, block] of item.blocks.entries())
        if (block.type === 'picture') picture(column, item, block, index, report)

  const captions = new Set<string>()
  for (const passage of passages) {
    if (passage.part !== 'caption') continue
    const text = passage.text.trim()
    if (captions.has(text) && text !== '') report('caption-repeated', passage, 0, passage.text.length, {})
    captions.add(text)
  }
}

function picture(
  column: ProofColumn,
  item: ProofItem,
  block: Extract<ProofBlock, { type: 'picture' }>,
  index: number,
  report: Report,
): void {
  const place = placeOf(column, item, index)
  if (!block.caption?.trim()) report('picture-caption', place, 0, 0, {})
  if (!block.alt.trim()) report('picture-alt', place, 0, 0, {})
  if (!block.widthPx || !block.widthMm) return
  const dpi = Math.floor((block.widthPx * mmPerInch) / block.widthMm)
  if (dpi < coarseDpi) report('picture-coarse', place, 0, 0, { dpi, wanted: coarseDpi })
  else if (dpi < fineDpi) report('picture-coarse', place, 0, 0, { dpi, wanted: fineDpi }, { level: 'hint' })
}
