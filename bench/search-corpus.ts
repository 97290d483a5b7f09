/** Invented articles whose words are as unevenly common as in real bulletins. */
import type { DateMention, IntakeDocument, UnitMention } from '@jianbao/intake/contract'

export const commonWords = ['科协', '工作', '开展', '活动']
export const places = ['老城区', '西工区', '涧西区', '孟津区', '洛龙区', '新安县', '栾川县', '嵩县']
const articlesPerIssue = 10
const firstDay = Date.UTC(2001, 0, 1)

/** Numbers between 0 and 1 that are the same in every run. */
export function openDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A maker of bulletins: the most common words stand in nine of ten articles, most words in a few. */
export function openCorpus(seed: number) {
  const dice = openDice(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)]!
  // Characters are as uneven as words: few make up most of a text.
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(3000 * dice() ** 2.2) * 6)
  const words = Array.from({ length: 12_000 }, () =>
    Array.from({ length: 2 + Math.floor(dice() * 2.4) }, character).join(''),
  )
  const word = (): string => words[Math.floor(words.length ** dice()) - 1]!
  const sentence = (): string => {
    const parts = Array.from({ length: 5 + Math.floor(dice() * 8) }, word)
    if (dice() < 0.35) parts.splice(2, 0, pick(commonWords))
    return `${parts.join('')}。`
  }
  const article = (day: string): IntakeDocument['columns'][number]['articles'][number] => {
    const unit = `${pick(places)}科协`
    const paragraphs = Array.from({ length: 3 }, () =>
      Array.from({ length: 3 + Math.floor(dice() * 4) }, sentence).join(''),
    )
    if (dice() < 0.9) paragraphs.push(`${commonWords.join('')}。`)
    const date: DateMention = {
      surface: day,
      role: 'when',
      kind: 'day',
      start: day,
      end: day,
      part: null,
      fuzzy: [],
      spans: [],
      confidence: 1,
    }
    const actor: UnitMention = {
      name: unit,
      surface: unit,
      role: 'host',
      generic: false,
      spans: [],
      confidence: 1,
    }
    return {
      kind: 'article',
      headline: `${unit}${dice() < 0.3 ? '开展' : ''}${word()}${word()}`,
      headlineSpans: [],
      contributor: null,
      contributorSpans: [],
      paragraphs,
      paragraphSpans: [],
      spans: [],
      events: [
        {
          type: pick(['training', 'meeting', 'outreach', 'service']),
          modality: 'done',
          act: '开展活动',
          text: paragraphs[0]!,
          spans: [],
          units: [actor],
          dates: [date],
          places: [],
          figures: [],
          confidence: 1,
        },
      ],
    }
  }
  const reading = (number: number): IntakeDocument => {
    const day = new Date(firstDay + Math.floor(dice() * 8000) * 86_400_000).toISOString().slice(0, 10)
    return {
      schema: 'jianbao-document/1',
      docType: 'bulletin',
      series: { name: pick(['科普工作简报', '学习教育简报', '科协动态']) },
      issueNo: number,
      special: false,
      runningNo: null,
      printRun: null,
      publisher: null,
      date: day,
      distribution: [],
      columns: [
        {
          name: pick(['工作动态', '基层之声', '要闻']),
          spans: [],
          articles: Array.from({ length: articlesPerIssue }, () => article(day)),
        },
      ],
      marks: [],
      noise: [],
      warnings: [],
    }
  }
  return { reading, word, articlesPerIssue }
}
