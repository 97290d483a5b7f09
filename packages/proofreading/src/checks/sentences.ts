import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const broken = [
  /(?:以及|并且|或者|而且|从而|通过|关于|由于)(?=[。；！？])/g,
  /(?<![温平缓总祥谐共饱谦柔随暖亲])和(?=[。；！？，、])/g,
  /(?<=\p{Script=Han})、(?=。|；|$)/gu,
]
const badStart = /^\s*[，。、；：！？）》”]/
const ended = /[。！？；：…”）》.!?—】」]\s*$/
/** Shorter ones may be signatures, places and dates, or lines of a list. */
const longestUnended = 20

/** Sentences that break off. */
export const checkSentences: Check = ({ passages }, report) => {
  for (const passage of passages) {
    if (passage.part !== 'body') continue
    const { text } = passage
    for (const pattern of broken)
      for (const match of text.matchAll(pattern))
        report('sentence-broken', passage, match.index, match.index + match[0].length, {})
    const start = badStart.exec(text)
    if (start) report('sentence-broken', passage, start[0].length - 1, start[0].length, {})
    unfinished(passage, report)
  }
}

function unfinished(passage: Passage, report: Report): void {
  const { text, type } = passage
  if ((type !== 'paragraph' && type !== 'item') || ended.test(text)) return
  const trimmed = text.trimEnd()
  if (trimmed.length < longestUnended || !/[，。]/.test(trimmed)) return
  // 、 at the end is a finding of its own.
  if (/[、，]$/.test(trimmed)) return
  report('paragraph-unfinished', passage, trimmed.length - 1, trimmed.length, {})
}
