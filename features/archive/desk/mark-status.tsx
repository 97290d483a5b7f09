import { useConfidence, usePhone } from '@jianbao/ui'
import { archiveTexts } from './archive.texts.ts'
import type { Reading } from './reading.marks.ts'
import styles from './reading.module.css'
import { findThing } from './reading.things.ts'
import { useFactWords } from './use-fact-words.ts'

/** One line about the thing that is lit, also read aloud. */
export function MarkStatus({ reading, lit }: { reading: Reading; lit: string | null }) {
  const t = archiveTexts.useTexts()
  const words = useFactWords()
  const confidence = useConfidence()
  const phone = usePhone()
  const thing = lit ? findThing(reading, lit) : null
  const sure = thing && thing.confidence !== null ? confidence(thing.confidence) : null
  return (
    <output id="mark-status" className={styles['status']} aria-live="polite">
      {thing ? (
        <>
          <strong>{t(`kind.${thing.kind}`)}</strong>
          <span className={styles['statusWords']}>{words(thing)}</span>
          {sure ? (
            <span title={sure.number} data-word={sure.word}>
              {sure.text}
            </span>
          ) : null}
        </>
      ) : (
        <span>{t(phone ? 'tapHint' : 'pointHint')}</span>
      )}
    </output>
  )
}
