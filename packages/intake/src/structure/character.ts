// Character classes of Chinese office text, by code unit: the reader looks at every character a few times, so no regex here.

/** White space as `\s` has it, without the property look-up. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
}

/** Characters that print nothing: C0, DEL, C1, zero-width and direction marks, soft hyphen. */
export function isControl(code: number): boolean {
  if (code < 32) return !isWhite(code)
  if (code < 0x7f) return false
  if (code < 0xa0) return true
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfff0 && code <= 0xfffb) ||
    code === 0xfffe ||
    code === 0xffff
  )
}

export function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

/** A half of a surrogate pair whose other half does not stand beside it. */
export function isLoneSurrogate(raw: string, index: number): boolean {
  const code = raw.charCodeAt(index)
  if (code >= 0xd800 && code <= 0xdbff) {
    const next = raw.charCodeAt(index + 1)
    return !(next >= 0xdc00 && next <= 0xdfff)
  }
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = raw.charCodeAt(index - 1)
    return !(before >= 0xd800 && before <= 0xdbff)
  }
  return false
}

/** Chinese characters, 〇 included; halves of surrogate pairs count as such (rare characters of names). */
export function isHan(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    isSurrogate(code)
  )
}

/** Punctuation that takes a full square: nobody prints a blank beside it. */
export function isFullPunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x301f && code !== 0x3007) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2026
  )
}

export function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)
}

/** Width in full squares as printed: Chinese 1, Latin 0.5. */
export function printedWidth(text: string, limit = 400): number {
  let width = 0
  for (let i = 0; i < text.length && width < limit; i++) {
    const code = text.charCodeAt(i)
    width += isSurrogate(code) || code < 0x2000 ? 0.5 : 1
  }
  return width
}
