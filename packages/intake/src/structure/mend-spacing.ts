import { type MappedText, mapped } from '../mapped-text.ts'
import {
  isControl,
  isDigit,
  isFullPunctuation,
  isHan,
  isLoneSurrogate,
  isSurrogate,
  isWhite,
} from './character.ts'

/**
 * One printed line with its blanks put right: letter-spacing undone (实 践 活 动), blanks dropped between figures and
 * Chinese (7 月 14 日) and beside full-width punctuation, other runs of blanks made one. Control characters and lone
 * surrogates are left out; they stay in the raw file and are noted as noise.
 */
export function mendSpacing(raw: string, start: number, end: number): MappedText {
  if (!needsMending(raw, start, end)) return mapped(raw, start, end)
  const spaced = isLetterSpaced(raw, start, end)
  const at: number[] = []
  let previous = -1
  let blankAt = -1
  let blanks = 0
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i)
    if (isWhite(code)) {
      if (blanks++ === 0) blankAt = i
      continue
    }
    if (isControl(code) || isLoneSurrogate(raw, i)) continue
    const isTorn = spaced && blanks === 1 && isLoneDigit(raw, i) && isLoneDigit(raw, blankAt - 1)
    if (blanks > 0 && previous >= 0 && !isTorn && keepsBlank(previous, code, blanks, spaced)) at.push(blankAt)
    blanks = 0
    at.push(i)
    previous = code
  }
  return { text: textAt(raw, at), at }
}

// Most lines of Chinese text hold no blank at all.
function needsMending(raw: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i)
    if (isWhite(code) || isControl(code) || (isSurrogate(code) && isLoneSurrogate(raw, i))) return true
  }
  return false
}

// Slices of neighbouring characters are copied in one go; a blank of any kind reads as a plain one.
function textAt(raw: string, at: readonly number[]): string {
  const parts: string[] = []
  let from = 0
  for (let i = 1; i <= at.length; i++) {
    if (i < at.length && at[i] === at[i - 1]! + 1) continue
    parts.push(raw.slice(at[from]!, at[i - 1]! + 1))
    from = i
  }
  return parts.join('').replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff]/g, ' ')
}

function keepsBlank(before: number, after: number, blanks: number, spaced: boolean): boolean {
  if (isFullPunctuation(before) || isFullPunctuation(after)) return false
  const hanBefore = isHan(before)
  const hanAfter = isHan(after)
  if (hanBefore && hanAfter) return !spaced || blanks > 1
  if (spaced && blanks === 1 && (hanBefore || hanAfter)) return false
  if (isFigure(before) && hanAfter) return false
  return !(hanBefore && isFigure(after))
}

// 2 0 2 1 年: a digit with no digit beside it, in a line whose letters stand apart.
function isLoneDigit(raw: string, i: number): boolean {
  const beside = isDigit(raw.charCodeAt(i - 1)) || isDigit(raw.charCodeAt(i + 1))
  return isDigit(raw.charCodeAt(i)) && !beside
}

function isFigure(code: number): boolean {
  return isDigit(code) || code === 0x25 || code === 0xff05
}

/** Most gaps between Chinese characters are single blanks, and there are at least three such gaps. */
function isLetterSpaced(raw: string, start: number, end: number): boolean {
  let spaced = 0
  let tight = 0
  let blanks = 0
  let previous = -1
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i)
    if (isWhite(code)) {
      blanks++
      continue
    }
    if (previous >= 0 && isInk(previous) && isInk(code)) {
      if (blanks === 1) spaced++
      else if (blanks === 0) tight++
    }
    blanks = 0
    previous = code
  }
  return spaced >= 3 && spaced > tight
}

function isInk(code: number): boolean {
  return isHan(code) || isFullPunctuation(code)
}
