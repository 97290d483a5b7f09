import { uiTexts } from './ui.texts.ts'

export type ConfidenceWord = 'certain' | 'likely' | 'doubtful'

/** Below 0.6 the reader itself warns (intake contract); from 0.85 a clerk need not look twice. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence < 0.6) return 'doubtful'
  return confidence < 0.85 ? 'likely' : 'certain'
}

/** @returns a function from a confidence (0 to 1) to its word and to the number behind it. */
export function useConfidence(): (confidence: number) => {
  word: ConfidenceWord
  text: string
  number: string
} {
  const t = uiTexts.useTexts()
  return confidence => {
    const word = confidenceWord(confidence)
    return { word, text: t(word), number: t('confidence', { percent: Math.round(confidence * 100) }) }
  }
}
