/** Small invented readings for the tests of the review. */
import type { Reading, ReadingArticle, ReadingEvent } from '../reading.marks.ts'

export function anEvent(start: number): ReadingEvent {
  return {
    type: 'training',
    modality: 'done',
    act: '举办培训',
    text: '甲县科协举办培训。',
    spans: [[start, start + 9]],
    units: [
      {
        name: '甲县科协',
        surface: '甲县科协',
        role: 'organise',
        generic: false,
        spans: [[start, start + 4]],
        confidence: 0.5,
      },
    ],
    dates: [],
    places: [],
    figures: [],
    confidence: 0.9,
  }
}

/** An article whose paragraphs stand one after the other from `start` on. */
export function anArticle(
  start: number,
  paragraphs: string[],
  events: ReadingEvent[] = [],
  headline: string | null = null,
): ReadingArticle {
  let at = start
  const paragraphSpans = paragraphs.map(text => {
    const span: [number, number] = [at, at + text.length]
    at += text.length
    return [span]
  })
  return {
    kind: 'article',
    headline,
    headlineSpans: headline === null ? [] : [[start - headline.length, start]],
    contributor: null,
    contributorSpans: [],
    paragraphs,
    paragraphSpans,
    spans: [[start, at]],
    events,
  }
}

export function aReading(articles: ReadingArticle[], noise: [number, number][] = []): Reading {
  return {
    schema: 'jianbao-document/1',
    docType: 'bulletin',
    series: { name: '甲县简报' },
    issueNo: 3,
    special: false,
    runningNo: null,
    printRun: null,
    publisher: null,
    date: '2021-08-20',
    distribution: [],
    columns: [{ name: '动态', spans: [[0, 2]], articles }],
    marks: [],
    noise: noise.map(span => ({ reason: 'orphan', text: '零字', spans: [span] })),
    warnings: [],
  }
}
